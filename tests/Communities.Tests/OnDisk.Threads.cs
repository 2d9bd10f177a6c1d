namespace Communities.Tests;

/// <summary>What threads hold, and what hangs from posts.</summary>
internal static partial class OnDisk
{
    private static MovedPost Moved => new(
        2, "bob", At, At.AddMinutes(1), 2, Removal.ByAuthor, ["carol:like", "dave:funny"], 7, "01k0000000000009");

    private static object[] InThreads =>
    [
        new ThreadEvent.Opened("Which brakes?", "Lequel ? <b> & \"quotes\" 🚲", "brakes", ["disc", "été"]),
        new ThreadEvent.Replied(2, "Disc.", 1),
        new ThreadEvent.Ungreeted("bob", At),
        new ThreadEvent.Edited(2, "Rim.", 2),
        new ThreadEvent.Organised("Which brakes?", "brakes", ["rim"]),
        new ThreadEvent.Removed(2, Removal.ByModerator, "bob", 1, "Off topic"),
        new ThreadEvent.Restored(2, "bob", 1),
        new ThreadEvent.Published(
            2, "bob", 1, "brakes", new(1, ["zoe"], ["devs/zoe"], ["https://example.org/"], ["rim"]), "alice", ["dave"],
            "post-01k0000000000000-2.1"),
        new ThreadEvent.Withheld(
            2, Removal.ByModerator, Removal.Hidden, "Off topic", "post-01k0000000000000-2.1"),
        new ThreadEvent.Reacted(2, "like", "bob"),
        new ThreadEvent.Unreacted(2, "like", "bob"),
        new ThreadEvent.ReactionsCounted(2, "like", 7, "bob"),
        new ThreadEvent.Accepted(2, "bob"),
        new ThreadEvent.Unaccepted(2, "bob"),
        new ThreadEvent.Pinned(),
        new ThreadEvent.Unpinned(),
        new ThreadEvent.Closed(At, "Sleep over it"),
        new ThreadEvent.CloseScheduled(At),
        new ThreadEvent.Reopened(),
        new ThreadEvent.AlsoClosed("post-01k0000000000000-3.1", At, IsLifted: true),
        new ThreadEvent.AlsoSlowed("post-01k0000000000000-3.1", 300, IsLifted: true),
        new ThreadEvent.Slowed(60),
        new ThreadEvent.Viewed(40),
        new ThreadEvent.Unlisted("A test"),
        new ThreadEvent.Listed(),
        new ThreadEvent.Archived("It is over"),
        new ThreadEvent.Unarchived(),
        new ThreadEvent.DeemedFitting(IsFitting: true),
        new ThreadEvent.TakenUp(3, "bob", "brakes", "zoe"),
        new ThreadEvent.PostsMoved(
            "01k0000000000001", [Moved], new("Rims", "brakes", ["rim"]), 2, 1, "Off topic", IsTold: true),
        new ThreadEvent.Merged("01k0000000000001", "bob", "The same question"),
        new ThreadEvent.Received("01k0000000000001", 3, [Moved], 1, new("Rims", "brakes", ["rim"]), 1, "mo", "Here"),
        new ThreadEvent.Revived("bob"),
        new ThreadEvent.Overflowed("01k0000000000001", [Moved], "01k0000000000002", "mo", "Full"),
        new ThreadEvent.Followed("01k0000000000001"),
        new ThreadEvent.Heated(
            "post-01k0000000000000-3", Waiting, IsPassed: true, "bob", "brakes", "spam", "No advertising."),
        new ThreadEvent.Cooled("post-01k0000000000000-3", IsCalm: true),
        new ThreadEvent.AnswerConfirmed(2, IsSettled: true),
        new ThreadEvent.AnswerDoubted(2, "bob", "Not since version 3"),
        new ThreadEvent.Summarised(7, IsUndone: true),
        new ThreadEvent.Rested(),
        new ThreadEvent.Renewed("01k0000000000001"),
        new ThreadEvent.Watched(["bob", "zoe"]),
        new ThreadEvent.Unwatched("bob"),

        new PollEvent.Opened(
            "Disc or rim?", ["Disc", "Rim"], new(VotingWay.Ranked, 1, 2, IsSecret: true, ResultsShown.AtEnd), At),
        new PollEvent.Attached("01k0000000000000", 2),
        new PollEvent.Voted([2, 1], [1], "01k0000000000000"),
        new PollEvent.Withdrawn([2, 1], "01k0000000000000"),
        new PollEvent.Closed("01k0000000000000", 2, ["bob", "zoe"]),
        new PollEvent.Reopened("01k0000000000000"),

        new UploadEvent.Stored("Vélo.jpg", "image/jpeg", 12_345, "digest", 1_600, 900, true),
        new UploadEvent.Removed("Somebody else's"),
        new AllowanceEvent.Taken(new(1, 2, 12_345, 3)),
        new AllowanceEvent.Begun(),
        new BlocksEvent.Counted([new("no-shops", 12), new("swearing", 1)]),

        new DraftsEvent.Saved(
            "thread:01k0000000000000", 7, "So far", "A title", "brakes", "disc été", 3, Besides: true),
        new DraftsEvent.Settled("thread:01k0000000000000"),
        new DraftsEvent.Discarded("thread:01k0000000000000"),

        new LinkEvent.Wanted("https://example.org/a?b=c"),
        new LinkEvent.Claimed(),
        new LinkEvent.Told("A title", "What it says", "Example"),
        new LinkEvent.Failed(),
    ];
}
