using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>How it welcomes newcomers: the journey they are taken on, and where they introduce themselves.</content>
public sealed partial record Community
{
    /// <summary>The messages that newcomers get.</summary>
    public Journey Journey { get; init; } = Journey.Default;

    /// <summary>Where newcomers introduce themselves; null where there is no place for it.</summary>
    public Introductions? Introductions { get; init; }

    /// <summary>
    /// What was written for a place that is no more or not yet there, without a category; null where nothing was, or
    /// where there is a place.
    /// </summary>
    public Introductions? KeptIntroductions { get; init; }

    // Nobody is asked to introduce themselves where there is no place for it.
    private ImmutableArray<PlannedStep> Plan => Introductions is not null ? Journey.Plan
        : Journey.Plan.RemoveAll(step => step.Kind == StepKind.Introduce);

    private Decision<CommunityEvent> Welcoming(CommunityCommand command) => command switch
    {
        OfferJourney c => Journey.IsOn && Keys.IsAccount(c.Account) && Plan is { IsEmpty: false } plan
            ? [new JourneyOffered(c.Account, plan)]
            : [],
        SetJourney c => c.Journey.Fault() ?? (Decision<CommunityEvent>)[new JourneySet(c.Journey)],
        SetIntroductions { Introductions: { } set } when set.Fault() is { } fault => fault,
        SetIntroductions { Introductions: { } set } when !Has(set.Category) => Refusals.NoSuchCategory,
        SetIntroductions { Introductions: { } set } => [new IntroductionsSet(set)],
        SetIntroductions { Kept: { } kept } when kept.Fault() is { } fault => fault,
        SetIntroductions c => Introductions is null && (c.Kept ?? Kept).SaysLike(Kept) ? []
            : [new IntroductionsSet(null, c.Kept is null ? null : c.Kept with { Category = "" })],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Community Welcomed(CommunityEvent happened) => happened switch
    {
        JourneyOffered => this,
        JourneySet e => this with { Journey = e.Journey },
        IntroductionsSet e => Introduced(e.Introductions, e.Kept),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Introductions Kept => KeptIntroductions ?? new Introductions("", null, []);

    // What managers wrote is not lost with the place for it.
    private Community Introduced(Introductions? set, Introductions? kept = null) => this with
    {
        Introductions = set,
        KeptIntroductions = set is not null ? null
            : (kept ?? Introductions ?? KeptIntroductions) is { } left ? left with { Category = "" }
            : null,
    };
}

/// <content>Welcoming.</content>
[JsonDerivedType(typeof(SetJourney), "set-journey"), JsonDerivedType(typeof(SetIntroductions), "set-introductions")]
[JsonDerivedType(typeof(OfferJourney), "offer-journey")]
public abstract partial record CommunityCommand
{
    /// <summary>Takes newcomers along like this from now on; who is on the way already goes on as before.</summary>
    public sealed record SetJourney(Journey Journey) : CommunityCommand;

    /// <summary>Has newcomers introduce themselves there; null: nowhere.</summary>
    /// <param name="Introductions">Where and how.</param>
    /// <param name="Kept">
    /// Where it is nowhere, what is kept for later; null keeps what was written before.
    /// </param>
    public sealed record SetIntroductions(Introductions? Introductions, Introductions? Kept = null)
        : CommunityCommand;

    /// <summary>The program only: this account has joined.</summary>
    public sealed record OfferJourney(string Account) : CommunityCommand;
}

/// <content>Welcoming.</content>
[JsonDerivedType(typeof(JourneySet), "community.journey-set")]
[JsonDerivedType(typeof(IntroductionsSet), "community.introductions-set")]
[JsonDerivedType(typeof(JourneyOffered), "community.journey-offered")]
public abstract partial record CommunityEvent
{
    /// <summary>Newcomers are taken along like this.</summary>
    public sealed record JourneySet(Journey Journey) : CommunityEvent;

    /// <summary>Newcomers introduce themselves there; null: nowhere.</summary>
    /// <param name="Introductions">Where and how.</param>
    /// <param name="Kept">Where it is nowhere, what is kept for later; null keeps what was written before.</param>
    public sealed record IntroductionsSet(Introductions? Introductions, Introductions? Kept = null) : CommunityEvent;

    /// <summary>This account, which has joined, is taken along these steps.</summary>
    public sealed record JourneyOffered(string Account, ImmutableArray<PlannedStep> Steps) : CommunityEvent;
}
