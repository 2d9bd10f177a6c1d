using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.GatheringCommand;
using static Communities.GatheringEvent;

namespace Communities;

/// <summary>An event that people come to, online or at a place: who comes, who waits, what stays of it.</summary>
/// <remarks>
/// Its id is made like a thread's, and its threads follow from it (<see cref="TalkOf"/>, <see cref="RoomOf"/>,
/// <see cref="RecapOf"/>): the talk about it, the live room, and what was written afterwards. Those who wait move up by
/// themselves, in the order in which they came.
/// </remarks>
public sealed partial record Gathering : IActor<Gathering, GatheringCommand, GatheringEvent>
{
    /// <summary>The most people who come, wait, or are interested, each: whoever is told costs a turn.</summary>
    public const int PeopleMax = 5_000;

    /// <summary>The trust level from which a member plans gatherings; moderators and managers do at any.</summary>
    public const int PlanningTrust = Trust.Regular;

    /// <summary>The shortest code at the door: not to be guessed by trying a few.</summary>
    public const int CodeMin = 4;

    /// <summary>The longest: it is called across a room.</summary>
    public const int CodeMax = 12;

    /// <summary>How long before the start one may be ticked off as having come: doors open early.</summary>
    public static readonly TimeSpan DoorsOpen = TimeSpan.FromHours(2);

    /// <summary>How long after the end the code at the door still counts.</summary>
    public static readonly TimeSpan DoorsClose = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public static string Kind => "gathering";

    /// <inheritdoc/>
    public static Gathering Initial { get; } = new();

    /// <summary>Who planned it; empty before anybody has, or where the account is gone.</summary>
    public string Planner { get; init; } = "";

    /// <summary>What it is.</summary>
    public GatheringForm Form { get; init; }

    /// <summary>When it starts.</summary>
    public DateTimeOffset Starts { get; init; }

    /// <summary>When it ends; before it is planned, the beginning of time.</summary>
    public DateTimeOffset Ends { get; init; }

    /// <summary>A digest of its place and link, by which a change of them is known.</summary>
    public string Where { get; init; } = "";

    /// <summary>How many can come; 0 for as many as want.</summary>
    public int Capacity { get; init; }

    /// <summary>Who welcomes people there beside its planner.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>How many minutes before the start people are reminded.</summary>
    public ImmutableArray<int> Reminders { get; init; } = [];

    /// <summary>How often it has changed: what calendars compare.</summary>
    public int Sequence { get; init; }

    /// <summary>How far it has come.</summary>
    public GatheringStatus Status { get; init; }

    /// <summary>Who comes.</summary>
    public ImmutableHashSet<string> Going { get; init; } = [];

    /// <summary>Who would come if there were room, in order.</summary>
    public ImmutableList<string> Waiting { get; init; } = [];

    /// <summary>Who may come.</summary>
    public ImmutableHashSet<string> Interested { get; init; } = [];

    /// <summary>Who has come.</summary>
    public ImmutableHashSet<string> Attended { get; init; } = [];

    /// <summary>The word at the door by which people say that they have come; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>A recap has been written.</summary>
    public bool IsRecapped { get; init; }

    /// <summary>What somebody proposed to do there, the first with number 1.</summary>
    public ImmutableList<GatheringSession> Sessions { get; init; } = [];

    /// <summary>How many rooms the board has.</summary>
    public int Rooms { get; init; }

    /// <summary>How many times the board has.</summary>
    public int Times { get; init; }

    /// <summary>True when nobody has planned it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Ends == default;

    /// <summary>True where another one would have to wait.</summary>
    [JsonIgnore]
    public bool IsFull => Capacity > 0 && Going.Count >= Capacity;

    /// <summary>The id of the thread in which it is talked about.</summary>
    public static string TalkOf(string gathering) => gathering;

    /// <summary>The id of the thread that is its live room.</summary>
    public static string RoomOf(string gathering) => Keys.NextThread(gathering);

    /// <summary>The id of the thread that tells afterwards what it was.</summary>
    public static string RecapOf(string gathering) => Keys.NextThread(RoomOf(gathering));

    /// <summary>True where who has this standing may plan gatherings.</summary>
    public static bool MayPlan(Standing standing) => standing.Is(Role.Moderator)
        || (standing.Is(Role.Member) && standing.Trust >= PlanningTrust);

    /// <summary>True for who welcomes people there: its planner and its hosts, managers and moderators.</summary>
    public bool IsKeptBy(string account, Standing standing) =>
        standing.Is(Role.Moderator) || (account.Length > 0 && (account == Planner || Hosts.Contains(account)));

    /// <inheritdoc/>
    public Decision<GatheringEvent> Decide(GatheringCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Plan when !IsMissing => new Refusal("gathering.exists", "This gathering is planned already."),
        Plan when !MayPlan(turn.Standing) => Refusals.TrustNeeded,
        Plan c => c.As.Fault(turn) ?? (Decision<GatheringEvent>)[new Planned(c.As.Clean())],

        _ when IsMissing => Missing,
        Remind or Begin or End when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Remind c => Reminding(c, turn),
        Begin c => Status is GatheringStatus.Planned or GatheringStatus.Ended && turn.At < Ends
            && (c.Starts ?? Starts) == Starts ? [new Began(c.Title, Planner, c.Category, c.HasRoom)] : [],
        End c => Status is GatheringStatus.Planned or GatheringStatus.Running && (c.Ends ?? Ends) == Ends
            ? [new Ended()] : [],

        Respond c => Answering(c.With, turn),
        CheckIn c => CheckingIn(c.Code, turn),
        Propose or Vote or Unvote or Retract => OnBoard(command, turn),

        _ when !IsKeptBy(turn.By, turn.Standing) => HostsOnly,
        Change c => Changing(c, turn),
        Cancel when Status == GatheringStatus.Cancelled => [],
        Cancel when Status == GatheringStatus.Ended => Over,
        Cancel c => Text.LineFault("reason", c.Reason, Text.LineMax, mayBeEmpty: true)
            ?? (Decision<GatheringEvent>)[new Cancelled(c.Reason, Told(turn.By), Sequence + 1)],
        Excuse { From: { } from } when from >= Ends || Fault(turn) is not null => [],
        Excuse c => Without(c.Account, turn),
        Attend or Miss => Ticking(command, turn),
        SetCode c => c.Code is { } code && CodeFault(code) is { } fault ? fault
            : Normal(c.Code) == Code ? []
            : [new CodeSet(Normal(c.Code))],
        Recap c => Recapping(c, turn),
        SetBoard or PlaceSession => OnBoard(command, turn),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Gathering Apply(GatheringEvent happened, Moment moment) => happened switch
    {
        Planned e => With(e.As) with { Planner = moment.By },
        Changed e => With(e.As) with { Sequence = e.Sequence },
        Cancelled e => this with { Status = GatheringStatus.Cancelled, Sequence = e.Sequence },
        Answered e => With(e.Account, e.With),
        MovedUp e => With(e.Account, Rsvp.Going),
        Reminded => this,
        Began => this with { Status = GatheringStatus.Running },
        Ended => this with { Status = GatheringStatus.Ended },
        GatheringEvent.Attended e => this with { Attended = Attended.Union(e.Accounts) },
        Missed e => this with { Attended = Attended.Except(e.Accounts) },
        CodeSet e => this with { Code = e.Code },
        Recapped => this with { IsRecapped = true },
        _ => OnBoard(happened, moment),
    };

    /// <summary>The gathering does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("gathering.missing", "There is no such gathering.");

    /// <summary>Who asks is none of its hosts.</summary>
    public static Refusal HostsOnly { get; } =
        new("gathering.foreign", "Only the hosts of a gathering, and moderators, may do that.");

    private static Refusal Over { get; } = new("gathering.over", "This gathering is over.");

    private static Refusal Called { get; } = new("gathering.cancelled", "This gathering has been cancelled.");

    // The program may tell later what was before the end.
    private Refusal? Fault(Turn turn) => Status switch
    {
        GatheringStatus.Cancelled => Called,
        GatheringStatus.Ended when turn.Standing.Role != Role.System || turn.At >= Ends => Over,
        _ => null,
    };

    private Gathering With(GatheringPlan plan) => this with
    {
        Form = plan.Form,
        Starts = plan.Starts,
        Ends = plan.Ends,
        Where = WhereOf(plan),
        Capacity = plan.Capacity,
        Hosts = plan.Hosts,
        Reminders = plan.Reminders,
    };
}

/// <summary>How far a gathering has come.</summary>
public enum GatheringStatus
{
    /// <summary>It will be.</summary>
    Planned = 0,

    /// <summary>It goes on.</summary>
    Running = 1,

    /// <summary>It is over.</summary>
    Ended = 2,

    /// <summary>It will not be.</summary>
    Cancelled = 3,
}
