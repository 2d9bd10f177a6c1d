using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>How a community moderates, for its managers to set.</summary>
internal static class ModerationSettingsPages
{
    public static void MapModerationSettingsPages(this IEndpointRouteBuilder pages)
    {
        var settings = pages.MapGroup("/c/{community}/settings/moderation");
        settings.MapGet("", Read);
        settings.MapPost("", Set);
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn ? await ShowOne(community, reader, http, views, null, ct) : Show.SignIn(reader);
    }

    private static async Task<IResult> Set(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var draft = ModerationDraft.Of(form);
        var answer = await ask.Ask(community, new CommunityCommand.SetModeration(draft), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, Reader.Of(http, no), http, views, draft, ct)
            : Show.Done($"/c/{community}/settings/moderation", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> ShowOne(
        string community, Reader reader, HttpContext http, IViews views, ModerationSettings? draft,
        CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Manager)) return Show.No(http, Refusals.ManagersOnly);
        return Show.Page<ModerationSettingsPage>(reader, new()
        {
            [nameof(ModerationSettingsPage.Community)] = view,
            [nameof(ModerationSettingsPage.Place)] = place,
            [nameof(ModerationSettingsPage.Settings)] = draft ?? place.Community.Moderation,
        });
    }
}
