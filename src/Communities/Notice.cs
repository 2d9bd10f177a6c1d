using System.Collections.Immutable;

namespace Communities;

/// <summary>Something that a member is told of, and why.</summary>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Thread">The id of the thread that it is about.</param>
/// <param name="Number">The number of the post there.</param>
/// <param name="By">The account that did it; null or empty where nobody in particular did.</param>
/// <param name="Subject">
/// What it is about where that is no thread: a conversation's id, a group's name; one line of
/// <see cref="Text.TitleMax"/> characters at most.
/// </param>
/// <param name="At">
/// When it was written, where an import may have brought it: nobody is told of what is older than
/// <see cref="NewsFor"/>. Not kept.
/// </param>
public sealed record Notice(
    string Reason, string? Thread = null, int? Number = null, string? By = null, string? Subject = null,
    DateTimeOffset? At = null)
{
    /// <summary>How long something is news; longer than any failure that a notice could have waited for.</summary>
    public static readonly TimeSpan NewsFor = TimeSpan.FromDays(3);
}

/// <summary>Why a member is told of something; the words that settings, pages and translations go by.</summary>
public static class Reasons
{
    /// <summary>A post calls the member by name.</summary>
    public const string Mention = "mention";

    /// <summary>A post answers the member's, or the member's thread.</summary>
    public const string Reply = "reply";

    /// <summary>A post quotes the member.</summary>
    public const string Quote = "quote";

    /// <summary>A post in a thread that the member watches.</summary>
    public const string Watched = "watched";

    /// <summary>A new thread in a place that the member watches, or of somebody watched.</summary>
    public const string Opened = "opened";

    /// <summary>Somebody reacted to the member's post.</summary>
    public const string Reaction = "reaction";

    /// <summary>The member's post was accepted as the answer.</summary>
    public const string Accepted = "accepted";

    /// <summary>A private message; the subject is the conversation's id.</summary>
    public const string Message = "message";

    /// <summary>The member's post or thread stands elsewhere now.</summary>
    public const string Moved = "moved";

    /// <summary>
    /// A slot of the calendar; the subject says what became of it, its id and its title: <c>returned 01k… Title</c>.
    /// </summary>
    public const string Slot = "slot";

    /// <summary>An interview that the member takes part in; the subject says what is about it.</summary>
    public const string Interview = "interview";

    /// <summary>A poll that the member took part in is over.</summary>
    public const string PollClosed = "poll-closed";

    /// <summary>The member wanted to be reminded of a post.</summary>
    public const string Reminder = "reminder";

    /// <summary>The member was invited; the subject is by what.</summary>
    public const string Invited = "invited";

    /// <summary>Somebody asks to be let in, or the member's own request was answered; the subject says which.</summary>
    public const string Request = "request";

    /// <summary>The member has another trust level or role, which is the subject.</summary>
    public const string Promoted = "promoted";

    /// <summary>Moderators decided on what the member wrote or does; the subject is the decision's id.</summary>
    public const string Decision = "decision";

    /// <summary>What came of a report of the member; the subject is the case's id.</summary>
    public const string Outcome = "outcome";

    /// <summary>The member's appeal was answered; the subject is the decision's id.</summary>
    public const string Appealed = "appealed";

    /// <summary>A case that moderators should look at soon; the subject is its id.</summary>
    public const string Case = "case";

    /// <summary>A policy that changes soon; the subject is its name and version: <c>terms/2</c>.</summary>
    public const string Policy = "policy";

    /// <summary>Somebody thanked the member, who is an ambassador.</summary>
    public const string Thanks = "thanks";

    /// <summary>The member has a badge, whose id is the subject.</summary>
    public const string Badge = "badge";

    /// <summary>The member joined so many years ago; the subject is the number.</summary>
    public const string Anniversary = "anniversary";

    /// <summary>A contest that the member takes part in goes on; the subject is its id.</summary>
    public const string Contest = "contest";

    /// <summary>A gathering that the member comes to starts soon; the subject is in how many minutes.</summary>
    public const string GatheringSoon = "gathering-soon";

    /// <summary>A gathering that the member comes to is at another time or place, or called off.</summary>
    public const string GatheringChanged = "gathering-changed";

    /// <summary>The member waited for a seat at a gathering, and has one.</summary>
    public const string GatheringSeat = "gathering-seat";

    /// <summary>The member is thanked for having come to a gathering; the thread tells what it was.</summary>
    public const string GatheringRecap = "gathering-recap";

    /// <summary>A step of the journey that newcomers are taken on; the subject is its id.</summary>
    public const string Step = "step";

    /// <summary>Nobody has answered an introduction in time; the subject is its thread's id.</summary>
    public const string Ungreeted = "ungreeted";

    /// <summary>A group that the member is in, which is the subject.</summary>
    public const string Group = "group";

    /// <summary>Somebody hopes that the member answers a question.</summary>
    public const string AnswerRequested = "answer-requested";

    /// <summary>A reader finds that the member's accepted answer no longer holds.</summary>
    public const string AnswerDoubted = "answer-doubted";

    /// <summary>The member's post was taken up in the knowledge page of a category, which is the subject.</summary>
    public const string TakenUp = "taken-up";

    /// <summary>Every reason, the one that concerns the member most first.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Decision, Appealed, Case, Outcome, Policy,
        Interview, Slot,
        Message, Mention, Reply, Quote, Reminder, Accepted, Request, Invited, Promoted, Group, Moved, PollClosed,
        AnswerRequested, AnswerDoubted,
        GatheringSoon, GatheringChanged, GatheringSeat, GatheringRecap,
        TakenUp, Contest, Thanks, Badge, Anniversary,
        Step, Ungreeted,
        Opened, Watched, Reaction,
    ];

    /// <summary>Those that somebody meant for this member, and that a push is worth by default.</summary>
    public static ImmutableArray<string> Direct { get; } =
        [
            Interview, Slot,
            Decision, Appealed, Case, Message, Mention, Reply, Quote, Reminder, Accepted, Request, Invited,
            AnswerRequested, AnswerDoubted,
            .. OfGatherings,
        ];

    /// <summary>Those about a gathering that the member said to come to: no muted thread keeps them back.</summary>
    internal static ImmutableArray<string> OfGatherings => [GatheringSoon, GatheringChanged, GatheringSeat];

    /// <summary>Those that tell of a post: one post is told of once, whatever reasons it gives.</summary>
    internal static ImmutableArray<string> OfPosts { get; } = [Mention, Reply, Quote, Opened, Watched];

    /// <summary>Those that nobody switches off: what was decided about somebody reaches them in any case.</summary>
    public static ImmutableArray<string> Owed { get; } = [Decision, Appealed, Case, Outcome, Policy];

    /// <summary>Those that a member may switch off.</summary>
    public static ImmutableArray<string> Optional { get; } = [.. All.Except(Owed)];

    /// <summary>Those that reach who has not joined, or no longer: they are about just that, or owed.</summary>
    internal static ImmutableArray<string> BeforeJoining { get; } = [Invited, Request, .. Owed];

    /// <summary>Those that a muted community leaves: they are about the member's doing, or standing.</summary>
    internal static ImmutableArray<string> Always { get; } =
        [Message, Reminder, Request, Invited, Promoted, Thanks, .. OfGatherings, .. Owed];
}
