namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// A page of what was done to keep order, latest first: all of it for moderators, and for everybody else who may
    /// read the community what is public of it.
    /// </summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<LogEntry>> Log(LogQuery query, Viewer viewer, CancellationToken ct = default);
}

/// <summary>Which entries of the moderation log.</summary>
/// <param name="Community">The slug.</param>
/// <param name="Field">Only those of this field.</param>
/// <param name="By">Only those of this account; for moderators, or where the log names them.</param>
/// <param name="Member">Only those that concern this member; for moderators.</param>
/// <param name="From">Only those from then on.</param>
/// <param name="To">Only those before then.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
/// <param name="Size">How many, 1 to <see cref="SizeMost"/>.</param>
public sealed record LogQuery(
    string Community,
    LogField? Field = null,
    string? By = null,
    string? Member = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Cursor = null,
    int Size = 50)
{
    /// <summary>The most entries in a page: a part of a file to be downloaded.</summary>
    public const int SizeMost = 500;
}

/// <summary>What an act of moderators is about.</summary>
public enum LogField
{
    /// <summary>Decisions, and what became of them.</summary>
    Decisions = 0,

    /// <summary>Threads and posts that were put in order.</summary>
    Threads = 1,

    /// <summary>Who is let in, appointed and trusted.</summary>
    Members = 2,

    /// <summary>How the community is set.</summary>
    Settings = 3,
}

/// <summary>An act of moderators, or of the program in their stead.</summary>
/// <param name="Id">Its number, higher than those of all before it in this community.</param>
/// <param name="At">When.</param>
/// <param name="Act">What was done: <c>closed</c>, <c>decided</c>, <c>appointed</c> …</param>
/// <param name="Field">What it is about.</param>
/// <param name="By">Who did it; null where the log does not say, or where the program did it by itself.</param>
/// <param name="IsAutomatic">The program did it by itself.</param>
/// <param name="Thread">The thread that it is about, where this viewer may know of it.</param>
/// <param name="Number">The number of the post; 0 where it is about none.</param>
/// <param name="Member">The member that it concerns, where this viewer is told.</param>
/// <param name="Item">The short name of what was set, a category or a rule; of a decision, its reason.</param>
/// <param name="Case">The case, for moderators.</param>
/// <param name="Decision">The number of the decision in its case; 0 for none.</param>
/// <param name="Rule">The rule that it rests on, in a sentence.</param>
/// <param name="Reason">Why, as it was said.</param>
/// <param name="Value">What more there is to say: the measures of a decision, a role, a time.</param>
/// <param name="Before">For moderators: what it was before, a text or JSON.</param>
/// <param name="After">For moderators: what it is from then on, a text or JSON.</param>
public sealed record LogEntry(
    long Id,
    DateTimeOffset At,
    string Act,
    LogField Field,
    AuthorView? By,
    bool IsAutomatic,
    ThreadLink? Thread,
    int Number,
    AuthorView? Member,
    string? Item,
    string? Case,
    int Decision,
    string? Rule,
    string? Reason,
    string? Value,
    string? Before,
    string? After)
{
    /// <summary>What kind of thing it is about, where there is a case; null for none.</summary>
    public SubjectKind? Subject { get; init; }

    /// <summary>The other thread, where posts were moved and this viewer may know of it.</summary>
    public ThreadLink? Other { get; init; }
}
