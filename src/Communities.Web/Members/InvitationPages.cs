using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Invitations as those see them who write them, and those who got one.</summary>
internal static class InvitationPages
{
    public static void MapInvitationPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/invitations", (
            string community, HttpContext http, IViews views, InvitationLinks links, CancellationToken ct) =>
            ShowList(community, Reader.Of(http), http, views, links, ct));
        community.MapPost("/invitations", Write);
        community.MapPost("/invitations/{invitation}/revoke", Revoke);
        community.MapGet("/join/{code}", (
            string community, string code, HttpContext http, Invitations invitations, IViews views,
            CancellationToken ct) =>
            ShowOne(community, code, Reader.Of(http), http, invitations, views, ct));
        community.MapPost("/join/{code}", Take);
    }

    private static async Task<IResult> Write(
        string community, IFormCollection form, HttpContext http, Asking ask, Invitations invitations, IViews views,
        InvitationLinks links, CancellationToken ct)
    {
        var (answer, code) = await invitations.Write(
            ask, community, Typed.Number(form["uses"]) ?? 0, Typed.Number(form["days"]) ?? 0,
            form["note"].ToString().Trim(),
            form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, links, ct)
            : Show.Done(
                $"/c/{community}/invitations#i-{InvitationLinks.IdOf(code)}", ask.PositionOf(answer), Notices.Invited);
    }

    private static async Task<IResult> Revoke(
        string community, string invitation, IFormCollection form, HttpContext http, Asking ask, IViews views,
        InvitationLinks links, CancellationToken ct)
    {
        if (!Keys.IsThread(invitation)) return Results.NotFound();
        var answer = await ask.Ask(
            Keys.OfInvitation(community, invitation), new InvitationCommand.Revoke(), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, links, ct)
            : Show.Done($"/c/{community}/invitations", ask.PositionOf(answer), Notices.Revoked);
    }

    private static async Task<IResult> Take(
        string community, string code, IFormCollection form, HttpContext http, Asking ask, Invitations invitations,
        IViews views, CancellationToken ct)
    {
        if (!ask.Caller.IsSignedIn) return Show.SignIn(Reader.Of(http));
        var name = form["name"].ToString().Trim();
        var answer = await invitations.Take(
            ask, community, code, name.Length > 0 ? name : ask.Caller.Name, Door.Said(form), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowOne(community, code, Reader.Of(http, no), http, invitations, views, ct)
            : Show.Done($"/c/{community}/welcome", ask.PositionOf(answer), Notices.Joined);
    }

    private static async Task<IResult> ShowList(
        string community, Reader reader, HttpContext http, IViews views, InvitationLinks links, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (!place.Standing.Is(Role.Member))
            return reader.Caller.IsSignedIn ? Show.No(http, Refusals.MembersOnly) : Show.SignIn(reader);
        var invitations = await views.Invitations(community, place.Viewer, ct);
        return Show.Page<InvitationsPage>(reader, new()
        {
            [nameof(InvitationsPage.Community)] = view,
            [nameof(InvitationsPage.Place)] = place,
            [nameof(InvitationsPage.Invitations)] = invitations,
            [nameof(InvitationsPage.Links)] = invitations.ToDictionary(
                invitation => invitation.Id,
                invitation => links.CodeOf(invitation.Sealed) is { } code
                    ? InvitationLinks.Link(http.Request, community, code) : null),
        });
    }

    // An invitation opens the view on a community that the reader could not see otherwise: its name and purpose.
    private static async Task<IResult> ShowOne(
        string community, string code, Reader reader, HttpContext http, Invitations invitations, IViews views,
        CancellationToken ct)
    {
        var place = await reader.Caller.In(community, ct);
        var (invitation, isOpen) = await invitations.Find(community, code, ct);
        if (invitation.By.Length == 0)
            return Show.No(http, place.IsSeen ? Invitation.Missing : Refusals.NoSuchCommunity);
        if (!isOpen && !place.IsMember) return Show.No(http, Invitation.Past);
        var viewer = new Viewer(reader.Caller.Account, Standing.System);
        if (await views.Community(community, viewer, ct) is not { } view)
            return Show.No(http, Refusals.NoSuchCommunity);
        http.Response.Headers["Referrer-Policy"] = "no-referrer"; // The address is the key.
        return Show.Page<InvitedPage>(reader, new()
        {
            [nameof(InvitedPage.Community)] = view,
            [nameof(InvitedPage.Place)] = place,
            [nameof(InvitedPage.Door)] = await Door.Of(place, views, ct),
            [nameof(InvitedPage.By)] = await views.Member(community, invitation.By, viewer, ct),
        });
    }
}
