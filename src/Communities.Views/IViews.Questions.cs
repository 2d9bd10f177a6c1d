using System.Collections.Immutable;

namespace Communities.Views;

public partial interface IViews
{
    /// <summary>A page of a community's questions; doubted ones for moderators only.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<QuestionRow>> Questions(QuestionQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>How many questions wait, of the latest <see cref="QuestionQuery.ScannedMost"/> of each kind.</summary>
    ValueTask<QuestionLoad> QuestionLoad(QuestionQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// How soon threads that were opened in a period got a first reply of somebody else, by category; the sum of all is
    /// last, and has no category.
    /// </summary>
    ValueTask<IReadOnlyList<AnswerFigures>> AnswerFigures(
        QuestionQuery query, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);

    /// <summary>For moderators: who has answered what is like this thread, and may be asked; best first.</summary>
    ValueTask<IReadOnlyList<FittingMember>> FittingMembers(
        string community, string thread, DateTimeOffset now, Viewer viewer, CancellationToken ct = default);

    /// <summary>For moderators: who was asked to answer this thread, latest first.</summary>
    ValueTask<IReadOnlyList<AnswerRequestView>> AnswerRequests(
        string community, string thread, Viewer viewer, CancellationToken ct = default);

    /// <summary>For moderators: what came of the requests of a period.</summary>
    ValueTask<RequestFigures> RequestFigures(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default);

    /// <summary>For moderators: threads that are worth reviving, each with why.</summary>
    ValueTask<IReadOnlyList<Revival>> Revivals(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<QuestionRow>> Questions(
        QuestionQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => QuestionViews.List(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<QuestionLoad> QuestionLoad(QuestionQuery query, Viewer viewer, CancellationToken ct = default) =>
        Read(database => QuestionViews.Load(database, query, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnswerFigures>> AnswerFigures(
        QuestionQuery query, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => AnswerViews.Figures(database, query, from, to, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<FittingMember>> FittingMembers(
        string community, string thread, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RequestViews.Fitting(database, community, thread, now, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnswerRequestView>> AnswerRequests(
        string community, string thread, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RequestViews.Of(database, community, thread, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<RequestFigures> RequestFigures(
        string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RequestViews.Figures(database, community, from, to, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Revival>> Revivals(
        string community, DateTimeOffset now, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RevivalViews.Get(database, community, now, viewer), ct);
}

/// <summary>Which questions.</summary>
/// <param name="Community">The slug.</param>
/// <param name="Show">Which kind.</param>
/// <param name="Targets">What each category aims at, and threads without one (the empty word).</param>
/// <param name="Now">The time.</param>
/// <param name="Category">Only this category.</param>
/// <param name="IsLatestFirst">The latest first, and not those that wait longest.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
/// <param name="Size">How many, 1 to 100.</param>
public sealed record QuestionQuery(
    string Community,
    QuestionShow Show,
    ImmutableArray<AnswerTarget> Targets,
    DateTimeOffset Now,
    string? Category = null,
    bool IsLatestFirst = false,
    string? Cursor = null,
    int Size = 30)
{
    /// <summary>How far back questions wait; older ones are no longer answered, but revived.</summary>
    public static readonly TimeSpan WaitingFor = TimeSpan.FromDays(90);

    /// <summary>How many threads are looked through for a page: it bounds the time.</summary>
    public const int ScannedMost = 2_000;
}

/// <summary>Kinds of questions.</summary>
public enum QuestionShow
{
    /// <summary>Nobody but the author has written.</summary>
    Unanswered = 0,

    /// <summary>The same, and for longer than the category aims at.</summary>
    Late = 1,

    /// <summary>Others have answered, and no answer is accepted, in categories of questions.</summary>
    Unsolved = 2,

    /// <summary>The accepted answer is doubted by readers.</summary>
    Doubted = 3,
}

/// <summary>A question in a list.</summary>
/// <param name="Thread">Its thread.</param>
/// <param name="Target">What it aims at.</param>
/// <param name="Asked">How many members were asked to answer it and have not said no.</param>
/// <param name="Doubts">How many readers doubt its accepted answer.</param>
public sealed record QuestionRow(ThreadRow Thread, AnswerTarget Target, int Asked, int Doubts)
{
    /// <summary>When it should have a first reply; null where it need have none.</summary>
    public DateTimeOffset? DueAt => Target.Hours > 0 ? Thread.OpenedAt.AddHours(Target.Hours) : null;
}

/// <summary>How many questions wait.</summary>
/// <param name="Unanswered">Nobody but the author has written.</param>
/// <param name="Late">The same, and for longer than the category aims at.</param>
/// <param name="Unsolved">Without an accepted answer, in categories of questions.</param>
/// <param name="Doubted">With an accepted answer that readers doubt; 0 for who is no moderator.</param>
/// <param name="OldestAt">When the oldest that nobody has answered was opened; null for none.</param>
public sealed record QuestionLoad(
    int Unanswered, int Late, int Unsolved, int Doubted, DateTimeOffset? OldestAt = null);

/// <summary>How soon threads were answered.</summary>
/// <param name="Category">Of which category: empty for threads without one, null for all.</param>
/// <param name="Hours">What it aims at, in hours; 0: nothing.</param>
/// <param name="Threads">How many were opened.</param>
/// <param name="Answered">How many somebody else has answered.</param>
/// <param name="MedianMinutes">After how many minutes half of those were; null for none.</param>
/// <param name="Due">How many have a target that is past, or were answered.</param>
/// <param name="InTime">How many of those were answered within it.</param>
/// <param name="Solved">How many have an accepted answer.</param>
public sealed record AnswerFigures(
    string? Category, int Hours, int Threads, int Answered, long? MedianMinutes, int Due, int InTime, int Solved)
{
    /// <summary>The share answered within the target, in percent; null where none is due.</summary>
    public int? Percent => Due == 0 ? null : (int)Math.Round(100.0 * InTime / Due);
}

/// <summary>A member who may know the answer.</summary>
/// <param name="Member">Who.</param>
/// <param name="Answers">In how many threads like it, of others, the member has written.</param>
/// <param name="Accepted">In how many of those the member's post is the accepted answer.</param>
/// <param name="Tags">Which of its tags they had.</param>
/// <param name="LastPostAt">When the member last wrote.</param>
/// <param name="FreeAt">From when on the member may be asked again; null for now.</param>
public sealed record FittingMember(
    AuthorView Member, int Answers, int Accepted, IReadOnlyList<string> Tags, DateTimeOffset LastPostAt,
    DateTimeOffset? FreeAt);

/// <summary>A member who was asked.</summary>
/// <param name="Member">Who.</param>
/// <param name="By">By whom.</param>
/// <param name="At">When.</param>
/// <param name="DeclinedAt">When the member said that somebody else should; null for not.</param>
/// <param name="AnsweredAt">When the member wrote there; null for not yet.</param>
public sealed record AnswerRequestView(
    AuthorView Member, AuthorView By, DateTimeOffset At, DateTimeOffset? DeclinedAt, DateTimeOffset? AnsweredAt);

/// <summary>What came of requests.</summary>
/// <param name="Asked">How many there were.</param>
/// <param name="Answered">After how many the member wrote there.</param>
/// <param name="Declined">How many were passed on.</param>
public sealed record RequestFigures(int Asked, int Answered, int Declined);

/// <summary>A thread that is worth reviving.</summary>
/// <param name="Thread">The thread.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">
/// How many: views of a question without answer, doubts, posts of a long exchange, later threads about the same.
/// </param>
/// <param name="Others">The later threads about the same, for <see cref="RevivalReason.Recurring"/>.</param>
public sealed record Revival(
    ThreadRow Thread, RevivalReason Reason, long Count, IReadOnlyList<ThreadLink> Others);

/// <summary>Why a thread is worth reviving.</summary>
public enum RevivalReason
{
    /// <summary>Many read it, and nobody has answered.</summary>
    Unanswered = 0,

    /// <summary>Readers doubt its accepted answer.</summary>
    Doubted = 1,

    /// <summary>Many wrote in it, and then it stopped without a result.</summary>
    Stopped = 2,

    /// <summary>The same is asked again and again.</summary>
    Recurring = 3,
}

/// <summary>What is known of an accepted answer.</summary>
/// <param name="By">Who accepted it: who asked, or who keeps order; nobody in particular where an import did.</param>
/// <param name="At">When.</param>
/// <param name="Confirms">How many readers say that it still holds.</param>
/// <param name="Doubts">How many say that it no longer does.</param>
/// <param name="CheckedAt">When somebody last said that it does; null for never.</param>
/// <param name="Latest">The latest doubts, three at most.</param>
/// <param name="Mine">What the viewer said of it; null for nothing.</param>
public sealed record AnswerView(
    AuthorView By, DateTimeOffset At, int Confirms, int Doubts, DateTimeOffset? CheckedAt,
    IReadOnlyList<DoubtView> Latest, bool? Mine);

/// <summary>A reader's doubt about an accepted answer.</summary>
public sealed record DoubtView(AuthorView By, DateTimeOffset At, string? Reason);
