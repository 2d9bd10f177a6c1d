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
public sealed partial record Thread : IActor<Thread, ThreadCommand, ThreadEvent>
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
    public static readonly TimeSpan ScheduleMax = TimeSpan.FromDays(365 * Schedule.YearsMax);

    /// <inheritdoc/>
    public static string Kind => "thread";

    /// <inheritdoc/>
    public static Thread Initial { get; } = new();

    /// <summary>Its posts by number, the first at index 0.</summary>
    public ImmutableList<Post> Posts { get; init; } = [];

    /// <summary>How many visible posts each author has here.</summary>
    public ImmutableDictionary<string, int> Authors { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The slug of its category; null for none. Who keeps order there keeps order in it.</summary>
    public string? Category { get; init; }

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

    /// <summary>When it will no longer be pinned; null for never, or where it is not.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    /// <summary>In no list, and not found.</summary>
    public bool IsUnlisted { get; init; }

    /// <summary>Kept as it is: nothing is written or changed in it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The id of the thread that all its posts have gone to; null where there are some here.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The id of the thread that goes on where this one is full; null where none does yet.</summary>
    public string? FollowedBy { get; init; }

    /// <summary>The number of the last post that came from another thread; 0 where none did.</summary>
    public int LastReceived { get; init; }

    /// <summary>Seconds that a member waits between two posts here; 0 for no wait.</summary>
    public int SlowSeconds { get; init; }

    /// <summary>The number of the post accepted as the answer; 0 for none.</summary>
    public int Accepted { get; init; }

    /// <summary>
    /// Removed and moved posts, the removal of the opening post not counted: what is missing from the visible ones.
    /// </summary>
    public int RemovedReplies { get; init; }

    /// <summary>Reactions to its posts.</summary>
    public int Reactions { get; init; }

    /// <summary>How often it was opened by a reader.</summary>
    public long Views { get; init; }

    /// <summary>True when nothing has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Posts.Count == 0;

    /// <summary>True when readers do not see it as a whole, as they do not see its opening post.</summary>
    [JsonIgnore]
    public bool IsRemoved => Posts.Count > 0 && Posts[0].Removal is not (Removal.None or Removal.Moved);

    /// <summary>True when all its posts have gone to another thread.</summary>
    [JsonIgnore]
    public bool IsMerged => MergedInto is not null;

    /// <summary>True while it counts as a thread: opened, not removed, and not all of it elsewhere.</summary>
    [JsonIgnore]
    public bool IsStanding => !IsMissing && !IsRemoved && !IsMerged;

    /// <summary>What it counts.</summary>
    [JsonIgnore]
    public ThreadCounters Counters =>
        new(IsStanding ? Posts.Count - RemovedReplies : 0, IsStanding ? Authors.Count : 0, Reactions, Views);

    /// <inheritdoc/>
    public Decision<ThreadEvent> Decide(ThreadCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Open when !IsMissing => new Refusal("thread.exists", "This thread is open already."),
        Open { Follows: { } full } when !Keys.IsThread(full) => NoSuchThread,
        Open { Renews: { } old } when !Keys.IsThread(old) => NoSuchThread,
        Open { Renews: not null } c when Bareness(c.Text, turn) is { } fault => fault,
        Open c => HeadFault(c.Title, c.Category, c.Tags) ?? PostFault(c.Text, c.Poll, turn)
            ?? (Decision<ThreadEvent>)[Opening(c, turn)],
        Receive or Release or Follow when !IsProgram(turn) => Refusals.ProgramOnly,
        Receive c => Receiving(c, turn),

        _ when IsMissing => NoSuchThread,
        CountViews or Watch or Unwatch or LookForGreeting or Withhold or Publish or Lift or Close { Decision: not null }
            or Slow { Decision: not null } or Heat or Cool or TakeUp or Retell when !IsProgram(turn) =>
            Refusals.ProgramOnly,
        Watch or Unwatch => Watching(command),
        LookForGreeting => Greeting(),
        CountViews c => c.Count > 0 ? [new Viewed(c.Count)] : [],
        Withhold or Publish or Lift => Withholding(command, turn),
        Heat or Cool => Heating(command),
        Retell c => Retelling(c, turn),
        _ when IsMerged =>
            new Refusal("thread.merged", "This thread is part of another one now; please go on there."),
        Restore c => Restoring(c, turn),
        Edit { Number: 1 } or Organise when IsRemoved && !IsArchived && IsMendable(1, turn) => Mending(command, turn),
        _ when IsRemoved && command is not (Close { Decision: not null } or Slow { Decision: not null }) => AwayThread,

        Reply or Edit or Organise or React or Unreact or Accept or Unaccept or ConfirmAnswer or DoubtAnswer
            or Summarise or MovePosts or Merge when IsArchived => ArchivedThread,
        Remove when IsArchived && !IsModerated(turn) => ArchivedThread,
        Reply or Edit or Organise when IsClosed && !IsModerated(turn) =>
            new Refusal("thread.closed", "This thread is closed: it can be read, but not continued."),
        Reply when Posts.Count >= PostsMax =>
            new Refusal("thread.full", "This thread is as long as a thread can be. Please continue in a new one."),
        Reply c when c.ReplyTo is { } to && !Has(to) => Missing(to),
        Reply when WaitSeconds(turn) is > 0 and var wait =>
            new Refusal("thread.slow", $"This thread is in slow mode. You can post again in {wait} seconds."),
        Reply { IsSummary: true } c when SummaryFault(c.Text, turn) is { } fault => fault,
        Reply c => PostFault(c.Text, c.Poll, turn) ?? NewMember.ReplyFault(this, turn)
            ?? Replying(c, turn),

        Organise when !IsBy(1, turn) => new Refusal("thread.foreign", "Only its author or a moderator may do that."),
        Edit or Organise => Mending(command, turn),
        Remove c => Removing(c, turn),

        React c => Reacting(c.Number, c.Kind, turn),
        Unreact c when Reacted(c.Number, c.Kind, turn) => [new Unreacted(c.Number, c.Kind, Author(c.Number))],
        Unreact => [],
        CountReactions when !IsProgram(turn) => Refusals.ProgramOnly,
        CountReactions c when !IsHere(c.Number) => Missing(c.Number),
        CountReactions c when IsUnknown(c.Kind) is { } fault => fault,
        CountReactions c => c.Count > 0 ? [new ReactionsCounted(c.Number, c.Kind, c.Count, Author(c.Number))] : [],

        Accept or Unaccept or ConfirmAnswer or DoubtAnswer => Answering(command, turn),
        Summarise or Rest or Renew => Reviving(command, turn),

        _ when !IsModerated(turn) => Refusals.ModeratorsOnly,
        _ => Ordering(command, turn),
    };

    /// <inheritdoc/>
    public Thread Apply(ThreadEvent happened, Moment moment) => happened switch
    {
        Opened e => With(moment, e.Poll, e.IsHeld ? News.Of(e.Text, null, e.Tags) : null) with
        {
            Category = e.Category, GreetBy = e.GreetBy,
        },
        Replied e => With(moment, e.Poll, e.IsHeld ? News.Of(e.Text, e.ReplyTo, []) : null) with
        {
            IsGreeted = IsGreeted || e.Greets,
        },
        Edited e => With(e.Number, Posts[e.Number - 1].Revised(e.Revision, moment))
            .Retold(e.Number, news => News.Of(e.Text, news.ReplyTo, news.Tags)).Reread(e.Number),
        ThreadEvent.Organised e => Retold(1, news => news with { Tags = e.Tags }) with { Category = e.Category },
        Removed e => Away(e),
        Restored e => Back(e.Number, e.Decision),
        Published e => Back(e.Number, e.Decision) with { IsGreeted = IsGreeted || e.Greets },
        Withheld e => Turned(e.Number, e.How, e.Decision),
        ThreadEvent.Reacted e => WithReactions(e.Number, Given(e.Number).Add($"{moment.By}:{e.Kind}"), +1),
        Unreacted e => WithReactions(e.Number, Given(e.Number).Remove($"{moment.By}:{e.Kind}"), -1),
        ReactionsCounted e => With(
            e.Number, Posts[e.Number - 1] with { Counted = Posts[e.Number - 1].Counted + e.Count }) with
        {
            Reactions = Reactions + e.Count,
        },
        ThreadEvent.Accepted or Unaccepted or AnswerConfirmed or AnswerDoubted => Answered(happened, moment),
        Summarised or Rested or Renewed => Resumed(happened),
        Viewed e => this with { Views = Views + e.Count },
        Watched or Unwatched => Watching(happened),
        Ungreeted => this,
        Heated or Cooled => Heating(happened),
        _ => Ordered(happened),
    };

    private bool IsModerated(Turn turn) => turn.Standing.Moderates(Category);

    private static bool IsProgram(Turn turn) => turn.Standing.Role == Role.System;

    private string Author(int number) => Posts[number - 1].Author;

    private bool Exists(int number) => number >= 1 && number <= Posts.Count;

    private bool Has(int number) => Exists(number) && Posts[number - 1].IsVisible;

    private bool IsOwn(int number, Turn turn) => turn.By.Length > 0 && Author(number) == turn.By;

    private bool IsBy(int number, Turn turn) => IsModerated(turn) || IsOwn(number, turn);

    private static Refusal? TextFault(string text, Turn turn) =>
        Text.Fault("text", text, Text.PostMax, mayBeEmpty: text is not null && IsProgram(turn))
            ?? NewMember.TextFault(text, turn);

    private static Refusal? PostFault(string text, string? poll, Turn turn) =>
        poll is null || Keys.IsThread(poll) ? TextFault(text, turn) : Poll.NoSuchPoll;

    private static Refusal? IsUnknown(string reaction) =>
        Communities.Reactions.Kinds.Contains(reaction) ? null : new("reaction.unknown", "There is no such reaction.");

    private Decision<ThreadEvent> Mending(ThreadCommand command, Turn turn) => command switch
    {
        Edit c => Editing(c, turn),
        Organise c => HeadFault(c.Title, c.Category, c.Tags)
            ?? (Decision<ThreadEvent>)[new ThreadEvent.Organised(c.Title, c.Category, [.. c.Tags.Distinct()])],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Thread With(Moment moment, string? poll, News? held) => this with
    {
        Polls = poll is null ? Polls
            : (Polls ?? ImmutableSortedDictionary<int, string>.Empty).Add(Posts.Count + 1, poll),
        Posts = Posts.Add(new Post
        {
            Author = moment.By,
            At = moment.At,
            GraceFrom = moment.At,
            Revision = 1,
            Removal = held is null ? Removal.None : Removal.Pending,
        }),
        Authors = held is null ? Count(moment.By, +1) : Authors,
        RemovedReplies = RemovedReplies + (held is not null && Posts.Count > 0 ? 1 : 0),
        Holds = held is null ? Holds : With(Holds, Posts.Count + 1, new Hold(Removal.Pending, [], held)),
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
