using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CaseCommand;
using static Communities.CaseEvent;

namespace Communities;

/// <summary>What moderators know of a subject, and what they decide about it: one case for all reports of it.</summary>
/// <remarks>
/// Its key is that of its subject (<see cref="Keys.OfCase"/>). It decides, and the subject's own actors do: threads
/// withhold posts, members hold sanctions, each remembering by which decision, so that undoing one undoes exactly that.
/// What the program does by itself stands until somebody decides: any decision takes its place.
/// </remarks>
public sealed partial record Case : IActor<Case, CaseCommand, CaseEvent>
{
    /// <summary>The reason of what automoderation reports.</summary>
    public const string Automod = "automod";

    /// <summary>The most reports that wait together: beyond it, one more changes nothing.</summary>
    public const int WaitingMax = 500;

    /// <summary>The most decisions of a case; beyond it something else than one more is needed.</summary>
    public const int DecisionsMax = 100;

    /// <summary>The most measures of one decision: the content, the member, the thread twice, a warning.</summary>
    public const int MeasuresMax = 5;

    /// <summary>The longest text of a report, a note, an appeal or an answer, in UTF-16 units: a page.</summary>
    public const int TextMax = 2_000;

    /// <summary>For how many days one may object to a decision.</summary>
    public const int AppealDays = 20;

    /// <summary>Who works on a case and does nothing for so long works on it no longer.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public static string Kind => "case";

    /// <inheritdoc/>
    public static Case Initial { get; } = new();

    /// <summary>How many events it has seen: what <see cref="CaseCommand.Decide.Seen"/> is compared with.</summary>
    public long Version { get; init; }

    /// <summary>The version since which what a moderator saw is what there is to decide about.</summary>
    public long ChangedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>Whose content it is about; empty where the account is gone.</summary>
    public string Author { get; init; } = "";

    /// <summary>The category in which the content stood when it was last reported; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>Where the post stands, where that is no longer where it was written.</summary>
    public Subject? Place { get; init; }

    /// <summary>The case of a post that has come here from elsewhere, or null.</summary>
    public Subject? Of { get; init; }

    /// <summary>It waits for a manager.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>The post waits unseen, since automoderation held it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Who works on it; null for nobody in particular.</summary>
    public string? Assignee { get; init; }

    /// <summary>When who works on it last did something.</summary>
    public DateTimeOffset ActedAt { get; init; }

    /// <summary>The revision that it holds as it was reported.</summary>
    public int Revision { get; init; }

    /// <summary>The latest revision that moderators have looked at, and decided about.</summary>
    public int DecidedRevision { get; init; }

    /// <summary>The reports that wait.</summary>
    public ImmutableList<WaitingReport> Waiting { get; init; } = [];

    /// <summary>Its decisions, the first with number 1.</summary>
    public ImmutableList<CaseDecision> Decisions { get; init; } = [];

    /// <summary>True when nobody has reported or opened anything yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Status == CaseStatus.None;

    /// <summary>What the waiting reports weigh together, those apart that do nothing by themselves.</summary>
    [JsonIgnore]
    public int Weight => Waiting.Where(report => !report.IsIllegal).Sum(report => report.Weight);

    /// <summary>True while an appeal waits for an answer.</summary>
    [JsonIgnore]
    public bool IsAppealed => Decisions.Exists(decision => decision.Appeal == AppealState.Waiting);

    /// <summary>Who works on it at this time; null for nobody in particular.</summary>
    public string? AssigneeAt(DateTimeOffset at) =>
        Assignee is not null && at < ActedAt + ClaimLasts ? Assignee : null;

    /// <summary>The id of a decision of this case.</summary>
    public static string IdOf(string caseId, int number) => FormattableString.Invariant($"{caseId}.{number}");

    /// <summary>The case and the number that a decision's id names; null where it is none.</summary>
    public static (Subject Subject, int Number)? PartsOf(string? decision)
    {
        if (decision?.LastIndexOf('.') is not (> 0 and var dot)) return null;
        return Subject.Parse(decision[..dot]) is { } subject
            && int.TryParse(
                decision.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
                ? (subject, number)
                : null;
    }

    /// <inheritdoc/>
    public Decision<CaseEvent> Decide(CaseCommand command, Turn turn) => command switch
    {
        Receive or Presume or Relent or Record or Relocate or Follow or Change or Retell
            when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        _ when !IsSound(command) => ReportedContent.Unsound,
        Receive c => Receiving(c, turn),
        Presume c => Presuming(c, turn),
        Relent => Relenting(turn),
        Record c => Recording(c, turn),
        Relocate c => (IsMissing && Of is null) || PlaceOf(turn) == c.Place ? [] : [new Relocated(c.Place, Of)],
        Follow c => Of == c.Of || c.Of == SubjectOf(turn) ? [] : [new Followed(c.Of)],
        Change c => Changing(c),
        Retell c => Retelling(c.Happened, turn),

        // Whom it concerns may be no member any more.
        Appeal c => Appealing(c, turn),

        Open c when !Moderates(turn, c.Content.Category) => Refusals.ModeratorsOnly,
        Open c when Text.Fault("note", c.Note, TextMax, mayBeEmpty: true) is { } fault => fault,
        Open when IsMissing && SubjectOf(turn).Kind == SubjectKind.Message =>
            new Refusal("message.unreported", "Private messages are out of moderators' reach unless reported."),
        Open c => IsMissing ? [new Opened(c.Content, c.Note)]
            : Status == CaseStatus.Resolved ? [new Reopened(c.Note)]
            : [],

        _ when !Moderates(turn, Category) => Refusals.ModeratorsOnly,
        _ when IsMissing => Missing,
        Claim or Release or Escalate when Status == CaseStatus.Resolved => ResolvedAlready,
        Claim c when Other(turn) is { } other && !c.TakeOver => ClaimedBy(other),
        Claim => AssigneeAt(turn.At) == turn.By ? [] : [new Claimed(Other(turn))],
        Release when Other(turn) is { } other && !turn.Standing.Is(Role.Manager) => ClaimedBy(other),
        Release => Assignee is null ? [] : [new Released()],
        Escalate c when Text.Fault("note", c.Note, TextMax, mayBeEmpty: true) is { } fault => fault,
        Escalate c => IsEscalated ? [] : [new Escalated(c.Note, Category)],
        Annotate c when Text.Fault("note", c.Text, TextMax) is { } fault => fault,
        Annotate c => [new Noted(c.Text)],
        Reopen c when Text.Fault("note", c.Note, TextMax, mayBeEmpty: true) is { } fault => fault,
        Reopen c => Status == CaseStatus.Resolved ? [new Reopened(c.Note)] : [],

        CaseCommand.Decide c => Deciding(c, turn),
        Undo c => Undoing(c, turn),
        AnswerAppeal c => Answering(c, turn),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Case Apply(CaseEvent happened, Moment moment)
    {
        var next = happened switch
        {
            Reported e => With(e),
            Opened e => With(e.Content) with { Status = CaseStatus.Open },
            Claimed => this with { Assignee = moment.By, ActedAt = moment.At },
            Released => this with { Assignee = null },
            Escalated => this with { IsEscalated = true, Assignee = null },
            Noted => this,
            CaseEvent.Decided e => With(e, moment),
            Undone e => Without(e),
            Reopened => Changed() with { Status = CaseStatus.Open },
            Appealed e => With(e.Number, AppealState.Waiting) with { Status = CaseStatus.Open, Assignee = null },
            Answered e => Settled(With(e.Number, e.IsOverturned ? AppealState.Overturned : AppealState.Upheld)),
            Relocated e => this with { Place = e.Place },
            Followed e => this with { Of = e.Of },
            CaseEvent.Changed e => Changed() with
            {
                Status = CaseStatus.Open, Revision = Math.Max(Revision, e.Revision),
            },
            _ => throw new UnreachableException(happened.GetType().Name),
        };
        return next with
        {
            Version = Version + 1,
            ActedAt = next.Assignee is not null && next.Assignee == moment.By ? moment.At : next.ActedAt,
        };
    }

    /// <summary>The case does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("case.missing", "There is no such case.");

    private static Refusal ResolvedAlready { get; } = new("case.resolved", "This case is resolved already.");

    private static Refusal ClaimedBy(string other) => new("case.claimed", $"{other} works on this case.");

    private static Subject SubjectOf(Turn turn) =>
        Subject.Parse(Keys.LocalOf(turn.Key)) ?? throw new UnreachableException(turn.Key);

    private Subject PlaceOf(Turn turn) => Place ?? SubjectOf(turn);

    // Members and messages stand in no category: only who keeps order in all of the community judges them.
    private static bool Moderates(Turn turn, string? category) => turn.Standing.Moderates(
        SubjectOf(turn).Kind is SubjectKind.Post or SubjectKind.Thread ? category : null);

    private string? Other(Turn turn) => AssigneeAt(turn.At) is { } other && other != turn.By ? other : null;

    // What a moderator has seen before this is no longer what there is to decide about.
    private Case Changed() => this with { ChangedAt = Version + 1 };

    private Case With(ReportedContent content) => this with
    {
        Author = content.Author,
        Category = content.Category ?? Category,
        Revision = Math.Max(Revision, content.Revision),
    };

    private Case With(int number, AppealState appeal) => this with
    {
        ChangedAt = Version + 1,
        Decisions = Decisions.SetItem(number - 1, Decisions[number - 1] with { Appeal = appeal }),
    };

    // Nothing waits any more, unless something else does.
    private static Case Settled(Case it) => it.Waiting.IsEmpty && !it.IsAppealed
        ? it with { Status = CaseStatus.Resolved, IsEscalated = false, Assignee = null }
        : it;
}
