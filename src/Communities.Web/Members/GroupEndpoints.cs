using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.GroupCommand;

namespace Communities.Web;

/// <summary>A group to be founded.</summary>
/// <param name="Slug">The name by which it is called: 2 to 40 small letters, digits, - and _.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is for, in Markdown.</param>
/// <param name="Access">How one comes into it: open, request or closed.</param>
/// <param name="Callers">Who may call it: everybody, members or owners.</param>
internal sealed record FoundGroupBody(
    string Slug, string Title, string? Description = null, GroupAccess Access = GroupAccess.Open,
    GroupCallers Callers = GroupCallers.Everybody);

/// <summary>What a group is called and says of itself, and who may come and call.</summary>
internal sealed record GroupBody(
    string Title, string? Description = null, GroupAccess Access = GroupAccess.Open,
    GroupCallers Callers = GroupCallers.Everybody);

/// <summary>Groups: founded, joined, kept.</summary>
internal static class GroupEndpoints
{
    public static void MapGroupEndpoints(this RouteGroupBuilder api)
    {
        var groups = api.MapGroup("/communities/{community}/groups").WithTags("Groups");
        groups.MapGet("", List).WithName("ListGroups").WithSummary("The groups of a community, by name.");
        groups.MapPost("", Found).WithName("FoundGroup").WithSummary("Founds a group; for managers.");
        var one = groups.MapGroup("/{group}");
        one.AddEndpointFilter((context, next) =>
            Keys.IsAccount(context.HttpContext.Request.RouteValues["group"] as string)
                ? next(context)
                : ValueTask.FromResult<object?>(new Problem(StatusCodes.Status400BadRequest, Malformed)));
        one.MapGet("", Read).WithName("ReadGroup").WithSummary("A group and its people.");
        one.MapPut("", Change).WithName("ChangeGroup").WithSummary("Changes it; for its owners and managers.");
        one.MapDelete("", (string community, string group, Asking ask, CancellationToken ct) =>
            ask.Change(Keys.OfGroup(community, group), new Dissolve(), ct))
            .WithName("DissolveGroup").WithSummary("Dissolves it; for its owners and managers.");
        one.MapPut("/members/{member}", Add).WithName("AddToGroup")
            .WithSummary("Comes in, or asks to; or brings somebody in, for its owners and managers.");
        one.MapDelete("/members/{member}", Remove).WithName("RemoveFromGroup")
            .WithSummary("Goes out; or takes somebody out, for its owners and managers.");
        one.MapPut("/owners/{member}", (
            string community, string group, string member, Asking ask, CancellationToken ct) =>
            ask.Change(Keys.OfGroup(community, group), new SetOwner(member, true), ct))
            .WithName("AddGroupOwner").WithSummary("Lets a member look after it; for its owners and managers.");
        one.MapDelete("/owners/{member}", (
            string community, string group, string member, Asking ask, CancellationToken ct) =>
            ask.Change(Keys.OfGroup(community, group), new SetOwner(member, false), ct))
            .WithName("RemoveGroupOwner").WithSummary("Lets a member no longer look after it; the same.");
    }

    private static readonly Refusal Malformed = new("group.malformed", "No group has such a name.");

    /// <summary>
    /// What asks a group to take this account in: who asks comes, somebody else is brought, if a member here.
    /// </summary>
    internal static async ValueTask<Answer> Taking(
        this Asking ask, IActors actors, string community, string group, string account, string? once,
        CancellationToken ct)
    {
        if (account == ask.Caller.Account) return await ask.Ask(Keys.OfGroup(community, group), new Join(), once, ct);
        var place = await ask.Caller.In(community, ct);
        var state = await actors.See<Group>(Keys.OfGroup(community, group), ct);
        if (place.IsSeen && state.IsKeptBy(ask.Caller.Account ?? "", place.Standing)
            && (await actors.See<Member>(Keys.OfMember(community, account), ct)).Role == Role.None)
            return new Answer(0, 0, [], new Refusal("member.missing", "There is no such member."));
        return await ask.Ask(Keys.OfGroup(community, group), new Add(account), once, ct);
    }

    private static async Task<Results<Ok<Page<GroupView>>, Problem>> List(
        string community, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        return caller.Found(
            place.IsSeen ? new Page<GroupView>(await views.Groups(community, null, place.Viewer, ct), null) : null,
            Refusals.NoSuchCommunity);
    }

    private static async Task<Results<Created<Changed>, Problem>> Found(
        string community, FoundGroupBody body, Asking ask, CancellationToken ct)
    {
        if (!Keys.IsAccount(body.Slug)) return Problem.Of(Malformed, ask.Caller);
        var found = new Found(body.Title, body.Description, body.Access, body.Callers);
        var answer = await ask.Ask(Keys.OfGroup(community, body.Slug), found, ct: ct);
        return answer.Refusal is { } no
            ? Problem.Of(no, ask.Caller)
            : TypedResults.Created(
                $"{Api.Root}/communities/{community}/groups/{body.Slug}", new Changed(ask.PositionOf(answer)));
    }

    private static async Task<Results<Ok<GroupPageView>, Problem>> Read(
        string community, string group, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        return caller.Found(await views.Group(community, group, place.Viewer, ct), Group.Missing);
    }

    private static Task<Results<Ok<Changed>, Problem>> Change(
        string community, string group, GroupBody body, Asking ask, CancellationToken ct) =>
        ask.Change(
            Keys.OfGroup(community, group), new Change(body.Title, body.Description, body.Access, body.Callers), ct);

    private static async Task<Results<Ok<Changed>, Problem>> Add(
        string community, string group, string member, Asking ask, IActors actors, CancellationToken ct) =>
        ask.Changed(await ask.Taking(actors, community, group, member, null, ct));

    private static Task<Results<Ok<Changed>, Problem>> Remove(
        string community, string group, string member, Asking ask, CancellationToken ct) =>
        ask.Change<Group>(
            Keys.OfGroup(community, group), member == ask.Caller.Account ? new Leave() : new Remove(member), ct);
}
