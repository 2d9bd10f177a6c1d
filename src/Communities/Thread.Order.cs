using System.Diagnostics;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>What moderators do with a whole thread, and what they do with its posts together.</content>
public sealed partial record Thread
{
    private static Refusal NoSuchThread { get; } = new("thread.missing", "There is no such thread.");

    private static Refusal ArchivedThread { get; } =
        new("thread.archived", "This thread is archived: it stays as it is.");

    private static Refusal TooSlow { get; } = new("slow.range", $"Slow mode takes 0 to {SlowMax} seconds.");

    private Decision<ThreadEvent> Ordering(ThreadCommand command, Turn turn) => command switch
    {
        Pin c when Schedule.Fault(c.Until, turn) is { } fault => fault,
        Pin c => IsPinned && PinnedUntil == c.Until ? [] : [new Pinned(c.Until)],
        Unpin => IsPinned && !IsEarly(PinnedUntil, turn) ? [new Unpinned()] : [],

        Close c when Schedule.Fault(c.ReopenAt, turn) is { } fault => fault,
        Close c when ReasonFault(c.Reason) is { } fault => fault,
        Close { Decision: null } when IsClosed && IsProgram(turn) => [], // The time at which it was to be closed.
        Close c => Closing(c),
        ScheduleClose c when Schedule.Fault(c.At, turn) is { } fault => fault,
        ScheduleClose c => IsClosed || ClosesAt == c.At ? [] : [new CloseScheduled(c.At)],
        Reopen when IsClosed && turn.By.Length == 0 && IsEarly(ReopensAt, turn) => [],
        Reopen => IsClosed || (ClosesAt is not null && !IsProgram(turn)) ? [new Reopened()] : [],
        Slow c when PaceFault(c.Seconds) is { } fault => fault,
        Slow c when ReasonFault(c.Reason) is { } fault => fault,
        Slow c => Slowing(c),

        Unlist c when ReasonFault(c.Reason) is { } fault => fault,
        Unlist c => IsUnlisted ? [] : [new Unlisted(c.Reason)],
        List => IsUnlisted ? [new Listed()] : [],
        Archive c when ReasonFault(c.Reason) is { } fault => fault,
        Archive c => IsArchived ? [] : [new Archived(c.Reason)],
        Unarchive => IsArchived ? [new Unarchived()] : [],

        DeemFitting c => IsFitting == c.IsFitting ? [] : [new DeemedFitting(c.IsFitting)],
        TakeUp c => TakingUp(c),

        MovePosts c => Moving(c, turn),
        Merge c => Merging(c, turn),
        Release c => Releasing(c, turn),

        // Anybody may say that a thread continues another; it is so for the first that continues a full one.
        Follow c => FollowedBy is null && Posts.Count >= PostsMax && Keys.IsThread(c.Thread)
            ? [new Followed(c.Thread)]
            : [],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Thread Ordered(ThreadEvent happened) => happened switch
    {
        Pinned e => this with { IsPinned = true, PinnedUntil = e.Until },
        Unpinned => this with { IsPinned = false, PinnedUntil = null },
        Closed or AlsoClosed or Reopened or Slowed or AlsoSlowed => Restrained(happened),
        CloseScheduled e => this with { ClosesAt = e.At },
        Unlisted => this with { IsUnlisted = true },
        Listed => this with { IsUnlisted = false },
        Archived => this with { IsArchived = true },
        Unarchived => this with { IsArchived = false },
        DeemedFitting e => this with { IsFitting = e.IsFitting },
        ThreadEvent.TakenUp => this,
        PostsMoved e => Without(e.Posts),
        ThreadEvent.Merged e => this with { MergedInto = e.Target },
        Received e => With(e.Posts) with { Category = e.Heading is { } heading ? heading.Category : Category },
        Revived => this with { MergedInto = null },
        Overflowed => this,
        Followed e => this with { FollowedBy = e.Thread },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal? ReasonFault(string? reason) =>
        Text.LineFault("reason", reason, Text.LineMax, mayBeEmpty: true);

    private long WaitSeconds(Turn turn)
    {
        if (SlowSeconds == 0 || IsModerated(turn)) return 0;
        var free = turn.At.AddSeconds(-SlowSeconds);
        for (var i = Posts.Count - 1; i >= 0; i--)
        {
            if (Posts[i].At > free)
            {
                if (Posts[i].Author == turn.By) return (long)Math.Ceiling((Posts[i].At - free).TotalSeconds);
            }
            else if (i >= LastReceived) return 0; // Those before are older; only what came from elsewhere may not be.
        }

        return 0;
    }

    // An alarm that rings while the time it was set for is being changed.
    private static bool IsEarly(DateTimeOffset? due, Turn turn) => IsProgram(turn) && due > turn.At;
}
