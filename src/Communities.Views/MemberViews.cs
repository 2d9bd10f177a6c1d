using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads members, memberships, and what a member wrote.</summary>
internal static class MemberViews
{
    private const int PageSize = 50; // As many as a page of a thread has posts.

    private const string Columns = """
        n, account, name, biography, role, trust, joined_at, threads, posts, given, received, accepted, days_first,
        days, version, locked, location, pronouns, links, invited_by, face, kept
        """;

    public static MemberView? Get(Database database, string community, string account, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM members WHERE account = ? AND community = ? AND joined_at IS NOT NULL
            """).Bind(account).Bind(community);
        return sight.IsOpen() && row.Step() ? Of(row, community) : null;
    }

    public static Page<MemberView> List(Database database, MembersQuery query, Viewer viewer)
    {
        Span<long> last = stackalloc long[1];
        var isByName = query.Order == MemberOrder.Name;
        var list = isByName ? 'm' : 'n';
        var goesOn = Cursor.Read(query.Cursor, list, last);
        var sight = viewer.Look(database, query.Community);
        var prefix = Folding.Fold(query.StartsWith ?? "");
        var (key, beyond, order) = isByName ? ("folded, n", ">", "folded, n")
            : ("joined_at, n", "<", "joined_at DESC, n DESC");
        var row = database.Query($"""
            SELECT {Columns} FROM members WHERE community = ?1 AND role > {(query.IsStaff ? 1 : 0)}
            {(goesOn ? $"AND ({key}) {beyond} (SELECT {key} FROM members WHERE n = ?3 AND community = ?1)" : "")}
            {(prefix.Length == 0 ? "" : "AND ?2 IN (substr(folded, 1, length(?2)), substr(account, 1, length(?2)))")}
            {(query.Trust is null ? "" : "AND trust = ?5")}
            ORDER BY {order} LIMIT ?4
            """).Bind(query.Community).Bind(prefix).Bind(last[0]).Bind(PageSize + 1).Bind(query.Trust ?? 0);
        if (!sight.IsOpen()) return new Page<MemberView>([], null);
        var members = new List<MemberView>(PageSize);
        while (row.Step())
        {
            if (members.Count == PageSize) return new Page<MemberView>(members, Cursor.Of(list, last[0]));
            members.Add(Of(row, query.Community));
            last[0] = row.Long(0);
        }

        return new Page<MemberView>(members, null);
    }

    public static IReadOnlyList<MembershipView> Memberships(Database database, string account)
    {
        var memberships = new List<MembershipView>();
        var row = database.Query($"""
            SELECT c.slug, c.name, m.role, m.name FROM members m JOIN communities c ON c.slug = m.community
            WHERE m.account = ? AND {Schema.IsIn("m")} ORDER BY c.name, c.slug
            """).Bind(account);
        while (row.Step())
            memberships.Add(new MembershipView(row.Text(0), row.Text(1), (Role)row.Int(2), row.Text(3)));
        return memberships;
    }

    public static Page<Hit> Posts(Database database, ActivityQuery query, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var (community, list) = (query.Community, "potar"[(int)query.Kind]);
        var goesOn = Cursor.Read(query.Cursor, list, last);
        var seesAll = viewer.Account == query.Account || viewer.Standing.Is(Role.Moderator);
        var sight = viewer.Look(database, community);
        const string Whose = "(SELECT n FROM members WHERE account = ?1 AND community = ?2)";
        var which = query.Kind switch
        {
            ActivityKind.Threads => $"p.author = {Whose} AND p.id & {Schema.NumberMask} = 1",
            ActivityKind.Replies => $"p.author = {Whose} AND p.id & {Schema.NumberMask} > 1",
            ActivityKind.Answers => $"p.author = {Whose} AND p.id & {Schema.NumberMask} = t.accepted",
            ActivityKind.Reactions => $"p.id IN (SELECT post FROM reactions WHERE member = {Whose})",
            _ => $"p.author = {Whose}",
        };
        var row = database.Query($"""
            SELECT p.id, p.at, p.author, p.text, t.id, t.title
            FROM posts p JOIN threads t ON t.n = p.id >> {Schema.PostBits}
            WHERE {which} AND p.removal = 0 AND {(seesAll ? "t.removal = 0" : "t.listed = 1")}
                {(goesOn ? "AND (p.at, p.id) < (?3, ?4)" : "")}
            ORDER BY p.at DESC, p.id DESC LIMIT ?5
            """).Bind(query.Account).Bind(community).Bind(last[0]).Bind(last[1]).Bind(PageSize + 1);
        if (!sight.IsOpen()) return new Page<Hit>([], null);
        var (hits, authors) = (new List<Hit>(PageSize), new Authors(database));
        while (row.Step())
        {
            if (hits.Count == PageSize) return new Page<Hit>(hits, Cursor.Of(list, last));
            (last[0], last[1]) = (row.Long(1), row.Long(0));
            hits.Add(new Hit(
                community, row.Text(4), row.Text(5), Schema.NumberOf(row.Long(0)), authors.Of(row.Long(2)),
                row.Time(1), PlainText.Excerpt(row.Text(3))));
        }

        return new Page<Hit>(hits, null);
    }

    private static MemberView Of(Statement row, string community) => new(
        community, row.Text(1), row.Text(2), row.Text(3), (Role)row.Int(4), row.Int(5), row.Time(6), row.Int(4) == 0,
        new MemberCounters(
            row.Int(7), row.Int(8), row.Int(9), row.Int(10), row.Int(11), Days.Read(row.Int(12), row.Bytes(13)).Count),
        row.Long(14), row.Bool(15), row.TextOrNull(16), row.TextOrNull(17), row.TextOrNull(18)?.Split('\n') ?? [],
        row.TextOrNull(19), UploadProjection.FaceOf(community, row.TextOrNull(20)))
    {
        Kept = ThreadState.ReadTags(row.TextOrNull(21) ?? ""),
    };
}
