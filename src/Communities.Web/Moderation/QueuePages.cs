using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The cases that wait for moderators, and decisions on several of them at once.</summary>
internal static class QueuePages
{
    /// <summary>The most cases that are decided together: more than one page of them is decided blindly.</summary>
    public const int TogetherMost = 30;

    /// <summary>How long back the figures go.</summary>
    public static readonly TimeSpan LoadOf = TimeSpan.FromDays(7);

    public static void MapQueuePages(this IEndpointRouteBuilder pages)
    {
        var desk = pages.MapGroup("/c/{community}/moderation");
        desk.MapGet("", (string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowQueue(community, Reader.Of(http), http, views, [], ct));
        desk.MapPost("/together", Together);
    }

    private static async Task<IResult> ShowQueue(
        string community, Reader reader, HttpContext http, IViews views, ImmutableArray<Refusal> left,
        CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (await views.CaseLoad(community, reader.Now - LoadOf, place.Viewer, ct) is not { } load)
            return await CasePages.No(community, reader, http, ct);
        var asked = CaseAsked.Of(http, community);
        return Show.Page<QueuePage>(reader, new()
        {
            [nameof(QueuePage.Community)] = view,
            [nameof(QueuePage.Place)] = place,
            [nameof(QueuePage.Asked)] = asked,
            [nameof(QueuePage.Load)] = load,
            [nameof(QueuePage.Cases)] = await views.Cases(asked.Query(reader.Caller.Account), place.Viewer, ct),
            [nameof(QueuePage.Left)] = left,
        });
    }

    // Each case is decided by itself; what could not be is said, and stays in the list.
    private static async Task<IResult> Together(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, IActors actors,
        CancellationToken ct)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen || !CasePages.KeepsOrder(place.Standing))
            return await CasePages.No(community, Reader.Of(http), http, ct);
        var (draft, once) = (CaseDraft.Of(form), form[Asking.KeyField].ToString());
        var (left, position) = (ImmutableArray.CreateBuilder<Refusal>(), 0L);
        foreach (var chosen in form["case"].Take(TogetherMost))
        {
            var (id, seen) = chosen?.Split(':') is [var name, var version] && long.TryParse(version, out var number)
                ? (name, number)
                : ("", 0L);
            if (await FoundCase.Of(ask.Caller, views, actors, community, id, ct) is not { View: not null } found)
            {
                left.Add(Case.Missing);
                continue;
            }

            var answer = await CasePages.Ask(ask, found, draft with { Seen = seen }, $"{once}/{id}", ct);
            if (answer.Refusal is { } no) left.Add(no);
            else position = Math.Max(position, ask.PositionOf(answer));
        }

        if (left.Count == 0) return Show.Done(CaseAsked.Of(http, community).List, position, Notices.CasesDecided);
        await views.WaitFor(position, ct);
        return await ShowQueue(community, Reader.Of(http, left[0]), http, views, left.ToImmutable(), ct);
    }
}
