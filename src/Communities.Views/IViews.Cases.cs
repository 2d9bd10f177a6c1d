using System.Collections.Immutable;

namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A page of the cases that the viewer may decide on; empty for who keeps no order there.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<CaseRow>> Cases(CaseQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>A case with all that happened to it, or null where this viewer may not decide on it.</summary>
    ValueTask<CaseView?> Case(string community, string id, Viewer viewer, CancellationToken ct = default);

    /// <summary>How many cases wait for somebody of the viewer's rights: open ones, and appeals.</summary>
    ValueTask<int> WaitingCases(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>How much waits, since when, and how it was handled since then; null for who keeps no order.</summary>
    ValueTask<CaseLoadView?> CaseLoad(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// The decisions about what this account wrote or did, latest first, 50 at most: for moderators, and for that
    /// account itself.
    /// </summary>
    ValueTask<IReadOnlyList<DecisionView>> DecisionsOn(
        string community, string account, Viewer viewer, CancellationToken ct = default);

    /// <summary>One decision, for whom it concerns and for who may decide on its case; or null.</summary>
    ValueTask<DecisionView?> Decision(
        string community, string subject, int number, Viewer viewer, CancellationToken ct = default);

    /// <summary>The viewer's own reports with what came of each, latest first, 100 at most.</summary>
    ValueTask<IReadOnlyList<OwnReportView>> OwnReports(string community, Viewer viewer, CancellationToken ct = default);
}

/// <summary>Which cases, and in what order.</summary>
/// <param name="Community">The slug.</param>
/// <param name="Show">Which of them.</param>
/// <param name="Kind">Only those about this kind of subject.</param>
/// <param name="Assignee">Only those that this account works on; empty for those that nobody does.</param>
/// <param name="Category">Only those in this category.</param>
/// <param name="Reason">Only those reported for this reason.</param>
/// <param name="Author">Only those about what this account wrote or is.</param>
/// <param name="Sort">The order.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
/// <param name="Size">How many, 1 to 100.</param>
public sealed record CaseQuery(
    string Community,
    CaseShow Show = CaseShow.Waiting,
    SubjectKind? Kind = null,
    string? Assignee = null,
    string? Category = null,
    string? Reason = null,
    string? Author = null,
    CaseSort Sort = CaseSort.Weight,
    string? Cursor = null,
    int Size = 30);

/// <summary>Which cases a list shows.</summary>
public enum CaseShow
{
    /// <summary>Open ones, and those in which an appeal waits.</summary>
    Waiting = 0,

    /// <summary>Those that wait for a manager.</summary>
    Escalated = 1,

    /// <summary>Those in which an appeal waits for an answer.</summary>
    Appealed = 2,

    /// <summary>Those that are decided.</summary>
    Resolved = 3,

    /// <summary>All.</summary>
    All = 4,
}

/// <summary>Orders of a list of cases.</summary>
public enum CaseSort
{
    /// <summary>What is urgent first, then by the weight of the reports.</summary>
    Weight = 0,

    /// <summary>By what the filter says of the text, worst first.</summary>
    Score = 1,

    /// <summary>What has waited longest first.</summary>
    Age = 2,

    /// <summary>What changed last first.</summary>
    Latest = 3,
}

/// <summary>A case in a list.</summary>
/// <param name="Id">The subject as a text.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Place">Where that stands now: a post may have moved.</param>
/// <param name="Title">The title of the thread, or the name of the member.</param>
/// <param name="Excerpt">The beginning of the text as it was when it was last reported.</param>
/// <param name="Author">Who wrote it, or is it.</param>
/// <param name="Category">The category of its thread.</param>
/// <param name="IsOpen">Something waits: a report, an appeal, what the program did by itself.</param>
/// <param name="IsUrgent">Illegal content, an escalated case, or an appeal.</param>
/// <param name="IsEscalated">It waits for a manager.</param>
/// <param name="IsAppealed">An appeal waits.</param>
/// <param name="Assignee">Who took it up, and loses it <see cref="Case.ClaimLasts"/> after the last act.</param>
/// <param name="ActedAt">When that person last did something.</param>
/// <param name="OpenedAt">When it came up (again).</param>
/// <param name="ChangedAt">When anything last happened to it.</param>
/// <param name="Reports">How many reports wait.</param>
/// <param name="Weight">What they weigh together.</param>
/// <param name="Score">What the filter says of the text, 0 to 100; null where it said nothing.</param>
/// <param name="Reasons">The reasons for which it was reported, the first one first.</param>
/// <param name="Outcome">What the decision did that stands; empty while there is none.</param>
/// <param name="Version">What a decision names as seen.</param>
public sealed record CaseRow(
    string Id,
    Subject Subject,
    Subject Place,
    string Title,
    string Excerpt,
    AuthorView Author,
    string? Category,
    bool IsOpen,
    bool IsUrgent,
    bool IsEscalated,
    bool IsAppealed,
    AuthorView? Assignee,
    DateTimeOffset ActedAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt,
    int Reports,
    int Weight,
    int? Score,
    IReadOnlyList<string> Reasons,
    ImmutableArray<Measure> Outcome,
    long Version)
{
    /// <summary>Who works on it at this time; null for nobody in particular.</summary>
    public AuthorView? AssigneeAt(DateTimeOffset at) => at < ActedAt + Communities.Case.ClaimLasts ? Assignee : null;
}

/// <summary>A case with all that happened to it.</summary>
/// <param name="Case">The case as it stands in lists.</param>
/// <param name="Content">What it is about, as it was when it was last reported; null where nobody has said.</param>
/// <param name="Reports">Its reports, latest first, 100 at most.</param>
/// <param name="Decisions">Its decisions, latest first.</param>
/// <param name="Happenings">What else happened, in order, the latest 200.</param>
public sealed record CaseView(
    CaseRow Case,
    ReportedContent? Content,
    IReadOnlyList<ReportView> Reports,
    IReadOnlyList<DecisionView> Decisions,
    IReadOnlyList<CaseHappeningView> Happenings);

/// <summary>A report of a case.</summary>
/// <param name="Reporter">Who reported; gone for automoderation.</param>
/// <param name="Reason">The short name of the reason.</param>
/// <param name="Text">What the reporter said.</param>
/// <param name="At">When.</param>
/// <param name="Weight">What it weighs.</param>
/// <param name="Revision">The revision of the post that was reported.</param>
/// <param name="IsIllegal">It does nothing by itself, and went to people at once.</param>
/// <param name="Content">The text as it was then.</param>
/// <param name="Rules">The rules of automoderation that matched.</param>
/// <param name="Decision">
/// The number of the decision that answered it; 0 where another one of the same reporter took its place; null while it
/// waits.
/// </param>
public sealed record ReportView(
    AuthorView Reporter,
    string Reason,
    string? Text,
    DateTimeOffset At,
    int Weight,
    int Revision,
    bool IsIllegal,
    string Content,
    IReadOnlyList<string> Rules,
    int? Decision);

/// <summary>A decision.</summary>
/// <param name="Case">The id of its case.</param>
/// <param name="Number">Its number in the case, from 1.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Place">Where that stands now.</param>
/// <param name="Title">The title of the thread, or the name of the member.</param>
/// <param name="Content">What it is about, as it was when it was decided.</param>
/// <param name="Category">The category of its thread.</param>
/// <param name="Author">Whom it concerns.</param>
/// <param name="By">Who decided; gone for a decision of reports or rules alone.</param>
/// <param name="Origin">How it came about.</param>
/// <param name="At">When.</param>
/// <param name="Measures">What it does.</param>
/// <param name="Reason">The short name of the reason it rests on.</param>
/// <param name="Rule">The rule it rests on, as it was then.</param>
/// <param name="Text">What the author was told.</param>
/// <param name="Note">What moderators were told besides; null for others.</param>
/// <param name="End">Whether it stands.</param>
/// <param name="EndedAt">Since when it does not stand any more.</param>
/// <param name="Appeal">What the author said against it, or null.</param>
public sealed record DecisionView(
    string Case,
    int Number,
    Subject Subject,
    Subject Place,
    string Title,
    string Content,
    string? Category,
    AuthorView Author,
    AuthorView By,
    DecisionOrigin Origin,
    DateTimeOffset At,
    ImmutableArray<Measure> Measures,
    string? Reason,
    string Rule,
    string Text,
    string? Note,
    DecisionEnd End,
    DateTimeOffset? EndedAt,
    AppealView? Appeal)
{
    /// <summary>What targets of the decision know it by.</summary>
    public string Id => Communities.Case.IdOf(Case, Number);
}

/// <summary>An appeal against a decision.</summary>
/// <param name="Text">What the author said.</param>
/// <param name="At">When.</param>
/// <param name="AnsweredAt">When it was answered; null while it waits.</param>
/// <param name="AnsweredBy">Who answered it.</param>
/// <param name="IsOverturned">The decision was overturned.</param>
/// <param name="Answer">What the author was told.</param>
public sealed record AppealView(
    string Text,
    DateTimeOffset At,
    DateTimeOffset? AnsweredAt,
    AuthorView? AnsweredBy,
    bool IsOverturned,
    string? Answer);

/// <summary>Something that happened to a case besides reports, decisions and appeals.</summary>
/// <param name="Kind">The event's name without its kind: <c>claimed</c>, <c>noted</c>.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What was said.</param>
public sealed record CaseHappeningView(string Kind, AuthorView By, DateTimeOffset At, string? Text);

/// <summary>How much waits, and how it was handled.</summary>
/// <param name="Waiting">How many cases wait.</param>
/// <param name="Urgent">How many of them are urgent.</param>
/// <param name="Oldest">Since when the oldest of them waits; null where none does.</param>
/// <param name="Decided">How many decisions people made since then.</param>
/// <param name="Median">Half of them were made within this time; null where there was none.</param>
/// <param name="Moderators">Who made them, most first.</param>
public sealed record CaseLoadView(
    int Waiting,
    int Urgent,
    DateTimeOffset? Oldest,
    int Decided,
    TimeSpan? Median,
    IReadOnlyList<ModeratorLoadView> Moderators);

/// <summary>What one moderator decided.</summary>
/// <param name="Moderator">Who.</param>
/// <param name="Decided">How many.</param>
/// <param name="Median">Half of them within this time.</param>
/// <param name="Overturned">How many of them were overturned or undone.</param>
public sealed record ModeratorLoadView(AuthorView Moderator, int Decided, TimeSpan Median, int Overturned);

/// <summary>A report of one's own, and what came of it.</summary>
/// <param name="Case">The id of its case.</param>
/// <param name="Title">The title of the thread, or the name of the member.</param>
/// <param name="Content">The text as it was when it was reported.</param>
/// <param name="Reason">The short name of the reason.</param>
/// <param name="Text">What one said oneself.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">What the decision did that answered it; null while it waits.</param>
/// <param name="AnsweredAt">When that was.</param>
/// <param name="End">Whether that decision stands.</param>
public sealed record OwnReportView(
    string Case,
    string Title,
    string Content,
    string Reason,
    string? Text,
    DateTimeOffset At,
    ImmutableArray<Measure>? Outcome,
    DateTimeOffset? AnsweredAt,
    DecisionEnd End);
