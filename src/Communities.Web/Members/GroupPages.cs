using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.GroupCommand;

namespace Communities.Web;

/// <summary>Groups as their people see them, and those who look after them.</summary>
internal static class GroupPages
{
    public static void MapGroupPages(this IEndpointRouteBuilder pages)
    {
        var groups = pages.MapGroup("/c/{community}/groups");
        groups.MapGet("", (string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowList(community, Reader.Of(http), http, views, null, ct));
        groups.MapPost("", Found);
        var one = groups.MapGroup("/{group}");
        one.MapGet("", (string community, string group, HttpContext http, IViews views, CancellationToken ct) =>
            ShowOne(community, group, Reader.Of(http), http, views, ct));
        one.MapPost("", (
            string community, string group, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Ask(community, group, GroupDraft.Of(form).Change, Notices.Saved, form, http, ask, views, ct));
        one.MapPost("/join", Take);
        one.MapPost("/leave", (
            string community, string group, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Ask(community, group, new Leave(), Notices.Saved, form, http, ask, views, ct));
        one.MapPost("/add", Take);
        one.MapPost("/remove", (
            string community, string group, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Ask(community, group, new Remove(form["account"].ToString()), Notices.Saved, form, http, ask, views, ct));
        one.MapPost("/owner", (
            string community, string group, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Ask(community, group, new SetOwner(form["account"].ToString(), form["owner"] == "true"), Notices.Saved,
                form, http, ask, views, ct));
        one.MapPost("/dissolve", Dissolve);
    }

    private static async Task<IResult> Found(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Show.SignIn(Reader.Of(http));
        var draft = GroupDraft.Of(form);
        var slug = Typed.Account(form["slug"]);
        if (!Keys.IsAccount(slug))
            return await ShowList(community, Reader.Of(http, Malformed), http, views, draft with { Slug = slug }, ct);
        var answer = await ask.Ask(Keys.OfGroup(community, slug), draft.Found, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, draft with { Slug = slug }, ct)
            : Show.Done($"/c/{community}/groups/{slug}", ask.PositionOf(answer), Notices.GroupFounded);
    }

    private static async Task<IResult> Take(
        string community, string group, IFormCollection form, HttpContext http, Asking ask, IActors actors,
        IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } own) return Show.SignIn(Reader.Of(http));
        if (!Keys.IsAccount(group)) return Show.No(http, Group.Missing);
        var account = form.TryGetValue("account", out var said) ? Typed.Account(said) : own;
        var answer = await ask.Taking(actors, community, group, account, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, group, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/groups/{group}", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> Dissolve(
        string community, string group, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (!Keys.IsAccount(group)) return Show.No(http, Group.Missing);
        var answer = await ask.Ask(Keys.OfGroup(community, group), new Dissolve(), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, group, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/groups", ask.PositionOf(answer), Notices.GroupDissolved);
    }

    private static async Task<IResult> Ask(
        string community, string group, GroupCommand command, string done, IFormCollection form, HttpContext http,
        Asking ask, IViews views, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Show.SignIn(Reader.Of(http));
        if (!Keys.IsAccount(group)) return Show.No(http, Group.Missing);
        var answer = await ask.Ask(Keys.OfGroup(community, group), command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, group, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/groups/{group}", ask.PositionOf(answer), done);
    }

    private static Refusal Malformed { get; } =
        new("group.malformed", "A group's name is 2 to 40 small letters a–z, digits, - and _.");

    private static async Task<IResult> ShowList(
        string community, Reader reader, HttpContext http, IViews views, GroupDraft? draft, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<GroupsPage>(reader, new()
        {
            [nameof(GroupsPage.Community)] = view,
            [nameof(GroupsPage.Place)] = place,
            [nameof(GroupsPage.Groups)] = await views.Groups(community, null, place.Viewer, ct),
            [nameof(GroupsPage.Draft)] = draft,
        });
    }

    private static async Task<IResult> ShowOne(
        string community, string group, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (await views.Group(community, group, place.Viewer, ct) is not { } seen) return Show.No(http, Group.Missing);
        return Show.Page<GroupPage>(reader, new()
        {
            [nameof(GroupPage.Community)] = view,
            [nameof(GroupPage.Place)] = place,
            [nameof(GroupPage.Seen)] = seen,
        });
    }
}
