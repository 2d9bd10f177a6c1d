using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <summary>A conversation: an opening post, then replies in order.</summary>
/// <remarks>
/// Posts are numbered 1, 2, 3 … and never renumbered: a removed post keeps its number. Post 1 opens the thread, and
/// removing it removes the thread. The program itself (import, alarms) may do what a moderator may, and may bring
/// posts without a text.
/// </remarks>
public sealed record Thread : IActor<Thread, ThreadCommand, ThreadEvent>
{
    /// <summary>The most posts: beyond it a conversation needs a new thread.</summary>
    public const int PostsMax = 10_000;

    /// <summary>The most tags on a thread.</summary>
    public const int TagsMax = 5;

    /// <summary>The slowest slow mode: one post a day.</summary>
    public const int SlowMax = 86_400;

    /// <summary>An edit within this time of the revision it changes replaces it without leaving a new one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>How far ahead something may be scheduled: no one means more, and clocks end somewhere.</summary>
    public static readonly TimeSpan ScheduleMax = TimeSpan.FromDays(365 * 20);

    /// <inheritdoc/>
    public static string Kind => "thread";

    /// <inheritdoc/>
    public static Thread Initial { get; } = new();

    /// <summary>Its posts by number, the first at index 0.</summary>
    public ImmutableList<Post> Posts { get; init; } = [];

    /// <summary>How many visible posts each author has here.</summary>
    public ImmutableDictionary<string, int> Authors { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Closed to everybody but moderators.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The ids of the polls that came with posts, by the post's number; null where there are none.</summary>
    public ImmutableSortedDictionary<int, string>? Polls { get; init; }

    /// <summary>When it will be closed, while it is open; null for never.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When it will be reopened, while it is closed; null for never.</summary>
    public DateTimeOffset? ReopensAt { get; init; }

    /// <summary>Kept at the top of its community's list.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Seconds that a member waits between two posts here; 0 for no wait.</summary>
    public int SlowSeconds { get; init; }

    /// <summary>The number of the post accepted as the answer; 0 for none.</summary>
    public int Accepted { get; init; }

    /// <summary>Removed posts, the opening post's removal not counted: what is missing from the visible ones.</summary>
    public int RemovedReplies { get; init; }

    /// <summary>Reactions to its posts.</summary>
    public int Reactions { get; init; }

    /// <summary>How often it was opened by a reader.</summary>
    public long Views { get; init; }

    /// <summary>True when nothing has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Posts.Count == 0;

    /// <summary>True when it was removed as a whole, with its opening post.</summary>
    [JsonIgnore]
    public bool IsRemoved => Posts.Count > 0 && !Posts[0].IsVisible;

    /// <summary>What it counts.</summary>
    [JsonIgnore]
    public ThreadCounters Counters =>
        new(IsRemoved ? 0 : Posts.Count - RemovedReplies, IsRemoved ? 0 : Authors.Count, Reactions, Views);

    /// <inheritdoc/>
    public Decision<ThreadEvent> Decide(ThreadCommand command, Turn turn) => command switch
    {
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Open when !IsMissing => new Refusal("thread.exists", "This thread is open already."),
        Open c => Organised(c.Title, c.Category, c.Tags) ?? PostFault(c.Text, c.Poll, turn)
            ?? (Decision<ThreadEvent>)[new Opened(c.Title, c.Text, c.Category, [.. c.Tags.Distinct()], c.Poll)],

        _ when IsMissing => new Refusal("thread.missing", "There is no such thread."),
        CountViews when !IsProgram(turn) => Refusals.ProgramOnly,
        CountViews c => c.Count > 0 ? [new Viewed(c.Count)] : [],
        Restore c => Restoring(c, turn),
        _ when IsRemoved => new Refusal("thread.removed", "This thread was removed."),

        Reply or Edit or Organise when IsClosed && !IsModerated(turn) =>
            new Refusal("thread.closed", "This thread is closed: it can be read, but not continued."),
        Reply when Posts.Count >= PostsMax =>
            new Refusal("thread.full", "This thread is as long as a thread can be. Please continue in a new one."),
        Reply c when c.ReplyTo is { } to && !Has(to) => Refusals.NoSuchPost,
        Reply when WaitSeconds(turn) is > 0 and var wait =>
            new Refusal("thread.slow", $"This thread is in slow mode. You can post again in {wait} seconds."),
        Reply c => PostFault(c.Text, c.Poll, turn)
            ?? (Decision<ThreadEvent>)[new Replied(Posts.Count + 1, c.Text, c.ReplyTo, c.Poll)],

        Edit c => Editing(c, turn),
        Organise when !IsBy(1, turn) => new Refusal("thread.foreign", "Only its author or a moderator may do that."),
        Organise c => Organised(c.Title, c.Category, c.Tags)
            ?? (Decision<ThreadEvent>)[new ThreadEvent.Organised(c.Title, c.Category, [.. c.Tags.Distinct()])],
        Remove c => Removing(c, turn),

        React c => Reacting(c.Number, c.Kind, turn),
        Unreact c when Reacted(c.Number, c.Kind, turn) => [new Unreacted(c.Number, c.Kind, Author(c.Number))],
        Unreact => [],
        CountReactions when !IsProgram(turn) => Refusals.ProgramOnly,
        CountReactions c when !Exists(c.Number) => Refusals.NoSuchPost,
        CountReactions c when IsUnknown(c.Kind) is { } fault => fault,
        CountReactions c => c.Count > 0 ? [new ReactionsCounted(c.Number, c.Kind, c.Count, Author(c.Number))] : [],

        Accept or Unaccept when !IsBy(1, turn) =>
            new Refusal("answer.foreign", "Only who asked, or a moderator, may say which answer solved it."),
        Accept { Number: 1 } => new Refusal("answer.opening", "The opening post cannot be its own answer."),
        Accept c when !Has(c.Number) => Refusals.NoSuchPost,
        Accept c when Accepted == c.Number => [],
        Accept c => Accepted == 0
            ? [new ThreadEvent.Accepted(c.Number, Author(c.Number))]
            : [new Unaccepted(Accepted, Author(Accepted)), new ThreadEvent.Accepted(c.Number, Author(c.Number))],
        Unaccept => Accepted == 0 ? [] : [new Unaccepted(Accepted, Author(Accepted))],

        _ when !IsModerated(turn) => Refusals.ModeratorsOnly,
        Pin => IsPinned ? [] : [new Pinned()],
        Unpin => IsPinned ? [new Unpinned()] : [],
        Close c when Schedule.Fault(c.ReopenAt, turn) is { } fault => fault,
        Close c when Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        Close c => IsClosed && (c.ReopenAt == ReopensAt || IsProgram(turn)) ? [] : [new Closed(c.ReopenAt, c.Reason)],
        ScheduleClose c when Schedule.Fault(c.At, turn) is { } fault => fault,
        ScheduleClose c => IsClosed || ClosesAt == c.At ? [] : [new CloseScheduled(c.At)],
        Reopen => IsClosed || (ClosesAt is not null && !IsProgram(turn)) ? [new Reopened()] : [],
        Slow c when c.Seconds is < 0 or > SlowMax =>
            new Refusal("slow.range", $"Slow mode takes 0 to {SlowMax} seconds."),
        Slow c => SlowSeconds == c.Seconds ? [] : [new Slowed(c.Seconds)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Thread Apply(ThreadEvent happened, Moment moment) => happened switch
    {
        Opened e => With(moment, e.Poll),
        Replied e => With(moment, e.Poll),
        Edited e => With(e.Number, Posts[e.Number - 1].Revised(e.Revision, moment)),
        ThreadEvent.Organised => this,
        Removed e => With(e.Number, Posts[e.Number - 1] with { Removal = e.By }) with
        {
            Authors = Count(Posts[e.Number - 1].Author, -1),
            RemovedReplies = RemovedReplies + (e.Number > 1 ? 1 : 0),
        },
        Restored e => With(e.Number, Posts[e.Number - 1] with { Removal = Removal.None }) with
        {
            Authors = Count(Posts[e.Number - 1].Author, +1),
            RemovedReplies = RemovedReplies - (e.Number > 1 ? 1 : 0),
        },
        ThreadEvent.Reacted e => WithReactions(e.Number, Given(e.Number).Add($"{moment.By}:{e.Kind}"), +1),
        Unreacted e => WithReactions(e.Number, Given(e.Number).Remove($"{moment.By}:{e.Kind}"), -1),
        ReactionsCounted e => With(
            e.Number, Posts[e.Number - 1] with { Counted = Posts[e.Number - 1].Counted + e.Count }) with
        {
            Reactions = Reactions + e.Count,
        },
        ThreadEvent.Accepted e => this with { Accepted = e.Number },
        Unaccepted => this with { Accepted = 0 },
        Pinned => this with { IsPinned = true },
        Unpinned => this with { IsPinned = false },
        Closed e => this with { IsClosed = true, ClosesAt = null, ReopensAt = e.ReopenAt },
        CloseScheduled e => this with { ClosesAt = e.At },
        Reopened => this with { IsClosed = false, ClosesAt = null, ReopensAt = null },
        Slowed e => this with { SlowSeconds = e.Seconds },
        Viewed e => this with { Views = Views + e.Count },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static bool IsModerated(Turn turn) => turn.Standing.Is(Role.Moderator);

    private static bool IsProgram(Turn turn) => turn.Standing.Role == Role.System;

    private string Author(int number) => Posts[number - 1].Author;

    private bool Exists(int number) => number >= 1 && number <= Posts.Count;

    private bool Has(int number) => Exists(number) && Posts[number - 1].IsVisible;

    private bool IsOwn(int number, Turn turn) => turn.By.Length > 0 && Author(number) == turn.By;

    private bool IsBy(int number, Turn turn) => IsModerated(turn) || IsOwn(number, turn);

    private static Refusal? TextFault(string text, Turn turn) =>
        Text.Fault("text", text, Text.PostMax, mayBeEmpty: IsProgram(turn));

    private static Refusal? PostFault(string text, string? poll, Turn turn) =>
        poll is null || Keys.IsThread(poll) ? TextFault(text, turn) : Poll.NoSuchPoll;

    private static Refusal? Organised(string title, string? category, ImmutableArray<string> tags) =>
        Text.LineFault("title", title, Text.TitleMax) is { } fault ? fault
        : category is not null && !Keys.IsTag(category) ? Refusals.NoSuchCategory
        : tags.IsDefault ? new("tag.malformed", "Tags are a list, which may be empty.")
        : tags.Length > TagsMax ? new("tag.many", $"A thread has {TagsMax} tags at most.")
        : !tags.All(Keys.IsTag) ? new("tag.malformed", "A tag is 1 to 40 small letters, digits and hyphens.")
        : null;

    private static Refusal? IsUnknown(string reaction) =>
        Communities.Reactions.Kinds.Contains(reaction) ? null : new("reaction.unknown", "There is no such reaction.");

    private long WaitSeconds(Turn turn)
    {
        if (SlowSeconds == 0 || IsModerated(turn)) return 0;
        var free = turn.At.AddSeconds(-SlowSeconds);
        for (var i = Posts.Count - 1; i >= 0 && Posts[i].At > free; i--)
            if (Posts[i].Author == turn.By) return (long)Math.Ceiling((Posts[i].At - free).TotalSeconds);
        return 0;
    }

    private Decision<ThreadEvent> Editing(Edit c, Turn turn)
    {
        if (!Has(c.Number)) return Refusals.NoSuchPost;
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (TextFault(c.Text, turn) is { } fault) return fault;
        var post = Posts[c.Number - 1];
        var isGrace = IsOwn(c.Number, turn) && turn.At - post.GraceFrom <= Grace;
        return [new Edited(c.Number, c.Text, isGrace ? post.Revision : post.Revision + 1)];
    }

    private Decision<ThreadEvent> Removing(Remove c, Turn turn)
    {
        if (!Exists(c.Number)) return Refusals.NoSuchPost;
        if (!Has(c.Number)) return []; // Asked twice, done once.
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true) is { } fault) return fault;
        if (c.Number == 1 && !IsModerated(turn) && Vanishing(1) > Authors.GetValueOrDefault(turn.By))
            return new Refusal("thread.answered", "Others have answered here; please ask a moderator to remove it.");
        var by = IsOwn(c.Number, turn) ? Removal.ByAuthor : Removal.ByModerator;
        var removed = new Removed(c.Number, by, Author(c.Number), Vanishing(c.Number), c.Reason);
        return Accepted == c.Number ? [new Unaccepted(c.Number, Author(c.Number)), removed] : [removed];
    }

    private Decision<ThreadEvent> Restoring(Restore c, Turn turn)
    {
        if (!Exists(c.Number)) return Refusals.NoSuchPost;
        if (Posts[c.Number - 1].IsVisible) return [];
        if (IsRemoved && c.Number > 1) return new Refusal("thread.removed", "Restore the thread first.");
        if (!IsModerated(turn) && !(IsOwn(c.Number, turn) && Posts[c.Number - 1].Removal == Removal.ByAuthor))
            return Refusals.ModeratorsOnly;
        return [new Restored(c.Number, Author(c.Number), Vanishing(c.Number))];
    }

    // How many posts readers lose or regain with this one: the whole thread goes with its opening post.
    private int Vanishing(int number) => number == 1 ? Posts.Count - RemovedReplies : 1;

    private Decision<ThreadEvent> Reacting(int number, string kind, Turn turn)
    {
        if (!Has(number)) return Refusals.NoSuchPost;
        if (IsUnknown(kind) is { } fault) return fault;
        if (IsOwn(number, turn)) return new Refusal("reaction.own", "Reactions to one's own posts do not count.");
        return Reacted(number, kind, turn) ? [] : [new ThreadEvent.Reacted(number, kind, Author(number))];
    }

    private bool Reacted(int number, string kind, Turn turn) =>
        Exists(number) && Given(number).Contains($"{turn.By}:{kind}");

    private ImmutableHashSet<string> Given(int number) => Posts[number - 1].Reactions ?? [];

    private Thread With(Moment moment, string? poll) => this with
    {
        Polls = poll is null ? Polls
            : (Polls ?? ImmutableSortedDictionary<int, string>.Empty).Add(Posts.Count + 1, poll),
        Posts = Posts.Add(new Post { Author = moment.By, At = moment.At, GraceFrom = moment.At, Revision = 1 }),
        Authors = Count(moment.By, +1),
    };

    private Thread With(int number, Post post) => this with { Posts = Posts.SetItem(number - 1, post) };

    private Thread WithReactions(int number, ImmutableHashSet<string> given, int change) =>
        With(number, Posts[number - 1] with { Reactions = given.IsEmpty ? null : given }) with
        {
            Reactions = Reactions + change,
        };

    private ImmutableDictionary<string, int> Count(string author, int change)
    {
        if (author.Length == 0) return Authors;
        var count = Authors.GetValueOrDefault(author) + change;
        return count == 0 ? Authors.Remove(author) : Authors.SetItem(author, count);
    }
}
