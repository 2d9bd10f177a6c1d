using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.InboxCommand;

namespace Communities.Web;

/// <summary>How much there is that an account has not seen.</summary>
/// <param name="Unseen">Notices, 99 at most.</param>
internal sealed record InboxCount(int Unseen);

/// <summary>What has been seen: all, all of a community, or there all up to a notice.</summary>
internal sealed record SeenBody(string? Community = null, int? UpTo = null);

/// <summary>How much to hear of the community, a category, a tag or a member: <c>tag:rye</c>.</summary>
internal sealed record PlaceLevelBody(string Place, Level Level);

/// <summary>What a member is told of in a community, and wants to be.</summary>
/// <param name="Settings">What for, and how.</param>
/// <param name="Levels">The levels other than normal, by place.</param>
/// <param name="Blocks">Whom the member has blocked.</param>
internal sealed record InboxView(
    InboxSettings Settings, IReadOnlyDictionary<string, Level> Levels, IReadOnlyList<string> Blocks);

/// <summary>What an account is told of, and how it says what of.</summary>
internal static class InboxEndpoints
{
    public static void MapInboxEndpoints(this RouteGroupBuilder api)
    {
        var inbox = api.MapGroup("/inbox").WithTags("Inbox");
        inbox.MapGet("", List).WithName("ListNotices").WithSummary("What the account is told of, latest first.");
        inbox.MapGet("/count", Count).WithName("CountNotices").WithSummary("How much of it has not been seen.");
        inbox.MapPost("/seen", See).WithName("SeeNotices").WithSummary("Marks notices as seen.");
        inbox.MapGet("/live", (HttpContext http, BellStream stream) => stream.Serve(http)).WithName("WatchInbox")
            .WithSummary("Tells when there is something new to be told, or something has been seen.")
            .WithDescription("Server-sent events: 'inbox', without data; the count is to be asked for.")
            .Produces(200, contentType: "text/event-stream");

        var there = api.MapGroup("/communities/{community}").WithTags("Inbox");
        there.MapGet("/inbox", Read).WithName("ReadInboxSettings")
            .WithSummary("What the member wants to be told of there: settings, levels, blocks.");
        there.MapPut("/inbox", Prefer).WithName("ChangeInboxSettings")
            .WithSummary("Changes for what reasons the member is told there, and how.");
        there.MapPut("/inbox/levels", SetLevel).WithName("SetLevel")
            .WithSummary("Watches, tracks or mutes the community, a category, a tag or a member.");
        there.MapPost("/inbox/read", ReadAll).WithName("MarkAllRead")
            .WithSummary("Whatever is in the community now counts as read.");
        there.MapPut("/inbox/blocks/{member}", Block).WithName("Block")
            .WithSummary("Does not want to hear from a member, nor to be written to by.");
        there.MapDelete("/inbox/blocks/{member}", Unblock).WithName("Unblock").WithSummary("Ends a block.");
    }

    private static async Task<Results<Ok<Page<NoticeView>>, Problem>> List(
        Caller caller, IViews views, CancellationToken ct, bool unseen = false, string? community = null,
        string? cursor = null) => caller.Account is not { } account
        ? Problem.Of(Refusals.OwnOnly, caller)
        : TypedResults.Ok(await views.Notices(account, community, unseen, cursor, ct));

    private static async Task<Results<Ok<InboxCount>, Problem>> Count(
        Caller caller, IViews views, CancellationToken ct) => caller.Account is not { } account
        ? Problem.Of(Refusals.OwnOnly, caller)
        : TypedResults.Ok(new InboxCount(await views.Unseen(account, ct)));

    private static async Task<Results<Ok<Changed>, Problem>> See(
        Asking ask, IViews views, CancellationToken ct, SeenBody? body = null)
    {
        if (ask.Caller.Account is not { } account) return Problem.Of(Refusals.OwnOnly, ask.Caller);
        if (body?.Community is { } community)
            return await ask.Change(Keys.OfMember(community, account), new See(body.UpTo ?? int.MaxValue), ct);
        return TypedResults.Ok(new Changed(await SeeAll(ask, account, views, ct)));
    }

    /// <summary>Marks every notice of every community as seen; gives a position at which that can be read.</summary>
    public static async Task<long> SeeAll(Asking ask, string account, IViews views, CancellationToken ct)
    {
        var position = 0L;
        foreach (var membership in await views.Memberships(account, ct))
        {
            var answer = await ask.Ask(Keys.OfMember(membership.Community, account), new See(int.MaxValue), ct: ct);
            if (answer.Position > 0) position = answer.Position;
        }

        return position;
    }

    private static async Task<Results<Ok<InboxView>, Problem>> Read(
        string community, Caller caller, IActors actors, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (caller.Account is not { } account) return Problem.Of(Refusals.OwnOnly, caller);
        var inbox = await actors.See<Inbox>(Keys.OfMember(community, account), ct);
        return TypedResults.Ok(new InboxView(
            inbox.Settings, inbox.Levels, [.. inbox.Blocks.Order(StringComparer.Ordinal)]));
    }

    private static Task<Results<Ok<Changed>, Problem>> Prefer(
        string community, InboxSettings settings, Asking ask, CancellationToken ct) =>
        ask.Change(Own(community, ask), new Prefer(settings), ct);

    private static Task<Results<Ok<Changed>, Problem>> SetLevel(
        string community, PlaceLevelBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Own(community, ask), new SetLevel(body.Place, body.Level), ct);

    private static Task<Results<Ok<Changed>, Problem>> ReadAll(string community, Asking ask, CancellationToken ct) =>
        ask.Change(Own(community, ask), new MarkAllRead(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Block(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Own(community, ask), new Block(member), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unblock(
        string community, string member, Asking ask, CancellationToken ct) =>
        ask.Change(Own(community, ask), new Unblock(member), ct);

    /// <summary>The key of the caller's own inbox; a visitor's is nobody's, and refuses.</summary>
    public static string Own(string community, Asking ask) => Keys.OfMember(community, ask.Caller.Account ?? "-");
}
