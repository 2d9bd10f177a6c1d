namespace Communities.Views;

public partial interface IViews
{
    /// <summary>What an account has begun to write at a place, or null. For that account alone.</summary>
    ValueTask<DraftView?> Draft(string community, string account, string place, CancellationToken ct = default);

    /// <summary>All that an account has begun to write, latest first. For that account alone.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="community">Only in this community; null for all.</param>
    /// <param name="ct">Ends the wait.</param>
    ValueTask<IReadOnlyList<DraftView>> Drafts(
        string account, string? community = null, CancellationToken ct = default);

    /// <summary>
    /// Threads about the same as one that is being written, five at most: the most alike, and of those the ones that
    /// have an answer first. Words of the community's domain count more than others.
    /// </summary>
    /// <param name="community">The slug.</param>
    /// <param name="title">The title, as far as it is written.</param>
    /// <param name="text">The text, or null: its words of the domain count, too.</param>
    /// <param name="viewer">Who writes.</param>
    /// <param name="ct">Ends the wait.</param>
    ValueTask<IReadOnlyList<SimilarThread>> Similar(
        string community, string title, string? text, Viewer viewer, CancellationToken ct = default);

    /// <summary>The addresses that somebody should fetch, those that have waited longest first, 100 at most.</summary>
    ValueTask<IReadOnlyList<WantedLink>> WantedLinks(CancellationToken ct = default);
}

/// <summary>Something begun, and not posted yet.</summary>
/// <param name="Community">The slug of the community it is meant for.</param>
/// <param name="Place">Where it is written, as <see cref="Communities.Drafts"/> names places.</param>
/// <param name="Revision">Its number: whoever saves it names the one gone on from.</param>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Title">The title of a thread to be.</param>
/// <param name="Category">Its category.</param>
/// <param name="Tags">Its tags, as typed.</param>
/// <param name="ReplyTo">The number of the post that is being answered.</param>
/// <param name="At">When it was saved.</param>
/// <param name="Other">What another device had written there, which this one did not know.</param>
/// <param name="Thread">The title of the thread it is meant for, in a list and where the account may read it.</param>
public sealed record DraftView(
    string Community,
    string Place,
    int Revision,
    string Text,
    string? Title,
    string? Category,
    string? Tags,
    int? ReplyTo,
    DateTimeOffset At,
    OtherDraft? Other = null,
    string? Thread = null);

/// <summary>A second text of the same place.</summary>
/// <param name="Text">The text, in Markdown.</param>
/// <param name="Title">The title of a thread to be.</param>
/// <param name="At">When it was saved.</param>
public sealed record OtherDraft(string Text, string? Title, DateTimeOffset At);

/// <summary>A thread that is about the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Posts">How many posts can be read in it.</param>
/// <param name="Accepted">The number of the one accepted as the answer; 0 for none.</param>
/// <param name="LastPostAt">When the last was written.</param>
/// <param name="Answer">How the accepted answer begins; null for none.</param>
/// <param name="IsNear">It has nearly all that the other title says: it may well be the same question.</param>
public sealed record SimilarThread(
    string Id, string Title, int Posts, int Accepted, DateTimeOffset LastPostAt, string? Answer = null,
    bool IsNear = false)
{
    /// <summary>True where one of its posts was accepted as the answer.</summary>
    public bool IsSolved => Accepted > 0;
}

/// <summary>What a page elsewhere says of itself.</summary>
/// <param name="Url">Its address, as a post shows it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Site">What its site is called.</param>
public sealed record LinkView(string Url, string Title, string? Summary, string? Site);

/// <summary>An address that a post of a community shows, and of which nothing is known yet, or nothing new.</summary>
public sealed record WantedLink(string Community, string Url);
