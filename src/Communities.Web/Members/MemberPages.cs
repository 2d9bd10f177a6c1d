using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Communities.MemberCommand;

namespace Communities.Web;

/// <summary>Members as people see them, and what managers do about their roles.</summary>
internal static class MemberPages
{
    public static void MapMemberPages(this IEndpointRouteBuilder pages)
    {
        var community = pages.MapGroup("/c/{community}");
        community.MapGet("/members", List).WithMetadata(new CachedAttribute(Shows.Community));
        community.MapGet("/members/{member}", Read).WithMetadata(new CachedAttribute(Shows.Community));
        community.MapPost("/members/add", BringIn);
        community.MapPost("/members/{member}/role", Appoint);
        community.MapGet("/profile", Profile);
        community.MapPost("/profile", Describe);
    }

    private static Task<IResult> List(
        string community, HttpContext http, IViews views, CancellationToken ct, string? q = null,
        string? show = null, string? cursor = null) =>
        ShowList(community, Reader.Of(http), http, views, MemberLists.Of(community, q, show, cursor), ct);

    private static async Task<IResult> ShowList(
        string community, Reader reader, HttpContext http, IViews views, MembersQuery query, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<MembersPage>(reader, new()
        {
            [nameof(MembersPage.Community)] = view,
            [nameof(MembersPage.Place)] = place,
            [nameof(MembersPage.Members)] = await views.Members(query, place.Viewer, ct),
            [nameof(MembersPage.Query)] = query,
        });
    }

    private static async Task<IResult> Read(
        string community, string member, HttpContext http, IViews views, CancellationToken ct, string? kind = null,
        string? cursor = null)
    {
        var query = new ActivityQuery(community, member, MemberLists.KindOf(kind), cursor);
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        if (await views.Member(community, member, place.Viewer, ct) is not { } person)
            return Show.No(http, new Refusal("address.missing", "There is nothing at this address."));
        return Show.Page<MemberPage>(reader, new()
        {
            [nameof(MemberPage.Community)] = view,
            [nameof(MemberPage.Member)] = person,
            [nameof(MemberPage.Place)] = place,
            [nameof(MemberPage.Groups)] = await views.Groups(community, member, place.Viewer, ct),
            [nameof(MemberPage.Kind)] = query.Kind,
            [nameof(MemberPage.Posts)] = await views.Activity(query, place.Viewer, ct),
            [nameof(MemberPage.Inviting)] = person.InvitedBy is { } by
                ? await views.Member(community, by, place.Viewer, ct) : null,
        });
    }

    private static async Task<IResult> BringIn(
        string community, IFormCollection form, HttpContext http, Asking ask, IActors actors, IViews views,
        CancellationToken ct)
    {
        var account = Typed.Account(form["account"]);
        var state = Keys.IsAccount(account) ? await actors.See<Account>(Keys.OfAccount(account), ct) : Account.Initial;
        if (state.IsMissing)
            return await ShowList(
                community, Reader.Of(http, new Refusal("account.missing", "There is no such account.")), http, views,
                new MembersQuery(community), ct);
        var answer = await ask.Ask(Keys.OfMember(community, account), new Join(state.Name), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, new MembersQuery(community), ct)
            : Show.Done($"/c/{community}/members", ask.PositionOf(answer), Notices.BroughtIn);
    }

    private static async Task<IResult> Appoint(
        string community, string member, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (!Keys.IsAccount(member)) return Results.NotFound();
        var role = Enum.TryParse<Role>(form["role"], out var chosen) ? chosen : Role.None;
        var answer = await ask.Ask(Keys.OfMember(community, member), new Appoint(role), form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowList(community, Reader.Of(http, no), http, views, new MembersQuery(community), ct)
            : Show.Done($"/c/{community}/members", ask.PositionOf(answer), Notices.Appointed);
    }

    private static async Task<IResult> Profile(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (reader.Caller.Account is not { } account) return Show.SignIn(reader);
        var place = await reader.Caller.In(community, ct);
        return place.IsMember && await views.Member(community, account, place.Viewer, ct) is { } member
            ? await ShowProfile(community, reader, http, views, ProfileDraft.Of(member), ct)
            : Show.No(http, place.IsSeen ? Refusals.MembersOnly : Refusals.NoSuchCommunity);
    }

    private static async Task<IResult> Describe(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var draft = ProfileDraft.Of(form);
        var answer = await ask.Ask(Keys.OfMember(community, account), draft.Command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? await ShowProfile(community, Reader.Of(http, no), http, views, draft, ct)
            : Show.Done($"/c/{community}/members/{account}", ask.PositionOf(answer), Notices.Saved);
    }

    private static async Task<IResult> ShowProfile(
        string community, Reader reader, HttpContext http, IViews views, ProfileDraft draft, CancellationToken ct)
    {
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        return Show.Page<ProfilePage>(reader, new()
        {
            [nameof(ProfilePage.Community)] = view,
            [nameof(ProfilePage.Place)] = place,
            [nameof(ProfilePage.Draft)] = draft,
        });
    }
}
