using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads cases, for who may decide on them.</summary>
internal static class CaseViews
{
    // What the port promises.
    private const int SizeMax = 100;
    private const int ReportsMost = 100;
    private const int HappeningsMost = 200;

    // Of a busy week; the median of the latest ones is as good as that of all.
    private const int MeasuredMost = 10_000;

    private const string Columns = $"""
        c.id, c.place, CASE WHEN c.title <> '' THEN c.title ELSE coalesce(t.title, '') END,
        CASE WHEN c.text <> '' THEN c.text ELSE coalesce(p.text, '') END,
        c.category, c.waiting, c.illegal, c.escalated, c.appealed, c.acted_at, c.opened_at, c.changed_at, c.reports,
        c.weight, c.score, c.reasons, c.outcome, c.version, c.n, c.rank, c.author, {Person.Columns}, c.assignee,
        a.name, a.role, a.face
        """;

    private static readonly string From = $"""
        FROM cases c LEFT JOIN members m ON m.account = c.author AND m.community = c.community
        LEFT JOIN members a ON a.account = c.assignee AND a.community = c.community
        LEFT JOIN threads t ON t.id = c.thread AND t.community = c.community
        LEFT JOIN posts p ON p.id = ((t.n << {Schema.PostBits}) | c.number)
        """;

    public static Page<CaseRow> List(Database database, CaseQuery query, Viewer viewer)
    {
        var which = new Which(viewer.Standing);
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(query.Cursor, 'q', last);
        if (which.IsNobody) return new([], null);
        var key = query.Sort switch
        {
            CaseSort.Weight => "c.rank",
            CaseSort.Score => "c.score",
            CaseSort.Age => "c.opened_at",
            _ => "c.changed_at",
        };
        var (order, beyond) = query.Sort == CaseSort.Age ? ("ASC", ">") : ("DESC", "<");
        var size = Math.Clamp(query.Size, 1, SizeMax);
        var row = database.Query($"""
            SELECT {Columns}, {key} {From} WHERE c.community = ?1 {ShownBy(query.Show)}
                {(query.Kind is null ? "" : "AND c.id LIKE ?2")} {(query.Assignee is null ? "" : "AND c.assignee = ?3")}
                {(query.Category is null ? "" : "AND c.category = ?4")}
                {(query.Reason is null ? "" : "AND c.reasons LIKE ?5")}
                {(query.Author is null ? "" : "AND c.author = ?6")} {which.Condition(database, 7)}
                {(goesOn ? $"AND ({key}, c.n) {beyond} (?8, ?9)" : "")}
            ORDER BY {key} {order}, c.n {order} LIMIT ?10
            """).Bind(query.Community).Bind($"{query.Kind?.ToString().ToLowerInvariant()}-%").Bind(query.Assignee)
            .Bind(query.Category).Bind($"% {query.Reason} %").Bind(query.Author);
        which.Bind(row).Bind(last[0]).Bind(last[1]).Bind(size + 1);
        var rows = new List<CaseRow>(size);
        while (row.Step())
        {
            if (rows.Count == size)
            {
                row.Reset();
                return new(rows, Cursor.Of('q', last));
            }

            rows.Add(Of(row, query.Community));
            (last[0], last[1]) = (row.Long(row.Columns - 1), row.Long(18));
        }

        return new(rows, null);
    }

    public static CaseView? Get(Database database, string community, string id, Viewer viewer)
    {
        var which = new Which(viewer.Standing);
        if (which.IsNobody) return null;
        var row = database.Query($"""
            SELECT {Columns}, c.text, c.revision, c.title
            {From} WHERE c.community = ?1 AND c.id = ?2 {which.Condition(database, 3)}
            """).Bind(community).Bind(id);
        which.Bind(row);
        var reports = database.Query($"""
            SELECT r.reporter, {Person.Columns}, r.reason, r.said, r.at, r.weight, r.revision, r.illegal, r.rules,
                r.decision, coalesce(r.text, (SELECT x.text FROM case_reports x WHERE x.community = r.community
                    AND x.subject = r.subject AND x.revision = r.revision AND x.text IS NOT NULL LIMIT 1), '')
            FROM case_reports r LEFT JOIN members m ON m.account = r.reporter AND m.community = r.community
            WHERE r.community = ? AND r.subject = ? ORDER BY r.version DESC LIMIT {ReportsMost}
            """).Bind(community).Bind(id);
        var happenings = database.Query($"""
            SELECT h.account, {Person.Columns}, h.kind, h.at, h.said
            FROM case_happenings h LEFT JOIN members m ON m.account = h.account AND m.community = h.community
            WHERE h.community = ? AND h.subject = ? ORDER BY h.version DESC LIMIT {HappeningsMost}
            """).Bind(community).Bind(id);
        var decisions = DecisionViews.Ask(
            database, "d.community = ?1 AND d.subject = ?2 ORDER BY d.number DESC",
            asked => asked.Bind(community).Bind(id));
        if (!row.Step()) return null;
        var found = Of(row, community);
        var at = row.Columns - 3;
        var content = row.Text(at).Length + row.Text(at + 2).Length == 0 ? null : new ReportedContent(
            found.Author.Account, found.Category, row.Text(at), row.Int(at + 1), found.Title, found.Score);
        row.Reset();
        var (all, what) = (new List<ReportView>(), new List<CaseHappeningView>());
        while (reports.Step())
            all.Add(new(
                Person.Of(reports, 0, community), reports.Text(4), reports.TextOrNull(5), reports.Time(6),
                reports.Int(7), reports.Int(8), reports.Bool(9), reports.Text(12), Words(reports.Text(10)),
                (int?)reports.LongOrNull(11)));
        while (happenings.Step())
            what.Add(new(
                happenings.Text(4), Person.Of(happenings, 0, community), happenings.Time(5), happenings.TextOrNull(6)));
        what.Reverse();
        return new(found, content, all, DecisionViews.Read(decisions, community, withNotes: true), what);
    }

    public static int Waiting(Database database, string community, Viewer viewer)
    {
        var which = new Which(viewer.Standing);
        if (which.IsNobody) return 0;
        var row = database.Query($"""
            SELECT count(*) FROM cases c WHERE c.community = ?1 AND c.waiting = 1 {which.Condition(database, 2)}
            """).Bind(community);
        which.Bind(row);
        var count = row.Step() ? row.Int(0) : 0;
        row.Reset();
        return count;
    }

    public static CaseLoadView? Load(Database database, string community, DateTimeOffset since, Viewer viewer)
    {
        var which = new Which(viewer.Standing);
        if (which.IsNobody) return null;
        var waiting = database.Query($"""
            SELECT count(*), coalesce(sum(CASE WHEN c.illegal + c.escalated + c.appealed > 0 THEN 1 ELSE 0 END), 0),
                min(c.opened_at) FROM cases c WHERE c.community = ?1 AND c.waiting = 1 {which.Condition(database, 2)}
            """).Bind(community);
        which.Bind(waiting);
        var decided = database.Query($"""
            SELECT d.decider, {Person.Columns}, d.at - d.opened_at, d.ended FROM decisions d
            JOIN cases c ON c.community = d.community AND c.id = d.subject
            LEFT JOIN members m ON m.account = d.decider AND m.community = d.community
            WHERE d.community = ?1 {which.Condition(database, 2)} AND d.at > ?3 AND d.origin = 0
            ORDER BY d.at DESC LIMIT {MeasuredMost}
            """).Bind(community);
        which.Bind(decided).Bind(since.ToUnixTimeMilliseconds());
        if (!waiting.Step()) return null;
        var (count, urgent, oldest) = (waiting.Int(0), waiting.Int(1), waiting.TimeOrNull(2));
        waiting.Reset();
        var all = new List<(AuthorView By, long Took, bool IsUndone)>();
        while (decided.Step())
            all.Add((Person.Of(decided, 0, community), decided.Long(4),
                decided.Int(5) is (int)DecisionEnd.Undone or (int)DecisionEnd.Overturned));
        var moderators = all.GroupBy(one => one.By.Account).Select(group => new ModeratorLoadView(
            group.First().By, group.Count(), Median(group.Select(one => one.Took)),
            group.Count(one => one.IsUndone)));
        return new(
            count, urgent, oldest, all.Count, all.Count == 0 ? null : Median(all.Select(one => one.Took)),
            [.. moderators.OrderByDescending(one => one.Decided).ThenBy(one => one.Moderator.Account)]);
    }

    private static TimeSpan Median(IEnumerable<long> took)
    {
        long[] ordered = [.. took.Order()];
        return TimeSpan.FromMilliseconds(ordered[(ordered.Length - 1) / 2]);
    }

    private static string ShownBy(CaseShow show) => show switch
    {
        CaseShow.Waiting => "AND c.waiting = 1",
        CaseShow.Escalated => "AND c.waiting = 1 AND c.escalated = 1",
        CaseShow.Appealed => "AND c.waiting = 1 AND c.appealed > 0",
        CaseShow.Resolved => "AND c.waiting = 0",
        _ => "",
    };

    private static CaseRow Of(Statement row, string community)
    {
        var (subject, place) = (Subject.Parse(row.Text(0))!.Value, Subject.Parse(row.Text(1))!.Value);
        var assignee = Person.Of(row, 24, community);
        return new(
            row.Text(0), subject, place, row.Text(2), PlainText.Excerpt(PlainText.Of(row.Text(3))),
            Person.Of(row, 20, community), row.TextOrNull(4), row.Bool(5),
            row.Int(6) + row.Int(7) + row.Int(8) > 0, row.Bool(7), row.Int(8) > 0,
            assignee.Account.Length == 0 ? null : assignee, row.Time(9), row.Time(10), row.Time(11), row.Int(12),
            row.Int(13), row.Int(14) < 0 ? null : row.Int(14), Words(row.Text(15)), CaseProjection.Read(row.Text(16)),
            row.Long(17));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Which cases somebody may decide on: all, or those of some categories.
    private readonly struct Which(Standing standing)
    {
        private readonly string[]? _categories = standing.Is(Role.Moderator) ? null
            : standing.Bar == Bar.None ? standing.Categories?.Split(' ') ?? [] : [];

        public bool IsNobody => _categories is { Length: 0 };

        public string Condition(Database database, int parameter) =>
            _categories is null ? "" : $"AND {database.Dialect.IsOneOf("c.category", parameter)}";

        public Statement Bind(Statement row) => _categories is null ? row.Bind("") : row.Bind(_categories);
    }
}

/// <summary>Somebody whom a row names by account, with what they are called.</summary>
internal static class Person
{
    /// <summary>Behind the account, of the table <c>members m</c>.</summary>
    public const string Columns = "m.name, m.role, m.face";

    public static AuthorView Of(Statement row, int at, string community) => row.Text(at).Length == 0
        ? Authors.Gone
        : new(
            row.Text(at), row.TextOrNull(at + 1) ?? row.Text(at), (Role)(row.LongOrNull(at + 2) ?? 0),
            UploadProjection.FaceOf(community, row.TextOrNull(at + 3)));
}
