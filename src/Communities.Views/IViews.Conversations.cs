namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// A page of the conversations in which an account takes part, of all communities that it belongs to, the one with
    /// the latest message first, 30 a page.
    /// </summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<ConversationRow>> Conversations(string account, string? cursor, CancellationToken ct = default);

    /// <summary>
    /// A conversation with its latest messages before this number (null: up to the last), 50 at most; null where the
    /// viewer takes no part in it, whatever the viewer's role.
    /// </summary>
    ValueTask<ConversationView?> Conversation(
        string community, string conversation, int? before, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<Page<ConversationRow>> Conversations(
        string account, string? cursor, CancellationToken ct = default) =>
        Read(database => ConversationViews.List(database, account, cursor), ct);

    /// <inheritdoc/>
    public ValueTask<ConversationView?> Conversation(
        string community, string conversation, int? before, Viewer viewer, CancellationToken ct = default) =>
        Read(database => ConversationViews.Get(database, community, conversation, before, viewer), ct);
}

/// <summary>A conversation in the list of one who takes part in it.</summary>
/// <param name="Community">Where.</param>
/// <param name="CommunityName">What that is called.</param>
/// <param name="Id">Its id.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Others">Who else takes part.</param>
/// <param name="LastBy">Who wrote last.</param>
/// <param name="LastAt">When.</param>
/// <param name="Excerpt">The beginning of that message, without markup.</param>
/// <param name="Messages">How many messages there are.</param>
/// <param name="Unread">How many of them have not been read.</param>
/// <param name="IsMuted">Whether the reader is told of no new ones.</param>
public sealed record ConversationRow(
    string Community,
    string CommunityName,
    string Id,
    string Subject,
    IReadOnlyList<AuthorView> Others,
    AuthorView LastBy,
    DateTimeOffset LastAt,
    string Excerpt,
    int Messages,
    int Unread,
    bool IsMuted);

/// <summary>A conversation as one who takes part in it reads it.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Participants">Who takes part, the reader among them.</param>
/// <param name="Last">The number of the last message.</param>
/// <param name="Read">The number of the last message that the reader has read.</param>
/// <param name="IsMuted">Whether the reader is told of no new ones.</param>
/// <param name="Messages">A part of the messages, in order.</param>
public sealed record ConversationView(
    string Community,
    string Id,
    string Subject,
    IReadOnlyList<AuthorView> Participants,
    int Last,
    int Read,
    bool IsMuted,
    IReadOnlyList<MessageView> Messages);

/// <summary>A private message.</summary>
public sealed record MessageView(int Number, AuthorView Author, DateTimeOffset At, string Text);
