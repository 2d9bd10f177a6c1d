using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.CommunityCommand;

namespace Communities.Web;

/// <summary>A community's settings: what it is called, who comes in, and its categories.</summary>
internal static class SettingsPages
{
    public static void MapSettingsPages(this IEndpointRouteBuilder pages)
    {
        var settings = pages.MapGroup("/c/{community}/settings");
        settings.MapGet("", Read);
        settings.MapPost("", ChangeSettings);
        settings.MapPost("/categories/order", Order);
        settings.MapPost("/crawlers", (string community, IFormCollection form, HttpContext http, Asking ask,
            IViews views, CancellationToken ct) => Change(
                community, new SetCrawlers(
                    Enum.TryParse<Crawlers>(form["crawlers"], out var let) ? let : (Crawlers)(-1)), "crawlers",
                form, http, ask, views, ct));
        settings.MapPost("/zone", (string community, IFormCollection form, HttpContext http, Asking ask,
            IViews views, CancellationToken ct) =>
            Change(community, new SetZone(form["zone"].ToString()), "zone", form, http, ask, views, ct));
        settings.MapPost("/categories/{action}", (string community, string action, IFormCollection form,
            HttpContext http, Asking ask, IViews views, CancellationToken ct) =>
            CategoryCommandOf(action, form) is { } command
                ? Change(community, command, "categories", form, http, ask, views, ct)
                : Task.FromResult(Results.NotFound()));
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsSignedIn
            ? await Show(community, reader, http, views, null, ct)
            : Web.Show.SignIn(reader);
    }

    // One step up or down, past the next category of the same level.
    private static async Task<IResult> Order(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var categories = (await ask.Caller.In(community, ct)).Community.Categories;
        var at = categories.FindIndex(category => category.Slug == form["slug"].ToString());
        var other = at < 0 ? -1
            : form["to"] == "up"
                ? categories.FindLastIndex(Math.Max(0, at - 1), category => category.Parent == categories[at].Parent)
                : categories.FindIndex(at + 1, category => category.Parent == categories[at].Parent);
        if (at < 0 || (other == at && at == 0)) other = -1;
        var slugs = categories.Select(category => category.Slug).ToList();
        if (other >= 0) (slugs[at], slugs[other]) = (slugs[other], slugs[at]);
        return await Change(
            community, new OrderCategories([.. slugs]), "categories", form, http, ask, views, ct);
    }

    private static Task<IResult> ChangeSettings(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        var draft = SettingsDraft.Of(form, community);
        var command = new CommunityCommand.ChangeSettings(draft.Name, draft.Summary, draft.Language, draft.Visibility);
        return Change(community, command, "general", form, http, ask, views, ct, draft);
    }

    private static async Task<IResult> Change(
        string community, CommunityCommand command, string section, IFormCollection form, HttpContext http, Asking ask,
        IViews views, CancellationToken ct, SettingsDraft? draft = null)
    {
        var answer = await ask.Ask(community, command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await Show(community, Reader.Of(http, no), http, views, draft, ct)
            : Web.Show.Done($"/c/{community}/settings#{section}-part", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Show(
        string community, Reader reader, HttpContext http, IViews views, SettingsDraft? draft, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Web.Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Manager)) return Web.Show.No(http, Refusals.ManagersOnly);
        return Web.Show.Page<SettingsPage>(reader, new()
        {
            [nameof(SettingsPage.Community)] = view,
            [nameof(SettingsPage.Place)] = place,
            [nameof(SettingsPage.Draft)] = draft ?? SettingsDraft.Of(view),
        });
    }

    private static CommunityCommand? CategoryCommandOf(string action, IFormCollection form) => action switch
    {
        "add" => new AddCategory(CategoryDraft.Of(form)),
        "change" => new ChangeCategory(CategoryDraft.Of(form)),
        "remove" => new RemoveCategory(form["slug"].ToString()),
        _ => null,
    };
}
