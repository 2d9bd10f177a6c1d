using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads groups of members.</summary>
internal static class GroupViews
{
    private const int GroupsMost = 200; // What the port promises; more of them nobody knows apart.

    private const string Columns = """
        g.slug, g.title, g.description, g.access, g.callers, g.members, (SELECT state FROM group_members m
            WHERE m.community = g.community AND m.slug = g.slug AND m.account = ?1)
        """;

    public static IReadOnlyList<GroupView> List(Database database, string community, string? member, Viewer viewer)
    {
        var groups = new List<GroupView>();
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT {Columns} FROM member_groups g WHERE g.community = ?2 {(member is null ? "" : """
                AND g.slug IN (SELECT slug FROM group_members
                    WHERE community = ?2 AND account = ?3 AND state > 0)
                """)}
            ORDER BY g.folded, g.slug LIMIT {GroupsMost}
            """).Bind(viewer.Account ?? "").Bind(community).Bind(member ?? "");
        if (!sight.IsOpen()) return groups;
        while (row.Step()) groups.Add(Of(row));
        return groups;
    }

    public static GroupPageView? Get(Database database, string community, string slug, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"SELECT {Columns} FROM member_groups g WHERE g.community = ?2 AND g.slug = ?3")
            .Bind(viewer.Account ?? "").Bind(community).Bind(slug);
        var people = database.Query("""
            SELECT g.state, m.account, m.name, m.role FROM group_members g
            JOIN members m ON m.account = g.account AND m.community = g.community AND m.role > 0
            WHERE g.community = ?1 AND g.slug = ?2 ORDER BY g.state DESC, m.folded, m.n
            """).Bind(community).Bind(slug);
        if (!sight.IsOpen() || !row.Step()) return null;
        var group = Of(row);
        var isKept = group.IsOwner || viewer.Standing.Is(Role.Manager);
        var (owners, members, waiting) = (new List<AuthorView>(), new List<AuthorView>(), new List<AuthorView>());
        while (people.Step())
        {
            var list = people.Int(0) switch { 0 => waiting, 1 => members, _ => owners };
            list.Add(new AuthorView(people.Text(1), people.Text(2), (Role)people.Int(3)));
        }

        return new GroupPageView(group, owners, members, isKept ? waiting : [], isKept);
    }

    private static GroupView Of(Statement row)
    {
        var state = row.LongOrNull(6);
        return new GroupView(
            row.Text(0), row.Text(1), row.Text(2), (GroupAccess)row.Int(3), (GroupCallers)row.Int(4), row.Int(5),
            state > 0, state == 2, state == 0);
    }
}
