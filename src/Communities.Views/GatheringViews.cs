using System.Globalization;
using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads gatherings.</summary>
internal static class GatheringViews
{
    private const int FacesMost = 24; // What the port promises.
    private const int OwnMost = 500; // What the port promises.

    // The account that reads is parameter 1.
    private const string Columns = """
        g.community, g.id, g.form, g.title, g.text, g.starts, g.ends, g.zone, g.place, g.link, g.capacity, g.category,
        g.planner, g.hosts, g.reminders, g.planned_at, g.changed_at, g.sequence, g.status, g.reason, g.recapped,
        g.going, g.waiting, g.interested, g.attended, me.rsvp, me.attended, g.code, g.rooms, g.times, me.turn
        """;

    private const string Source = """
        FROM gatherings g LEFT JOIN gathering_people me
            ON me.community = g.community AND me.gathering = g.id AND me.account = ?1
        """;

    public static Page<GatheringView> List(Database database, GatheringQuery query, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(query.Cursor, 'g', last);
        var (ended, cancelled) = ((int)GatheringStatus.Ended, (int)GatheringStatus.Cancelled);
        var (which, order, next) = query.IsPast
            ? ($"(g.ends <= ?3 OR g.status = {ended})", "DESC", "<")
            : ($"g.ends > ?3 AND g.status <> {ended}", "ASC", ">");
        if (query.TakesPlace) which += $" AND g.status <> {cancelled}";
        var sight = viewer.Look(database, query.Community);

        // Two may start at the same time: the place between them is that of their ids' moments.
        var row = database.Query($"""
            SELECT {Columns} {Source} WHERE g.community = ?2 AND {which}
                {(goesOn ? $"AND (g.starts {next} ?4 OR (g.starts = ?4 AND g.planned_at {next} ?5))" : "")}
            ORDER BY g.starts {order}, g.planned_at {order}, g.id LIMIT {query.Size + 1}
            """).Bind(viewer.Account ?? "").Bind(query.Community).Bind(query.At.ToUnixTimeMilliseconds())
            .Bind(last[0]).Bind(last[1]);
        if (!sight.IsOpen()) return new([], null);
        var found = new List<GatheringView>();
        while (row.Step())
        {
            if (found.Count == query.Size) return new(found, Cursor.Of('g', last));
            (last[0], last[1]) = (row.Long(5), row.Long(15));
            found.Add(Of(row, viewer));
        }

        return new(found, null);
    }

    public static IReadOnlyList<GatheringView> Of(Database database, string account, DateTimeOffset from)
    {
        // As a member sees them; who has left a private community sees nothing of it.
        var row = database.Query($"""
            SELECT {Columns}, m.role {Source}
            JOIN members m ON m.account = ?1 AND m.community = g.community AND m.role > 0
            WHERE g.ends > ?2 AND (me.rsvp > 0 OR g.planner = ?1 OR ' ' || g.hosts || ' ' LIKE '% ' || ?1 || ' %')
            ORDER BY g.starts, g.id LIMIT {OwnMost}
            """).Bind(account).Bind(from.ToUnixTimeMilliseconds());
        var found = new List<GatheringView>();
        while (row.Step())
        {
            var one = Of(row, new Viewer(account, new Standing((Role)row.Int(31))));
            // An underscore in a name stands for any letter to the database.
            if (one.Mine != Rsvp.None || one.Planner == account || one.Hosts.Contains(account)) found.Add(one);
        }

        return found;
    }

    public static GatheringPageView? Get(Database database, string community, string gathering, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"SELECT {Columns} {Source} WHERE g.community = ?2 AND g.id = ?3")
            .Bind(viewer.Account ?? "").Bind(community).Bind(gathering);
        if (!sight.IsOpen() || !row.Step()) return null;
        var found = Of(row, viewer);
        var (code, rooms, times, turn) = (row.TextOrNull(27), row.Text(28), row.Text(29), row.LongOrNull(30));
        row.Reset();
        var people = People(database, community, [found.Planner, .. found.Hosts]);
        var hosts = new[] { found.Planner }.Concat(found.Hosts).Distinct().Where(host => host.Length > 0)
            .Select(host => people.GetValueOrDefault(host, new AuthorView(host, host, Role.None))).ToList();
        return new GatheringPageView(
            found, hosts, viewer.Standing.Is(Role.Member) ? Faces(database, community, gathering) : [],
            found.Mine == Rsvp.Waiting ? PlaceOf(database, community, gathering, turn ?? 0) : 0,
            code is not null, found.IsKept ? code : null,
            rooms.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            [.. Numbers(times).Select(DateTimeOffset.FromUnixTimeMilliseconds)],
            Sessions(database, community, gathering, viewer));
    }

    public static IReadOnlyList<GuestView> Guests(
        Database database, string community, string gathering, Viewer viewer)
    {
        if (Get(database, community, gathering, viewer) is not { Gathering.IsKept: true }) return [];
        var row = database.Query("""
            SELECT p.account, m.name, m.role, p.rsvp, p.attended FROM gathering_people p
            LEFT JOIN members m ON m.account = p.account AND m.community = p.community
            WHERE p.community = ? AND p.gathering = ? AND (p.rsvp > 0 OR p.attended = 1)
            ORDER BY p.rsvp DESC, p.turn, p.account
            """).Bind(community).Bind(gathering);
        var guests = new List<GuestView>();
        while (row.Step())
            guests.Add(new GuestView(
                new AuthorView(row.Text(0), row.TextOrNull(1) ?? row.Text(0), (Role)(row.LongOrNull(2) ?? 0)),
                (Rsvp)row.Int(3), row.Bool(4)));
        return guests;
    }

    private static List<AuthorView> Faces(Database database, string community, string gathering)
    {
        var row = database.Query($"""
            SELECT m.account, m.name, m.role, m.face FROM gathering_people p
            JOIN members m ON m.account = p.account AND m.community = p.community
            WHERE p.community = ? AND p.gathering = ? AND p.rsvp = {(int)Rsvp.Going}
            ORDER BY p.turn LIMIT {FacesMost}
            """).Bind(community).Bind(gathering);
        var faces = new List<AuthorView>();
        while (row.Step()) faces.Add(Author(row, community));
        return faces;
    }

    private static Dictionary<string, AuthorView> People(
        Database database, string community, IReadOnlyCollection<string> accounts)
    {
        var row = database.Query($"""
            SELECT account, name, role, face FROM members
            WHERE {database.Dialect.IsOneOf("account", 1)} AND community = ?2
            """).Bind(accounts).Bind(community);
        var people = new Dictionary<string, AuthorView>();
        while (row.Step()) people[row.Text(0)] = Author(row, community);
        return people;
    }

    private static List<GatheringSessionView> Sessions(
        Database database, string community, string gathering, Viewer viewer)
    {
        var row = database.Query("""
            SELECT m.account, m.name, m.role, m.face, s.author, s.session, s.title, s.text, s.votes, v.session, s.room,
                s.time
            FROM gathering_sessions s
            LEFT JOIN members m ON m.account = s.author AND m.community = s.community
            LEFT JOIN gathering_votes v ON v.community = s.community AND v.gathering = s.gathering
                AND v.account = ?1 AND v.session = s.session
            WHERE s.community = ?2 AND s.gathering = ?3 ORDER BY s.votes DESC, s.session
            """).Bind(viewer.Account ?? "").Bind(community).Bind(gathering);
        var sessions = new List<GatheringSessionView>();
        while (row.Step())
            sessions.Add(new GatheringSessionView(
                row.Int(5),
                row.IsNull(0) ? new AuthorView(row.Text(4), row.Text(4), Role.None) : Author(row, community),
                row.Text(6), row.Text(7), row.Int(8), !row.IsNull(9), row.Int(10), row.Int(11)));
        return sessions;
    }

    private static int PlaceOf(Database database, string community, string gathering, long turn)
    {
        var row = database.Query($"""
            SELECT COUNT(*) FROM gathering_people WHERE community = ? AND gathering = ?
                AND rsvp = {(int)Rsvp.Waiting} AND turn <= ?
            """).Bind(community).Bind(gathering).Bind(turn);
        return row.Step() ? row.Int(0) : 0;
    }

    private static AuthorView Author(Statement row, string community) => new(
        row.Text(0), row.Text(1), (Role)row.Int(2), UploadProjection.FaceOf(community, row.TextOrNull(3)));

    private static GatheringView Of(Statement row, Viewer viewer)
    {
        var (planner, hosts) = (row.Text(12), row.Text(13).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var mine = (Rsvp)(row.LongOrNull(25) ?? 0);
        var isKept = viewer.Standing.Is(Role.Moderator)
            || (viewer.Account is { } account && (account == planner || hosts.Contains(account)));
        return new GatheringView(
            row.Text(0), row.Text(1), (GatheringForm)row.Int(2), row.Text(3), row.Text(4), row.Time(5), row.Time(6),
            row.Text(7), row.TextOrNull(8), isKept || mine == Rsvp.Going ? row.TextOrNull(9) : null, !row.IsNull(9),
            row.Int(10), row.TextOrNull(11), planner, hosts, [.. Numbers(row.Text(14)).Select(minutes => (int)minutes)],
            row.Time(15), row.Time(16), row.Int(17), (GatheringStatus)row.Int(18), row.TextOrNull(19), row.Bool(20),
            row.Int(21), row.Int(22), row.Int(23), row.Int(24), mine, row.LongOrNull(26) == 1, isKept);
    }

    private static IEnumerable<long> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => long.Parse(one, CultureInfo.InvariantCulture));
}
