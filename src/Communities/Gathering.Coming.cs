using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using static Communities.GatheringCommand;
using static Communities.GatheringEvent;

namespace Communities;

/// <content>Who comes, who waits, who has come, and whom it tells.</content>
public sealed partial record Gathering
{
    /// <summary>What this account has answered.</summary>
    public Rsvp RsvpOf(string account) => Going.Contains(account) ? Rsvp.Going
        : Interested.Contains(account) ? Rsvp.Interested
        : Waiting.Contains(account) ? Rsvp.Waiting
        : Rsvp.None;

    private Decision<GatheringEvent> Answering(Rsvp with, Turn turn)
    {
        if (turn.By.Length == 0) return Refusals.MembersOnly;
        if (!Enum.IsDefined(with)) return new Refusal("rsvp.unknown", "One comes, is interested, or does not come.");
        if (Fault(turn) is { } fault) return fault;
        var before = RsvpOf(turn.By);
        if (with == Rsvp.Waiting) with = Rsvp.Going;
        if (with == Rsvp.Going && before is not Rsvp.Going && IsFull) with = Rsvp.Waiting;
        if (with == before) return [];
        if (with == Rsvp.None) return Without(turn.By, turn);
        if (CountOf(with) >= PeopleMax)
            return new Refusal("gathering.full", $"No more than {PeopleMax} people fit here.");
        return [new Answered(turn.By, with), .. before == Rsvp.Going ? Following(Left, Waiting) : []];
    }

    private Decision<GatheringEvent> Without(string account, Turn turn) => RsvpOf(account) switch
    {
        _ when Fault(turn) is { } fault => fault,
        Rsvp.None => [],
        Rsvp.Going => [
            new Answered(account, Rsvp.None), .. Following(Left, Waiting)],
        _ => [new Answered(account, Rsvp.None)],
    };

    private int CountOf(Rsvp rsvp) => rsvp switch
    {
        Rsvp.Going => Going.Count,
        Rsvp.Waiting => Waiting.Count,
        _ => Interested.Count,
    };

    // The seats that are free once one of those who come has left.
    private int Left => Capacity - Going.Count + 1;

    // Those who move up where so many seats are free.
    private static IEnumerable<GatheringEvent> Following(int seats, ImmutableList<string> waiting) =>
        waiting.Take(Math.Max(0, seats)).Select(account => new MovedUp(account));

    private Gathering With(string account, Rsvp rsvp) => this with
    {
        Going = rsvp == Rsvp.Going ? Going.Add(account) : Going.Remove(account),
        Waiting = rsvp == Rsvp.Waiting ? Waiting.Add(account) : Waiting.Remove(account),
        Interested = rsvp == Rsvp.Interested ? Interested.Add(account) : Interested.Remove(account),
    };

    private Decision<GatheringEvent> Changing(Change c, Turn turn)
    {
        var hasBegun = Status == GatheringStatus.Running;
        if (Fault(turn) is { } fault) return fault;
        if (c.As.Fault(turn, hasBegun) is { } wrong) return wrong;
        if (hasBegun && (c.As.Starts != Starts || c.As.Form != Form))
            return new Refusal("gathering.late", "It has begun: only its end, its place and its text can change.");
        var plan = c.As.Clean();
        var isMoved = plan.Starts != Starts || plan.Ends != Ends || WhereOf(plan) != Where;
        var free = plan.Capacity == 0 ? PeopleMax - Going.Count : plan.Capacity - Going.Count;
        return [
            new Changed(plan, Sequence + 1, isMoved ? Told(turn.By) : null),
            .. Following(free, Waiting)];
    }

    private static string WhereOf(GatheringPlan plan) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Place}\n{plan.Link}")).AsSpan(0, 8));

    private Decision<GatheringEvent> Reminding(Remind c, Turn turn)
    {
        // One that rings late, behind a change or behind a closer one, is no help to anybody.
        var isStale = Fault(turn) is not null || c.Starts != Starts || turn.At >= Starts
            || !Reminders.Contains(c.Minutes)
            || Reminders.Any(minutes => minutes < c.Minutes && turn.At >= Starts.AddMinutes(-minutes));
        return isStale ? [] : [new Reminded(c.Minutes, Starts, Expected())];
    }

    private Decision<GatheringEvent> Ticking(GatheringCommand command, Turn turn)
    {
        var accounts = command switch
        {
            Attend c => c.Accounts,
            Miss c => c.Accounts,
            _ => throw new UnreachableException(command.GetType().Name),
        };
        if (Status == GatheringStatus.Cancelled) return Called;
        if (turn.At < Starts - DoorsOpen)
            return new Refusal("attendance.early", "Who has come is ticked off from two hours before the start.");
        if (accounts.IsDefault || !accounts.All(Keys.IsAccount))
            return new Refusal("account.malformed", "No account has such a name.");
        ImmutableArray<string> changed =
            [.. accounts.Distinct().Where(account => Attended.Contains(account) == command is Miss)];
        if (changed.IsEmpty) return [];
        if (command is Miss) return [new Missed(changed)];
        return Attended.Count + changed.Length > PeopleMax
            ? new Refusal("gathering.full", $"No more than {PeopleMax} people fit here.")
            : [new GatheringEvent.Attended(changed)];
    }

    private Decision<GatheringEvent> CheckingIn(string code, Turn turn) =>
        turn.By.Length == 0 ? Refusals.MembersOnly
        : Status == GatheringStatus.Cancelled ? Called
        : Code is null ? new Refusal("door.missing", "There is no code at this door.")
        : turn.At < Starts - DoorsOpen || turn.At > Ends + DoorsClose
            ? new Refusal("attendance.early", "The code counts from two hours before the start to two after the end.")
        : Normal(code) != Code ? new Refusal("door.wrong", "That is not the code of this door.")
        : Attended.Contains(turn.By) ? []
        : [new GatheringEvent.Attended([turn.By])];

    private static string? Normal(string? code) =>
        string.IsNullOrWhiteSpace(code) ? null
        : string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static Refusal? CodeFault(string code) => Normal(code) is { Length: >= CodeMin and <= CodeMax }
        ? null : new("door.malformed", $"A code has {CodeMin} to {CodeMax} letters and digits.");

    private Decision<GatheringEvent> Recapping(Recap c, Turn turn) =>
        Status == GatheringStatus.Cancelled ? Called
        : IsRecapped ? new Refusal("recap.exists", "There is a recap already; please go on in its thread.")
        : turn.At < Ends ? new Refusal("recap.early", "A recap is written when the gathering is over.")
        : Text.LineFault("title", c.Title, Text.TitleMax) is { } untitled ? untitled
        : Text.Fault("text", c.Text, Text.PostMax) is { } fault ? fault
        : c.Category is not null && !Keys.IsTag(c.Category) ? Refusals.NoSuchCategory
        : [new Recapped(c.Title, c.Text, c.Category, Except(Attended.IsEmpty ? Going : Attended, turn.By))];

    // Whom a change or a cancellation concerns.
    private ImmutableArray<string> Told(string by) =>
        Except(Going.Union(Waiting).Union(Interested).Union(Hosts).Add(Planner), by);

    private ImmutableArray<string> Expected() => Except(Going.Union(Interested).Union(Hosts).Add(Planner), "");

    private static ImmutableArray<string> Except(ImmutableHashSet<string> accounts, string by) =>
        [.. accounts.Where(account => account.Length > 0 && account != by).Order(StringComparer.Ordinal)];
}
