using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Guests and times of an interview.</summary>
internal sealed record InterviewBody(ImmutableArray<string> Guests, DateTimeOffset LiveAt, DateTimeOffset EndsAt);

/// <summary>The number of the post that sums an interview up.</summary>
internal sealed record CloseInterviewBody(int Summary);

/// <summary>Interviews; questions, votes and answers are posts and reactions of their threads.</summary>
internal static class InterviewEndpoints
{
    public static void MapInterviewEndpoints(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/communities/{community}/interviews").WithTags("Interviews");
        all.MapGet("", List).WithName("ListInterviews").WithSummary("Interviews: what comes first, then what was.");
        var one = all.MapGroup("/{interview}");
        one.MapGet("", Read).WithName("ReadInterview")
            .WithSummary("An interview with its questions by votes, and their answers; its id is its thread's.");
        one.MapPut("", Change).WithName("ChangeInterview").WithSummary("Changes guests and times; for who leads it.");
        one.MapPost("/begin", Begin).WithName("BeginInterview").WithSummary("Begins the live part; for who leads it.");
        one.MapPost("/close", Close).WithName("CloseInterview")
            .WithSummary("Closes it with the post that sums it up; for who leads it.");
        one.MapPost("/cancel", Cancel).WithName("CancelInterview").WithSummary("Calls it off; for who leads it.");
    }

    private static async Task<Results<Ok<Page<InterviewView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen
                ? new Page<InterviewView>(await views.Interviews(community, place.Viewer, ct), null)
                : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<InterviewDetail>, Problem>> Read(
        string community, string interview, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.Interview(community, interview, place.Viewer, ct) : null,
            place.IsSeen ? Interview.Missing : Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Change(
        string community, string interview, InterviewBody body, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var guests = body.Guests.IsDefault ? [] : body.Guests;
        return (await ask.Caller.In(community, ct)).Standing.Is(Role.Member)
            && await Checked.Guests(community, guests, actors, ct) is { } no
                ? Problem.Of(no, ask.Caller)
                : await Ask(
                    community, interview, new InterviewCommand.Change(guests, body.LiveAt, body.EndsAt), ask, views,
                    ct);
    }

    private static Task<Results<Ok<Changed>, Problem>> Begin(
        string community, string interview, Asking ask, IViews views, CancellationToken ct) =>
        Ask(community, interview, new InterviewCommand.Begin(), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Close(
        string community, string interview, CloseInterviewBody body, Asking ask, IViews views, CancellationToken ct) =>
        Ask(community, interview, new InterviewCommand.Close(body.Summary), ask, views, ct);

    private static Task<Results<Ok<Changed>, Problem>> Cancel(
        string community, string interview, Asking ask, IViews views, CancellationToken ct) =>
        Ask(community, interview, new InterviewCommand.Cancel(), ask, views, ct);

    private static async Task<Results<Ok<Changed>, Problem>> Ask(
        string community, string interview, InterviewCommand command, Asking ask, IViews views, CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, ask.Caller);
        if (!ask.Caller.IsSignedIn) return Problem.Of(Refusals.MembersOnly, ask.Caller);
        return await views.Interview(community, interview, place.Viewer, ct) is null
            ? Problem.Of(Interview.Missing, ask.Caller)
            : await ask.Change(Keys.OfInterview(community, interview), command, ct);
    }
}
