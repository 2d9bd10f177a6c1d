using System.Text.Json;
using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads issues of newsletters.</summary>
internal static class NewsletterViews
{
    private const int EndedMax = 10; // What the port promises.
    private const int ListMax = 100; // Two years of a weekly one; nobody looks further back in a list.

    private const string Columns = "community, id, status, content, saved_at, planned_at, began_at, sent_at, total";

    public static IReadOnlyList<NewsletterView> List(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM newsletters WHERE community = ? AND status IN ({Shown(viewer)})
            ORDER BY coalesce(began_at, saved_at) DESC, id DESC LIMIT ?
            """).Bind(community).Bind(ListMax);
        return sight.IsOpen() ? Read(row) : [];
    }

    public static NewsletterView? Get(Database database, string community, string id, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM newsletters WHERE community = ? AND id = ? AND status IN ({Shown(viewer)})
            """).Bind(community).Bind(id);
        return sight.IsOpen() ? Read(row).FirstOrDefault() : null;
    }

    public static IReadOnlyList<NewsletterView> Sending(Database database) => Read(database.Query(
        $"SELECT {Columns} FROM newsletters WHERE status = {(int)NewsletterStatus.Sending} ORDER BY began_at"));

    public static IReadOnlyList<PickedThread> Picked(
        Database database, string community, IReadOnlyList<string> threads, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT id, title, excerpt, last_number - removed_replies - 1, accepted FROM threads
            WHERE {database.Dialect.IsOneOf("id", 1)} AND community = ?2 AND listed = 1
            """).Bind(threads).Bind(community);
        var found = new Dictionary<string, PickedThread>();
        if (!sight.IsOpen()) return [];
        while (row.Step())
            found[row.Text(0)] = new(
                row.Text(0), row.Text(1), row.Text(2), Math.Max(0, row.Int(3)), row.Int(4) > 0);
        return [.. threads.Where(found.ContainsKey).Select(thread => found[thread])];
    }

    public static IReadOnlyList<EndedPoll> Ended(
        Database database, string community, DateTimeOffset since, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT p.id, p.thread, p.number, p.question, p.voters FROM polls p
            JOIN threads t ON t.community = p.community AND t.id = p.thread
            WHERE p.community = ? AND p.closed_at >= ? AND t.listed = 1 ORDER BY p.closed_at DESC, p.id LIMIT ?
            """).Bind(community).Bind(since.ToUnixTimeMilliseconds()).Bind(EndedMax);
        var found = new List<EndedPoll>();
        if (!sight.IsOpen()) return found;
        while (row.Step()) found.Add(new(row.Text(0), row.Text(1), row.Int(2), row.Text(3), row.Int(4)));
        return found;
    }

    // What is not sent yet is its writers' own.
    private static string Shown(Viewer viewer) => viewer.Standing.Is(Role.Manager)
        ? "1, 2, 3, 4"
        : $"{(int)NewsletterStatus.Sending}, {(int)NewsletterStatus.Sent}";

    private static List<NewsletterView> Read(Statement row)
    {
        var found = new List<NewsletterView>();
        while (row.Step())
            found.Add(new NewsletterView(
                row.Text(0), row.Text(1), (NewsletterStatus)row.Int(2),
                JsonSerializer.Deserialize(row.Text(3), NewsletterProjection.Json)!, row.Time(4), row.TimeOrNull(5),
                row.TimeOrNull(6), row.TimeOrNull(7), row.Int(8)));
        return found;
    }
}
