using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.InterviewCommand;
using static Communities.InterviewEvent;

namespace Communities;

/// <summary>Guests answer what members ask: questions and votes first, answers live, a summary at the end.</summary>
/// <remarks>
/// It has the id of its thread, which holds all that is said: a question is a post, a vote a reaction to it, an answer
/// a reply by a guest. So moderation, search and the archive hold for it as for everything else; this keeps who
/// answers, and when.
/// </remarks>
public sealed record Interview : IActor<Interview, InterviewCommand, InterviewEvent>
{
    /// <summary>The most guests: more, and it is a debate.</summary>
    public const int GuestsMax = 10;

    /// <summary>The shortest live part: enough for one good answer.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    /// <summary>The longest live part: a week, for guests who answer when they can.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How long before it is live those who take part are reminded.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public static string Kind => "interview";

    /// <inheritdoc/>
    public static Interview Initial { get; } = new();

    /// <summary>The account that leads it and sums it up.</summary>
    [JsonConverter(typeof(NameConverter))]
    public string Host { get; init; } = "";

    /// <summary>The accounts that answer.</summary>
    public ImmutableArray<string> Guests { get; init; } = [];

    /// <summary>How far it has come.</summary>
    public InterviewPhase Phase { get; init; }

    /// <summary>When it is live.</summary>
    public DateTimeOffset LiveAt { get; init; }

    /// <summary>When its live part is to end.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>True when nobody has announced it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Phase == InterviewPhase.None;

    /// <summary>The interview does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("interview.missing", "There is no such interview.");

    /// <summary>Who asks does not lead it.</summary>
    public static Refusal Foreign { get; } =
        new("interview.foreign", "Only who leads the interview, or a manager, may do that.");

    /// <summary>It is summed up or called off.</summary>
    public static Refusal Over { get; } = new("interview.over", "This interview is over.");

    /// <summary>What is wrong with the length of a live part.</summary>
    internal static Refusal WrongLength { get; } =
        new("length.range", "An interview is live for ten minutes to seven days.");

    /// <inheritdoc/>
    public Decision<InterviewEvent> Decide(InterviewCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Announce or Remind or End when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Announce when !IsMissing => [],
        Announce c when GuestsFault(c.Guests) is { } fault => fault,
        Announce c when c.EndsAt - c.LiveAt < Shortest || c.EndsAt - c.LiveAt > Longest => WrongLength,
        Announce c => [new Announced(c.Host, c.Guests, c.LiveAt, c.EndsAt)],
        _ when IsMissing => Missing,

        _ when !turn.Standing.Is(Role.Manager) && turn.By != Host => Foreign,
        _ when Phase is InterviewPhase.Closed or InterviewPhase.Cancelled =>
            command is Remind or Begin or End ? [] : Over,
        Remind => Phase == InterviewPhase.Announced ? [new Reminded([.. Guests.Append(Host).Distinct()])] : [],
        Begin { At: { } at } when at != LiveAt => [], // An alarm for a time that it had before.
        Begin => Phase == InterviewPhase.Live ? [] : [new Begun(Left(turn))],
        End c => Phase == InterviewPhase.Live && (c.At ?? EndsAt) == EndsAt ? [new Ended(Host)] : [],
        Close { Summary: < 2 } => Refusals.NoSuchPost,
        Close c => [new Closed(c.Summary)],
        Cancel => [new Cancelled(Guests)],
        Change c => Changing(c, turn),

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Interview Apply(InterviewEvent happened, Moment moment) => happened switch
    {
        Announced e => this with
        {
            Host = e.Host, Guests = e.Guests, LiveAt = e.LiveAt, EndsAt = e.EndsAt, Phase = InterviewPhase.Announced,
        },
        Changed e => this with { Guests = e.Guests, LiveAt = e.LiveAt, EndsAt = e.EndsAt },
        Begun e => this with { Phase = InterviewPhase.Live, EndsAt = e.EndsAt },
        Closed => this with { Phase = InterviewPhase.Closed },
        Cancelled => this with { Phase = InterviewPhase.Cancelled },
        Reminded or Ended => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>What is wrong with these guests, or null.</summary>
    internal static Refusal? GuestsFault(ImmutableArray<string> guests) =>
        guests.IsDefaultOrEmpty || guests.Length > GuestsMax
            ? new("guest.range", $"An interview has 1 to {GuestsMax} guests.")
        : !guests.All(Keys.IsAccount) || guests.Distinct().Count() < guests.Length
            ? new("guest.unknown", "Guests are members of the community, each once.")
        : null;

    // Begun early or late, it lasts as long as was meant.
    private DateTimeOffset Left(Turn turn) => turn.At + (EndsAt - LiveAt);

    private Decision<InterviewEvent> Changing(Change c, Turn turn)
    {
        if (GuestsFault(c.Guests) is { } fault) return fault;
        if (Phase == InterviewPhase.Live && c.LiveAt != LiveAt)
            return new Refusal("interview.live", "It is live already; only its guests and its end can change.");
        if (Phase != InterviewPhase.Live && Schedule.Fault(c.LiveAt, turn) is { } never) return never;
        if (Schedule.Fault(c.EndsAt, turn) is { } over) return over;
        if (c.EndsAt - c.LiveAt < Shortest || c.EndsAt - c.LiveAt > Longest) return WrongLength;
        return c.LiveAt == LiveAt && c.EndsAt == EndsAt && c.Guests.SequenceEqual(Guests) ? []
            : [new Changed(
                c.Guests, c.LiveAt, c.EndsAt,
                [.. (c.LiveAt == LiveAt ? c.Guests.Except(Guests) : c.Guests).Where(guest => guest != turn.By)])];
    }
}

/// <summary>How far an interview has come.</summary>
public enum InterviewPhase
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Members ask, and vote for what others ask.</summary>
    Announced = 1,

    /// <summary>Guests answer.</summary>
    Live = 2,

    /// <summary>It is summed up, and its thread closed.</summary>
    Closed = 3,

    /// <summary>It does not take place; its thread goes on as any other.</summary>
    Cancelled = 4,
}
