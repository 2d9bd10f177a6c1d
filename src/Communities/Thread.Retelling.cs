using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>
/// What a file says that decisions did here, and reports: by which decision stands in it, so that moderators can take
/// it back. What follows from the thread itself is not taken from the file.
/// </content>
public sealed partial record Thread
{
    private Decision<ThreadEvent> Retelling(Retell c, Turn turn) => c.Happened switch
    {
        Removed or Restored or Withheld => RetellingPosts(c.Happened),
        Closed or AlsoClosed or Reopened or Slowed or AlsoSlowed => RetellingRestraints(c.Happened, turn),
        ThreadEvent.Heated e => GatheredReports.IsSound(e.Case, e.Report, e.Reason, e.Rule ?? "")
            && e.Report.Weight is >= 0 and <= Case.WeightMax && (Reports ?? GatheredReports.None).Takes(e.Case)
            ? [e.IsPassed ? e with { Author = Posts[0].Author, Category = Category }
                : new ThreadEvent.Heated(e.Case, e.Report)]
            : Refusals.Untold,
        Cooled e => e.Case is not null && Reports?.ByCase.ContainsKey(e.Case) == true ? [e] : Refusals.Untold,
        _ => Refusals.Untold,
    };

    // Whether it lies upon something else, and upon what, the file has said before.
    private Decision<ThreadEvent> RetellingRestraints(ThreadEvent happened, Turn turn)
    {
        var (decision, isLifted) = happened switch
        {
            Closed e => (e.Decision ?? e.Lifted, e.Decision is null),
            AlsoClosed e => (e.Decision, e.IsLifted),
            Slowed e => (e.Decision ?? e.Lifted, e.Decision is null),
            AlsoSlowed e => (e.Decision, e.IsLifted),
            _ => (((Reopened)happened).Decision, true),
        };
        var isHere = happened is Slowed or AlsoSlowed ? Slowings?.Any(one => one.Decision == decision)
            : Closings?.Any(one => one.Decision == decision);
        if (Case.PartsOf(decision) is null || (isHere ?? false) != isLifted) return Refusals.Untold;
        var fault = happened switch
        {
            Closed e => Schedule.Fault(e.ReopenAt, turn) ?? ReasonFault(e.Reason),
            AlsoClosed e => IsClosed ? Schedule.Fault(e.ReopenAt, turn) : Refusals.Untold,
            Slowed e => PaceFault(e.Seconds) ?? ReasonFault(e.Reason),
            AlsoSlowed e => PaceFault(e.Seconds),
            _ => null,
        };
        return fault ?? (Decision<ThreadEvent>)[happened];
    }

    private static Refusal? PaceFault(int seconds) => seconds is < 0 or > SlowMax ? TooSlow : null;

    private Decision<ThreadEvent> RetellingPosts(ThreadEvent happened)
    {
        var (number, decision, reason) = happened switch
        {
            Removed e => (e.Number, e.Decision, e.Reason),
            Withheld e => (e.Number, e.Decision, e.Reason),
            _ => (((Restored)happened).Number, ((Restored)happened).Decision, null),
        };
        if (!IsHere(number) || IsErased(number) || Case.PartsOf(decision) is null) return Refusals.Untold;
        if (ReasonFault(reason) is { } fault) return fault;
        var before = Posts[number - 1].Removal;
        return happened switch
        {
            Removed e => before == Removal.None && IsAway(e.By)
                ? [new Removed(number, e.By, Author(number), Shown(number), reason, decision, e.WasAnswer)]
                : Refusals.Untold,
            Restored => before != Removal.None
                ? [new Restored(number, Author(number), Shown(number), decision)]
                : Refusals.Untold,
            Withheld e => (before == Removal.None ? e.How == before && IsHeldBy(number, decision) : IsAway(e.How))
                ? [new Withheld(number, e.How, before, reason, decision)]
                : Refusals.Untold,
            _ => Refusals.Untold,
        };
    }

    private static bool IsAway(Removal how) =>
        how is not (Removal.None or Removal.Moved) && Enum.IsDefined(how);
}

// Imports.
[JsonDerivedType(typeof(Retell), "retell")]
public abstract partial record ThreadCommand
{
    /// <summary>The program only: a file says that this happened in the thread where the file comes from.</summary>
    public sealed record Retell(ThreadEvent Happened) : ThreadCommand;
}
