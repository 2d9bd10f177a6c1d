using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

// What keeps threads in order: where they are shown, for how long they go on, and which posts they hold.
[JsonDerivedType(typeof(Pinned), "thread.pinned"), JsonDerivedType(typeof(Unpinned), "thread.unpinned")]
[JsonDerivedType(typeof(Closed), "thread.closed"), JsonDerivedType(typeof(CloseScheduled), "thread.close-scheduled")]
[JsonDerivedType(typeof(Reopened), "thread.reopened"), JsonDerivedType(typeof(Slowed), "thread.slowed")]
[JsonDerivedType(typeof(AlsoClosed), "thread.also-closed"), JsonDerivedType(typeof(AlsoSlowed), "thread.also-slowed")]
[JsonDerivedType(typeof(Unlisted), "thread.unlisted"), JsonDerivedType(typeof(Listed), "thread.listed")]
[JsonDerivedType(typeof(Archived), "thread.archived"), JsonDerivedType(typeof(Unarchived), "thread.unarchived")]
[JsonDerivedType(typeof(PostsMoved), "thread.posts-moved"), JsonDerivedType(typeof(Merged), "thread.merged")]
[JsonDerivedType(typeof(Received), "thread.received"), JsonDerivedType(typeof(Revived), "thread.revived")]
[JsonDerivedType(typeof(Overflowed), "thread.overflowed"), JsonDerivedType(typeof(Followed), "thread.followed")]
public abstract partial record ThreadEvent
{
    /// <summary>The thread stays at the top of its list, perhaps until a time.</summary>
    public sealed record Pinned(DateTimeOffset? Until = null) : ThreadEvent;

    /// <summary>The thread sinks again.</summary>
    public sealed record Unpinned : ThreadEvent;

    /// <summary>The thread is closed, perhaps until a time.</summary>
    /// <param name="ReopenAt">Until when; null for good.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The id of the decision that made it so.</param>
    /// <param name="Lifted">The id of the decision that was lifted, so that only what is left keeps it closed.</param>
    public sealed record Closed(
        DateTimeOffset? ReopenAt = null, string? Reason = null, string? Decision = null, string? Lifted = null)
        : ThreadEvent;

    /// <summary>
    /// A decision closes the thread, too, or does so no longer. Readers see no difference: something else keeps it
    /// closed at least as long.
    /// </summary>
    public sealed record AlsoClosed(string Decision, DateTimeOffset? ReopenAt = null, bool IsLifted = false)
        : ThreadEvent;

    /// <summary>
    /// A decision slows the thread, too, or does so no longer. Readers see no difference: something else makes them
    /// wait at least as long.
    /// </summary>
    public sealed record AlsoSlowed(string Decision, int Seconds, bool IsLifted = false) : ThreadEvent;

    /// <summary>The thread will be closed at a time.</summary>
    public sealed record CloseScheduled(DateTimeOffset At) : ThreadEvent;

    /// <summary>The thread is open again, perhaps since a decision was lifted.</summary>
    public sealed record Reopened(string? Decision = null) : ThreadEvent;

    /// <summary>Each member waits this many seconds between two posts; 0: no longer.</summary>
    /// <param name="Seconds">The seconds.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Decision">The id of the decision that made it so.</param>
    /// <param name="Lifted">The id of the decision that was lifted, so that it is as before.</param>
    public sealed record Slowed(
        int Seconds, string? Reason = null, string? Decision = null, string? Lifted = null) : ThreadEvent;

    /// <summary>The thread is in no list and is not found any more.</summary>
    public sealed record Unlisted(string? Reason = null) : ThreadEvent;

    /// <summary>The thread is in lists again.</summary>
    public sealed record Listed : ThreadEvent;

    /// <summary>The thread stays as it is.</summary>
    public sealed record Archived(string? Reason = null) : ThreadEvent;

    /// <summary>The thread may go on.</summary>
    public sealed record Unarchived : ThreadEvent;

    /// <summary>Posts left for the end of another thread of the community; their numbers here stay empty.</summary>
    /// <param name="Target">The id of that thread.</param>
    /// <param name="Posts">What they take with them.</param>
    /// <param name="Heading">What that thread is called, where they open it.</param>
    /// <param name="Answer">The number of the one that was the accepted answer; 0 for none.</param>
    /// <param name="Total">How many are moved together; 0 for those that follow the first part of them.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsTold">That thread is told of them by an import; nobody else may.</param>
    public sealed record PostsMoved(
        string Target,
        ImmutableArray<MovedPost> Posts,
        Heading? Heading = null,
        int Answer = 0,
        int Total = 0,
        string? Reason = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsTold = false) : ThreadEvent;

    /// <summary>The last post has left: all of this author's thread is in another one now.</summary>
    /// <param name="Target">The id of that thread.</param>
    /// <param name="Author">Who opened this one.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Watchers">Who wanted to hear of every post here; null where nobody did.</param>
    public sealed record Merged(
        string Target, string Author, string? Reason = null, ImmutableArray<string>? Watchers = null) : ThreadEvent;

    /// <summary>Posts of another thread were added at the end.</summary>
    /// <param name="Source">The id of that thread.</param>
    /// <param name="First">The number that the first of them has here; the others follow.</param>
    /// <param name="Posts">What they brought with them.</param>
    /// <param name="Shown">How many posts readers gain: none where this thread is removed.</param>
    /// <param name="Heading">What this thread is called, where it was opened by them.</param>
    /// <param name="Total">How many are moved together; 0 for those that follow the first part of them.</param>
    /// <param name="By">Who moved them.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Received(
        string Source,
        int First,
        ImmutableArray<MovedPost> Posts,
        int Shown,
        Heading? Heading = null,
        int Total = 0,
        string By = "",
        string? Reason = null) : ThreadEvent;

    /// <summary>This author's thread, whose posts had all gone to another one, has posts again.</summary>
    public sealed record Revived(string Author) : ThreadEvent;

    /// <summary>No number was left here for these posts: they go on to another thread.</summary>
    public sealed record Overflowed(
        string Source, ImmutableArray<MovedPost> Posts, string Target, string By = "", string? Reason = null)
        : ThreadEvent;

    /// <summary>The thread is full, and goes on in this one.</summary>
    public sealed record Followed(string Thread) : ThreadEvent;
}
