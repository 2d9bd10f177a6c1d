namespace Communities.Views;

/// <summary>A thread and one page of its posts.</summary>
public sealed record ThreadView(
    string Community,
    string Id,
    string Title,
    string? Category,
    IReadOnlyList<string> Tags,
    AuthorView Author,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastPostAt,
    bool IsPinned,
    bool IsClosed,
    bool IsRemoved,
    DateTimeOffset? ClosesAt,
    DateTimeOffset? ReopensAt,
    string? ClosedReason,
    int SlowSeconds,
    int Accepted,
    ThreadCounters Counters,
    int LastNumber,
    int PageNumber,
    int PageCount,
    IReadOnlyList<PostView> Posts,
    long Version)
{
    /// <summary>Whether readers see it, and why not otherwise.</summary>
    public Removal Removal { get; init; }

    /// <summary>When it will no longer be pinned, if that was said.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    /// <summary>In no list, and not found.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Kept as it is: nothing is written or changed in it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The full thread that this one continues, if it does.</summary>
    public ThreadLink? Follows { get; init; }

    /// <summary>The thread that continues this one, if one does.</summary>
    public ThreadLink? Followed { get; init; }

    /// <summary>What happened to the thread between the posts of this page, in order.</summary>
    public IReadOnlyList<HappeningView> Happenings { get; init; } = [];

    /// <summary>The knowledge pages that link to its posts.</summary>
    public IReadOnlyList<TakenUpView> TakenUp { get; init; } = [];

    /// <summary>The posts that would stand on this page, and are in other threads now.</summary>
    public IReadOnlyList<MovedView> Moved { get; init; } = [];

    /// <summary>What is known of the accepted answer; null where there is none.</summary>
    public AnswerView? Answer { get; init; }

    /// <summary>The numbers of the posts that sum the thread up, in order.</summary>
    public IReadOnlyList<int> Summaries { get; init; } = [];
}

/// <summary>A post on a page.</summary>
/// <param name="Number">Its number in the thread.</param>
/// <param name="Text">
/// Its Markdown; null where it is kept from readers and the viewer is neither its author nor a moderator there, or
/// where it was erased.
/// </param>
/// <param name="ReplyTo">The number of the post it answers, if it names one.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The number of its present revision, from 1.</param>
/// <param name="RevisedAt">When that was written.</param>
/// <param name="Removal">Who removed it, if anybody did.</param>
/// <param name="RemovedReason">Why, where a reason was given.</param>
/// <param name="Reactions">How many of each kind, kinds without any left out.</param>
/// <param name="Mine">The kinds that the viewer gave.</param>
public sealed record PostView(
    int Number,
    string? Text,
    int? ReplyTo,
    AuthorView Author,
    DateTimeOffset At,
    int Revision,
    DateTimeOffset RevisedAt,
    Removal Removal,
    string? RemovedReason,
    IReadOnlyDictionary<string, int> Reactions,
    IReadOnlyList<string> Mine)
{
    /// <summary>What is known of the pages that it shows on lines of their own.</summary>
    public IReadOnlyList<LinkView> Links { get; init; } = [];

    /// <summary>The id of the thread in which the post is that it answers; null where that is this one.</summary>
    public string? ReplyThread { get; init; }

    /// <summary>
    /// The id of the decision that keeps it from readers, for its author and moderators; null where none does.
    /// </summary>
    public string? Decision { get; init; }

    /// <summary>The poll that it brought, if any.</summary>
    public PollView? Poll { get; init; }
}
