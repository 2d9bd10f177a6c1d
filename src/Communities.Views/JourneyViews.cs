namespace Communities.Views;

/// <summary>Reads what came of journeys, and introductions with their greetings.</summary>
internal static class JourneyViews
{
    public static JourneyCount Count(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var begun = database.Query("""
            SELECT count(*) FROM journeys WHERE community = ?1 AND begun_at >= ?2 AND begun_at < ?3
            """).Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds());
        var row = database.Query("""
            SELECT s.step, count(s.sent_at),
                coalesce(sum(CASE WHEN s.sent_at IS NOT NULL AND s.done_at IS NOT NULL THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN s.sent_at IS NULL AND s.done_at IS NOT NULL THEN 1 ELSE 0 END), 0)
            FROM journey_steps s JOIN journeys j ON j.community = s.community AND j.account = s.account
            WHERE j.community = ?1 AND j.begun_at >= ?2 AND j.begun_at < ?3 GROUP BY s.step ORDER BY s.step
            """).Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds());
        var steps = new List<StepCount>();
        if (!sight.IsOpen() || !begun.Step()) return new JourneyCount(0, steps);
        while (row.Step()) steps.Add(new StepCount(row.Text(0), row.Int(1), row.Int(2), row.Int(3)));
        return new JourneyCount(begun.Int(0), steps);
    }

    public static IReadOnlyList<IntroductionView> Introductions(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            SELECT t.id, t.title, t.excerpt, i.author, i.at, i.greet_by, g.at, coalesce(g.author, 0)
            FROM introductions i JOIN threads t ON t.n = i.thread LEFT JOIN posts g ON g.id = (
                SELECT min(p.id) FROM posts p
                WHERE p.id > ((i.thread << {Schema.PostBits}) | 1) AND p.id < ((i.thread + 1) << {Schema.PostBits})
                    AND p.removal = 0 AND p.author <> i.author)
            WHERE i.community = ?1 AND i.at >= ?2 AND i.at < ?3 AND t.listed = 1
            ORDER BY i.at DESC, i.thread DESC LIMIT ?4
            """).Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds())
            .Bind(IntroductionView.Most);
        var all = new List<IntroductionView>();
        if (!sight.IsOpen()) return all;
        var authors = new Authors(database);
        authors.Meet(row, one => [one.Long(3), one.Long(7)]);
        while (row.Step())
            all.Add(new IntroductionView(
                row.Text(0), row.Text(1), row.Text(2), authors.Of(row.Long(3)), row.Time(4), row.Time(5),
                row.LongOrNull(6) is null ? null : row.Time(6), row.Long(7) is 0 ? null : authors.Of(row.Long(7))));
        return [.. all.Where(one => one.GreetedAt is null).OrderBy(one => one.GreetBy),
            .. all.Where(one => one.GreetedAt is not null)];
    }
}
