using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What a community sends to newcomers.</summary>
internal sealed record JourneyBody(bool IsOn, ImmutableArray<JourneyStep> Steps);

/// <summary>What a community sends to newcomers, and what came of it.</summary>
/// <param name="IsOn">Whoever joins from now on gets it.</param>
/// <param name="Steps">The messages.</param>
/// <param name="Begun">How many members were set off in the period.</param>
/// <param name="Counts">By step, what came of it in the period.</param>
internal sealed record JourneyView(
    bool IsOn, IReadOnlyList<JourneyStep> Steps, int Begun, IReadOnlyList<StepCount> Counts);

/// <summary>
/// Where newcomers introduce themselves; without a category, nowhere, and what was or is written is kept for later.
/// </summary>
internal sealed record IntroductionsBody(
    string? Category, string? Prompt = null, ImmutableArray<string>? Questions = null,
    int GreetHours = Introductions.GreetFirst);

/// <summary>Introductions of a community.</summary>
/// <param name="Settings">Where and how one introduces oneself; null for nowhere.</param>
/// <param name="Greetings">How well the answers go.</param>
/// <param name="Items">The introductions of the period, those without an answer first.</param>
/// <param name="Kept">Where there is no place for them, what is kept for later; for managers.</param>
internal sealed record IntroductionsView(
    Introductions? Settings, Greetings Greetings, IReadOnlyList<IntroductionView> Items, Introductions? Kept = null);

/// <summary>The first steps of a member.</summary>
/// <param name="Steps">What a member does first, and whether it is done.</param>
/// <param name="Messages">The ids of the messages that came.</param>
/// <param name="IsShown">The community's page shows the way.</param>
internal sealed record WelcomeView(
    IReadOnlyList<FirstStep> Steps, IReadOnlyList<string> Messages, bool IsShown);

/// <summary>Welcoming through the API.</summary>
internal static class JourneyEndpoints
{
    public static void MapJourneyEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Welcome");
        community.MapGet("/journey", ReadJourney).WithName("ReadJourney")
            .WithSummary("The messages to newcomers, and what came of those of ?from= to ?to=; for moderators.");
        community.MapPut("/journey", SetJourney).WithName("SetJourney")
            .WithSummary("Sends these messages to whoever joins from now on; for managers.");
        community.MapGet("/introductions", ReadIntroductions).WithName("ReadIntroductions")
            .WithSummary("The introductions between ?from= and ?to=, those without an answer first.");
        community.MapPut("/introductions", SetIntroductions).WithName("SetIntroductions")
            .WithSummary("Has newcomers introduce themselves in a category; for managers.");
        community.MapGet("/welcome", ReadWelcome).WithName("ReadWelcome")
            .WithSummary("One's own first steps; for members.");
        community.MapDelete("/welcome", Dismiss).WithName("DismissWelcome")
            .WithSummary("No longer shows the way on the community's page; for members.");
    }

    private static async Task<Results<Ok<JourneyView>, Problem>> ReadJourney(
        string community, string? from, string? to, Caller caller, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (place.RefusalBelow(Role.Moderator) is { } no) return Problem.Of(no, caller);
        var (since, until) = Between(from, to, time);
        var count = await views.Journeys(community, since, until, place.Viewer, ct);
        var journey = place.Community.Journey;
        return TypedResults.Ok(new JourneyView(journey.IsOn, journey.Steps, count.Begun, count.Steps));
    }

    private static Task<Results<Ok<Changed>, Problem>> SetJourney(
        string community, JourneyBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetJourney(new Journey(body.IsOn, body.Steps)), ct);

    private static async Task<Results<Ok<IntroductionsView>, Problem>> ReadIntroductions(
        string community, string? from, string? to, Caller caller, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        var (since, until) = Between(from, to, time);
        var all = await views.Introductions(community, since, until, place.Viewer, ct);
        return TypedResults.Ok(new IntroductionsView(
            place.Community.Introductions, Greetings.Of(all, time.GetUtcNow()), all,
            place.Standing.Is(Role.Manager) ? place.Community.KeptIntroductions : null));
    }

    private static Task<Results<Ok<Changed>, Problem>> SetIntroductions(
        string community, IntroductionsBody body, Asking ask, CancellationToken ct)
    {
        var said = new Introductions(body.Category ?? "", body.Prompt, body.Questions ?? [], body.GreetHours);
        return ask.Change(
            community,
            body.Category is not null ? new CommunityCommand.SetIntroductions(said)
                : new CommunityCommand.SetIntroductions(
                    null, body.Prompt is null && body.Questions is null ? null : said),
            ct);
    }

    private static async Task<Results<Ok<WelcomeView>, Problem>> ReadWelcome(
        string community, Caller caller, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (place.Standing.Role == Role.None) return Problem.Of(Refusals.MembersOnly, caller);
        return TypedResults.Ok(new WelcomeView(
            FirstSteps.Of(place), place.Member.Walk is { } walk ? walk.Sent : [], FirstSteps.AreShown(place)));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Dismiss(
        string community, Asking ask, CancellationToken ct) => ask.Caller.Account is { } account
        ? await ask.Change(Keys.OfMember(community, account), new MemberCommand.DismissWelcome(), ct)
        : Problem.Of(Refusals.MembersOnly, ask.Caller);

    private static (DateTimeOffset From, DateTimeOffset To) Between(string? from, string? to, TimeProvider time)
    {
        var until = Addresses.Time("to", to) ?? time.GetUtcNow().AddDays(1);
        return (Addresses.Time("from", from) ?? until - Greetings.CountedFor, until);
    }
}
