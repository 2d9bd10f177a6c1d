using Communities.Actors;

namespace Communities.Views;

/// <summary>Finds threads of late that seem not to belong to what their community is about.</summary>
internal static class OffTopicThreads
{
    private const int PastMost = 1_000; // Of earlier threads: what a community was about years ago, it may not be now.
    private const int LookedAtMost = 200; // Of late ones: who moves more than those is not reading.
    private const int ShownMost = 50;
    private const int TextMost = 1_500; // What a thread is about stands at its beginning.

    /// <summary>How long after it was opened a thread is looked at: later, moving it helps nobody.</summary>
    public static readonly TimeSpan LookedAtFor = TimeSpan.FromDays(30);

    /// <summary>This thread belongs, whatever its words are; or they decide again.</summary>
    public static void Deem(Database database, Envelope envelope, bool isFitting)
    {
        var (community, thread) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        database.Prepare("DELETE FROM fitting_threads WHERE community = ? AND thread = ?")
            .Bind(community).Bind(thread).Run();
        if (isFitting)
            database.Prepare("INSERT INTO fitting_threads VALUES (?, ?, ?)")
                .Bind(community).Bind(thread).Bind(envelope.By).Run();
    }

    public static DomainView? In(Database database, string community, DateTimeOffset now, Viewer viewer)
    {
        if (!viewer.Standing.Is(Role.Moderator)) return null;
        var since = (now - LookedAtFor).ToUnixTimeMilliseconds();
        var words = database.Query("SELECT words, not_here FROM purposes WHERE community = ?").Bind(community);
        var names = database.Query("SELECT slug, name FROM categories WHERE community = ?").Bind(community);
        var row = database.Query($"""
            SELECT t.n, t.id, t.title, substr(p.text, 1, {TextMost}), t.category, t.author, t.opened_at, t.last_number,
                (SELECT count(*) FROM fitting_threads f WHERE f.community = t.community AND f.thread = t.id),
                (SELECT count(*) FROM introductions i WHERE i.thread = t.n)
            FROM threads t JOIN posts p ON p.id = (t.n << {Schema.PostBits}) | 1
            WHERE t.community = ?1 AND t.listed = 1 AND p.removal = 0
            ORDER BY t.opened_at DESC, t.n DESC LIMIT {PastMost}
            """).Bind(community);
        var (domain, limits) = words.Step() ? (Schema.WordsOf(words.Text(0)), words.Text(1)) : ([], "");
        var called = new Dictionary<string, string>();
        while (names.Step()) called[names.Text(0)] = names.Text(1);

        var (late, fitting, sense) = (new List<Late>(), new List<Late>(), new DomainSense(domain));
        while (row.Step())
        {
            if (row.Int(9) > 0) continue; // Whoever arrives speaks of themselves.
            var thread = new Late(
                row.Text(1), row.Text(2), $"{row.Text(2)}\n{PlainText.Of(row.Text(3))}", row.TextOrNull(4),
                row.Long(5), row.Time(6), row.Int(7));
            var (isLate, isFitting) = (row.Long(6) >= since, row.Int(8) > 0);
            if (isLate && isFitting && fitting.Count < ShownMost) fitting.Add(thread);
            if (isLate && !isFitting && late.Count < LookedAtMost) late.Add(thread);
            else sense.Learn(thread.Category, thread.Text);
        }

        var unwanted = TopicWords.In(PlainText.Of(limits)).Except(domain.SelectMany(TopicWords.In)).ToHashSet();
        var authors = new Authors(database);
        var found = new List<OffTopicThread>();
        foreach (var thread in late)
        {
            var sensed = sense.Of(thread.Text);
            var named = TopicWords.Written(thread.Title)
                .Where(word => unwanted.Contains(word.Beginning)).Select(word => word.Written).ToList();
            if (!sensed.IsFar && (named.Count == 0 || sensed.Known.Count > 0)) continue;
            found.Add(new OffTopicThread(
                thread.Id, thread.Title, thread.Category, authors.Of(thread.Author), thread.OpenedAt, thread.Posts,
                sensed.Unknown, named, sensed.IsFar || sensed.Category == thread.Category ? null : sensed.Category));
            if (found.Count == ShownMost) break;
        }

        return new DomainView(
            found, late.Count, sense.HasWords, sense.HasPast,
            [.. fitting.Select(thread => new FittingThread(
                thread.Id, thread.Title, thread.Category, authors.Of(thread.Author), thread.OpenedAt))]);
    }

    private sealed record Late(
        string Id, string Title, string Text, string? Category, long Author, DateTimeOffset OpenedAt, int Posts);
}
