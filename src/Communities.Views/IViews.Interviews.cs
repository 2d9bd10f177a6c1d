namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// The interviews of a community that this viewer sees: what is live or comes first, then those that were, latest
    /// first, 100 at most.
    /// </summary>
    ValueTask<IReadOnlyList<InterviewView>> Interviews(
        string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// An interview with its questions, those with the most votes first; null where this viewer does not see its
    /// thread. Of a thread with more than 2,000 posts the latest count.
    /// </summary>
    ValueTask<InterviewDetail?> Interview(
        string community, string interview, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InterviewView>> Interviews(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => InterviewViews.All(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<InterviewDetail?> Interview(
        string community, string interview, Viewer viewer, CancellationToken ct = default) =>
        Read(database => InterviewViews.Get(database, community, interview, viewer), ct);
}

/// <summary>An interview: who answers, and when.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id, which is that of its thread.</param>
/// <param name="Title">What its thread is called.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Host">Who leads it.</param>
/// <param name="Guests">Who answers.</param>
/// <param name="LiveAt">When it is live.</param>
/// <param name="EndsAt">When its live part is to end.</param>
public sealed record InterviewView(
    string Community,
    string Id,
    string Title,
    InterviewPhase Phase,
    AuthorView Host,
    IReadOnlyList<AuthorView> Guests,
    DateTimeOffset LiveAt,
    DateTimeOffset EndsAt);

/// <summary>An interview as its page shows it.</summary>
/// <param name="Interview">Who answers, and when.</param>
/// <param name="Opening">The text that announces it, in Markdown.</param>
/// <param name="Questions">What is asked, by votes.</param>
/// <param name="Summary">The post that sums it up; null where none does.</param>
/// <param name="IsClosed">Its thread takes no posts of members.</param>
public sealed record InterviewDetail(
    InterviewView Interview, string Opening, IReadOnlyList<QuestionView> Questions, SpokenView? Summary, bool IsClosed);

/// <summary>A question to the guests.</summary>
/// <param name="Asked">The post that asks it.</param>
/// <param name="Votes">How many want it answered.</param>
/// <param name="IsVoted">The viewer does.</param>
/// <param name="Answers">What guests replied, in order.</param>
public sealed record QuestionView(SpokenView Asked, int Votes, bool IsVoted, IReadOnlyList<SpokenView> Answers);

/// <summary>A post as a part of an interview.</summary>
/// <param name="Number">Its number in the thread.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What it says, in Markdown.</param>
public sealed record SpokenView(int Number, AuthorView Author, DateTimeOffset At, string Text);
