using System.Globalization;
using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads contests.</summary>
internal static class ContestViews
{
    private const int ContestsMost = 100; // What the port promises.

    private const int CandidatesMost = 20; // As it promises, too.

    // A contest is seen where its thread is; the thread follows the contest by a moment.
    private const string Contests = """
        SELECT c.id, c.title, c.opened_at, c.phase, c.entries_until, c.voting_until, c.entries_each, c.votes_each,
            c.badge, c.jury, c.ended_at, c.reason,
            (SELECT count(*) FROM contest_entries e WHERE e.community = c.community AND e.contest = c.id
                AND e.away = 0),
            (SELECT count(*) FROM contest_ballots b WHERE b.community = c.community AND b.contest = c.id
                AND b.entries <> ''),
            m.account, m.name, m.role, m.community, m.face, m.flair, t.removal, t.category, c.organiser
        FROM contests c LEFT JOIN members m ON m.account = c.organiser AND m.community = c.community
        LEFT JOIN threads t ON t.id = c.id AND t.community = c.community
        """;

    public static IReadOnlyList<ContestView> List(Database database, string community, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"""
            {Contests} WHERE c.community = ? ORDER BY c.opened_at DESC, c.id DESC LIMIT {ContestsMost}
            """).Bind(community);
        var contests = new List<ContestView>();
        if (!sight.IsOpen()) return contests;
        while (row.Step())
            if (IsSeen(row, viewer)) contests.Add(Of(row, community));
        return contests;
    }

    public static ContestPageView? Get(Database database, string community, string id, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query($"{Contests} WHERE c.community = ? AND c.id = ?").Bind(community).Bind(id);
        var entries = database.Query($"""
            SELECT m.account, m.name, m.role, m.community, m.face, m.flair, e.number, p.at, p.text, e.votes, e.place
            FROM contest_entries e JOIN threads t ON t.id = e.contest AND t.community = e.community
            JOIN posts p ON p.id = ((t.n << {Schema.PostBits}) | e.number) AND p.removal = 0
            JOIN members m ON m.account = e.account AND m.community = e.community
            WHERE e.community = ? AND e.contest = ? AND e.away = 0
            ORDER BY coalesce(e.place, 0), e.number
            """).Bind(community).Bind(id);
        var mine = viewer.Account is null ? null : database.Query("""
            SELECT entries FROM contest_ballots WHERE community = ? AND contest = ? AND account = ?
            """).Bind(community).Bind(id).Bind(viewer.Account);
        var own = viewer.Account is null ? null : database.Query($"""
            SELECT m.account, m.name, m.role, m.community, m.face, m.flair, p.id, p.at, p.text FROM members m
            JOIN threads t ON t.community = m.community AND t.id = ?2
            JOIN posts p ON p.author = m.n AND p.removal = 0
                AND p.id > ((t.n << {Schema.PostBits}) | 1) AND p.id < ((t.n + 1) << {Schema.PostBits})
            WHERE m.community = ?1 AND m.account = ?3 AND NOT EXISTS (SELECT 1 FROM contest_entries e
                WHERE e.community = ?1 AND e.contest = ?2 AND e.number = (p.id & {Schema.NumberMask}))
            ORDER BY p.id DESC LIMIT {CandidatesMost}
            """).Bind(community).Bind(id).Bind(viewer.Account);
        if (!sight.IsOpen() || !row.Step() || !IsSeen(row, viewer)) return null;
        var candidates = new List<EntryView>();
        while (own is not null && own.Step())
            candidates.Add(new(
                Schema.NumberOf(own.Long(6)), RecognitionViews.PersonIn(own, 0), own.Time(7), own.Text(8), null, null));
        var all = new List<EntryView>();
        while (entries.Step())
            all.Add(new(
                entries.Int(6), RecognitionViews.PersonIn(entries, 0), entries.Time(7), entries.Text(8),
                (int?)entries.LongOrNull(9), (int?)entries.LongOrNull(10)));
        return new ContestPageView(
            Of(row, community), JuryOf(database, community, row.Text(9)), all,
            mine is not null && mine.Step() ? NumbersIn(mine.Text(0)) : []) { Candidates = candidates };
    }

    private static List<AuthorView> JuryOf(Database database, string community, string jury)
    {
        var judges = new List<AuthorView>();
        if (jury.Length == 0) return judges;
        var row = database.Query($"""
            SELECT m.account, m.name, m.role, m.community, m.face, m.flair FROM members m
            WHERE m.community = ?1 AND {database.Dialect.IsOneOf("m.account", 2)} ORDER BY m.folded, m.n
            """).Bind(community).Bind(jury.Split(' '));
        while (row.Step()) judges.Add(RecognitionViews.PersonIn(row, 0));
        return judges;
    }

    private static IReadOnlyList<int> NumbersIn(string entries) =>
        [.. entries.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => int.Parse(entry, CultureInfo.InvariantCulture))];

    private static bool IsSeen(Statement row, Viewer viewer) =>
        row.IsNull(20) || viewer.Sees((Removal)row.Int(20), Organiser(row), row.TextOrNull(21));

    private static AuthorView Organiser(Statement row) =>
        row.IsNull(14) ? new(row.Text(22), row.Text(22), Role.None) : RecognitionViews.PersonIn(row, 14);

    private static ContestView Of(Statement row, string community) => new(
        community, row.Text(0), row.Text(1), Organiser(row), row.Time(2), (ContestPhase)row.Int(3), row.Time(4),
        row.Time(5), row.Int(6), row.Int(7), row.TextOrNull(8), row.Text(9).Length > 0, row.Int(12), row.Int(13),
        row.TimeOrNull(10), row.TextOrNull(11));
}
