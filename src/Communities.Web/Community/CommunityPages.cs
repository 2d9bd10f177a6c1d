using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>Communities as people find, read, join and leave them.</summary>
internal static class CommunityPages
{
    public static void MapCommunityPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/c/{community}", Read).WithMetadata(new CachedAttribute(Shows.Community));
        pages.MapPost("/c/{community}/join", Join);
        pages.MapPost("/c/{community}/leave", Leave);
        pages.MapGet("/communities/new", New);
        pages.MapPost("/communities/new", Found);
    }

    private static async Task<IResult> Read(string community, HttpContext http, IViews views, CancellationToken ct)
    {
        var reader = Reader.Of(http);
        if (await reader.Caller.Enter(community, views, ct) is not (var place, var view))
            return Show.No(http, Refusals.NoSuchCommunity);
        var query = ListQuery.Of(http.Request.Query);
        if (query.Tag is { } tag) query = query with { Tag = place.Community.Meant(tag) };
        return Show.Page<CommunityPage>(reader, new()
        {
            [nameof(CommunityPage.Community)] = view,
            [nameof(CommunityPage.Place)] = place,
            [nameof(CommunityPage.Query)] = query,
            [nameof(CommunityPage.Threads)] = await views.Threads(query.In(community, reader.Now), place.Viewer, ct),
            [nameof(CommunityPage.Tags)] = await views.Tags(community, place.Viewer, ct),
        });
    }

    private static async Task<IResult> Join(
        string community, IFormCollection form, HttpContext http, Asking ask, IViews views, CancellationToken ct)
    {
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var back = form.TryGetValue("back", out var address) ? Show.Local(address) : null;
        var answer = await ask.Ask(
            Keys.OfMember(community, account),
            new MemberCommand.Join(ask.Caller.Name, Agreed: Door.Said(form)), ct: ct);
        return answer.Refusal is { } no
            ? no == HouseRules.Unread
                ? await JoiningPages.ShowDoor(community, Reader.Of(http, no), http, views, null, ct, back)
                : Show.No(http, no)
            : Show.Done(back ?? $"/c/{community}/welcome", ask.PositionOf(answer), Notices.Joined);
    }

    // The form is read for its token alone.
    private static async Task<IResult> Leave(
        string community, IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        _ = form;
        if (ask.Caller.Account is not { } account) return Show.SignIn(Reader.Of(http));
        var answer = await ask.Ask(Keys.OfMember(community, account), new MemberCommand.Leave(), ct: ct);
        if (answer.Refusal is { } no) return Show.No(http, no);
        var place = await ask.Caller.In(community, ct);
        return Show.Done(
            place.Community.Visibility == Visibility.Private ? "/" : $"/c/{community}", ask.PositionOf(answer),
            Notices.Left);
    }

    private static IResult New(HttpContext http)
    {
        var reader = Reader.Of(http);
        return !reader.Caller.IsSignedIn ? Show.SignIn(reader)
            : !reader.Caller.IsOperator ? Show.No(http, Refusals.OperatorsOnly)
            : ShowNew(reader, SettingsDraft.Empty(reader.Caller.Language));
    }

    private static async Task<IResult> Found(IFormCollection form, HttpContext http, Asking ask, CancellationToken ct)
    {
        var slug = form["slug"].ToString().Trim().ToLowerInvariant();
        var draft = SettingsDraft.Of(form, slug);
        var command = new CommunityCommand.Found(
            draft.Name, draft.Summary, draft.Language, draft.Visibility, ask.Caller.Name);
        if (!Keys.IsCommunity(slug)) return ShowNew(Reader.Of(http, Malformed), draft);
        var answer = await ask.Ask(slug, command, form[Asking.KeyField], ct);
        return answer.Refusal is { } no
            ? ShowNew(Reader.Of(http, no), draft)
            : Show.Done($"/c/{slug}/settings", ask.PositionOf(answer), Notices.Founded);
    }

    private static Actors.Refusal Malformed { get; } = new(
        "slug.malformed", "A community's short name is 2 to 40 small letters a–z, digits and inner hyphens.");

    private static IResult ShowNew(Reader reader, SettingsDraft draft) =>
        Show.Page<FoundPage>(reader, new() { [nameof(FoundPage.Draft)] = draft });
}
