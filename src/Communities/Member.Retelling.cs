using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>
/// What an import says of the member that the program itself had found where the file comes from: it is so here as
/// well, at the same times, and nothing is found a second time.
/// </content>
public sealed partial record Member
{
    /// <summary>
    /// Until then a file says what came of what the member did: badges, steps. Null where it follows from what is
    /// counted.
    /// </summary>
    public DateTimeOffset? CopiedUntil { get; init; }

    private Decision<MemberEvent> Retelling(Retell c, Turn turn) => c.Happened switch
    {
        JourneyBegun e => Setting(e, turn),
        StepSent e => Walk is { IsEnded: false } walk && walk.Next?.Id == e.Id
            ? Sending(walk, turn.At)
            : Refusals.Untold,
        StepDone e => Walk is { IsEnded: false } way && way.Undone.FirstOrDefault(step => step.Id == e.Id) is { } step
            ? [Doing(way, step)]
            : Refusals.Untold,
        JourneyEnded => Walk is { IsEnded: false } ? [new JourneyEnded()] : Refusals.Untold,
        WelcomeDismissed => Walk is { IsDismissed: false } ? [new WelcomeDismissed()] : Refusals.Untold,
        _ => Refusals.Untold,
    };

    // The first time of a step, and the later ones, follow from the steps: a file cannot say them wrong.
    private Decision<MemberEvent> Setting(JourneyBegun e, Turn turn) =>
        Walk is not null || Role == Role.None || e.Steps.IsDefaultOrEmpty || e.Steps.Contains(null!)
            || e.Steps.Any(step => !Keys.IsAccount(step.Id) || !Enum.IsDefined(step.Kind) || !step.IsInRange)
            || e.Steps.DistinctBy(step => step.Id).Count() < e.Steps.Length
            ? Refusals.Untold
        : e.Steps.Length > Journey.StepsMax ? Journey.TooMany
        : Beginning(e.Steps, turn.At);
}

/// <content>Imports.</content>
[JsonDerivedType(typeof(Retell), "retell")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: a file says that the program found this where the file comes from.</summary>
    public sealed record Retell(MemberEvent Happened) : MemberCommand;
}
