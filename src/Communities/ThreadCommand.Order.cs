using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

// What keeps threads in order: where they are shown, for how long they go on, and which posts they hold.
[JsonDerivedType(typeof(Pin), "pin"), JsonDerivedType(typeof(Unpin), "unpin"), JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(ScheduleClose), "schedule-close"), JsonDerivedType(typeof(Reopen), "reopen")]
[JsonDerivedType(typeof(Slow), "slow")]
[JsonDerivedType(typeof(Unlist), "unlist"), JsonDerivedType(typeof(List), "list")]
[JsonDerivedType(typeof(Archive), "archive"), JsonDerivedType(typeof(Unarchive), "unarchive")]
[JsonDerivedType(typeof(MovePosts), "move-posts"), JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Release), "release"), JsonDerivedType(typeof(Receive), "receive")]
[JsonDerivedType(typeof(Follow), "follow")]
public abstract partial record ThreadCommand
{
    /// <summary>Keeps the thread at the top of its list, perhaps until a time.</summary>
    public sealed record Pin(DateTimeOffset? Until = null) : ThreadCommand;

    /// <summary>Lets the thread sink again.</summary>
    public sealed record Unpin : ThreadCommand;

    /// <summary>Closes the thread, perhaps until a time, perhaps by a decision (the program only).</summary>
    public sealed record Close(DateTimeOffset? ReopenAt = null, string? Reason = null, string? Decision = null)
        : ThreadCommand;

    /// <summary>Closes the thread at a time.</summary>
    public sealed record ScheduleClose(DateTimeOffset At) : ThreadCommand;

    /// <summary>Opens a closed thread again.</summary>
    public sealed record Reopen : ThreadCommand;

    /// <summary>
    /// Makes each member wait this many seconds between two posts; 0 ends it. By a decision: the program only.
    /// </summary>
    public sealed record Slow(int Seconds, string? Reason = null, string? Decision = null) : ThreadCommand;

    /// <summary>Takes the thread out of lists and search; who has its address reads it as before.</summary>
    public sealed record Unlist(string? Reason = null) : ThreadCommand;

    /// <summary>Shows an unlisted thread in lists again.</summary>
    public sealed record List : ThreadCommand;

    /// <summary>Keeps the thread as it is: nobody writes, reacts or changes anything in it any more.</summary>
    public sealed record Archive(string? Reason = null) : ThreadCommand;

    /// <summary>Lets an archived thread go on.</summary>
    public sealed record Unarchive : ThreadCommand;

    /// <summary>Moves posts to the end of another thread of the community.</summary>
    /// <param name="Numbers">Their numbers, at most <see cref="Thread.MovedMax"/>; never 1.</param>
    /// <param name="Target">The id of the thread that they go to.</param>
    /// <param name="Heading">What that is called where it is a new one; null where it is there.</param>
    /// <param name="Reason">Why, in one line that everybody reads.</param>
    public sealed record MovePosts(
        ImmutableArray<int> Numbers, string Target, Heading? Heading = null, string? Reason = null) : ThreadCommand;

    /// <summary>Moves all posts to the end of another thread of the community, so that nothing is left here.</summary>
    public sealed record Merge(string Target, string? Reason = null) : ThreadCommand;

    /// <summary>Import only: lets posts go to a thread that is told of them by the import itself.</summary>
    public sealed record Release(
        ImmutableArray<int> Numbers, string Target, Heading? Heading = null, int Answer = 0, int Total = 0,
        string? Reason = null) : ThreadCommand;

    /// <summary>The program only: takes in posts that another thread has let go, at the end.</summary>
    /// <param name="Source">The id of the thread that they come from.</param>
    /// <param name="Posts">The posts, in their order there.</param>
    /// <param name="Heading">What this thread is called, where it is opened by them.</param>
    /// <param name="Answer">The number there of the one that was the accepted answer; 0 for none.</param>
    /// <param name="Total">How many are moved together; 0 for those that follow the first part of them.</param>
    /// <param name="By">Who moved them.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Receive(
        string Source, ImmutableArray<MovedPost> Posts, Heading? Heading = null, int Answer = 0, int Total = 0,
        string By = "", string? Reason = null) : ThreadCommand;

    /// <summary>The program only: this thread was opened to continue a full one.</summary>
    public sealed record Follow(string Thread) : ThreadCommand;
}
