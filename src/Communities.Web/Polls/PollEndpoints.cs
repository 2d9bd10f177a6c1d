using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>A poll to be opened; a post brings it then, by its id.</summary>
internal sealed record PollBody(
    string Question,
    ImmutableArray<string> Options,
    VotingWay Way = VotingWay.Single,
    int? Least = null,
    int? Most = null,
    bool Secret = true,
    ResultsShown Results = ResultsShown.Always,
    DateTimeOffset? ClosesAt = null);

/// <summary>The poll that was opened.</summary>
/// <param name="Id">Its id, for the post that brings it.</param>
/// <param name="Version">The position of the write: a read that names it (<c>?at-least=</c>) sees it.</param>
internal sealed record OpenedPoll(string Id, long Version);

/// <summary>What is chosen: numbers of options, in the order of preference where the poll asks for one.</summary>
internal sealed record BallotBody(ImmutableArray<int> Choices);

/// <summary>Polls: opened, read, voted in and ended.</summary>
internal static class PollEndpoints
{
    public static void MapPollEndpoints(this RouteGroupBuilder api)
    {
        var polls = api.MapGroup("/communities/{community}/polls").WithTags("Polls");
        polls.MapPost("", Open).WithName("OpenPoll")
            .WithSummary("Opens a poll; for members. Nobody sees it before a post of theirs brings it, by its id.");
        polls.MapGet("/{poll}", Read).WithName("ReadPoll")
            .WithSummary("A poll, with its result where who asks may see it.");
        polls.MapGet("/{poll}/ballots", ReadBallots).WithName("ReadBallots")
            .WithSummary("Who voted how, latest first, 100 a page; nothing where the ballot is secret.");
        polls.MapPut("/{poll}/ballot", Vote).WithName("Vote")
            .WithSummary("Votes, or votes otherwise; for members, while it is open.");
        polls.MapDelete("/{poll}/ballot", Withdraw).WithName("WithdrawVote").WithSummary("Takes one's vote back.");
        polls.MapPost("/{poll}/close", Close).WithName("ClosePoll")
            .WithSummary("Ends a poll; for who asked and moderators.");
        polls.MapPost("/{poll}/reopen", Reopen).WithName("ReopenPoll")
            .WithSummary("Takes votes again, unless the result was kept back until the end.");
    }

    private static async Task<Results<Created<OpenedPoll>, Problem>> Open(
        string community, PollBody body, Asking ask, CancellationToken ct)
    {
        var poll = await ask.NewPoll(community, ct: ct);
        var options = body.Options.IsDefault ? [] : body.Options;
        var terms = PollDraft.TermsOf(body.Way, options.Length, body.Least, body.Most, body.Secret, body.Results);
        var answer = await ask.Ask(
            Keys.OfPoll(community, poll), new PollCommand.Open(body.Question, options, terms, body.ClosesAt), ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/polls/{poll}", new OpenedPoll(poll, ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<PollView>, Problem>> Read(
        string community, string poll, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Poll(community, poll, place.Viewer, ct) : null,
            place.IsSeen ? Poll.NoSuchPoll : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Page<BallotView>>, Problem>> ReadBallots(
        string community, string poll, Caller caller, IViews views, CancellationToken ct, string? cursor = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen && await views.Poll(community, poll, place.Viewer, ct) is not null
                ? await views.Ballots(community, poll, cursor, place.Viewer, ct) : null,
            place.IsSeen ? Poll.NoSuchPoll : Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Vote(
        string community, string poll, BallotBody body, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, poll, new PollCommand.Vote(body.Choices), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Withdraw(
        string community, string poll, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, poll, new PollCommand.Withdraw(), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Close(
        string community, string poll, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, poll, new PollCommand.Close(), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Reopen(
        string community, string poll, Asking ask, IViews views, CancellationToken ct) =>
        Change(community, poll, new PollCommand.Reopen(), ask, views, ct);

    // A poll cannot know who sees its post; whoever asks it must look.
    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string poll, PollCommand command, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        return await views.Poll(community, poll, place.Viewer, ct) is null
            ? Problem.Of(Poll.NoSuchPoll, ask.Caller)
            : await ask.Change(Keys.OfPoll(community, poll), command, ct);
    }
}
