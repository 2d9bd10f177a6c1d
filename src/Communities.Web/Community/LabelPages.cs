using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>A community's tags: looked over by everybody, put in groups by its managers.</summary>
internal static class LabelPages
{
    public static void MapLabelPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}/tags", Read).WithMetadata(new CachedAttribute(Shows.Community));
        var settings = pages.MapGroup("/c/{community}/settings/tags");
        settings.MapGet("", Settings);
        settings.MapPost("/group", (string community, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) => Change(community, new SetTagGroup(GroupOf(form)), form, http, ask, views, ct));
        settings.MapPost("/remove-group", (string community, IFormCollection form, HttpContext http, Asking ask,
            IViews views, CancellationToken ct) =>
            Change(community, new RemoveTagGroup(form["slug"].ToString()), form, http, ask, views, ct));
        settings.MapPost("/synonym", (string community, IFormCollection form, HttpContext http, Asking ask,
            IViews views, CancellationToken ct) => Change(
                community, new AddSynonym(Tag(form["tag"]), Tag(form["meaning"])), form, http, ask, views, ct));
        settings.MapPost("/remove-synonym", (string community, IFormCollection form, HttpContext http, Asking ask,
            IViews views, CancellationToken ct) =>
            Change(community, new RemoveSynonym(form["tag"].ToString()), form, http, ask, views, ct));
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<TagsPage>(reader, new()
        {
            [nameof(TagsPage.Community)] = view,
            [nameof(TagsPage.Place)] = place,
            [nameof(TagsPage.Tags)] = await views.Tags(community, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Settings(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn ? await ShowSettings(community, reader, http, views, ct) : Show.SignIn(reader);
    }

    private static async Task<IResult> Change(
        string community, CommunityCommand command, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        var answer = await ask.Ask(community, command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowSettings(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/settings/tags", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> ShowSettings(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Manager)) return Show.No(http, Refusals.ManagersOnly);
        return Show.Page<TagSettingsPage>(reader, new()
        {
            [nameof(TagSettingsPage.Community)] = view,
            [nameof(TagSettingsPage.Place)] = place,
        });
    }

    private static TagGroup GroupOf(IFormCollection form) => new(
        Tag(form["slug"]), form["name"].ToString().Trim(),
        (ThreadDraft.Empty with { Tags = form["tags"].ToString() }).TagList,
        form["single"] == "on", form["reserved"] == "on");

    private static string Tag(string? typed) => (typed ?? "").Trim().TrimStart('#').ToLowerInvariant();
}
