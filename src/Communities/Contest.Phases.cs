using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ContestCommand;
using static Communities.ContestEvent;

namespace Communities;

/// <content>How it goes from entries to votes, and from votes to results.</content>
public sealed partial record Contest
{
    // The alarm may ring late, after the program slept: nobody loses the time to vote by that.
    private Decision<ContestEvent> Advancing(Turn turn) => Phase switch
    {
        ContestPhase.Entering when turn.At >= Terms!.EntriesUntil => Beginning(turn, Terms.VotingUntil),
        ContestPhase.Voting when turn.At >= Terms!.VotingUntil => Closing(),
        _ => [],
    };

    private Decision<ContestEvent> Beginning(Turn turn, DateTimeOffset until) =>
        Entries.Keys.All(Away.Contains) ? Closing() // There is nothing to vote for.
        : [new VotingBegan(until >= turn.At + VotingMin ? until : turn.At + VotingMin, Told(Jury))];

    private Decision<ContestEvent> Closing()
    {
        var votes = Ballots.Values.SelectMany(ballot => ballot).CountBy(entry => entry).ToDictionary();
        var standing = Entries.Where(entry => !Away.Contains(entry.Key))
            .Select(entry => (entry.Key, entry.Value, Votes: votes.GetValueOrDefault(entry.Key)))
            .OrderByDescending(entry => entry.Votes).ThenBy(entry => entry.Key).ToList();

        // Who has as many votes has the same place, and the next one is left out: 1, 1, 3.
        ImmutableArray<ContestResult> results = [.. standing.Select(entry => new ContestResult(
            entry.Key, entry.Value, entry.Votes, 1 + standing.Count(other => other.Votes > entry.Votes)))];
        return [new Closed(results, Told([.. Jury, .. Ballots.Keys.Order(StringComparer.Ordinal)]), Organiser, Words,
            Terms!.Badge)];
    }

    private Decision<ContestEvent> Postponing(Postpone c, Turn turn)
    {
        var entries = Phase == ContestPhase.Voting ? Terms!.EntriesUntil : c.EntriesUntil;
        var fault = Phase == ContestPhase.Voting
            ? Schedule.Fault(c.VotingUntil, turn)
            : TimesFault(entries, c.VotingUntil, turn);
        return fault is not null ? fault
            : entries == Terms!.EntriesUntil && c.VotingUntil == Terms.VotingUntil ? []
            : [new Postponed(entries, c.VotingUntil, Phase == ContestPhase.Voting)];
    }

    private ImmutableArray<string> Told(IEnumerable<string> others) =>
        [.. Entries.Values.Concat(others).Where(account => account != Organiser).Distinct().Take(ToldMax)];
}

/// <summary>How far a contest has come.</summary>
public enum ContestPhase
{
    /// <summary>It is not open yet.</summary>
    None = 0,

    /// <summary>Entries are taken.</summary>
    Entering = 1,

    /// <summary>One votes.</summary>
    Voting = 2,

    /// <summary>The results are told.</summary>
    Closed = 3,

    /// <summary>It was called off.</summary>
    Cancelled = 4,
}

/// <summary>How one takes part in a contest.</summary>
/// <param name="EntriesUntil">Until when entries are taken.</param>
/// <param name="VotingUntil">Until when one votes.</param>
/// <param name="EntriesEach">The most entries of one member.</param>
/// <param name="VotesEach">The most entries on one ballot.</param>
/// <param name="Badge">The community's own badge that winners are given beside the usual one; null for none.</param>
public sealed record ContestTerms(
    DateTimeOffset EntriesUntil, DateTimeOffset VotingUntil, int EntriesEach = 1, int VotesEach = 1,
    string? Badge = null)
{
    /// <summary>The most entries of one member, and the most on one ballot.</summary>
    public const int EachMax = 10;

    internal Refusal? Fault() =>
        EntriesEach is < 1 or > EachMax || VotesEach is < 1 or > EachMax
            ? new("each.range", $"Entries and votes of one member are 1 to {EachMax}.")
        : Badge is not null && !Keys.IsTag(Badge) ? OwnBadge.Missing
        : null;
}

/// <summary>What an entry came to.</summary>
/// <param name="Entry">The number of its post.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Votes">How many ballots name it.</param>
/// <param name="Place">Its place, from 1; the same for those of as many votes.</param>
public sealed record ContestResult(
    int Entry, [property: JsonConverter(typeof(NameConverter))] string Author, int Votes, int Place)
{
    /// <summary>It won: nobody had more votes, and it had some.</summary>
    [JsonIgnore]
    public bool IsWinner => Place == 1 && Votes > 0;
}
