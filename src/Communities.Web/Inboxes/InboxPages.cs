using System.Collections.Immutable;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.InboxCommand;

namespace Communities.Web;

/// <summary>The inbox as a page, and what a member says about being told.</summary>
internal static class InboxPages
{
    public static void MapInboxPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/inbox", List);
        pages.MapPost("/inbox/seen", See);
        pages.MapGet("/inbox/{community}/{id:int}", Follow);
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/inbox", Settings);
        community.MapPost("/inbox", Prefer);
        community.MapPost("/inbox/level", SetLevel);
        community.MapPost("/inbox/read", ReadAll);
        community.MapPost("/inbox/fewer", Fewer);
        community.MapPost("/inbox/block", Block);
    }

    private static async Task<IResult> List(
        HttpContext http, IViews views, CancellationToken ct, string? cursor = null, string? all = null)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        var onlyUnseen = all is null && await views.Unseen(account, ct) > 0;
        return Show.Page<InboxPage>(reader, new()
        {
            [nameof(InboxPage.Notices)] = await views.Notices(account, null, onlyUnseen, cursor, ct),
            [nameof(InboxPage.OnlyUnseen)] = onlyUnseen,
            [nameof(InboxPage.Memberships)] = await views.Memberships(account, ct),
        });
    }

    // The form is read for its token alone.
    private static async Task<IResult> See(
        IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        _ = form;
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        return Show.Done("/inbox", await InboxEndpoints.SeeAll(ask, account, views, ct));
    }

    // Following a notice is seeing it; nothing else comes of it, so that a link may do it.
    private static async Task<IResult> Follow(
        string community, int id, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        if (await views.Notice(account, community, id, ct) is not { } notice)
            return Show.No(http, new Refusal("address.missing", "There is nothing at this address."));
        await ask.Ask(Keys.OfMember(community, account), new SeeOne(id), ct: ct);
        return Results.LocalRedirect(NoticeLinks.Of(notice));
    }

    private static async Task<IResult> Settings(
        string community, HttpContext http, IViews views, IActors actors, CancellationToken ct) =>
        await ShowSettings(community, Reader.Of(http), http, views, actors, ct);

    private static async Task<IResult> ShowSettings(
        string community, Reader reader, HttpContext http, IViews views, IActors actors, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        if (!place.Standing.Is(Role.Member)) return Show.No(http, Refusals.MembersOnly);
        return Show.Page<InboxSettingsPage>(reader, new()
        {
            [nameof(InboxSettingsPage.Community)] = view,
            [nameof(InboxSettingsPage.Inbox)] = await actors.See<Inbox>(Keys.OfMember(community, account), ct),
        });
    }

    private static async Task<IResult> Prefer(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, IActors actors,
        CancellationToken ct)
    {
        var on = form["on"].ToHashSet();
        var settings = new InboxSettings(
            LevelIn(form["after-opening"]), LevelIn(form["after-replying"]),
            [.. Reasons.Optional.Where(reason => !on.Contains(reason))],
            Enum.TryParse<Pushing>(form["push"], ignoreCase: true, out var push) ? push : Pushing.Direct);
        var answer = await ask.Ask(
            InboxEndpoints.Own(community, ask), new Prefer(settings), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowSettings(community, Reader.Of(http, no), http, views, actors, ct)
            : Show.Done($"/c/{community}/inbox", done: Web.Notices.Saved);
    }

    private static async Task<IResult> SetLevel(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct) =>
        Back(http, form, await ask.Ask(
            InboxEndpoints.Own(community, ask), new SetLevel(form["place"].ToString(), LevelIn(form["level"])),
            form[Asking.KeyField], ct), ask, $"/c/{community}");

    private static async Task<IResult> ReadAll(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct) =>
        Back(http, form, await ask.Ask(
            InboxEndpoints.Own(community, ask), new MarkAllRead(), form[Asking.KeyField], ct), ask, $"/c/{community}");

    private static async Task<IResult> Block(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        var account = form["account"].ToString();
        InboxCommand command = form["off"].Count > 0 ? new Unblock(account) : new Block(account);
        return Back(http, form, await ask.Ask(
            InboxEndpoints.Own(community, ask), command, form[Asking.KeyField], ct), ask, $"/c/{community}/inbox");
    }

    // A way to have fewer of what a notice is: the thread, who did it, or the reason.
    private static async Task<IResult> Fewer(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, CancellationToken ct)
    {
        var (inbox, once) = (InboxEndpoints.Own(community, ask), form[Asking.KeyField].ToString());
        var thread = form["thread"].ToString();
        var answer = form["how"].ToString() switch
        {
            "unwatch" => await OfThread(Level.Tracking),
            "mute" => await OfThread(Level.Muted),
            "member" => await ask.Ask(
                inbox, new SetLevel(Places.OfMember(form["member"].ToString()), Level.Muted), once, ct),
            _ => await TurnOff(),
        };
        return Back(http, form, answer, ask, "/inbox");

        Task<Answer> OfThread(Level level) => ReadingEndpoints.Ask(
            community, thread, _ => new ReadingCommand.SetLevel(level), ask, actors, ct, once);

        async Task<Answer> TurnOff()
        {
            var settings = (await actors.See<Inbox>(inbox, ct)).Settings;
            ImmutableArray<string> off = [.. settings.Off.Append(form["reason"].ToString()).Distinct()];
            return await ask.Ask(inbox, new Prefer(settings with { Off = off }), once, ct);
        }
    }

    /// <summary>The level that a form names; normal where it names none.</summary>
    public static Level LevelIn(string? name) =>
        Enum.TryParse<Level>(name, ignoreCase: true, out var level) ? level : Level.Normal;

    /// <summary>Where the form came from, with what came of it.</summary>
    public static IResult Back(HttpContext http, IFormCollection form, Answer answer, Asking ask, string otherwise) =>
        answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done(
                form.TryGetValue("back", out var back) ? Show.Local(back) : otherwise, ask.PositionOf(answer),
                Web.Notices.Saved);
}
