using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads who may know an answer, and who was asked for it.</summary>
internal static class RequestViews
{
    private const int Most = 8; // Whom one looks over before asking one of them.
    private const int WeighedMost = 24; // Of whom it is looked up whether they may be asked.
    private const int ThreadsMost = 200; // The latest of each tag and of the category: what people know now.
    private const int AcceptedWeight = 4; // An answer that helped says more than several that were only written.
    private const int TagWeight = 2; // A tag says more of what a question is about than its category.

    private static readonly TimeSpan AwayAfter = TimeSpan.FromDays(180); // Who wrote no more since is gone.

    public static IReadOnlyList<FittingMember> Fitting(
        Database database, string community, string id, DateTimeOffset now, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var thread = database.Query("SELECT n, author, category, tags FROM threads WHERE community = ? AND id = ?")
            .Bind(community).Bind(id);
        if (!sight.IsOpen() || !viewer.Standing.Is(Role.Moderator) || !thread.Step()) return [];
        var (n, author, category) = (thread.Long(0), thread.Long(1), thread.TextOrNull(2));
        var known = new Dictionary<long, Known>();
        foreach (var tag in ThreadState.ReadTags(thread.Text(3)))
            Meet(tag, database.Query($"""
                {Written} FROM (SELECT thread FROM thread_tags WHERE community = ?1 AND tag = ?3
                    ORDER BY thread DESC LIMIT {ThreadsMost}) AS g {Joined}
                """).Bind(community).Bind(n).Bind(tag));
        if (category is not null)
            Meet(null, database.Query($"""
                {Written} FROM (SELECT n AS thread FROM threads WHERE community = ?1 AND category = ?3 AND listed = 1
                    ORDER BY last_at DESC LIMIT {ThreadsMost}) AS g {Joined}
                """).Bind(community).Bind(n).Bind(category));
        foreach (var member in Taken(database, n)) known.Remove(member);
        return Askable(database, community, known, now);

        void Meet(string? tag, Statement row)
        {
            while (row.Step())
            {
                var member = row.Long(0);
                if (member == author || member == 0) continue;
                if (!known.TryGetValue(member, out var one)) known.Add(member, one = new Known());
                one.Add(row.Long(1), tag, row.Bool(2));
            }
        }
    }

    public static IReadOnlyList<AnswerRequestView> Of(Database database, string community, string id, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = Requests(database, "q.community = ?1 AND q.thread = ?2").Bind(community).Bind(id);
        if (!sight.IsOpen() || !viewer.Standing.Is(Role.Moderator)) return [];
        var (requests, authors) = (new List<AnswerRequestView>(), new Authors(database));
        authors.Meet(row, one => [one.Long(0), one.LongOrNull(1) ?? 0]);
        while (row.Step())
            requests.Add(new AnswerRequestView(
                authors.Of(row.Long(0)), authors.Of(row.LongOrNull(1) ?? 0), row.Time(2), row.TimeOrNull(3),
                row.TimeOrNull(4)));
        return requests;
    }

    public static RequestFigures Figures(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = Requests(database, "q.community = ?1 AND q.at >= ?2 AND q.at < ?3").Bind(community)
            .Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds());
        if (!sight.IsOpen() || !viewer.Standing.Is(Role.Moderator)) return new RequestFigures(0, 0, 0);
        var (asked, answered, declined) = (0, 0, 0);
        while (row.Step())
        {
            asked++;
            if (!row.IsNull(4)) answered++;
            else if (!row.IsNull(3)) declined++;
        }

        return new RequestFigures(asked, answered, declined);
    }

    private const string Written =
        "SELECT p.member, t.n, CAST(CASE WHEN a.author = p.member THEN 1 ELSE 0 END AS BIGINT)";

    private static readonly string Joined = $"""
        JOIN threads t ON t.n = g.thread AND t.listed = 1 AND t.n <> ?2
        JOIN participants p ON p.thread = t.n AND p.member <> t.author
        LEFT JOIN posts a ON t.accepted > 0 AND a.id = (t.n << {Schema.PostBits}) + t.accepted
        """;

    private static Statement Requests(Database database, string which) => database.Query($"""
        SELECT m.n, b.n, q.at, q.declined_at, (SELECT min(p.at) FROM posts p WHERE p.author = m.n AND p.removal = 0
            AND p.at >= q.at
            AND p.id BETWEEN t.n << {Schema.PostBits} AND (t.n << {Schema.PostBits}) + {Schema.NumberMask})
        FROM answer_requests q JOIN members m ON m.account = q.account AND m.community = q.community
            JOIN threads t ON t.id = q.thread AND t.community = q.community
            LEFT JOIN members b ON b.account = q.by AND b.community = q.community
        WHERE {which} ORDER BY q.at DESC, q.account
        """);

    private static List<long> Taken(Database database, long thread)
    {
        var taken = new List<long>();
        var row = database.Query("SELECT member FROM participants WHERE thread = ?").Bind(thread);
        while (row.Step()) taken.Add(row.Long(0));
        return taken;
    }

    private static List<FittingMember> Askable(
        Database database, string community, Dictionary<long, Known> known, DateTimeOffset now)
    {
        var best = known.OrderByDescending(one => one.Value.Weight).ThenBy(one => one.Key).Take(WeighedMost)
            .ToDictionary();
        if (best.Count == 0) return [];
        var row = database.Query($"""
            SELECT m.n, (SELECT max(p.at) FROM posts p WHERE p.author = m.n AND p.removal = 0),
                (SELECT max(q.at) FROM answer_requests q WHERE q.community = ?2 AND q.account = m.account)
            FROM members m WHERE {database.Dialect.IsOneOf("m.n", 1)} AND {Schema.IsIn("m")} AND NOT EXISTS (
                SELECT 1 FROM not_asked x WHERE x.community = ?2 AND x.account = m.account)
            """).Bind(best.Keys).Bind(community);
        var (fitting, authors) = (new List<(long Weight, FittingMember Member)>(), new Authors(database));
        authors.Meet(row, one => [one.Long(0)]);
        while (row.Step())
        {
            if (row.TimeOrNull(1) is not { } last || last < now - AwayAfter) continue;
            var (one, free) = (best[row.Long(0)], row.TimeOrNull(2) + Member.AskedFor);
            fitting.Add((one.Weight, new FittingMember(
                authors.Of(row.Long(0)), one.Threads.Count, one.Accepted.Count, [.. one.Tags.Order()], last,
                free > now ? free : null)));
        }

        return [.. fitting.OrderByDescending(one => one.Weight).ThenBy(one => one.Member.Member.Account)
            .Take(Most).Select(one => one.Member)];
    }

    private sealed class Known
    {
        public HashSet<long> Threads { get; } = [];

        public HashSet<long> Accepted { get; } = [];

        public HashSet<string> Tags { get; } = [];

        public int Weight { get; private set; }

        public void Add(long thread, string? tag, bool isAccepted)
        {
            Threads.Add(thread);
            if (isAccepted) Accepted.Add(thread);
            if (tag is not null) Tags.Add(tag);
            Weight += (tag is null ? 1 : TagWeight) * (isAccepted ? AcceptedWeight : 1);
        }
    }
}
