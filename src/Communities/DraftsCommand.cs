using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a member asks of their drafts.</summary>
/// <param name="Place"><c>new</c>, <c>thread:ID</c>, <c>edit:ID:3</c> or <c>conversation:ID</c>.</param>
[JsonDerivedType(typeof(Save), "save"), JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Discard), "discard")]
public abstract record DraftsCommand(string Place) : ICommand<Drafts>
{
    /// <summary>Keeps what has been written so far. Without a title and a text it discards the draft.</summary>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Text">The text, in Markdown.</param>
    /// <param name="Title">The title of a thread to be.</param>
    /// <param name="Category">Its category.</param>
    /// <param name="Tags">Its tags, as typed.</param>
    /// <param name="ReplyTo">The number of the post that is being answered.</param>
    /// <param name="Base">The revision that this one goes on from; null or 0 where it goes on from none.</param>
    public sealed record Save(
        string Place, string Text, string? Title = null, string? Category = null, string? Tags = null,
        int? ReplyTo = null, int? Base = null) : DraftsCommand(Place)
    {
        internal bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Title);
    }

    /// <summary>Lets go of the second text that was kept of a place.</summary>
    public sealed record Settle(string Place) : DraftsCommand(Place);

    /// <summary>Lets go of a draft; with a revision, only where it is still that one.</summary>
    public sealed record Discard(string Place, int? Revision = null) : DraftsCommand(Place);
}

/// <summary>What happens to drafts.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Saved), "drafts.saved"), JsonDerivedType(typeof(Settled), "drafts.settled")]
[JsonDerivedType(typeof(Discarded), "drafts.discarded")]
public abstract record DraftsEvent
{
    /// <summary>This is what stands at a place now.</summary>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Revision">Its number, higher than any before.</param>
    /// <param name="Text">The text, in Markdown.</param>
    /// <param name="Title">The title of a thread to be.</param>
    /// <param name="Category">Its category.</param>
    /// <param name="Tags">Its tags, as typed.</param>
    /// <param name="ReplyTo">The number of the post that is being answered.</param>
    /// <param name="Besides">What stood there was not known to who wrote this, and is kept beside it.</param>
    public sealed record Saved(
        string Place, int Revision, string Text, string? Title = null, string? Category = null, string? Tags = null,
        int? ReplyTo = null, bool Besides = false) : DraftsEvent;

    /// <summary>The second text of a place is no longer needed.</summary>
    public sealed record Settled(string Place) : DraftsEvent;

    /// <summary>Nothing stands at that place any more: it was posted, or given up.</summary>
    public sealed record Discarded(string Place) : DraftsEvent;
}
