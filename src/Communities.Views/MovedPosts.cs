namespace Communities.Views;

/// <summary>Finds posts that are not where they were, or of which only the day is known.</summary>
internal static class MovedPosts
{
    public static PostPlace? PlaceOf(
        Database database, string community, string thread, int number, Viewer viewer)
    {
        if (number is < 1 or > Thread.NumberMax) return null;
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT t.id, m.post, t.removal, a.account, a.name, a.role, t.category, p.removal, p.author
            FROM threads s JOIN moved m ON m.old >= (s.n << {Schema.PostBits}) + ?3
                AND m.old < (s.n + 1) << {Schema.PostBits}
            JOIN posts p ON p.id = m.post
            JOIN threads t ON t.n = m.post >> {Schema.PostBits} LEFT JOIN members a ON a.n = t.author
            WHERE s.id = ?1 AND s.community = ?2 AND (s.merged = 1 OR m.old = (s.n << {Schema.PostBits}) + ?3)
            ORDER BY m.old LIMIT 1
            """).Bind(thread).Bind(community).Bind(number);
        if (!sight.IsOpen() || !row.Step()) return null;
        var author = row.IsNull(3) ? Authors.Gone : new AuthorView(row.Text(3), row.Text(4), (Actors.Role)row.Int(5));
        var removal = (Removal)row.Int(7);
        var isKnown = removal != Removal.Pending
            || viewer.Sees(removal, new Authors(database).Of(row.Long(8)), row.TextOrNull(6));
        return isKnown && viewer.Sees((Removal)row.Int(2), author, row.TextOrNull(6))
            ? new PostPlace(row.Text(0), Schema.NumberOf(row.Long(1)))
            : null;
    }

    public static int? FirstSince(
        Database database, string community, string thread, DateTimeOffset since, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var found = database.Query("SELECT n, removal, author, category FROM threads WHERE id = ? AND community = ?")
            .Bind(thread).Bind(community);
        if (!sight.IsOpen() || !found.Step()) return null;
        var author = new Authors(database).Of(found.Long(2));
        if (!viewer.Sees((Removal)found.Int(1), author, found.TextOrNull(3))) return null;

        // Goes through the posts from the first on, for those that came from elsewhere do not stand by their times.
        var row = database.Query("""
            SELECT id FROM posts WHERE id BETWEEN ? AND ? AND at >= ? AND removal NOT IN (?, ?) ORDER BY id LIMIT 1
            """).Bind(Schema.PostOf(found.Long(0), 1)).Bind(Schema.PostOf(found.Long(0), Thread.NumberMax))
            .Bind(since.ToUnixTimeMilliseconds()).Bind((long)Removal.Moved)
            .Bind((long)Removal.Pending);
        return row.Step() ? Schema.NumberOf(row.Long(0)) : null;
    }
}
