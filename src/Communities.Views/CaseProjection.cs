using System.Collections.Immutable;
using Communities.Actors;
using static Communities.CaseEvent;

namespace Communities.Views;

/// <summary>Cases with their reports and decisions.</summary>
/// <remarks>Nothing is read here: each event is told to the tables as it came.</remarks>
internal sealed class CaseProjection(Database database)
{
    // Beyond what the reports of a case can weigh together.
    private const long Urgent = 1_000_000;

    public void Apply(CaseEvent happened, Envelope envelope)
    {
        var at = envelope.At.ToUnixTimeMilliseconds();
        var it = new Which(Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key), envelope, at);
        switch (happened)
        {
            case Reported e: Report(it, e); break;
            case Opened e:
                Enter(it, Subject.Parse(it.Id)!.Value, e.Content.Author);
                Show(it, e.Content);
                Happen(it, "opened", e.Note);
                Wait(it);
                break;
            case Claimed:
                database.Prepare("UPDATE cases SET assignee = ?, acted_at = ? WHERE community = ? AND id = ?")
                    .Bind(envelope.By).Bind(at).Bind(it.Community).Bind(it.Id).Run();
                Happen(it, "claimed");
                break;
            case Released: Free(it); Happen(it, "released"); break;
            case Escalated e:
                Free(it);
                Set(it, "escalated = 1");
                Happen(it, "escalated", e.Note);
                break;
            case Noted e: Happen(it, "noted", e.Text); break;
            case Decided e: Decide(it, e); break;
            case Undone e: Undo(it, e); break;
            case Reopened e: Happen(it, "reopened", e.Note); Wait(it); break;
            case Appealed e:
                database.Prepare("""
                    UPDATE decisions SET appeal = ?, appealed_at = ?
                    WHERE community = ? AND subject = ? AND number = ?
                    """).Bind(e.Text).Bind(at).Bind(it.Community).Bind(it.Id).Bind(e.Number).Run();
                Free(it);
                Wait(it);
                break;
            case Answered e:
                database.Prepare("""
                    UPDATE decisions SET answer = ?, answered_at = ?, answered_by = ?, overturned = ?
                    WHERE community = ? AND subject = ? AND number = ?
                    """).Bind(e.Text).Bind(at).Bind(envelope.By).Bind(e.IsOverturned)
                    .Bind(it.Community).Bind(it.Id).Bind(e.Number).Run();
                Settle(it);
                break;
            case Relocated e:
                database.Prepare("UPDATE cases SET place = ?, thread = ?, number = ? WHERE community = ? AND id = ?")
                    .Bind(e.Place.ToString()).Bind(ThreadOf(e.Place)).Bind(e.Place.Number)
                    .Bind(it.Community).Bind(it.Id).Run();
                break;
            case Changed: Happen(it, "changed"); Wait(it); break;
            case Followed: break; // Where a post came: its case tells where it went.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        Touch(it);
    }

    private void Report(Which it, Reported e)
    {
        Enter(it, e.Place, e.Author);
        if (e.Content is { } content) Show(it, content);
        if (!e.IsSettled)
            database.Prepare("""
                UPDATE case_reports SET decision = 0
                WHERE community = ? AND subject = ? AND reporter = ? AND decision IS NULL
                """).Bind(it.Community).Bind(it.Id).Bind(e.By).Run();
        database.Prepare("""
            INSERT INTO case_reports VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
                CASE WHEN ?13 = 0 THEN NULL ELSE
                    (SELECT coalesce(max(d.number), 0) FROM decisions d WHERE d.community = ?1 AND d.subject = ?2) END)
            """).Bind(it.Community).Bind(it.Id).Bind(it.Envelope.Version).Bind(e.By).Bind(e.Reason).Bind(e.Text)
            .Bind(it.At).Bind(e.Weight).Bind(e.IsIllegal).Bind(e.Revision).Bind(e.Content?.Text)
            .Bind(e.Screening is { } said ? string.Join(' ', said.Rules) : "").Bind(e.IsSettled).Run();
        if (e.IsSettled) return;
        if ((e.Screening?.Score ?? e.Content?.Score) is { } score)
            database.Prepare("UPDATE cases SET score = ? WHERE community = ? AND id = ?")
                .Bind(score).Bind(it.Community).Bind(it.Id).Run();
        database.Prepare("""
            UPDATE cases SET reasons = CASE WHEN waiting = 0 OR reasons = '' THEN ?1
                WHEN reasons LIKE ?2 THEN reasons ELSE reasons || ?3 END WHERE community = ?4 AND id = ?5
            """).Bind($" {e.Reason} ").Bind($"% {e.Reason} %").Bind($"{e.Reason} ")
            .Bind(it.Community).Bind(it.Id).Run();
        Wait(it);
    }

    private void Decide(Which it, Decided e)
    {
        Enter(it, e.Place, e.Author);
        foreach (var replaced in e.Replaces ?? []) End(it, replaced.Number, DecisionEnd.Replaced);
        database.Prepare("""
            INSERT INTO decisions SELECT community, id, ?1, ?2, ?3, ?4, ?5,
                CASE WHEN waiting = 1 THEN opened_at ELSE ?5 END, ?6, ?7, ?8, ?9, ?10, text, ?11, 0, NULL,
                NULL, NULL, NULL, NULL, NULL, 0
            FROM cases WHERE community = ?12 AND id = ?13
            """).Bind(e.Number).Bind(e.Author).Bind(e.By).Bind((long)e.Origin).Bind(it.At).Bind(Write(e.Measures))
            .Bind(e.Reason).Bind(e.Rule).Bind(e.Text).Bind(e.Note).Bind(e.Place.ToString())
            .Bind(it.Community).Bind(it.Id).Run();
        if (e.Origin == DecisionOrigin.Automatic)
        {
            Wait(it);
            return;
        }

        database.Prepare("""
            UPDATE case_reports SET decision = ? WHERE community = ? AND subject = ? AND decision IS NULL
            """).Bind(e.Number).Bind(it.Community).Bind(it.Id).Run();
        Settle(it);
    }

    private void Undo(Which it, Undone e)
    {
        End(it, e.Number, e.IsAppeal ? DecisionEnd.Overturned : DecisionEnd.Undone);
        if (!e.IsAppeal)
        {
            foreach (var restored in e.Replaced ?? []) End(it, restored.Number, DecisionEnd.None);
            database.Prepare("""
                UPDATE case_reports SET decision = NULL WHERE community = ?1 AND subject = ?2 AND decision = ?3
                    AND reporter NOT IN (SELECT w.reporter FROM case_reports w
                        WHERE w.community = ?1 AND w.subject = ?2 AND w.decision IS NULL)
                """).Bind(it.Community).Bind(it.Id).Bind(e.Number).Run();
            Happen(it, "undone", e.Text, e.By);
        }

        if (e.IsAppeal) Settle(it);
        else if (e.Origin == DecisionOrigin.Direct && e.Reports is not { IsEmpty: false }) Settle(it);
        else Wait(it);
    }

    // A case comes into the list with its first event, whichever that is.
    private void Enter(Which it, Subject place, string author) => database.Prepare("""
        INSERT INTO cases VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', '', 0, ?7, NULL, 0, 0, 0, 0, '', 0, ?8, ?8, 0, 0, -1, 0,
            '', '', 0) ON CONFLICT (community, id) DO NOTHING
        """).Bind(it.Community).Bind(it.Id).Bind(it.Envelope.Position).Bind(place.ToString()).Bind(ThreadOf(place))
        .Bind(place.Number).Bind(author).Bind(it.At).Run();

    private void Show(Which it, ReportedContent content) => database.Prepare("""
        UPDATE cases SET title = ?, text = ?, revision = ?, author = ?, category = ? WHERE community = ? AND id = ?
        """).Bind(content.Title ?? "").Bind(content.Text).Bind(content.Revision).Bind(content.Author)
        .Bind(content.Category).Bind(it.Community).Bind(it.Id).Run();

    private void Wait(Which it)
    {
        database.Prepare("""
            UPDATE cases SET opened_at = CASE WHEN waiting = 1 THEN opened_at ELSE ? END, waiting = 1
            WHERE community = ? AND id = ?
            """).Bind(it.At).Bind(it.Community).Bind(it.Id).Run();
        Count(it);
    }

    // Nothing waits any more, unless something else does.
    private void Settle(Which it)
    {
        Count(it);
        database.Prepare("""
            UPDATE cases SET waiting = 0, escalated = 0, assignee = '', rank = 0
            WHERE community = ? AND id = ? AND reports = 0 AND appealed = 0
            """).Bind(it.Community).Bind(it.Id).Run();
    }

    private void Count(Which it) => database.Prepare("""
        UPDATE cases SET
            reports = (SELECT count(*) FROM case_reports r
                WHERE r.community = ?1 AND r.subject = ?2 AND r.decision IS NULL),
            weight = (SELECT coalesce(sum(r.weight), 0) FROM case_reports r
                WHERE r.community = ?1 AND r.subject = ?2 AND r.decision IS NULL AND r.illegal = 0),
            illegal = (SELECT coalesce(max(r.illegal), 0) FROM case_reports r
                WHERE r.community = ?1 AND r.subject = ?2 AND r.decision IS NULL),
            appealed = (SELECT count(*) FROM decisions d
                WHERE d.community = ?1 AND d.subject = ?2 AND d.appeal IS NOT NULL AND d.answered_at IS NULL),
            outcome = coalesce((SELECT d.measures FROM decisions d
                WHERE d.community = ?1 AND d.subject = ?2 AND d.ended = 0 ORDER BY d.number DESC LIMIT 1), '')
        WHERE community = ?1 AND id = ?2
        """).Bind(it.Community).Bind(it.Id).Run();

    private void Touch(Which it) => database.Prepare("""
        UPDATE cases SET changed_at = ?1, version = ?2,
            rank = weight + CASE WHEN illegal + escalated + appealed > 0 THEN ?3 ELSE 0 END,
            acted_at = CASE WHEN assignee = ?4 THEN ?1 ELSE acted_at END
        WHERE community = ?5 AND id = ?6
        """).Bind(it.At).Bind(it.Envelope.Version).Bind(Urgent).Bind(it.Envelope.By).Bind(it.Community).Bind(it.Id)
        .Run();

    private void End(Which it, int number, DecisionEnd end) => database.Prepare("""
        UPDATE decisions SET ended = ?, ended_at = ? WHERE community = ? AND subject = ? AND number = ?
        """).Bind((long)end).Bind(end == DecisionEnd.None ? null : it.At).Bind(it.Community).Bind(it.Id).Bind(number)
        .Run();

    private void Free(Which it) => Set(it, "assignee = ''");

    private void Set(Which it, string what) =>
        database.Prepare($"UPDATE cases SET {what} WHERE community = ? AND id = ?")
            .Bind(it.Community).Bind(it.Id).Run();

    private void Happen(Which it, string kind, string? said = null, string? by = null) => database.Prepare("""
        INSERT INTO case_happenings VALUES (?, ?, ?, ?, ?, ?, ?)
        """).Bind(it.Community).Bind(it.Id).Bind(it.Envelope.Version).Bind(kind).Bind(by ?? it.Envelope.By).Bind(it.At)
        .Bind(said).Run();

    /// <summary>Measures as they stand in the tables: <c>1 5:24 9::300</c>.</summary>
    public static string Write(ImmutableArray<Measure> measures) => string.Join(' ', measures.Select(measure =>
        measure.Seconds is { } seconds ? FormattableString.Invariant($"{(int)measure.Kind}:{measure.Hours}:{seconds}")
        : measure.Hours is { } hours ? FormattableString.Invariant($"{(int)measure.Kind}:{hours}")
        : FormattableString.Invariant($"{(int)measure.Kind}")));

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static ImmutableArray<Measure> Read(string measures) => [.. measures
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(measure => measure.Split(':'))
        .Select(parts => new Measure((MeasureKind)Number(parts, 0)!.Value, Number(parts, 1), Number(parts, 2)))];

    private static int? Number(string[] parts, int at) => at < parts.Length && parts[at].Length > 0
        ? int.Parse(parts[at], System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static string? ThreadOf(Subject place) =>
        place.Kind is SubjectKind.Post or SubjectKind.Thread ? place.Id : null;

    private sealed record Which(string Community, string Id, Envelope Envelope, long At);
}
