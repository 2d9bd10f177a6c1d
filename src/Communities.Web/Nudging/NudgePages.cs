using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Nudges for who begins to write, and which of them a community has.</summary>
internal static class NudgePages
{
    /// <summary>How far back managers look at what nudges led to.</summary>
    public static readonly TimeSpan CountedFor = TimeSpan.FromDays(90);

    public static void MapNudgePages(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/c/{community}/nudge", Begin);
        pages.MapGet("/c/{community}/settings/nudges", Read);
        pages.MapPost("/c/{community}/settings/nudges", Change);
    }

    // A part of a page: what is said to who begins to write; empty for nothing.
    private static async Task<IResult> Begin(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, TimeProvider time,
        CancellationToken ct)
    {
        var thread = form["thread"].ToString();
        if (thread.Length > 0 && !Keys.IsThread(thread)) return Show.No(http, ThreadEndpoints.NoSuchThread);
        if (!(await ask.Caller.In(community, ct)).IsSeen) return Show.No(http, Refusals.NoSuchCommunity);
        if (!ask.Caller.IsSignedIn) return Show.No(http, Refusals.MembersOnly);
        var nudge = await Nudging.AtOnce(
            ask, views, community, thread.Length > 0 ? thread : null, time.GetUtcNow(), ct);
        return Show.Page<NudgePart>(Reader.Of(http), new() { [nameof(NudgePart.Nudge)] = nudge });
    }

    private static Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn
            ? ShowSettings(community, reader, http, views, ct)
            : Task.FromResult(Show.SignIn(reader));
    }

    private static async Task<IResult> Change(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var answer = await ask.Ask(
            community, new CommunityCommand.SetNudges([.. Nudges.Kinds.Except(form["on"].OfType<string>())]),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowSettings(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/settings/nudges", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> ShowSettings(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Manager)) return Show.No(http, Refusals.ManagersOnly);
        return Show.Page<NudgeSettingsPage>(reader, new()
        {
            [nameof(NudgeSettingsPage.Community)] = view,
            [nameof(NudgeSettingsPage.Place)] = place,
            [nameof(NudgeSettingsPage.Counts)] = await views.Nudges(
                community, reader.Now - CountedFor, reader.Now.AddDays(1), place.Viewer, ct),
        });
    }
}
