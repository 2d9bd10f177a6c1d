using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads ambassadors and leaderboards.</summary>
internal static class RecognitionViews
{
    private const int PlacesMost = 50; // What the port promises.

    private const int ThanksMost = 5; // For each ambassador; more is read on nobody's page.

    private const string Person = "m.account, m.name, m.role, m.community, m.face, m.flair";

    /// <summary>The author in these columns, from this one on: those of <c>Person</c>.</summary>
    public static AuthorView PersonIn(Statement row, int from) => new(
        row.Text(from), row.Text(from + 1), (Role)row.Int(from + 2),
        UploadProjection.FaceOf(row.Text(from + 3), row.TextOrNull(from + 4)), row.TextOrNull(from + 5));

    public static AmbassadorsView? Ambassadors(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var expected = database.Query("SELECT expected FROM recognition WHERE community = ?").Bind(community);
        var people = database.Query($"""
            SELECT {Person}, a.since, a.word FROM ambassadors a
            JOIN members m ON m.account = a.account AND m.community = a.community AND m.role > 0
            WHERE a.community = ? ORDER BY a.since, a.account
            """).Bind(community);
        var thanks = database.Query($"""
            SELECT {Person}, t.account, t.at, t.word FROM thanks t
            JOIN ambassadors a ON a.community = t.community AND a.account = t.account
            JOIN members m ON m.account = t.author AND m.community = t.community
            WHERE t.community = ? ORDER BY t.at DESC, t.n DESC
            """).Bind(community);
        if (!sight.IsOpen()) return null;
        var said = new Dictionary<string, (int Count, List<ThanksView> Last)>();
        while (thanks.Step())
        {
            var (count, last) = said.TryGetValue(thanks.Text(6), out var known) ? known : (0, []);
            if (last.Count < ThanksMost)
                last.Add(new ThanksView(PersonIn(thanks, 0), thanks.Time(7), thanks.Text(8)));
            said[thanks.Text(6)] = (count + 1, last);
        }

        var ambassadors = new List<AmbassadorView>();
        while (people.Step())
        {
            var (count, last) = said.GetValueOrDefault(people.Text(0), (0, []));
            ambassadors.Add(new(PersonIn(people, 0), people.Time(6), people.TextOrNull(7), count, last));
        }

        return new AmbassadorsView(expected.Step() ? expected.Text(0) : "", ambassadors);
    }

    public static LeaderboardView? Leaderboard(Database database, string community, int? from, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var off = database.Query("SELECT unranked FROM recognition WHERE community = ?").Bind(community);
        var sums = $"""
            SELECT m.n AS n, CAST(sum(p.points) AS BIGINT) AS points FROM points p
            JOIN members m ON m.account = p.account AND m.community = p.community AND m.role > 0 AND m.unranked = 0
            WHERE p.community = ?1 AND p.day {(from is null ? "= ?2" : ">= ?2")}
            GROUP BY m.n HAVING sum(p.points) > 0
            """;
        var rows = database.Query($"""
            SELECT {Person}, s.points FROM ({sums}) AS s JOIN members m ON m.n = s.n
            ORDER BY s.points DESC, m.folded, m.n LIMIT {PlacesMost}
            """).Bind(community).Bind(from ?? 0);
        var own = viewer.Account is null ? null : database.Query($"""
            SELECT {Person}, s.points, (SELECT count(*) FROM ({sums}) AS o WHERE o.points > s.points)
            FROM ({sums}) AS s JOIN members m ON m.n = s.n WHERE m.account = ?3
            """).Bind(community).Bind(from ?? 0).Bind(viewer.Account);
        if (!sight.IsOpen() || (off.Step() && off.Bool(0))) return null;
        var places = new List<LeaderboardPlace>();
        while (rows.Step())
        {
            var points = rows.Int(6);
            var place = places.Count > 0 && places[^1].Points == points ? places[^1].Place : places.Count + 1;
            places.Add(new(place, PersonIn(rows, 0), points));
        }

        return new LeaderboardView(
            places, own is not null && own.Step() ? new(own.Int(7) + 1, PersonIn(own, 0), own.Int(6)) : null);
    }
}
