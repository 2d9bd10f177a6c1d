using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What a community is for.</summary>
/// <param name="WhatFor">What people come together for, in Markdown.</param>
/// <param name="ForWhom">Whom it is meant for, in Markdown.</param>
/// <param name="BelongsHere">What one writes about there, in Markdown.</param>
/// <param name="NotHere">What one does not, in Markdown.</param>
/// <param name="Words">The words of the domain.</param>
internal sealed record PurposeBody(
    string WhatFor, string? ForWhom = null, string? BelongsHere = null, string? NotHere = null,
    IReadOnlyList<string>? Words = null);

/// <summary>Whether a thread belongs to its community's domain.</summary>
internal sealed record FittingBody(bool IsFitting);

/// <summary>Purposes, and threads that seem not to belong.</summary>
internal static class PurposeEndpoints
{
    public static void MapPurposeEndpoints(this RouteGroupBuilder api)
    {
        var one = api.MapGroup("/communities/{community}").WithTags("Purpose");
        one.MapGet("/purpose", Read).WithName("ReadPurpose")
            .WithSummary("What it is for, for whom, what belongs there and what does not, and its words.");
        one.MapPut("/purpose", Set).WithName("SetPurpose").WithSummary("Says what it is for; for managers.");
        one.MapGet("/off-topic", OffTopic).WithName("ListOffTopicThreads")
            .WithSummary("Threads of the last thirty days that seem not to belong, and why; for moderators.");
        one.MapPut("/threads/{thread}/fitting", Deem).WithName("DeemThreadFitting")
            .WithSummary("Says that a thread belongs, whatever its words are, or takes that back; for moderators.");
    }

    private static async Task<Results<Ok<PurposeBody>, Problem>> Read(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        var view = place.IsSeen ? await views.Community(community, place.Viewer, ct) : null;
        return caller.Found(
            view?.Purpose is { } said
                ? new PurposeBody(said.WhatFor, said.ForWhom, said.BelongsHere, said.NotHere, said.Words)
                : null,
            Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> Set(
        string community, PurposeBody body, Asking ask, CancellationToken ct) => ask.Change(
            community,
            new CommunityCommand.SetPurpose(new(
                body.WhatFor, body.ForWhom ?? "", body.BelongsHere ?? "", body.NotHere ?? "", [.. body.Words ?? []])),
            ct);

    private static async Task<Results<Ok<DomainView>, Problem>> OffTopic(
        string community, Caller caller, IViews views, TimeProvider time, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        return caller.Found(
            await views.OffTopic(community, time.GetUtcNow(), place.Viewer, ct), Refusals.ModeratorsOnly);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Deem(
        string community, string thread, FittingBody body, Asking ask, CancellationToken ct) =>
        Keys.IsThread(thread)
            ? await ask.Change(
                Keys.OfThread(community, thread), new ThreadCommand.DeemFitting(body.IsFitting), ct)
            : Problem.Of(ThreadEndpoints.NoSuchThread, ask.Caller);
}
