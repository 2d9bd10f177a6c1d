using Communities.Actors;

namespace Communities.Views;

/// <summary>
/// Reads decisions, for whom they concern and for moderators, and what came of reports, for who reported.
/// </summary>
internal static class DecisionViews
{
    // What the port promises.
    private const int DecisionsMost = 50;
    private const int ReportsMost = 100;

    public static IReadOnlyList<DecisionView> On(Database database, string community, string account, Viewer viewer) =>
        viewer.Standing.Is(Role.Moderator) || viewer.Account == account
            ? Read(
                Ask(database, $"d.community = ?1 AND d.author = ?2 ORDER BY d.at DESC LIMIT {DecisionsMost}",
                    row => row.Bind(community).Bind(account)),
                community, viewer.Standing.Is(Role.Moderator))
            : [];

    public static DecisionView? Get(
        Database database, string community, string subject, int number, Viewer viewer)
    {
        var row = Ask(database, "d.community = ?1 AND d.subject = ?2 AND d.number = ?3",
            asked => asked.Bind(community).Bind(subject).Bind(number));
        if (Read(row, community, withNotes: true).SingleOrDefault() is not { } found) return null;
        if (viewer.Standing.Moderates(found.Category)) return found;
        return viewer.Account is { Length: > 0 } account && found.Author.Account == account
            ? found with { Note = null }
            : null;
    }

    public static IReadOnlyList<OwnReportView> OwnReports(Database database, string community, Viewer viewer)
    {
        var reports = new List<OwnReportView>();
        if (viewer.Account is not { } account) return reports;
        var row = database.Query($"""
            SELECT r.subject, c.title, coalesce(r.text, (SELECT x.text FROM case_reports x
                    WHERE x.community = r.community AND x.subject = r.subject AND x.revision = r.revision
                        AND x.text IS NOT NULL LIMIT 1), ''),
                r.reason, r.said, r.at, d.measures, d.at, d.ended
            FROM case_reports r JOIN cases c ON c.community = r.community AND c.id = r.subject
            LEFT JOIN decisions d ON d.community = r.community AND d.subject = r.subject AND d.number = r.decision
            WHERE r.community = ? AND r.reporter = ? ORDER BY r.at DESC, r.version DESC LIMIT {ReportsMost}
            """).Bind(community).Bind(account);
        while (row.Step())
            reports.Add(new(
                row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.Time(5),
                row.IsNull(6) ? null : CaseProjection.Read(row.Text(6)), row.TimeOrNull(7),
                (DecisionEnd)(row.LongOrNull(8) ?? 0)));
        return reports;
    }

    /// <summary>Asks for decisions.</summary>
    public static Statement Ask(Database database, string which, Func<Statement, Statement> bind) =>
        bind(database.Query($"""
            SELECT d.subject, d.number, d.author, {Person.Columns}, d.decider, b.name, b.role, b.face, d.origin, d.at,
                d.measures, d.reason, d.rule, d.said, d.note, d.ended, d.ended_at, d.appeal, d.appealed_at, d.answer,
                d.answered_at, d.answered_by, r.name, r.role, r.face, d.overturned, c.place,
                CASE WHEN c.title <> '' THEN c.title ELSE coalesce(t.title, '') END,
                CASE WHEN d.text <> '' THEN d.text ELSE coalesce(p.text, '') END, c.category
            FROM decisions d JOIN cases c ON c.community = d.community AND c.id = d.subject
            LEFT JOIN members m ON m.account = d.author AND m.community = d.community
            LEFT JOIN members b ON b.account = d.decider AND b.community = d.community
            LEFT JOIN members r ON r.account = d.answered_by AND r.community = d.community
            LEFT JOIN threads t ON t.id = c.thread AND t.community = c.community
            LEFT JOIN posts p ON p.id = ((t.n << {Schema.PostBits}) | c.number)
            WHERE {which}
            """));

    /// <summary>The decisions that were asked for.</summary>
    public static IReadOnlyList<DecisionView> Read(Statement row, string community, bool withNotes)
    {
        var decisions = new List<DecisionView>();
        while (row.Step())
            decisions.Add(new(
                row.Text(0), row.Int(1), Subject.Parse(row.Text(0))!.Value, Subject.Parse(row.Text(28))!.Value,
                row.Text(29), row.Text(30), row.TextOrNull(31), Person.Of(row, 2, community),
                Person.Of(row, 6, community), (DecisionOrigin)row.Int(10), row.Time(11),
                CaseProjection.Read(row.Text(12)), row.TextOrNull(13), row.Text(14), row.Text(15),
                withNotes ? row.TextOrNull(16) : null, (DecisionEnd)row.Int(17), row.TimeOrNull(18),
                row.IsNull(19) ? null : new AppealView(
                    row.Text(19), row.Time(20), row.TimeOrNull(22),
                    row.IsNull(23) ? null : Person.Of(row, 23, community), row.Bool(27), row.TextOrNull(21))));
        return decisions;
    }
}
