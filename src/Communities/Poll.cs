using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.PollCommand;
using static Communities.PollEvent;

namespace Communities;

/// <summary>A question with options, asked with a post: each member has one ballot.</summary>
/// <remarks>
/// Options are numbered from 1, as they were written; a ballot names those that were chosen, a ranked one in the order
/// of preference. Who may see the post may vote: the poll itself knows only where it is, and whoever asks it must look.
/// </remarks>
public sealed record Poll : IActor<Poll, PollCommand, PollEvent>
{
    /// <summary>The fewest options: one is no question.</summary>
    public const int OptionsMin = 2;

    /// <summary>The most options: more, and nobody reads them all before voting.</summary>
    public const int OptionsMax = 20;

    /// <summary>The longest option, in UTF-16 units: a line on a narrow screen, or two.</summary>
    public const int OptionMax = 120;

    /// <summary>The most ballots: all of them are held in memory together, some fifteen megabytes.</summary>
    public const int BallotsMax = 100_000;

    /// <summary>
    /// The most people who are told that a poll has ended; beyond it only who asked: each costs a turn of theirs.
    /// </summary>
    public const int ToldMax = 500;

    /// <inheritdoc/>
    public static string Kind => "poll";

    /// <inheritdoc/>
    public static Poll Initial { get; } = new();

    /// <summary>Who asked; empty where the account is gone.</summary>
    [JsonConverter(typeof(NameConverter))]
    public string Author { get; init; } = "";

    /// <summary>How many options there are; 0 before anybody has opened it.</summary>
    public int Options { get; init; }

    /// <summary>How one votes.</summary>
    public PollTerms Terms { get; init; } = PollTerms.Default;

    /// <summary>No ballot is taken any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>When it ends by itself, while it is open; null for never.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>The id of the thread in which it stands; null while it stands nowhere.</summary>
    public string? Thread { get; init; }

    /// <summary>The number of its post there.</summary>
    public int Number { get; init; }

    /// <summary>By account, the options chosen.</summary>
    public ImmutableDictionary<string, ImmutableArray<int>> Ballots { get; init; } =
        ImmutableDictionary<string, ImmutableArray<int>>.Empty;

    /// <summary>True when nobody has opened it yet.</summary>
    [JsonIgnore]
    public bool IsMissing => Options == 0;

    /// <inheritdoc/>
    public Decision<PollEvent> Decide(PollCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        Open when !IsMissing => new Refusal("poll.exists", "This poll is open already."),
        Open c => Fault(c, turn) ?? (Decision<PollEvent>)[new Opened(c.Question, c.Options, c.Terms, c.ClosesAt)],

        _ when IsMissing => NoSuchPoll,
        Attach or Follow when !IsProgram(turn) => Refusals.ProgramOnly,
        Attach c => Thread is null && c.Author == Author ? [new Attached(c.Thread, c.Number)] : [],
        Follow c => c.Thread == Thread && c.Number == Number ? [] : [new Attached(c.Thread, c.Number)],

        _ when Thread is null && !IsProgram(turn) => NoSuchPoll,
        Vote or Withdraw when IsOver(turn) => new Refusal("poll.closed", "This poll has ended."),
        Vote when turn.By.Length == 0 => Refusals.MembersOnly,
        Vote c => Voting(c.Choices, turn),
        Withdraw => Ballots.TryGetValue(turn.By, out var before) ? [new Withdrawn(before, Thread)] : [],

        Close or Reopen when !turn.Standing.Is(Role.Moderator) && (turn.By.Length == 0 || turn.By != Author) =>
            new Refusal("poll.foreign", "Only who asked, or a moderator, may do that."),
        Close => IsClosed ? [] : [new Closed(Thread, Number, Told(turn))],
        Reopen when !IsClosed => [],
        Reopen when Terms.Results == ResultsShown.AtEnd && Ballots.Count > 0 =>
            new Refusal("poll.counted", "Everybody knows the result by now; please open a new poll."),
        Reopen => [new Reopened(Thread)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Poll Apply(PollEvent happened, Moment moment) => happened switch
    {
        Opened e => this with
        {
            Author = moment.By, Options = e.Options.Length, Terms = e.Terms, ClosesAt = e.ClosesAt,
        },
        Attached e => this with { Thread = e.Thread, Number = e.Number },
        Voted e => this with { Ballots = Ballots.SetItem(moment.By, e.Choices) },
        Withdrawn => this with { Ballots = Ballots.Remove(moment.By) },
        Closed => this with { IsClosed = true, ClosesAt = null },
        Reopened => this with { IsClosed = false },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>The poll does not exist, or not for who asks.</summary>
    public static Refusal NoSuchPoll { get; } = new("poll.missing", "There is no such poll.");

    private static bool IsProgram(Turn turn) => turn.Standing.Role == Role.System;

    // The alarm may come a moment late; what it is about holds to the millisecond. An import tells what was.
    private bool IsOver(Turn turn) => IsClosed || (turn.At >= ClosesAt && !IsProgram(turn));

    private static Refusal? Fault(Open c, Turn turn) =>
        Text.LineFault("question", c.Question, Text.TitleMax) is { } fault ? fault
        : Fault(c.Options, c.Terms) is { } wrong ? wrong
        : IsProgram(turn) ? null
        : Schedule.Fault(c.ClosesAt, turn);

    /// <summary>What is wrong with these options and terms, or null.</summary>
    internal static Refusal? Fault(ImmutableArray<string> options, PollTerms terms) =>
        options.IsDefault || options.Length is < OptionsMin or > OptionsMax
            ? new("option.range", $"A poll has {OptionsMin} to {OptionsMax} options.")
        : options.Select(option => Text.LineFault("option", option, OptionMax)).FirstOrDefault(no => no is not null)
            is { } no ? no
        : options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Length
            ? new("option.taken", "Each option of a poll is another one.")
        : terms.Fault(options.Length);

    private Decision<PollEvent> Voting(ImmutableArray<int> choices, Turn turn)
    {
        if (choices.IsDefault || choices.Length < Terms.Least || choices.Length > Terms.Most)
            return new Refusal("ballot.range", Terms.Least == Terms.Most
                ? $"Please choose {Terms.Most} here."
                : $"Please choose {Terms.Least} to {Terms.Most} here.");
        if (choices.Distinct().Count() < choices.Length || !choices.All(choice => choice >= 1 && choice <= Options))
            return new Refusal("ballot.malformed", "A ballot names options of this poll, each once.");
        if (Terms.Way != VotingWay.Ranked) choices = choices.Sort(); // Ballots that say the same are the same.
        if (!Ballots.TryGetValue(turn.By, out var before))
            return Ballots.Count >= BallotsMax
                ? new Refusal("poll.full", $"A poll takes {BallotsMax} ballots at most.")
                : [new Voted(choices, null, Thread)];
        return before.SequenceEqual(choices) ? [] : [new Voted(choices, before, Thread)];
    }

    private ImmutableArray<string> Told(Turn turn)
    {
        var all = Ballots.Count <= ToldMax ? Ballots.Keys.Append(Author) : [Author];
        return [.. all.Where(account => account.Length > 0 && account != turn.By).Distinct().Order()];
    }
}

/// <summary>How one votes in a poll, and who learns what of it.</summary>
/// <param name="Way">What a ballot says.</param>
/// <param name="Least">The fewest options on a ballot, from 1.</param>
/// <param name="Most">The most options on a ballot.</param>
/// <param name="IsSecret">Nobody is shown who chose what.</param>
/// <param name="Results">When the result is shown.</param>
public sealed record PollTerms(
    VotingWay Way = VotingWay.Single, int Least = 1, int Most = 1, bool IsSecret = true,
    ResultsShown Results = ResultsShown.Always)
{
    /// <summary>One option, in secret, the result always shown.</summary>
    public static PollTerms Default { get; } = new();

    internal Refusal? Fault(int options) =>
        !Enum.IsDefined(Way) ? new("way.unknown", "One chooses a single option, several, or ranks them.")
        : !Enum.IsDefined(Results) ? new("results.unknown", "Results are shown always, after voting or at the end.")
        : Least < 1 || Most < Least || Most > options || (Way == VotingWay.Single && Most != 1)
            ? new("choices.range", $"One chooses 1 to {options} of the options, and one where it is a single one.")
        : null;
}

/// <summary>What a ballot says.</summary>
public enum VotingWay
{
    /// <summary>One option.</summary>
    Single = 0,

    /// <summary>Several options, all alike.</summary>
    Several = 1,

    /// <summary>Options in the order of preference, counted by instant run-off.</summary>
    Ranked = 2,
}

/// <summary>When the result of a poll is shown.</summary>
public enum ResultsShown
{
    /// <summary>Always.</summary>
    Always = 0,

    /// <summary>To who has voted, and to everybody at the end.</summary>
    AfterVoting = 1,

    /// <summary>When it has ended.</summary>
    AtEnd = 2,
}
