using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>The door of a community: how one comes in, what is asked, and who decides on it.</summary>
internal static class JoiningPages
{
    public static void MapJoiningPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/join", (
            string community, string? back, HttpContext http, IViews views, CancellationToken ct) =>
            ShowDoor(
                community, Reader.Of(http), http, views, null, ct, back is null ? null : Show.Local(back)));
        community.MapPost("/requests", Ask);
        community.MapPost("/requests/withdraw", Withdraw);
        community.MapGet("/requests", (
            string community, HttpContext http, IViews views, CancellationToken ct) =>
            ShowRequests(community, Reader.Of(http), http, views, ct));
        community.MapPost("/requests/{member}/admit", (
            string community, string member, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Decide(community, member, new Admit(), Notices.Admitted, form, http, ask, views, ct));
        community.MapPost("/requests/{member}/decline", (
            string community, string member, IFormCollection form, HttpContext http, Asking ask, IViews views,
            CancellationToken ct) =>
            Decide(community, member, new Decline(form["reason"].ToString().Trim()), Notices.Declined, form, http, ask,
                views, ct));
        community.MapPost("/settings/joining", Set);
    }

    private static async Task<IResult> Ask(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var (name, said) = (form["name"].ToString().Trim(), form["answer"].ToString().Trim());
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new AskToJoin(name, said, Door.Said(form)), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowDoor(community, Reader.Of(http, no), http, views, said, ct)
            : Show.Done($"/c/{community}/join", ask.PositionOf(answer), Notices.Asked);
    }

    private static async Task<IResult> Withdraw(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(
            Keys.OfMember(community, account), new Withdraw(), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowDoor(community, Reader.Of(http, no), http, views, null, ct)
            : Show.Done($"/c/{community}/join", ask.PositionOf(answer), Notices.Withdrawn);
    }

    private static async Task<IResult> Decide(
        string community, string member, MemberCommand command, string done, IFormCollection form, HttpContext http,
        Asking ask, IViews views, CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var answer = await ask.Ask(Keys.OfMember(community, member), command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowRequests(community, Reader.Of(http, no), http, views, ct)
            : Show.Done($"/c/{community}/requests", ask.PositionOf(answer), done);
    }

    private static async Task<IResult> Set(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        var joining = Enum.TryParse<Joining>(form["joining"], ignoreCase: true, out var chosen)
            ? chosen : (Joining)(-1);
        var question = form["question"].ToString().Trim();
        var answer = await ask.Ask(
            community, new CommunityCommand.SetJoining(joining, question.Length > 0 ? question : null),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? Show.No(http, no)
            : Show.Done($"/c/{community}/settings#joining-part", ask.PositionOf(answer), Notices.Saved);
    }

    /// <summary>The page before the door.</summary>
    public static async Task<IResult> ShowDoor(
        string community, Reader reader, HttpContext http, IViews views, string? answer, CancellationToken ct,
        string? back = null)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<JoinPage>(reader, new()
        {
            [nameof(JoinPage.Community)] = view,
            [nameof(JoinPage.Place)] = place,
            [nameof(JoinPage.Request)] = await views.OwnRequest(community, place.Viewer, ct),
            [nameof(JoinPage.Answer)] = answer,
            [nameof(JoinPage.Door)] = await Door.Of(place, views, ct),
            [nameof(JoinPage.BackTo)] = back,
        });
    }

    private static async Task<IResult> ShowRequests(
        string community, Reader reader, HttpContext http, IViews views, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Moderator))
            return reader.Caller.IsSignedIn ? Show.No(http, Refusals.ModeratorsOnly) : Show.SignIn(reader);
        return Show.Page<RequestsPage>(reader, new()
        {
            [nameof(RequestsPage.Community)] = view,
            [nameof(RequestsPage.Place)] = place,
            [nameof(RequestsPage.Requests)] = await views.Requests(community, place.Viewer, ct),
        });
    }
}
