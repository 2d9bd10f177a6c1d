namespace Communities.Views;

/// <summary>Reads communities, their categories and tags.</summary>
internal static class CommunityViews
{
    private const int TagsMost = 200; // What the port promises; a longer cloud is read by nobody.

    private const string Columns = """
        slug, name, summary, language, visibility, purpose, rules, founded_at, members, threads, posts, reactions,
        views, version
        """;

    public static IReadOnlyList<CommunityView> List(Database database, string? account)
    {
        var found = new List<CommunityView>();
        var row = database.Query($"""
            SELECT {Columns} FROM communities WHERE visibility = 0
                OR slug IN (SELECT community FROM members WHERE account = ? AND role > 0)
            ORDER BY members DESC, slug
            """).Bind(account ?? "");
        while (row.Step()) found.Add(Of(row, Categories(database, row.Text(0))));
        return found;
    }

    public static CommunityView? Get(Database database, string community, Viewer viewer)
    {
        var row = database.Query($"SELECT {Columns} FROM communities WHERE slug = ?").Bind(community);
        return row.Step() && viewer.Sees((Visibility)row.Int(4)) ? Of(row, Categories(database, community)) : null;
    }

    public static IReadOnlyList<TagView> Tags(Database database, string community, Viewer viewer)
    {
        var tags = new List<TagView>();
        if (!viewer.Sees(database, community)) return tags;
        var row = database.Query("""
            SELECT tag, threads FROM tags WHERE community = ? AND threads > 0 ORDER BY threads DESC, tag LIMIT ?
            """).Bind(community).Bind(TagsMost);
        while (row.Step()) tags.Add(new TagView(row.Text(0), row.Int(1)));
        return tags;
    }

    private static List<CategoryView> Categories(Database database, string community)
    {
        var categories = new List<CategoryView>();
        var row = database.Query("""
            SELECT slug, name, description, parent, hue, threads + (
                SELECT coalesce(sum(threads), 0) FROM categories AS below
                WHERE below.community = categories.community AND below.parent = categories.slug)
            FROM categories WHERE community = ? ORDER BY place
            """).Bind(community);
        while (row.Step())
            categories.Add(new CategoryView(
                row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.Int(4), row.Int(5)));
        return categories;
    }

    private static CommunityView Of(Statement row, IReadOnlyList<CategoryView> categories) => new(
        row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3), (Visibility)row.Int(4), row.Text(5), row.Text(6),
        row.Time(7), new CommunityCounters(row.Int(8), row.Int(9), row.Int(10), row.Int(11), row.Long(12)),
        categories, row.Long(13));
}
