using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads the editorial calendar, for who keeps order and for who writes in it.</summary>
internal static class SlotViews
{
    private const int BetweenMost = 1_000; // What the port promises.
    private const int IdeasMost = 200;
    private const int OwnMost = 100;

    private const string Source = """
        SELECT s.id, s.status, s.content, s.author, b.name, b.role, b.face, s.local, s.zone, s.at, s.recurrence, s.day,
            s.occurrence, s.submitted, s.missed, s.series, s.note, s.written_by,
            s.written_at, s.reviewed_by, s.thread
        FROM slots s LEFT JOIN members b ON b.account = s.author AND b.community = s.community
        """;

    public static IReadOnlyList<SlotView> Between(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer) =>
        !viewer.Standing.Is(Role.Moderator) ? []
        : All(community, database.Query($"""
            {Source} WHERE s.community = ? AND s.at >= ? AND s.at < ? AND s.status <> {(int)SlotStatus.Cancelled}
            ORDER BY s.at, s.id LIMIT {BetweenMost}
            """).Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds()));

    public static IReadOnlyList<SlotView> Ideas(Database database, string community, Viewer viewer) =>
        !viewer.Standing.Is(Role.Moderator) ? []
        : All(community, database.Query($"""
            {Source} WHERE s.community = ? AND s.at IS NULL AND s.status < 2
            ORDER BY s.submitted DESC, s.written_at DESC, s.id LIMIT {IdeasMost}
            """).Bind(community));

    public static IReadOnlyList<SlotView> Own(Database database, string community, Viewer viewer) =>
        viewer.Account is not { } account || !viewer.Standing.Is(Role.Member) ? []
        : All(community, database.Query($"""
            {Source} WHERE s.community = ? AND s.author = ? AND s.status < {(int)SlotStatus.Published}
            ORDER BY s.written_at DESC, s.id LIMIT {OwnMost}
            """).Bind(community).Bind(account));

    public static SlotView? Get(Database database, string community, string slot, Viewer viewer)
    {
        var row = database.Query($"{Source} WHERE s.community = ? AND s.id = ?").Bind(community).Bind(slot);
        if (!viewer.Standing.Is(Role.Member) || !row.Step()) return null;
        var view = Of(community, row);
        return viewer.Standing.Is(Role.Moderator) || view.Author.Account == viewer.Account ? view : null;
    }

    private static List<SlotView> All(string community, Statement row)
    {
        var slots = new List<SlotView>();
        while (row.Step()) slots.Add(Of(community, row));
        return slots;
    }

    private static SlotView Of(string community, Statement row) => new(
        community, row.Text(0), (SlotStatus)row.Int(1), SlotProjection.Read<SlotContent>(row.Text(2)),
        row.IsNull(4) ? new AuthorView(row.Text(3), row.Text(3), Role.None)
            : new AuthorView(
                row.Text(3), row.Text(4), (Role)row.Int(5), UploadProjection.FaceOf(community, row.TextOrNull(6))),
        SlotProjection.Time(row.TextOrNull(7), row.TextOrNull(8)), row.TimeOrNull(9),
        row.TextOrNull(10) is { } rule ? SlotProjection.Read<Recurrence>(rule) : null,
        row.LongOrNull(11) is { } day ? DateOnly.FromDayNumber((int)day) : null, row.Int(12), row.Bool(13),
        row.Bool(14), !row.IsNull(15), row.TextOrNull(16), row.Text(17), row.Time(18), row.TextOrNull(19),
        row.TextOrNull(20));
}
