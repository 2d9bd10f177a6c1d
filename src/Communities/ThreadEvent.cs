using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to threads.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// Who did it, and when, stands in the envelope.
/// </remarks>
[JsonDerivedType(typeof(Opened), "thread.opened"), JsonDerivedType(typeof(Replied), "thread.replied")]
[JsonDerivedType(typeof(Edited), "thread.edited"), JsonDerivedType(typeof(Organised), "thread.organised")]
[JsonDerivedType(typeof(Removed), "thread.removed"), JsonDerivedType(typeof(Restored), "thread.restored")]
[JsonDerivedType(typeof(Reacted), "thread.reacted"), JsonDerivedType(typeof(Unreacted), "thread.unreacted")]
[JsonDerivedType(typeof(ReactionsCounted), "thread.reactions-counted")]
[JsonDerivedType(typeof(Accepted), "thread.accepted"), JsonDerivedType(typeof(Unaccepted), "thread.unaccepted")]
[JsonDerivedType(typeof(Viewed), "thread.viewed")]
[JsonDerivedType(typeof(Watched), "thread.watched"), JsonDerivedType(typeof(Unwatched), "thread.unwatched")]
public abstract partial record ThreadEvent
{
    /// <summary>
    /// The thread was opened with post 1, perhaps to continue another one, or to take an old one up, or as an
    /// introduction to be answered by a time.
    /// </summary>
    public sealed record Opened(
        string Title, string Text, string? Category, ImmutableArray<string> Tags, string? Poll = null,
        string? Follows = null, bool? IsQuiet = null, Screening? Screening = null, DateTimeOffset? GreetBy = null,
        string? Renews = null) : ThreadEvent
    {
        /// <summary>True where it waits for a moderator, and nobody hears of it.</summary>
        [JsonIgnore]
        public bool IsHeld => Screening is { IsHeld: true };
    }

    /// <summary>A post was added, perhaps the first that somebody else answers an introduction with.</summary>
    public sealed record Replied(
        int Number, string Text, int? ReplyTo = null, string? Poll = null, string? To = null,
        ImmutableArray<string>? Watchers = null, bool? IsQuiet = null, Screening? Screening = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Greets = false) : ThreadEvent
    {
        /// <summary>True where it waits for a moderator, and nobody hears of it.</summary>
        [JsonIgnore]
        public bool IsHeld => Screening is { IsHeld: true };
    }

    /// <summary>A post has another text; the same revision number means that the grace replaced it silently.</summary>
    /// <param name="Number">The post's number.</param>
    /// <param name="Text">The new text.</param>
    /// <param name="Revision">The number of the revision that it is.</param>
    /// <param name="Screening">What automoderation said of the new text.</param>
    /// <param name="Decision">The id of the decision that keeps the post from readers.</param>
    /// <param name="IsAway">Readers do not see the post, and so not the text.</param>
    public sealed record Edited(
        int Number, string Text, int Revision, Screening? Screening = null, string? Decision = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsAway = false) : ThreadEvent;

    /// <summary>The thread has this title, category and these tags.</summary>
    public sealed record Organised(string Title, string? Category, ImmutableArray<string> Tags) : ThreadEvent;

    /// <summary>A post was taken away, and with it this many from the counts (number 1: the whole thread).</summary>
    /// <param name="Number">The post's number.</param>
    /// <param name="By">Who took it away, and how.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Posts">How many posts readers lose.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The id of the decision that did it, or that was lifted.</param>
    /// <param name="WasAnswer">It was the accepted answer, and will be again.</param>
    /// <param name="Category">The category, where a moderator did it here: its case is of that category.</param>
    public sealed record Removed(
        int Number, Removal By, string Author, int Posts, string? Reason = null, string? Decision = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool WasAnswer = false,
        string? Category = null)
        : ThreadEvent;

    /// <summary>A removed post is back, and with it this many posts in the counts.</summary>
    public sealed record Restored(int Number, string Author, int Posts, string? Decision = null) : ThreadEvent;

    /// <summary>Somebody reacted to this author's post.</summary>
    public sealed record Reacted(int Number, string Kind, string Author) : ThreadEvent;

    /// <summary>Somebody took a reaction back.</summary>
    public sealed record Unreacted(int Number, string Kind, string Author) : ThreadEvent;

    /// <summary>An import brought reactions of which only the number is known.</summary>
    public sealed record ReactionsCounted(int Number, string Kind, int Count, string Author) : ThreadEvent;

    /// <summary>This author's post was accepted as the answer; own: to their question, or by themselves.</summary>
    public sealed record Accepted(
        int Number, string Author,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOwn = false) : ThreadEvent;

    /// <summary>This author's post is no longer the answer; own: to their question, or by themselves.</summary>
    public sealed record Unaccepted(
        int Number, string Author,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOwn = false) : ThreadEvent;

    /// <summary>Readers opened it this often since it was last told.</summary>
    public sealed record Viewed(int Count) : ThreadEvent;

    /// <summary>These accounts want to hear of every post.</summary>
    public sealed record Watched(ImmutableArray<string> Accounts) : ThreadEvent;

    /// <summary>This account does not want to hear of every post.</summary>
    public sealed record Unwatched(string Account) : ThreadEvent;
}
