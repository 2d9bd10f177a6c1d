using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>The member's way in: which steps came, which are done, and that it ends.</content>
public sealed partial record Member
{
    /// <summary>The journey that the member is or was on; null for none.</summary>
    public JourneyWalk? Walk { get; init; }

    /// <summary>The member said something about themselves.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>True where what a step of this kind asks for is done; never where it asks for nothing.</summary>
    public bool HasDone(StepKind kind) => kind switch
    {
        StepKind.Introduce => Totals.Introductions > 0,
        StepKind.React => Totals.Given > 0,
        StepKind.Answer => Totals.Posts > Totals.Threads,
        StepKind.Open => Totals.Threads > Totals.Introductions,
        StepKind.Profile => IsDescribed || Face is not null,
        _ => false,
    };

    private Decision<MemberEvent> Walking(MemberCommand command, Turn turn) => command switch
    {
        BeginJourney when Walk is not null || Role == Role.None => [], // Who comes back knows the way.
        BeginJourney c => c.Steps.IsDefault || c.Steps.Any(step => step is not { Id: not null, IsInRange: true }) ? []
            : Beginning([.. c.Steps.Where(step => !HasDone(step.Kind))], turn.At),
        TakeStep => Walk is { IsEnded: false } walk ? Stepping(walk, turn.At) : [],
        DismissWelcome when !IsOwn(turn) => Refusals.OwnOnly,
        DismissWelcome => Walk is { IsDismissed: false } ? [new WelcomeDismissed()] : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Decision<MemberEvent> Beginning(ImmutableArray<PlannedStep> steps, DateTimeOffset at) =>
        steps.IsEmpty ? [] : [new JourneyBegun(steps, at.AddHours(steps[0].AfterHours))];

    // An alarm rings in the present, whenever the member joined: who came with an import long ago is not new.
    private Decision<MemberEvent> Stepping(JourneyWalk walk, DateTimeOffset now)
    {
        if (walk.NextAt is not { } due || due > now) return [];
        var isNews = walk.LastSentAt is not null || now <= due + Notice.NewsFor;
        if (Role == Role.None || BarAt(now) >= Bar.Silenced || !isNews) return [new JourneyEnded()];
        return Sending(walk, now);
    }

    private static Decision<MemberEvent> Sending(JourneyWalk walk, DateTimeOffset at)
    {
        var step = walk.Next!;
        var sent = new StepSent(step.Id, step.Kind, step.IsByMail);
        return [sent with { Next = walk.With(sent, at).NextAt }];
    }

    private static StepDone Doing(JourneyWalk walk, PlannedStep step)
    {
        var done = new StepDone(step.Id, step.Kind);
        return done with { Next = walk.With(done).NextAt };
    }

    // What the member did, whatever command told of it, may be what a step asks for.
    private Decision<MemberEvent> WithSteps(Decision<MemberEvent> decided, Turn turn)
    {
        if (decided.Count == 0 || Walk is not { IsEnded: false, IsAllDone: false } || turn.At <= CopiedUntil)
            return decided;
        var moment = new Moment(turn.By, turn.At);
        var after = decided.Aggregate(this, (member, happened) => member.Apply(happened, moment));
        var events = decided.ToList();
        foreach (var step in after.Walk!.IsEnded ? [] : after.Walk.Undone.Where(step => after.HasDone(step.Kind)))
        {
            var done = Doing(after.Walk!, step);
            after = after with { Walk = after.Walk!.With(done) };
            events.Add(done);
        }

        return [.. events];
    }

    private Member Walked(MemberEvent happened, Moment moment) => this with
    {
        Walk = happened switch
        {
            JourneyBegun e => new JourneyWalk(moment.At, e.Steps),
            StepSent e => Walk?.With(e, moment.At),
            StepDone e => Walk?.With(e),
            JourneyEnded => Walk?.Ended,
            WelcomeDismissed => Walk is null ? null : Walk with { IsDismissed = true },
            _ => throw new UnreachableException(happened.GetType().Name),
        },
    };
}

/// <summary>A journey as one member walks it.</summary>
/// <param name="BegunAt">When the member joined.</param>
/// <param name="Steps">What the member was set off with, in order.</param>
public sealed record JourneyWalk(DateTimeOffset BegunAt, ImmutableArray<PlannedStep> Steps)
{
    /// <summary>The ids of the steps that came.</summary>
    public ImmutableArray<string> Sent { get; init; } = [];

    /// <summary>The ids of the steps whose wish was done.</summary>
    public ImmutableArray<string> Done { get; init; } = [];

    /// <summary>When the last step came; null before.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>The member wants no more of the guided first visit.</summary>
    public bool IsDismissed { get; init; }

    /// <summary>Nothing more comes, and nothing is noted: the member left, or is kept from writing.</summary>
    public bool IsEnded { get; init; }

    /// <summary>The steps that ask for something the member has not done.</summary>
    [JsonIgnore]
    public IEnumerable<PlannedStep> Undone => Steps.Where(step =>
        step.Kind is not (StepKind.Welcome or StepKind.Custom) && !Done.Contains(step.Id));

    /// <summary>True when the member has done all that the steps ask for.</summary>
    [JsonIgnore]
    public bool IsAllDone => !Undone.Any();

    /// <summary>The step that comes next, or null for none any more.</summary>
    [JsonIgnore]
    public PlannedStep? Next => IsEnded ? null
        : Steps.FirstOrDefault(step => !Sent.Contains(step.Id) && !Done.Contains(step.Id));

    /// <summary>When it comes.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextAt => Next is not { } next ? null
        : BegunAt.AddHours(next.AfterHours) is var due && LastSentAt + Journey.Gap is { } rested && rested > due
            ? rested
            : due;

    internal JourneyWalk Ended => this with { IsEnded = true };

    internal JourneyWalk With(MemberEvent.StepSent sent, DateTimeOffset at) =>
        this with { Sent = Sent.Add(sent.Id), LastSentAt = at };

    internal JourneyWalk With(MemberEvent.StepDone done) => this with { Done = Done.Add(done.Id) };
}

/// <content>Journeys.</content>
[JsonDerivedType(typeof(BeginJourney), "begin-journey"), JsonDerivedType(typeof(TakeStep), "take-step")]
[JsonDerivedType(typeof(DismissWelcome), "dismiss-welcome")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: the member, who has just joined, is taken along these steps.</summary>
    public sealed record BeginJourney(ImmutableArray<PlannedStep> Steps) : MemberCommand;

    /// <summary>The program only: the time of the next step has come.</summary>
    public sealed record TakeStep : MemberCommand;

    /// <summary>No longer shows the guided first visit on the community's page.</summary>
    public sealed record DismissWelcome : MemberCommand;
}

/// <content>Journeys.</content>
[JsonDerivedType(typeof(JourneyBegun), "member.journey-begun"), JsonDerivedType(typeof(StepSent), "member.step-sent")]
[JsonDerivedType(typeof(StepDone), "member.step-done"), JsonDerivedType(typeof(JourneyEnded), "member.journey-ended")]
[JsonDerivedType(typeof(WelcomeDismissed), "member.welcome-dismissed")]
public abstract partial record MemberEvent
{
    /// <summary>The member is taken along these steps, the first of them at that time.</summary>
    public sealed record JourneyBegun(ImmutableArray<PlannedStep> Steps, DateTimeOffset Next) : MemberEvent;

    /// <summary>This step came, since it was still undone; the next one comes at that time, or none does.</summary>
    public sealed record StepSent(
        string Id, StepKind Kind,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsByMail = false,
        DateTimeOffset? Next = null) : MemberEvent;

    /// <summary>The member did what this step asks for; the next one comes at that time, or none does.</summary>
    public sealed record StepDone(string Id, StepKind Kind, DateTimeOffset? Next = null) : MemberEvent;

    /// <summary>No more steps come: the member left, is kept from writing, or joined long before.</summary>
    public sealed record JourneyEnded : MemberEvent;

    /// <summary>The member wants no more of the guided first visit.</summary>
    public sealed record WelcomeDismissed : MemberEvent;
}
