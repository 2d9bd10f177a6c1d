using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.ConversationCommand;
using static Communities.ConversationEvent;

namespace Communities;

/// <summary>Private messages between some members of a community.</summary>
/// <remarks>
/// Nobody but its participants has anything to do with it: to all others, whatever their role, there is none. Who is
/// added reads it from the beginning, and who leaves reads it no more. Whether somebody wants to hear from who writes
/// stands in their <see cref="Inbox"/>; whoever asks must look.
/// </remarks>
public sealed record Conversation : IActor<Conversation, ConversationCommand, ConversationEvent>
{
    /// <summary>The most participants: more are a group, and talk in threads.</summary>
    public const int ParticipantsMax = 20;

    /// <summary>The longest message, in UTF-16 units: what is longer is a post, or a file.</summary>
    public const int MessageMax = 20_000;

    /// <summary>The most messages: beyond it one begins anew, so that what is read at once stays small.</summary>
    public const int MessagesMax = 10_000;

    /// <summary>The most messages that a new member writes before anybody answers.</summary>
    public const int UnansweredMax = 3;

    /// <inheritdoc/>
    public static string Kind => "conversation";

    /// <inheritdoc/>
    public static Conversation Initial { get; } = new();

    /// <summary>Who takes part, by account.</summary>
    public ImmutableDictionary<string, Participant> Participants { get; init; } =
        ImmutableDictionary<string, Participant>.Empty;

    /// <summary>The number of the last message; 0 before there is any.</summary>
    public int Last { get; init; }

    /// <summary>Who wrote it.</summary>
    public string LastBy { get; init; } = "";

    /// <summary>How many that account has written since anybody else did.</summary>
    public int Unanswered { get; init; }

    /// <summary>True where this account takes part.</summary>
    public bool Has(string? account) => account is { Length: > 0 } && Participants.ContainsKey(account);

    /// <summary>The conversation does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("conversation.missing", "There is no such conversation.");

    /// <summary>Somebody in it does not want to hear from who writes, or is no member.</summary>
    public static Refusal Unreachable { get; } =
        new("recipient.closed", "One of these members takes no messages from you.");

    /// <inheritdoc/>
    public Decision<ConversationEvent> Decide(ConversationCommand command, Turn turn) => command switch
    {
        Start or Send or Add or Rename when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) || turn.By.Length == 0 => Refusals.MembersOnly,
        Start when Last > 0 => new Refusal("conversation.exists", "This conversation has begun already."),
        Start c => StartFault(c, turn)
            ?? (Decision<ConversationEvent>)[
                new Started(c.Subject, Others(c, turn)), new Messaged(1, c.Text, Others(c, turn))],

        _ when !Has(turn.By) => Missing,
        Send c => SendFault(c, turn) ?? (Decision<ConversationEvent>)[new Messaged(Last + 1, c.Text, Told(turn))],
        MarkRead c => Math.Min(c.Number, Last) is var number && number > Participants[turn.By].Read
            ? [new Read(number)] : [],
        Add c => AddFault(c, turn) ?? (Has(c.Account) ? [] : (Decision<ConversationEvent>)[new Added(c.Account)]),
        Rename c => Text.LineFault("subject", c.Subject, Text.TitleMax)
            ?? (Decision<ConversationEvent>)[new Renamed(c.Subject)],
        Mute => Participants[turn.By].IsMuted ? [] : [new Muted()],
        Unmute => Participants[turn.By].IsMuted ? [new Unmuted()] : [],
        Leave => [new Left()],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Conversation Apply(ConversationEvent happened, Moment moment) => happened switch
    {
        Started e => this with
        {
            Participants = e.With.Append(moment.By).ToImmutableDictionary(
                account => account, _ => new Participant()),
        },
        Messaged e => With(moment.By, one => one with { Read = e.Number }) with
        {
            Last = e.Number, LastBy = moment.By, Unanswered = moment.By == LastBy ? Unanswered + 1 : 1,
        },
        Read e => With(moment.By, one => one with { Read = e.Number }),
        Added e => this with { Participants = Participants.Add(e.Account, new Participant()) },
        Renamed => this,
        Muted => With(moment.By, one => one with { IsMuted = true }),
        Unmuted => With(moment.By, one => one with { IsMuted = false }),
        Left => this with { Participants = Participants.Remove(moment.By) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal OneByOne { get; } =
        new("recipients.many", "New members write to one other member at a time.");

    private static Refusal TooMany { get; } =
        new("participants.many", $"A conversation has {ParticipantsMax} participants at most.");

    private static Refusal NoSuchMember { get; } =
        new("recipient.missing", "There is no such member to write to.");

    private static ImmutableArray<string> Others(Start c, Turn turn) =>
        [.. c.With.Where(account => account != turn.By).Distinct().Order(StringComparer.Ordinal)];

    private static Refusal? StartFault(Start c, Turn turn) =>
        Text.LineFault("subject", c.Subject, Text.TitleMax) is { } fault ? fault
        : Text.Fault("text", c.Text, MessageMax) is { } wrong ? wrong
        : c.With.IsDefault || !c.With.All(Keys.IsAccount) || Others(c, turn).IsEmpty ? NoSuchMember
        : Others(c, turn).Length >= ParticipantsMax ? TooMany
        : turn.Standing.IsNew && Others(c, turn).Length > 1 ? OneByOne
        : null;

    private Refusal? SendFault(Send c, Turn turn) =>
        Text.Fault("text", c.Text, MessageMax) is { } fault ? fault
        : Participants.Count == 1 ? new("conversation.left", "Everybody else has left this conversation.")
        : Last >= MessagesMax
            ? new("conversation.full", "This conversation is as long as one can be. Please begin a new one.")
        : turn.Standing.IsNew && LastBy == turn.By && Unanswered >= UnansweredMax
            ? new("unanswered.exceeded", $"New members write {UnansweredMax} messages before somebody answers.")
        : null;

    private Refusal? AddFault(Add c, Turn turn) =>
        !Keys.IsAccount(c.Account) ? NoSuchMember
        : turn.Standing.IsNew ? OneByOne
        : Participants.Count >= ParticipantsMax && !Has(c.Account) ? TooMany
        : null;

    private ImmutableArray<string> Told(Turn turn) =>
    [
        .. Participants.Where(one => one.Key != turn.By && !one.Value.IsMuted).Select(one => one.Key)
            .Order(StringComparer.Ordinal),
    ];

    // Who left in the same moment is no participant any more.
    private Conversation With(string account, Func<Participant, Participant> change) =>
        Participants.TryGetValue(account, out var one)
            ? this with { Participants = Participants.SetItem(account, change(one)) }
            : this;
}

/// <summary>Somebody who takes part in a conversation.</summary>
/// <param name="Read">The number of the last message read.</param>
/// <param name="IsMuted">Is told of no new messages.</param>
public sealed record Participant(int Read = 0, bool IsMuted = false);
