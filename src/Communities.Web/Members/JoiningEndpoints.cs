using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>How a community takes new members: open, request or invitation; and what it asks.</summary>
internal sealed record JoiningBody(Joining Joining, string? Question = null);

/// <summary>How a community takes new members, what it asks, and what who joins says yes to.</summary>
/// <param name="Joining">How it takes them.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Rules">
/// The versions of its rules and its purpose that who asks has still to say yes to; 0 for none. They go back as
/// <c>agreed</c>.
/// </param>
internal sealed record JoiningView(Joining Joining, string? Question, HouseRules Rules);

/// <summary>A request to join.</summary>
/// <param name="Name">What the person wants to be called; the account's name where it says nothing.</param>
/// <param name="Answer">The answer to the community's question.</param>
/// <param name="Agreed">The versions of its rules and its purpose that are said yes to.</param>
internal sealed record RequestBody(string? Name = null, string? Answer = null, HouseRules? Agreed = null);

/// <summary>Why.</summary>
internal sealed record ReasonBody(string Reason);

/// <summary>An invitation that somebody takes up.</summary>
/// <param name="Code">What its link ends with.</param>
/// <param name="Name">What the person wants to be called; the account's name where it says nothing.</param>
/// <param name="Agreed">The versions of the community's rules and purpose that are said yes to.</param>
internal sealed record TakeBody(string Code, string? Name = null, HouseRules? Agreed = null);

/// <summary>An invitation to be written.</summary>
/// <param name="Uses">How many may come by it.</param>
/// <param name="Days">For how many days, 90 at most.</param>
/// <param name="Note">What it is for.</param>
internal sealed record InviteBody(int Uses = 1, int Days = 7, string? Note = null);

/// <summary>An invitation that was written.</summary>
internal sealed record Invited(string Id, string Code, string Link, long Version);

/// <summary>An invitation with its link; null where the keys of this site cannot read it any more.</summary>
internal sealed record InvitationItem(
    string Id, AuthorView By, DateTimeOffset At, DateTimeOffset Until, int Uses, int Taken, bool IsRevoked,
    string? Note, string? Link);

/// <summary>Joining: how it goes, requests and what becomes of them, invitations.</summary>
internal static class JoiningEndpoints
{
    public static void MapJoiningEndpoints(this RouteGroupBuilder api)
    {
        var community = api.MapGroup("/communities/{community}").WithTags("Joining");
        community.MapGet("/joining", ReadJoining).WithName("ReadJoining")
            .WithSummary("How the community takes new members, and what it asks them.");
        community.MapPut("/joining", SetJoining).WithName("SetJoining").WithSummary("Says so; for managers.");
        community.MapPost("/join", Take).WithName("TakeInvitation").WithSummary("Joins by the code of an invitation.");

        var requests = community.MapGroup("/requests");
        requests.MapGet("", Requests).WithName("ListRequests")
            .WithSummary("Requests to join that wait, oldest first; for moderators.");
        requests.MapPost("", Ask).WithName("AskToJoin").WithSummary("Asks to be let in.");
        requests.MapDelete("/{member}", Withdraw).WithName("WithdrawRequest").WithSummary("Takes one's request back.");
        requests.MapPost("/{member}/admit", Admit).WithName("AdmitMember")
            .WithSummary("Lets in who asked; for moderators.");
        requests.MapPost("/{member}/decline", Decline).WithName("DeclineRequest")
            .WithSummary("Does not let in who asked, and says why; for moderators.");

        var invitations = community.MapGroup("/invitations");
        invitations.MapGet("", List).WithName("ListInvitations")
            .WithSummary("One's own invitations, or for moderators everybody's, latest first.");
        invitations.MapPost("", Write).WithName("WriteInvitation")
            .WithSummary("Writes an invitation; for moderators and members from trust level 2 on.");
        invitations.MapDelete("/{invitation}", Revoke).WithName("RevokeInvitation")
            .WithSummary("Takes an invitation back; who came by it stays.");
    }

    private static async Task<Results<Ok<JoiningView>, Problem>> ReadJoining(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        var view = place.IsSeen ? await views.Community(community, place.Viewer, ct) : null;
        return caller.Found(
            view is null ? null
                : new JoiningView(view.Joining, view.Question, (await Door.Of(place, views, ct)).Asks),
            Refusals.NoSuchCommunity);
    }

    private static Task<Results<Ok<Changed>, Problem>> SetJoining(
        string community, JoiningBody body, Asking ask, CancellationToken ct) =>
        ask.Change(community, new CommunityCommand.SetJoining(body.Joining, body.Question), ct);

    private static async Task<Results<Ok<Changed>, Problem>> Take(
        string community, TakeBody body, Asking ask, Invitations invitations, CancellationToken ct) =>
        ask.Changed(await invitations.Take(
            ask, community, body.Code, body.Name ?? ask.Caller.Name, body.Agreed, null, ct));

    private static async Task<Results<Ok<Page<RequestView>>, Problem>> Requests(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return place.RefusalBelow(Role.Moderator) is { } no
            ? Problem.Of(no, caller)
            : TypedResults.Ok(new Page<RequestView>(await views.Requests(community, place.Viewer, ct), null));
    }

    private static async Task<Results<Ok<Changed>, Problem>> Ask(
        string community, RequestBody body, Asking ask, CancellationToken ct) =>
        ask.Caller.Account is { } account
            ? await ask.Change(
                Keys.OfMember(community, account),
                new AskToJoin(body.Name ?? ask.Caller.Name, body.Answer, body.Agreed), ct)
            : Problem.Of(Refusals.OwnOnly, ask.Caller);

    private static Task<Results<Ok<Changed>, Problem>> Withdraw(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Withdraw(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Admit(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Admit(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Decline(
        string community, string member, ReasonBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Decline(body.Reason), ct);

    private static async Task<Results<Ok<Page<InvitationItem>>, Problem>> List(
        string community, HttpRequest request, Caller caller, IViews views, InvitationLinks links, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (place.RefusalBelow(Role.Member) is { } no) return Problem.Of(no, caller);
        var invitations = await views.Invitations(community, place.Viewer, ct);
        return TypedResults.Ok(new Page<InvitationItem>([.. invitations.Select(Item)], null));

        InvitationItem Item(InvitationView of) => new(
            of.Id, of.By, of.At, of.Until, of.Uses, of.Taken, of.IsRevoked, of.Note,
            links.CodeOf(of.Sealed) is { } code ? InvitationLinks.Link(request, community, code) : null);
    }

    private static async Task<Results<Created<Invited>, Problem>> Write(
        string community, InviteBody body, HttpRequest request, Asking ask, Invitations invitations,
        CancellationToken ct)
    {
        var (answer, code) = await invitations.Write(ask, community, body.Uses, body.Days, body.Note, null, ct);
        if (answer.Refusal is { } no) return Problem.Of(no, ask.Caller);
        var link = InvitationLinks.Link(request, community, code);
        return TypedResults.Created(
            link, new Invited(InvitationLinks.IdOf(code), code, link, ask.PositionOf(answer)));
    }

    private static Task<Results<Ok<Changed>, Problem>> Revoke(
        string community, string invitation, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfInvitation(community, invitation), new InvitationCommand.Revoke(), ct);
}
