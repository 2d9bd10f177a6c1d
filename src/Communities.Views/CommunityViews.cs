namespace Communities.Views;

/// <summary>Reads communities, their categories and tags.</summary>
internal static class CommunityViews
{
    private const int TagsMost = 200; // What the port promises; a longer cloud is read by nobody.

    private const string Columns = """
        slug, name, summary, language, visibility, purpose, rules, founded_at, members, threads, posts, reactions,
        views, version, (SELECT kind FROM joining WHERE community = slug),
        (SELECT question FROM joining WHERE community = slug),
        p.for_whom, p.belongs, p.not_here, p.words
        """;

    private const string From = "communities LEFT JOIN purposes p ON p.community = slug";

    public static IReadOnlyList<CommunityView> List(Database database, string? account)
    {
        var found = new List<CommunityView>();
        var row = database.Query($"""
            SELECT {Columns} FROM {From} WHERE visibility = 0
                OR slug IN (SELECT m.community FROM members m WHERE m.account = ? AND {Schema.IsIn("m")})
            ORDER BY members DESC, slug
            """).Bind(account ?? "");
        while (row.Step()) found.Add(Of(row));
        if (found.Count == 0) return found;
        var categories = Categories(database, [.. found.Select(community => community.Slug)]);
        return found.ConvertAll(community => community with { Categories = [.. categories[community.Slug]] });
    }

    public static CommunityView? Get(Database database, string community, Viewer viewer)
    {
        var row = database.Query($"SELECT {Columns} FROM {From} WHERE slug = ?").Bind(community);
        var categories = Categories(database, [community]);
        return row.Step() && viewer.Sees((Visibility)row.Int(4))
            ? Of(row) with { Categories = [.. categories[community]] } : null;
    }

    public static IReadOnlyList<TagView> Tags(Database database, string community, Viewer viewer)
    {
        var tags = new List<TagView>();
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT tag, threads FROM tags WHERE community = ? AND threads > 0 ORDER BY threads DESC, tag LIMIT ?
            """).Bind(community).Bind(TagsMost);
        if (!sight.IsOpen()) return tags;
        while (row.Step()) tags.Add(new TagView(row.Text(0), row.Int(1)));
        return tags;
    }

    // What is asked but not read yet is sent together with it.
    private static ILookup<string, CategoryView> Categories(Database database, IReadOnlyCollection<string> communities)
    {
        var categories = new List<(string Community, CategoryView Category)>();
        var row = database.Query($"""
            SELECT slug, name, description, parent, hue, threads + (
                SELECT CAST(coalesce(sum(threads), 0) AS BIGINT) FROM categories AS below
                WHERE below.community = categories.community AND below.parent = categories.slug), community
            FROM categories WHERE {database.Dialect.IsOneOf("community", 1)} ORDER BY community, place
            """).Bind(communities);
        while (row.Step())
            categories.Add((row.Text(6), new CategoryView(
                row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.Int(4), row.Int(5))));
        return categories.ToLookup(one => one.Community, one => one.Category);
    }

    private static CommunityView Of(Statement row) => new(
        row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3), (Visibility)row.Int(4), PurposeOf(row), row.Text(6),
        row.Time(7), new CommunityCounters(row.Int(8), row.Int(9), row.Int(10), row.Int(11), row.Long(12)),
        [], row.Long(13),
        (Visibility)row.Int(4) == Visibility.Private ? Joining.Invitation : (Joining)(row.LongOrNull(14) ?? 0),
        row.TextOrNull(15));

    private static Purpose PurposeOf(Statement row) => row.IsNull(16)
        ? Purpose.Saying(row.Text(5))
        : new Purpose(row.Text(5), row.Text(16), row.Text(17), row.Text(18), Schema.WordsOf(row.Text(19)));
}
