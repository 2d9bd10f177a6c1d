using Communities.Actors;

namespace Communities.Views;

/// <summary>
/// What people read: lists, pages, profiles, search. Follows the feed and can be rebuilt from it at any time.
/// </summary>
/// <remarks>
/// Who asks is told to every query that could show something hidden, and what the <see cref="Viewer"/> may not see does
/// not leave here: a private community is missing, a removed thread is missing, a removed post is a gap without text.
/// Views is what passes the views suite.
/// </remarks>
public partial interface IViews
{
    /// <summary>The feed positions up to which everything is in these views, by partition.</summary>
    IReadOnlyList<long> Positions { get; }

    /// <summary>
    /// The feed position up to which everything of this community or account is in these views: that of its partition.
    /// </summary>
    long PositionOf(string key);

    /// <summary>Waits until the views have reached this position in its partition.</summary>
    ValueTask WaitFor(long position, CancellationToken ct = default);

    /// <summary>Calls back with each batch of envelopes once it is in the views; for live updates and caches.</summary>
    /// <remarks>
    /// A batch is of one partition; those of different ones may come at the same time. The callback must be quick and
    /// may not throw. Disposing the result ends the calls.
    /// </remarks>
    IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied);

    /// <summary>Public communities and those the viewer belongs to, most members first.</summary>
    ValueTask<IReadOnlyList<CommunityView>> Communities(string? account, CancellationToken ct = default);

    /// <summary>One community with its categories, or null.</summary>
    ValueTask<CommunityView?> Community(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>A page of a community's threads, pinned ones first in <see cref="ThreadSort.Latest"/>.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<ThreadRow>> Threads(ThreadQuery query, Viewer viewer, CancellationToken ct = default);

    /// <summary>A thread with the posts of one page, numbered from 1; null where this viewer sees none.</summary>
    /// <remarks>Page n holds the posts (n-1)·50+1 … n·50, so that it costs the same anywhere in a thread.</remarks>
    ValueTask<ThreadView?> Thread(
        string community, string thread, int page, Viewer viewer, CancellationToken ct = default);

    /// <summary>The revisions of a post, oldest first; empty where there is none for this viewer.</summary>
    ValueTask<IReadOnlyList<RevisionView>> Revisions(
        string community, string thread, int number, Viewer viewer, CancellationToken ct = default);

    /// <summary>A member's profile, or null; members who left have one too.</summary>
    ValueTask<MemberView?> Member(string community, string account, Viewer viewer, CancellationToken ct = default);

    /// <summary>The communities that an account belongs to, with its role in each.</summary>
    ValueTask<IReadOnlyList<MembershipView>> Memberships(string account, CancellationToken ct = default);

    /// <summary>A page of the posts that a member wrote, latest first, in threads the viewer may see.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<Hit>> PostsBy(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default);

    /// <summary>The tags of a community with the visible threads of each, most used first, 200 at most.</summary>
    ValueTask<IReadOnlyList<TagView>> Tags(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>Posts that hold all these words, best first; accents and case do not matter.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<Hit>> Search(SearchQuery query, CancellationToken ct = default);

    /// <summary>Builds everything anew from the feed; the present views answer until it takes their place.</summary>
    Task Rebuild(CancellationToken ct = default);
}

/// <summary>Who reads, as the server resolved it.</summary>
/// <param name="Account">The account, or null for a visitor.</param>
/// <param name="Standing">What it may do in the community that is read.</param>
public readonly record struct Viewer(string? Account, Standing Standing)
{
    /// <summary>Somebody not signed in.</summary>
    public static Viewer Visitor { get; } = new(null, Standing.None);
}

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this part.</param>
/// <param name="Next">What names the next part, opaque; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A cursor that this list never gave.</summary>
public sealed class MalformedCursorException()
    : Exception("This cursor is none that the list gave; start without one.");

/// <summary>The database that holds the views cannot be reached now. Asking again later helps.</summary>
public sealed class ViewsUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A community as readers see it.</summary>
public sealed record CommunityView(
    string Slug,
    string Name,
    string? Summary,
    string Language,
    Visibility Visibility,
    Purpose Purpose,
    string Rules,
    DateTimeOffset FoundedAt,
    CommunityCounters Counters,
    IReadOnlyList<CategoryView> Categories,
    long Version,
    Joining Joining = Joining.Open,
    string? Question = null);

/// <summary>A category with the number of its visible threads, those of its sub-categories among them.</summary>
public sealed record CategoryView(string Slug, string Name, string? Description, string? Parent, int Hue, int Threads);

/// <summary>Which threads, and in what order.</summary>
/// <param name="Community">The slug.</param>
/// <param name="Sort">The order.</param>
/// <param name="Since">With <see cref="ThreadSort.Top"/>: only threads opened from then on; null for all.</param>
/// <param name="Category">Only this category and its sub-categories.</param>
/// <param name="Tag">Only threads with this tag.</param>
/// <param name="Cursor">Where to go on, from <see cref="Page{T}.Next"/>.</param>
/// <param name="Size">How many, 1 to 100.</param>
public sealed record ThreadQuery(
    string Community,
    ThreadSort Sort = ThreadSort.Latest,
    DateTimeOffset? Since = null,
    string? Category = null,
    string? Tag = null,
    string? Cursor = null,
    int Size = 30);

/// <summary>Orders of a list of threads.</summary>
public enum ThreadSort
{
    /// <summary>By the time of the last post, latest first; pinned threads before all.</summary>
    Latest = 0,

    /// <summary>By reactions and replies together, most first.</summary>
    Top = 1,

    /// <summary>Threads with no reply of anybody but the author, latest first.</summary>
    Unanswered = 2,

    /// <summary>For moderators: threads that are in no other list, latest first.</summary>
    Unlisted = 3,

    /// <summary>Threads that the viewer has begun to read and has not read to the end, latest first.</summary>
    Unread = 4,
}

/// <summary>A thread in a list.</summary>
public sealed record ThreadRow(
    string Community,
    string Id,
    string Title,
    string Excerpt,
    string? Category,
    IReadOnlyList<string> Tags,
    AuthorView Author,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastPostAt,
    AuthorView LastAuthor,
    IReadOnlyList<AuthorView> Participants,
    bool IsPinned,
    bool IsClosed,
    bool IsSolved,
    ThreadCounters Counters)
{
    /// <summary>Shown to moderators only, in the list of what is in no other.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Kept as it is.</summary>
    public bool IsArchived { get; init; }
}

/// <summary>Who wrote: the account and its name in that community. Both empty where the account is gone.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Role">Its role there.</param>
/// <param name="Face">The address of its picture there; null for none.</param>
/// <param name="Flair">The badge that stands beside its posts; null for none.</param>
public sealed record AuthorView(
    string Account, string Name, Role Role, string? Face = null, string? Flair = null);

/// <summary>A text that a post had, or has.</summary>
public sealed record RevisionView(int Revision, string Text, string By, string ByName, DateTimeOffset At);

/// <summary>A tag and its use.</summary>
public sealed record TagView(string Tag, int Threads);
