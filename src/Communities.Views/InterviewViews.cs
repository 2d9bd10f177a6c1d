using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads interviews: what stands in their threads, as questions and answers.</summary>
internal static class InterviewViews
{
    private const int ListMost = 100; // What the port promises.
    private const int PostsMost = 2_000;

    private const string Source = """
        SELECT i.id, i.host, i.guests, i.phase, i.live_at, i.ends_at, i.summary, t.title, t.n, t.removal, t.author,
            t.category, t.closed
        FROM interviews i JOIN threads t ON t.id = i.id AND t.community = i.community
        """;

    public static IReadOnlyList<InterviewView> All(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            {Source} WHERE i.community = ? AND t.listed = 1
            ORDER BY CASE WHEN i.phase IN (1, 2) THEN 0 ELSE 1 END,
                CASE WHEN i.phase IN (1, 2) THEN i.live_at ELSE 0 END, i.live_at DESC, i.id LIMIT {ListMost}
            """).Bind(community);
        if (!sight.IsOpen()) return [];
        var all = new List<Row>();
        while (row.Step()) all.Add(Of(row));
        var people = People(database, community, all.SelectMany(one => one.Guests.Append(one.Host)));
        return [.. all.Select(one => View(one, community, people))];
    }

    public static InterviewDetail? Get(Database database, string community, string id, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"{Source} WHERE i.community = ? AND i.id = ?").Bind(community).Bind(id);
        if (!sight.IsOpen() || !row.Step()) return null;
        var (one, authors) = (Of(row), new Authors(database));
        if (!viewer.Sees((Removal)row.Int(9), authors.Of(row.Long(10)), row.TextOrNull(11))) return null;
        var isClosed = row.Bool(12);
        row.Reset();
        var people = People(database, community, one.Guests.Append(one.Host));
        var posts = Posts(database, authors, community, one, viewer);
        var answers = posts.Where(post => post.ReplyTo > 1 && one.Guests.Contains(post.Spoken.Author.Account))
            .ToLookup(post => post.ReplyTo, post => post.Spoken);
        var questions = posts
            .Where(post => post.Spoken.Number > 1 && post.ReplyTo <= 1 && post.Spoken.Number != one.Summary
                && post.Spoken.Author.Account != one.Host && !one.Guests.Contains(post.Spoken.Author.Account))
            .Select(post => new QuestionView(
                post.Spoken, post.Votes, post.IsVoted, [.. answers[post.Spoken.Number].OrderBy(a => a.Number)]))
            .OrderByDescending(question => question.Votes).ThenBy(question => question.Asked.Number);
        return new InterviewDetail(
            View(one, community, people), posts.Find(post => post.Spoken.Number == 1).Spoken?.Text ?? "",
            [.. questions],
            one.Summary > 0 ? posts.Find(post => post.Spoken.Number == one.Summary).Spoken : null, isClosed);
    }

    private static List<Said> Posts(
        Database database, Authors authors, string community, Row one, Viewer viewer)
    {
        var row = database.Query($"""
            SELECT p.id, p.author, p.at, coalesce(p.reply_to, 0), p.text, coalesce(r.count, 0), v.post
            FROM posts p LEFT JOIN reaction_counts r ON r.post = p.id AND r.kind = '{Reactions.Like}'
            LEFT JOIN members me ON me.community = ?1 AND me.account = ?2
            LEFT JOIN reactions v ON v.member = me.n AND v.post = p.id AND v.kind = '{Reactions.Like}'
            WHERE p.id BETWEEN ?3 AND ?4 AND p.removal = 0
            ORDER BY CASE WHEN p.id = ?3 THEN 0 ELSE 1 END, p.id DESC LIMIT {PostsMost}
            """).Bind(community).Bind(viewer.Account ?? "").Bind(Schema.PostOf(one.Thread, 1))
            .Bind(Schema.PostOf(one.Thread, Schema.NumberMask));
        var posts = new List<Said>();
        authors.Meet(row, post => [post.Long(1)]);
        while (row.Step())
            posts.Add(new Said(
                new SpokenView(
                    Schema.NumberOf(row.Long(0)), authors.Of(row.Long(1)), row.Time(2), row.Text(4)),
                row.Int(3), row.Int(5), !row.IsNull(6)));
        return posts;
    }

    private static Dictionary<string, AuthorView> People(
        Database database, string community, IEnumerable<string> accounts)
    {
        var named = accounts.Where(account => account.Length > 0).ToHashSet();
        var people = new Dictionary<string, AuthorView>();
        if (named.Count == 0) return people;
        var row = database.Query($"""
            SELECT account, name, role, face FROM members
            WHERE community = ?1 AND {database.Dialect.IsOneOf("account", 2)}
            """).Bind(community).Bind(named);
        while (row.Step())
            people[row.Text(0)] = new AuthorView(
                row.Text(0), row.Text(1), (Role)row.Int(2), UploadProjection.FaceOf(community, row.TextOrNull(3)));
        return people;
    }

    private static InterviewView View(Row one, string community, Dictionary<string, AuthorView> people)
    {
        return new InterviewView(
            community, one.Id, one.Title, one.Phase, Of(one.Host), [.. one.Guests.Select(Of)], one.LiveAt, one.EndsAt);

        AuthorView Of(string account) => people.GetValueOrDefault(account, new AuthorView(account, account, Role.None));
    }

    private static Row Of(Statement row) => new(
        row.Text(0), row.Text(1), InterviewProjection.Read(row.Text(2)), (InterviewPhase)row.Int(3), row.Time(4),
        row.Time(5), row.Int(6), row.Text(7), row.Long(8));

    private sealed record Row(
        string Id, string Host, string[] Guests, InterviewPhase Phase, DateTimeOffset LiveAt, DateTimeOffset EndsAt,
        int Summary, string Title, long Thread);

    private readonly record struct Said(SpokenView Spoken, int ReplyTo, int Votes, bool IsVoted);
}
