using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A contest to be opened; its thread follows, with the same id.</summary>
internal sealed record ContestBody(
    string Title,
    string Rules,
    DateTimeOffset EntriesUntil,
    DateTimeOffset VotingUntil,
    string Words,
    string? Category = null,
    int EntriesEach = 1,
    int VotesEach = 1,
    ImmutableArray<string>? Jury = null,
    string? Badge = null);

/// <summary>The contest that was opened.</summary>
/// <param name="Id">Its id, and that of its thread.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record OpenedContest(string Id, long Version);

/// <summary>A post of one's own in the contest's thread.</summary>
internal sealed record EntryBody(int Post);

/// <summary>The entries that one votes for, by the numbers of their posts; none takes the vote back.</summary>
internal sealed record EntriesBody(ImmutableArray<int>? Entries);

/// <summary>Until when one enters and votes.</summary>
internal sealed record ContestTimesBody(DateTimeOffset EntriesUntil, DateTimeOffset VotingUntil);

/// <summary>Why something is called off.</summary>
internal sealed record CallOffBody(string Reason);

/// <summary>Contests: opened, entered, voted in and ended.</summary>
internal static class ContestEndpoints
{
    public static void MapContestEndpoints(this RouteGroupBuilder api)
    {
        var contests = api.MapGroup("/communities/{community}/contests").WithTags("Contests");
        contests.MapGet("", List).WithName("ListContests").WithSummary("A community's contests, latest first.");
        contests.MapPost("", Open).WithName("OpenContest").WithSummary("Opens a contest; for managers.");
        contests.MapGet("/{contest}", Read).WithName("ReadContest")
            .WithSummary("A contest with its entries, one's own ballot, and the results once they are told.");
        contests.MapPost("/{contest}/entries", Enter).WithName("EnterContest")
            .WithSummary("Makes a post of one's own in the contest's thread an entry; for members.");
        contests.MapDelete("/{contest}/entries/{number}", Withdraw).WithName("WithdrawEntry")
            .WithSummary("Takes an entry back; for who made it, until one votes, and managers.");
        contests.MapPut("/{contest}/ballot", Vote).WithName("VoteInContest")
            .WithSummary("Votes for entries of others, in secret; for members, or the jury.");
        contests.MapPut("/{contest}/times", Postpone).WithName("PostponeContest")
            .WithSummary("Changes until when one enters and votes; for managers.");
        contests.MapPost("/{contest}/finish", Finish).WithName("FinishContestPhase")
            .WithSummary("Ends the phase now: one votes, or the results are told; for managers.");
        contests.MapPost("/{contest}/cancel", Cancel).WithName("CancelContest")
            .WithSummary("Calls a contest off; for managers.");
    }

    /// <summary>What a contest itself cannot know: the categories, badges and members of its community.</summary>
    public static async ValueTask<Refusal?> FaultOf(
        Place place, ContestCommand.Open open, IActors actors, CancellationToken ct) =>
        place.RefusalBelow(Role.Manager) is { } no ? no
        : open.Category is { } category && !place.Community.Categories.Exists(one => one.Slug == category)
            ? Refusals.NoSuchCategory
        : open.Terms.Badge is { } badge && !place.Community.Badges.Exists(own => own.Id == badge) ? OwnBadge.Missing
        : await Checked.Jury(place.Slug, open.Jury, actors, ct);

    private static async Task<Results<Ok<Page<ContestView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<ContestView>(await views.Contests(community, place.Viewer, ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<OpenedContest>, Problem>> Open(
        string community, ContestBody body, Asking ask, IActors actors, CancellationToken ct)
    {
        var open = new ContestCommand.Open(
            body.Title, body.Rules, body.Category,
            new ContestTerms(body.EntriesUntil, body.VotingUntil, body.EntriesEach, body.VotesEach, body.Badge),
            body.Jury ?? [], body.Words);
        if (await FaultOf(await ask.Caller.In(community, ct), open, actors, ct) is { } fault)
            return Problem.Of(fault, ask.Caller);
        var contest = await ask.NewContest(community, ct: ct);
        var answer = await ask.Ask(Keys.OfContest(community, contest), open, ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/contests/{contest}",
                new OpenedContest(contest, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<ContestPageView>, Problem>> Read(
        string community, string contest, Caller caller, IViews views, CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(caller, community, contest, views, ct);
        return caller.Found(found?.Page, place.IsSeen ? Contest.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Enter(
        string community, string contest, EntryBody body, Asking ask, IViews views, CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(ask.Caller, community, contest, views, ct);
        var fault = found is null ? NoneIn(place) : place.Standing.Is(Role.Member) ? found.FaultOf(body.Post) : null;
        return fault is not null
            ? Problem.Of(fault, ask.Caller)
            : await ask.Change(Keys.OfContest(community, contest), new ContestCommand.Enter(body.Post), ct);
    }

    private static Task<Results<Ok<Changed>, Problem>> Withdraw(
        string community, string contest, int number, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, contest, new ContestCommand.Withdraw(number), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Vote(
        string community, string contest, EntriesBody body, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, contest, new ContestCommand.Vote(body.Entries ?? []), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Postpone(
        string community, string contest, ContestTimesBody body, Asking ask, IViews views, CancellationToken ct) =>
        Change(
            community, contest, new ContestCommand.Postpone(body.EntriesUntil, body.VotingUntil), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Finish(
        string community, string contest, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, contest, new ContestCommand.Finish(), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Cancel(
        string community, string contest, CallOffBody body, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, contest, new ContestCommand.Cancel(body.Reason), ask, views, ct);

    // A contest cannot know who sees its thread; whoever asks it must look.
    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string contest, ContestCommand command, Asking ask, IViews views, CancellationToken ct)
    {
        var (place, found) = await FoundContest.Of(ask.Caller, community, contest, views, ct);
        return found is null
            ? Problem.Of(NoneIn(place), ask.Caller)
            : await ask.Change(Keys.OfContest(community, contest), command, ct);
    }

    private static Refusal NoneIn(Place place) => place.IsSeen ? Contest.Missing : Refusals.NoSuchCommunity;
}
