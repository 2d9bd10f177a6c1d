namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// The threads opened last, each with its opening post: what feeds tell of. 30 at most, latest first.
    /// </summary>
    /// <param name="community">The slug.</param>
    /// <param name="category">Only this category and its sub-categories; null for all.</param>
    /// <param name="tag">Only threads with this tag; null for all.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="ct">Ends the wait.</param>
    ValueTask<IReadOnlyList<FreshThread>> Opened(
        string community, string? category, string? tag, Viewer viewer, CancellationToken ct = default);

    /// <summary>A page of all listed threads, those opened first before: what a site map holds.</summary>
    /// <param name="community">The slug.</param>
    /// <param name="page">From 1; each has <see cref="ListedThread.PageSize"/> threads.</param>
    /// <param name="viewer">Who reads.</param>
    /// <param name="ct">Ends the wait.</param>
    ValueTask<IReadOnlyList<ListedThread>> Listed(
        string community, int page, Viewer viewer, CancellationToken ct = default);
}

/// <summary>A thread with its opening post.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Category">Its category's slug.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="At">When.</param>
/// <param name="RevisedAt">When the text became what it is.</param>
/// <param name="Text">The opening post, in Markdown.</param>
public sealed record FreshThread(
    string Id,
    string Title,
    string? Category,
    IReadOnlyList<string> Tags,
    AuthorView Author,
    DateTimeOffset At,
    DateTimeOffset RevisedAt,
    string Text);

/// <summary>A thread, as a site map tells of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LastPostAt">When something was last written in it.</param>
public sealed record ListedThread(string Id, DateTimeOffset LastPostAt)
{
    /// <summary>Threads on a page of a site map; a fifth of what search engines take.</summary>
    public const int PageSize = 10_000;
}
