using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Communities.Actors;
using static Communities.RecipientCommand;
using static Communities.RecipientEvent;

namespace Communities;

/// <summary>
/// Somebody who is sent e-mails from one community: what they want, what they are owed, and what came of it.
/// </summary>
/// <remarks>
/// Its key is <c>~/devs.alice</c>, or <c>~/devs.@digest</c> for an address without an account, so that it is never
/// archived: it holds addresses and who reads what. A letter is owed once, whoever asks how often; it is claimed by
/// the process that sends it, and settled by what came of it. A process that ends between the server's yes and the
/// settling sends it once more, with the same Message-ID: no protocol knows better.
/// </remarks>
public sealed partial record Recipient : IActor<Recipient, RecipientCommand, RecipientEvent>
{
    /// <summary>The longest name of a delivery, in characters: a kind, an id and a step.</summary>
    public const int DeliveryMax = 80;

    /// <summary>The longest text of what a letter is about, in characters.</summary>
    public const int OfMax = 200;

    /// <summary>Letters that may wait at a time; who is owed more has a mail server that takes none.</summary>
    public const int OwedMax = 100;

    /// <summary>Letters that are remembered when they are settled: what asks again does so within days.</summary>
    public const int SettledMax = 200;

    /// <summary>How long a process that claimed a letter may take before another one sends it.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(10);

    /// <summary>An address is asked no sooner again, so that nobody fills somebody else's mailbox.</summary>
    public static readonly TimeSpan ConfirmationPause = TimeSpan.FromDays(1);

    /// <summary>How long an address may take to say yes.</summary>
    public static readonly TimeSpan ConfirmationLife = TimeSpan.FromDays(7);

    /// <summary>
    /// Letters in a row that the server would not have in the end, or that came back as full or away; then none is
    /// sent.
    /// </summary>
    public const int SoftMax = 5;

    /// <summary>Without a visit and without a click for so long, digests end.</summary>
    public static readonly TimeSpan UnreadMax = TimeSpan.FromDays(180);

    // The name of a process, a random word of it, and a status of RFC 3463: each with room, and none of them a text.
    private const int NodeMax = 100;
    private const int TokenMax = 40;
    private const int StatusMax = 20;

    // What a server that puts off whom it does not know yet, or whose disk is full, needs; then it is given up.
    private static readonly ImmutableArray<TimeSpan> _pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
    ];

    /// <inheritdoc/>
    public static string Kind => "recipient";

    /// <inheritdoc/>
    public static Recipient Initial { get; } = new();

    /// <summary>What is wanted.</summary>
    public MailChoices Choices { get; init; } = MailChoices.Default;

    /// <summary>The address, where there is no account; null for a member, whose account has it.</summary>
    public string? Address { get; init; }

    /// <summary>The language of an address without an account.</summary>
    public string? Language { get; init; }

    /// <summary>When the address was last asked whether it was they; null for never.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whoever reads the address said yes.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>Letters came back, and none is sent.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Letters in a row that did not arrive and might have.</summary>
    public int Softly { get; init; }

    /// <summary>When the next digest is due; null where none is.</summary>
    public DateTimeOffset? DigestAt { get; init; }

    /// <summary>When the last one was due, or when digests were chosen.</summary>
    public DateTimeOffset? DigestFrom { get; init; }

    /// <summary>When the person last chose or followed a link of a letter.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>What waits to be sent, by delivery.</summary>
    public ImmutableSortedDictionary<string, OwedLetter> Waiting { get; init; } =
        ImmutableSortedDictionary<string, OwedLetter>.Empty;

    /// <summary>What was settled lately, the latest last.</summary>
    public ImmutableList<string> Settled { get; init; } = [];

    /// <summary>True for an address without an account.</summary>
    public static bool IsAddress(string key) => Keys.RecipientOf(key).Who.StartsWith('@');

    /// <inheritdoc/>
    public Decision<RecipientEvent> Decide(RecipientCommand command, Turn turn) => command switch
    {
        Choose or Unsubscribe or Resume when turn.Standing.Role != Role.System
            && (turn.By.Length == 0 || turn.By != Keys.RecipientOf(turn.Key).Who) => Refusals.OwnOnly,
        Choose c when c.Choices.Fault() is { } fault => fault,
        Choose c when IsAddress(turn.Key) && (!IsConfirmed || c.Choices.Digest != DigestRhythm.Off) =>
            Refusals.MembersOnly,
        Choose c => c.Choices == Choices ? [] : [new Chose(c.Choices), .. Planned(c.Choices, turn)],
        Unsubscribe { Delivery: { } of } when !IsDelivery(of) => NoSuchLetter,
        Unsubscribe c => Unsubscribing(c),
        Resume => IsStopped ? [new Resumed()] : [],

        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Subscribe c => Subscribing(c, turn),
        Confirm => Address is null || IsConfirmed ? [] : [new Confirmed()],
        Leave => Choices == Leaving ? [] : [new Chose(Leaving), .. Planned(Leaving, turn)],
        Owe c => Owing(c, turn),
        RecipientCommand.Digest => DigestAt is not { } due || due > turn.At ? [] : Digesting(due, turn),
        Claim c => Claiming(c, turn),
        Settle c => Settling(c, turn),
        Bounce c => Bouncing(c),
        Click c when !IsDelivery(c.Delivery) || c.Link is not { Length: > 0 and <= OfMax } => NoSuchLetter,
        Click c => [new Clicked(c.Delivery, c.Link)],
        Rest => Choices.Digest == DigestRhythm.Off ? [] : [new Rested(), .. Planned(null)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Recipient Apply(RecipientEvent happened, Moment moment) => happened switch
    {
        Chose e => this with { Choices = e.Choices, SeenAt = moment.At },
        Subscribed e => this with
        {
            Address = e.Address, Language = e.Language, AskedAt = moment.At, IsConfirmed = false, IsStopped = false,
        },
        Confirmed => this with
        {
            IsConfirmed = true, SeenAt = moment.At, Softly = 0, Choices = MailChoices.None with { Newsletter = true },
        },
        Unsubscribed e => this with
        {
            Choices = e.Kind is { } kind ? Choices.Without(kind) : MailChoices.None, SeenAt = moment.At,
        },
        Resumed => this with { IsStopped = false, Softly = 0 },
        DigestSet e => this with { DigestAt = e.At, DigestFrom = e.At is null ? null : DigestFrom ?? moment.At },
        Owed e => this with
        {
            Waiting = Waiting.SetItem(e.Delivery, new OwedLetter(e.Kind, e.Of, e.NotAfter)),
            DigestFrom = e.Kind == LetterKind.Digest ? moment.At : DigestFrom,
        },
        Claimed e => With(e.Delivery, letter => letter with { Node = e.Node, ClaimedAt = moment.At }),
        Delivered e => Done(e.Delivery) with { Softly = 0 },
        Skipped e => Done(e.Delivery),
        Failed { Again: null } e => Done(e.Delivery) with { Softly = Softly + 1 },
        Failed e => With(e.Delivery, letter => letter with
        {
            Node = null, ClaimedAt = null, Attempts = letter.Attempts + 1, NotBefore = e.Again,
        }),
        Bounced e => Done(e.Delivery) with { Softly = Softly + 1 },
        Stopped => this with { IsStopped = true },
        Clicked => this with { SeenAt = moment.At, Softly = 0 },
        Rested => this with { Choices = Choices with { Digest = DigestRhythm.Off } },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    // Steps and reminders are as they were, should the member come back.
    private MailChoices Leaving => Choices with { Newsletter = false, Digest = DigestRhythm.Off };

    private static Refusal NoSuchLetter { get; } = new("letter.missing", "There is no such letter.");

    private static bool IsDelivery(string? name) => name is { Length: > 0 and <= DeliveryMax }
        && Text.LineFault("delivery", name, DeliveryMax) is null;

    // What is decided about somebody is written to them also where letters came back: the address may be another now.
    private bool Takes(LetterKind kind) => Choices.Want(kind) && (!IsStopped || kind == LetterKind.Decision);

    private Decision<RecipientEvent> Subscribing(Subscribe c, Turn turn) =>
        !IsAddress(turn.Key) ? Refusals.OwnOnly
        : !Account.IsEmail(c.Address) || Keys.OfSubscriber(Keys.RecipientOf(turn.Key).Community, c.Address) != turn.Key
            ? new Refusal("email.malformed", "That is no e-mail address.")
        : !Languages.Known.Contains(c.Language) ? Languages.Unknown
        : (IsConfirmed && Choices.Newsletter && !IsStopped) || turn.At < AskedAt + ConfirmationPause ? []
        : [
            new Subscribed(c.Address, c.Language),
            new Owed($"confirm-{turn.At.ToUnixTimeMilliseconds()}", LetterKind.Confirmation, "",
                turn.At + ConfirmationLife),
        ];

    private Decision<RecipientEvent> Unsubscribing(Unsubscribe c)
    {
        var after = c.Kind is { } kind ? Choices.Without(kind) : MailChoices.None;
        return after == Choices ? []
            : after.Digest != Choices.Digest ? [new Unsubscribed(c.Kind, c.Delivery), .. Planned(null)]
            : [new Unsubscribed(c.Kind, c.Delivery)];
    }

    private Decision<RecipientEvent> Owing(Owe c, Turn turn) =>
        !IsDelivery(c.Delivery) || c.Of is not { Length: <= OfMax } || !Enum.IsDefined(c.Kind)
            ? new Refusal("letter.malformed", "A letter has a name, a kind and what it is about.")
        : Waiting.ContainsKey(c.Delivery) || Settled.Contains(c.Delivery) ? [] // Asked twice, owed once.
        : turn.At > c.NotAfter || !Takes(c.Kind) ? []
        : IsAddress(turn.Key) && !IsConfirmed ? []
        : Waiting.Count >= OwedMax ? new Refusal("letter.many", $"{OwedMax} letters wait already.")
        : [new Owed(c.Delivery, c.Kind, c.Of, c.NotAfter)];

    // After a long time away, one digest of all that happened, and no news any more when the next one is due.
    private Decision<RecipientEvent> Digesting(DateTimeOffset due, Turn turn)
    {
        var next = Choices.NextDigest(turn.At);
        var since = (DigestFrom ?? due).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return IsStopped || next is null
            ? [new DigestSet(next)]
            : [new Owed($"digest-{due.ToUnixTimeMilliseconds()}", LetterKind.Digest, since, next), new DigestSet(next)];
    }

    private IEnumerable<RecipientEvent> Planned(MailChoices? choices, Turn turn = default)
    {
        var next = choices?.NextDigest(turn.At);
        if (next != DigestAt) yield return new DigestSet(next);
    }

    private Decision<RecipientEvent> Claiming(Claim c, Turn turn) =>
        !Waiting.TryGetValue(c.Delivery, out var letter) || letter.NotBefore > turn.At ? []
        : c.Node is not { Length: > 0 and <= NodeMax } || c.Token is not { Length: > 0 and <= TokenMax }
            ? new Refusal("letter.malformed", "A claim names a node and a token.")
        : letter.Node is { } other && other != c.Node && turn.At < letter.ClaimedAt + ClaimLife ? []
        : turn.At > letter.NotAfter ? [new Skipped(c.Delivery, "late")]
        : !Takes(letter.Kind) ? [new Skipped(c.Delivery, "unwanted")]
        : [new Claimed(c.Delivery, c.Node, c.Token)];

    private Decision<RecipientEvent> Settling(Settle c, Turn turn)
    {
        if (!Waiting.TryGetValue(c.Delivery, out var letter)) return [];
        var why = c.Why is null ? null : Text.CleanLine(c.Why, Text.LineMax);
        switch (c.Outcome)
        {
            case LetterOutcome.Delivered: return [new Delivered(c.Delivery)];
            case LetterOutcome.Skipped: return [new Skipped(c.Delivery, why)];
            case LetterOutcome.Rejected: return [new Bounced(c.Delivery, why), new Stopped()];
            case LetterOutcome.Failed when letter.Attempts < _pauses.Length
                && !(turn.At + _pauses[letter.Attempts] > letter.NotAfter):
                return [new Failed(c.Delivery, why, turn.At + _pauses[letter.Attempts])];
            case LetterOutcome.Failed:
                return Softly + 1 >= SoftMax && !IsStopped
                    ? [new Failed(c.Delivery, why, null), new Stopped()]
                    : [new Failed(c.Delivery, why, null)];
            default: return new Refusal("outcome.unknown", "There is no such outcome.");
        }
    }

    private Decision<RecipientEvent> Bouncing(Bounce c) =>
        !IsDelivery(c.Delivery) || c.Status is not { Length: > 0 and <= StatusMax } ? NoSuchLetter
        : c.Status[0] is not ('4' or '5') ? []
        : !IsStopped && (c.Status[0] == '5' || Softly + 1 >= SoftMax)
            ? [new Bounced(c.Delivery, c.Status), new Stopped()]
        : [new Bounced(c.Delivery, c.Status)];

    private Recipient With(string delivery, Func<OwedLetter, OwedLetter> change) =>
        Waiting.TryGetValue(delivery, out var letter)
            ? this with { Waiting = Waiting.SetItem(delivery, change(letter)) }
            : this;

    private Recipient Done(string delivery) => Waiting.ContainsKey(delivery)
        ? this with
        {
            Waiting = Waiting.Remove(delivery),
            Settled = Settled.RemoveRange(0, Math.Max(0, Settled.Count + 1 - SettledMax)).Add(delivery),
        }
        : this;
}

/// <summary>A letter that waits to be sent.</summary>
/// <param name="Kind">Who writes it.</param>
/// <param name="Of">What it is about.</param>
/// <param name="NotAfter">When it is no news any more, or null.</param>
/// <param name="Node">The process that sends it, or null.</param>
/// <param name="ClaimedAt">Since when.</param>
/// <param name="Attempts">How often the mail server would not have it.</param>
/// <param name="NotBefore">When it is tried again, or null.</param>
public sealed record OwedLetter(
    LetterKind Kind, string Of, DateTimeOffset? NotAfter = null, string? Node = null, DateTimeOffset? ClaimedAt = null,
    int Attempts = 0, DateTimeOffset? NotBefore = null);
