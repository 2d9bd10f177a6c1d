using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>Who joins.</summary>
/// <param name="Account">Who; a manager may bring somebody in, everybody else only themselves.</param>
/// <param name="Name">What they are called there; the account's name where it says nothing.</param>
/// <param name="Agreed">The versions of the community's rules and purpose that are said yes to.</param>
internal sealed record JoinBody(string? Account = null, string? Name = null, HouseRules? Agreed = null);

/// <summary>What a member is called, and who that is, in Markdown.</summary>
/// <param name="Name">What the member is called there.</param>
/// <param name="Biography">About the member, in Markdown.</param>
/// <param name="Location">Where the member is.</param>
/// <param name="Pronouns">How others speak of the member.</param>
/// <param name="Links">Up to five addresses of the web; not for new members.</param>
internal sealed record DescribeBody(
    string Name, string? Biography = null, string? Location = null, string? Pronouns = null,
    IReadOnlyList<string>? Links = null);

/// <summary>A role: member, moderator, manager or owner.</summary>
internal sealed record RoleBody(Role Role);

/// <summary>Members: listed, joining and leaving, describing themselves, appointed.</summary>
internal static class MemberEndpoints
{
    public static void MapMemberEndpoints(this RouteGroupBuilder api)
    {
        var members = api.MapGroup("/communities/{community}/members").WithTags("Members");
        members.MapGet("", List).WithName("ListMembers")
            .WithSummary("Members by name or the newest first; perhaps those whose name or account starts so.");
        members.MapPost("", Join).WithName("Join").WithSummary("Joins the community, or brings somebody in.");
        members.MapGet("/{member}", Read).WithName("ReadMember").WithSummary("A member's profile and counters.");
        members.MapPut("/{member}", Describe).WithName("DescribeMember")
            .WithSummary("Changes name and biography; one's own, or for managers.");
        members.MapDelete("/{member}", Leave).WithName("Leave").WithSummary("Leaves the community; posts stay.");
        members.MapPut("/{member}/role", Appoint).WithName("AppointMember")
            .WithSummary("Gives a member this role; for managers and owners.");
        members.MapGet("/{member}/posts", Posts).WithName("ListPostsOfMember")
            .WithSummary("What a member wrote, latest first.");
        members.MapGet("/{member}/activity", Activity).WithName("ListActivityOfMember")
            .WithSummary("What a member wrote or reacted to: posts, threads, replies, answers or reactions.");
    }

    private static async Task<Results<Ok<Page<MemberView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct,
        string? startsWith = null, bool staff = false, int? trust = null, string? order = null,
        string? cursor = null)
    {
        var place = await caller.In(community, ct);
        var query = new MembersQuery(community, startsWith, staff, trust, MemberLists.OrderOf(order), cursor);
        return caller.Found(
            place.IsSeen ? await views.Members(query, place.Viewer, ct) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Join(
        string community, Asking ask, IActors actors, CancellationToken ct, JoinBody? body = null)
    {
        var account = body?.Account ?? ask.Caller.Account;
        if (account is null) return Problem.Of(Refusals.OwnOnly, ask.Caller);
        if (!Keys.IsAccount(account)) throw Faults.Bad("account.malformed", "No account has such a name.");
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.IsMissing) return Problem.Of(new Refusal("account.missing", "There is no such account."), ask.Caller);
        return await ask.Change(
            Keys.OfMember(community, account), new Join(body?.Name ?? state.Name, Agreed: body?.Agreed), ct);
    }

    private static async Task<Results<Ok<MemberView>, Problem>> Read(
        string community, string member, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        return caller.Found(
            await views.Member(community, member, place.Viewer, ct),
            new Refusal("member.missing", "There is no such member."));
    }

    private static Task<Results<Ok<Changed>, Problem>> Describe(
        string community, string member, DescribeBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Describe(
            body.Name, body.Biography, body.Location, body.Pronouns, body.Links is { } links ? [.. links] : null), ct);

    private static Task<Results<Ok<Changed>, Problem>> Leave(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Leave(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Appoint(
        string community, string member, RoleBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfMember(community, member), new Appoint(body.Role), ct);

    private static async Task<Results<Ok<Page<Hit>>, Problem>> Posts(
        string community, string member, Caller caller, IViews views, CancellationToken ct, string? cursor = null)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? await views.PostsBy(community, member, cursor, place.Viewer, ct) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Ok<Page<Hit>>, Problem>> Activity(
        string community, string member, Caller caller, IViews views, CancellationToken ct,
        string? kind = null, string? cursor = null)
    {
        var place = await caller.In(community, ct);
        var query = new ActivityQuery(community, member, MemberLists.KindOf(kind), cursor);
        return caller.Found(
            place.IsSeen ? await views.Activity(query, place.Viewer, ct) : null, Refusals.NoSuchCommunity);
    }
}
