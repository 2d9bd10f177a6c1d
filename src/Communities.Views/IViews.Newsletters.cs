namespace Communities.Views;

public partial interface IViews
{
    /// <summary>The issues of a community's newsletter, latest first, 100 at most; drafts for managers only.</summary>
    ValueTask<IReadOnlyList<NewsletterView>> Newsletters(
        string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>An issue of a newsletter; null where there is none for this viewer.</summary>
    ValueTask<NewsletterView?> Newsletter(string community, string id, Viewer viewer, CancellationToken ct = default);

    /// <summary>These threads, in this order; those that this viewer finds in no list are left out.</summary>
    ValueTask<IReadOnlyList<PickedThread>> PickedThreads(
        string community, IReadOnlyList<string> threads, Viewer viewer, CancellationToken ct = default);

    /// <summary>Polls that ended from then on, with their posts, the latest first; ten at most.</summary>
    ValueTask<IReadOnlyList<EndedPoll>> EndedPolls(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default);

    /// <summary>The issues, of all communities, whose recipients are being gone through.</summary>
    ValueTask<IReadOnlyList<NewsletterView>> NewslettersUnderWay(CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NewsletterView>> Newsletters(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => NewsletterViews.List(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<NewsletterView?> Newsletter(
        string community, string id, Viewer viewer, CancellationToken ct = default) =>
        Read(database => NewsletterViews.Get(database, community, id, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NewsletterView>> NewslettersUnderWay(CancellationToken ct = default) =>
        Read(NewsletterViews.Sending, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PickedThread>> PickedThreads(
        string community, IReadOnlyList<string> threads, Viewer viewer, CancellationToken ct = default) =>
        Read(database => NewsletterViews.Picked(database, community, threads, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EndedPoll>> EndedPolls(
        string community, DateTimeOffset since, Viewer viewer, CancellationToken ct = default) =>
        Read(database => NewsletterViews.Ended(database, community, since, viewer), ct);
}

/// <summary>A thread as a letter shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Excerpt">How its first post begins.</param>
/// <param name="Replies">How many answered.</param>
/// <param name="IsSolved">An answer was accepted.</param>
public sealed record PickedThread(string Id, string Title, string Excerpt, int Replies, bool IsSolved);

/// <summary>A poll that has ended.</summary>
public sealed record EndedPoll(string Id, string Thread, int Number, string Question, int Voters);

/// <summary>An issue of a newsletter.</summary>
/// <param name="Community">Whose.</param>
/// <param name="Id">Its id.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Content">What it says.</param>
/// <param name="SavedAt">When it was last written.</param>
/// <param name="PlannedAt">When it is sent, or null.</param>
/// <param name="BeganAt">When sending began, or null.</param>
/// <param name="SentAt">When everybody was owed it, or null.</param>
/// <param name="Total">How many are owed it.</param>
public sealed record NewsletterView(
    string Community, string Id, NewsletterStatus Status, NewsletterContent Content, DateTimeOffset SavedAt,
    DateTimeOffset? PlannedAt, DateTimeOffset? BeganAt, DateTimeOffset? SentAt, int Total);
