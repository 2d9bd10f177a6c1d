using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ContestCommand;
using static Communities.ContestEvent;

namespace Communities;

/// <summary>Members enter posts of a thread, members or a jury vote, and the best are named.</summary>
/// <remarks>
/// A contest and its thread have the same id, so that what becomes of a post finds its contest. Whether an entry is the
/// author's own post in that thread is looked at by who asks: the contest itself knows no posts.
/// </remarks>
public sealed partial record Contest : IActor<Contest, ContestCommand, ContestEvent>
{
    /// <summary>The most entries: more, and nobody looks at them all before voting.</summary>
    public const int EntriesMax = 500;

    /// <summary>The most ballots: all of them are held in memory together.</summary>
    public const int BallotsMax = 100_000;

    /// <summary>The most people in a jury.</summary>
    public const int JuryMax = 20;

    /// <summary>The most people who are told of the results: each costs a turn of theirs.</summary>
    public const int ToldMax = 500;

    /// <summary>The longest text around the results, in UTF-16 units.</summary>
    public const int WordsMax = 1_000;

    /// <summary>How long one can vote at least, also where the program slept when voting should have begun.</summary>
    public static readonly TimeSpan VotingMin = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public static string Kind => "contest";

    /// <inheritdoc/>
    public static Contest Initial { get; } = new();

    /// <summary>How far it has come.</summary>
    public ContestPhase Phase { get; init; }

    /// <summary>Who holds it; in that name its thread is opened and the results are told.</summary>
    [JsonConverter(typeof(NameConverter))]
    public string Organiser { get; init; } = "";

    /// <summary>How one takes part.</summary>
    public ContestTerms? Terms { get; init; }

    /// <summary>The accounts of the jury; empty where members vote.</summary>
    public ImmutableArray<string> Jury { get; init; } = [];

    /// <summary>What stands around the results, which a post tells: the decision writes it, so it is kept.</summary>
    public string Words { get; init; } = "";

    /// <summary>By the number of its post, whose entry it is.</summary>
    public ImmutableSortedDictionary<int, string> Entries { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>The entries whose posts readers do not see: they take no part while it is so.</summary>
    public ImmutableHashSet<int> Away { get; init; } = [];

    /// <summary>By account, the entries chosen.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> Ballots { get; init; } =
        ImmutableDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>True when nobody has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Phase == ContestPhase.None;

    /// <summary>The contest does not exist, or not for who asks.</summary>
    public static Refusal Missing { get; } = new("contest.missing", "There is no such contest.");

    /// <inheritdoc/>
    public Decision<ContestEvent> Decide(ContestCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        Follow or Advance when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Follow c => Following(c),
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,

        Open when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Open when !IsMissing => new Refusal("contest.exists", "This contest is open already."),
        Open c => Fault(c, turn) ?? (Decision<ContestEvent>)[
            new Opened(c.Title, c.Rules, c.Category, c.Terms, c.Jury, c.Words)],
        _ when IsMissing => Missing,
        Advance => Advancing(turn),

        Enter c => Entering(c, turn),
        Withdraw c when !Entries.TryGetValue(c.Number, out _) => NoSuchEntry,
        Withdraw c when Entries[c.Number] != turn.By && !turn.Standing.Is(Role.Manager) =>
            new Refusal("entry.foreign", "Only who made an entry, or a manager, may take it back."),
        Withdraw when IsOver || (Phase == ContestPhase.Voting && !turn.Standing.Is(Role.Manager)) => EntriesClosed,
        Withdraw c => [new Withdrawn(c.Number, Entries[c.Number])],
        Vote c => Voting(c, turn),

        _ when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        Postpone or Finish or Cancel when IsOver => Over,
        Postpone c => Postponing(c, turn),
        Finish => Phase == ContestPhase.Entering ? Beginning(turn, Terms!.VotingUntil) : Closing(),
        Cancel c when Text.LineFault("reason", c.Reason, Text.LineMax) is { } fault => fault,
        Cancel c => [new Cancelled(c.Reason, [.. Entries.Values.Distinct().Take(ToldMax)])],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Contest Apply(ContestEvent happened, Moment moment) => happened switch
    {
        Opened e => this with
        {
            Phase = ContestPhase.Entering, Organiser = moment.By, Terms = e.Terms, Jury = e.Jury, Words = e.Words,
        },
        Entered e => this with { Entries = Entries.SetItem(e.Number, moment.By) },
        Withdrawn e => this with
        {
            Entries = Entries.Remove(e.Number), Away = Away.Remove(e.Number), Ballots = Without(e.Number),
        },
        Vanished e => this with { Away = Away.Add(e.Number) },
        Reappeared e => this with { Away = Away.Remove(e.Number) },
        Postponed e => this with
        {
            Terms = Terms! with { EntriesUntil = e.EntriesUntil, VotingUntil = e.VotingUntil },
        },
        VotingBegan e => this with { Phase = ContestPhase.Voting, Terms = Terms! with { VotingUntil = e.Until } },
        Voted e => this with
        {
            Ballots = e.Entries.IsEmpty ? Ballots.Remove(moment.By) : Ballots.SetItem(moment.By, e.Entries),
        },
        Closed => this with { Phase = ContestPhase.Closed, Ballots = Ballots.Clear() },
        Cancelled => this with { Phase = ContestPhase.Cancelled, Ballots = Ballots.Clear() },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal NoSuchEntry { get; } = new("entry.missing", "There is no such entry.");

    private static Refusal EntriesClosed { get; } = new("entry.closed", "Entries are closed.");

    private static Refusal Over { get; } = new("contest.closed", "This contest is over.");

    private bool IsOver => Phase is ContestPhase.Closed or ContestPhase.Cancelled;

    private ImmutableDictionary<string, ImmutableArray<int>> Without(int entry) => Ballots
        .Select(ballot => KeyValuePair.Create(ballot.Key, ballot.Value.Remove(entry)))
        .Where(ballot => !ballot.Value.IsEmpty).ToImmutableDictionary();

    private static Refusal? Fault(Open c, Turn turn) =>
        Text.LineFault("title", c.Title, Text.TitleMax) is { } title ? title
        : Text.Fault("rules", c.Rules, Text.PostMax) is { } rules ? rules
        : c.Terms is null ? TimesRange
        : c.Category is not null && !Keys.IsTag(c.Category) ? Refusals.NoSuchCategory
        : c.Terms.Fault() is { } terms ? terms
        : TimesFault(c.Terms.EntriesUntil, c.Terms.VotingUntil, turn) is { } times ? times
        : c.Jury.IsDefault || c.Jury.Length > JuryMax || !c.Jury.All(Keys.IsAccount)
            || c.Jury.Distinct().Count() < c.Jury.Length
            ? new("jury.range", $"A jury has {JuryMax} members at most, each once.")
        : Text.Fault("words", c.Words, WordsMax);

    private static Refusal TimesRange { get; } = new(
        "voting.range", $"Voting ends {VotingMin.TotalHours:0} hour or more after the last entry.");

    private static Refusal? TimesFault(DateTimeOffset entriesUntil, DateTimeOffset votingUntil, Turn turn) =>
        Schedule.Fault(entriesUntil, turn) ?? Schedule.Fault(votingUntil, turn)
            ?? (votingUntil < entriesUntil + VotingMin ? TimesRange : null);

    private Decision<ContestEvent> Entering(Enter c, Turn turn) =>
        Phase != ContestPhase.Entering || turn.At >= Terms!.EntriesUntil ? EntriesClosed
        : turn.By.Length == 0 ? Refusals.MembersOnly
        : c.Number <= 1 ? NoSuchEntry
        : Entries.TryGetValue(c.Number, out var by) ? by == turn.By ? [] : NoSuchEntry
        : Jury.Contains(turn.By) ? new Refusal("jury.own", "Who sits in the jury does not take part.")
        : Entries.Values.Count(author => author == turn.By) >= Terms.EntriesEach
            ? new Refusal("entries.many", $"Each member makes {Terms.EntriesEach} entries at most here.")
        : Entries.Count >= EntriesMax
            ? new Refusal("contest.full", $"A contest takes {EntriesMax} entries at most.")
        : [new Entered(c.Number)];

    private Decision<ContestEvent> Voting(Vote c, Turn turn)
    {
        if (Phase != ContestPhase.Voting || turn.At >= Terms!.VotingUntil)
            return new Refusal("voting.closed", "Voting is not open.");
        if (turn.By.Length == 0 || (!Jury.IsEmpty && !Jury.Contains(turn.By)))
            return new Refusal("jury.needed", "Only the jury votes here.");
        if (c.Entries.IsDefault || c.Entries.Length > Terms.VotesEach
            || c.Entries.Distinct().Count() < c.Entries.Length)
            return new Refusal("votes.range", $"Please choose {Terms.VotesEach} entries at most, each once.");
        if (!c.Entries.All(entry => Entries.ContainsKey(entry) && !Away.Contains(entry))) return NoSuchEntry;
        if (c.Entries.Any(entry => Entries[entry] == turn.By))
            return new Refusal("entry.own", "Nobody votes for their own entry.");
        var entries = c.Entries.Sort();
        if (Ballots.TryGetValue(turn.By, out var before) ? before.SequenceEqual(entries) : entries.IsEmpty) return [];
        return Ballots.Count >= BallotsMax && before.IsDefault
            ? new Refusal("contest.full", $"A contest takes {BallotsMax} ballots at most.")
            : [new Voted(entries)];
    }

    private Decision<ContestEvent> Following(Follow c) =>
        IsOver || !Entries.ContainsKey(c.Number) || Away.Contains(c.Number) == !c.IsShown ? []
        : [c.IsShown ? new Reappeared(c.Number) : new Vanished(c.Number)];
}
