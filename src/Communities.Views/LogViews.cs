using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads the moderation log: as moderators see it, or as everybody does.</summary>
internal static class LogViews
{
    // Everybody is told what was done and why; not who asked to join, whom it hit, nor how anything was worded before.
    private const string Public = "l.act NOT IN ('declined', 'described', 'trusted', 'escalated', 'case-reopened')";

    // Whom everybody is told of: those who keep order are known to all.
    private const string Told = "l.act IN ('appointed', 'kept')";

    // What the edit of a post made of what, wherever the post is by now.
    private static readonly string Post = $"""
        (SELECT coalesce((SELECT m.post FROM moved m WHERE m.old = (t.n << {Schema.PostBits}) | l.number),
            (t.n << {Schema.PostBits}) | l.number))
        """;

    public static Page<LogEntry> List(Database database, LogQuery query, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(query.Cursor, 'l', last);
        var isFull = viewer.Standing.Is(Role.Moderator);
        var sight = viewer.Look(database, query.Community);
        var names = database.Query("SELECT shown FROM log_names WHERE community = ?").Bind(query.Community);
        var size = Math.Clamp(query.Size, 1, LogQuery.SizeMost);
        var row = Entries(database, query, isFull, goesOn ? (last[0], last[1]) : (long.MaxValue, 0), size + 1);
        if (!sight.IsOpen()) return new Page<LogEntry>([], null);
        var isNamed = isFull || (names.Step() && names.Bool(0));
        // Who is not named is not found by name either.
        if (!isNamed && query.By is not null) return new Page<LogEntry>([], null);

        var entries = new List<LogEntry>(size);
        while (row.Step())
        {
            if (entries.Count == size)
                return new Page<LogEntry>(
                    entries, Cursor.Of('l', entries[^1].At.ToUnixTimeMilliseconds(), entries[^1].Id));
            entries.Add(Of(query.Community, row, isFull, isNamed));
        }

        return new Page<LogEntry>(entries, null);
    }

    private static Statement Entries(
        Database database, LogQuery query, bool isFull, (long At, long N) before, int most) => database
        .Query($"""
            SELECT l.n, l.at, l.act, l.field, l.account, b.name, b.role, t.id, t.title, l.number, m.account, m.name,
                m.role, l.item, o.id, o.title, l.case_id, l.decision, l.rule, l.reason, l.value,
                {(isFull ? Before : "NULL")}, {(isFull ? After : "NULL")}, b.face, m.face
            FROM log l
                LEFT JOIN threads t ON t.id = l.thread AND t.community = l.community {(isFull ? "" : Listed("t"))}
                LEFT JOIN threads o ON o.id = l.item AND o.community = l.community AND l.act IN ('moved', 'merged')
                    {(isFull ? "" : Listed("o"))}
                LEFT JOIN members b ON b.account = l.account AND b.community = l.community
                LEFT JOIN members m ON m.n = l.member
            WHERE l.community = ?1 AND (l.at, l.n) < (?2, ?9) {(isFull ? "" : $"AND {Public}")}
                {(query.Field is null ? "" : "AND l.field = ?3")} {(query.By is null ? "" : "AND l.account = ?4")}
                {(query.Member is null ? "" : $"AND m.account = ?5 {(isFull ? "" : $"AND {Told}")}")}
                {(query.From is null ? "" : "AND l.at >= ?6")} {(query.To is null ? "" : "AND l.at < ?7")}
            ORDER BY l.at DESC, l.n DESC LIMIT ?8
            """).Bind(query.Community).Bind(before.At).Bind((long)(query.Field ?? 0)).Bind(query.By)
            .Bind(query.Member).Bind(query.From?.ToUnixTimeMilliseconds() ?? 0)
            .Bind(query.To?.ToUnixTimeMilliseconds() ?? 0).Bind(most).Bind(before.N);

    private static string Before => $"""
        CASE WHEN l.act = 'edited' THEN (SELECT r.text FROM revisions r
            WHERE r.post = {Post} AND r.revision = CAST(l.value AS INTEGER) - 1) ELSE l.before END
        """;

    private static string After => $"""
        CASE WHEN l.act = 'edited' THEN coalesce((SELECT r.text FROM revisions r
                WHERE r.post = {Post} AND r.revision = CAST(l.value AS INTEGER)),
            (SELECT p.text FROM posts p WHERE p.id = {Post})) ELSE l.after END
        """;

    private static string Listed(string thread) => $"AND {thread}.listed = 1";

    private static LogEntry Of(string community, Statement row, bool isFull, bool isNamed)
    {
        var (act, by) = (row.Text(2), row.Text(4));
        var isShown = isFull || act is "appointed" or "kept" or "entrusted" or "relieved"
            or "awarded" or "revoked";
        return new LogEntry(
            row.Long(0), row.Time(1), act, (LogField)row.Int(3),
            (isFull || (isNamed && act != "appealed")) && by.Length > 0 ? Person(community, row, 4, 23) : null,
            by.Length == 0,
            row.IsNull(7) ? null : new ThreadLink(row.Text(7), row.Text(8)), row.Int(9),
            isShown && !row.IsNull(10) ? Person(community, row, 10, 24) : null,
            row.Text(13) is { Length: > 0 } item && row.IsNull(14) && act is not ("moved" or "merged") ? item : null,
            isFull ? row.TextOrNull(16) : null, isFull ? row.Int(17) : 0, row.TextOrNull(18), row.TextOrNull(19),
            row.TextOrNull(20), row.TextOrNull(21), row.TextOrNull(22))
        {
            Subject = Subject.Parse(row.TextOrNull(16))?.Kind,
            Other = row.IsNull(14) ? null : new ThreadLink(row.Text(14), row.Text(15)),
        };
    }

    private static AuthorView Person(string community, Statement row, int account, int face) => new(
        row.Text(account), row.TextOrNull(account + 1) ?? row.Text(account),
        (Role)(row.LongOrNull(account + 2) ?? 0), UploadProjection.FaceOf(community, row.TextOrNull(face)));
}
