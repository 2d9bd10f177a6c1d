using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>
/// Live rooms: a gathering's thread as people see it who write at the same time. What is written is the thread's, so
/// that moderation, search and archive hold.
/// </summary>
internal static class RoomPages
{
    // The shortest part of a conversation that still tells what it is about.
    private const int LinesMin = 25;

    public static void MapRoomPages(this IEndpointRouteBuilder pages)
    {
        var room = pages.MapGroup("/c/{community}/gatherings/{gathering}/room");
        room.MapGet("", Read);
        room.MapGet("/part", ReadPart);
        room.MapPost("", Write);
    }

    private static async Task<IResult> Read(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct) =>
        await Found(community, gathering, http, views, null, ct) is { } found
            ? await ShowRoom(found, "", views, ct)
            : Show.No(http, Gathering.Missing);

    private static async Task<IResult> ReadPart(
        string community, string gathering, HttpContext http, IViews views, CancellationToken ct) =>
        await Found(community, gathering, http, views, null, ct) is { } found
            ? Show.Page<RoomPart>(found.Reader, new()
            {
                [nameof(RoomPart.Room)] = await RoomOf(found, views, ct),
                [nameof(RoomPart.Place)] = found.Place,
            })
            : Show.No(http, Gathering.Missing);

    private static async Task<IResult> Write(
        string community, string gathering, IFormCollection form, HttpContext http, Asking ask, IViews views,
        CancellationToken ct)
    {
        if (await Found(community, gathering, http, views, null, ct) is not { } found)
            return Show.No(http, Gathering.Missing);
        var text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        var answer = await ask.Ask(
            Keys.OfThread(community, Gathering.RoomOf(gathering)), new ThreadCommand.Reply(text),
            form[Asking.KeyField], ct);
        if (answer.Refusal is not { } no)
            return Show.Done(
                http.Request.Headers.ContainsKey("X-Part") ? $"{found.Path}/room/part" : $"{found.Path}/room#end",
                ask.PositionOf(answer));
        if (!found.Reader.Caller.IsSignedIn || http.Request.Headers.ContainsKey("X-Part")) return Show.No(http, no);
        return await ShowRoom((await Found(community, gathering, http, views, no, ct))!, text, views, ct);
    }

    // What has no room has no such page either.
    private static async ValueTask<FoundGathering?> Found(
        string community, string gathering, HttpContext http, IViews views, Refusal? refused, CancellationToken ct) =>
        await FoundGathering.In(http, views, community, gathering, ct, refused) is { } found
            && GatheringPlan.HasRoom(found.Gathering.Form)
                ? found
                : null;

    private static async ValueTask<IResult> ShowRoom(
        FoundGathering found, string text, IViews views, CancellationToken ct) =>
        Show.Page<RoomPage>(found.Reader, new()
        {
            [nameof(RoomPage.Found)] = found,
            [nameof(RoomPage.Room)] = await RoomOf(found, views, ct),
            [nameof(RoomPage.Text)] = text,
        });

    // The last page of the thread, and the one before where that has only begun.
    private static async ValueTask<RoomView?> RoomOf(FoundGathering found, IViews views, CancellationToken ct)
    {
        var (community, thread) = (found.Place.Slug, Gathering.RoomOf(found.Gathering.Id));
        if (await views.Thread(community, thread, 1, found.Place.Viewer, ct) is not { } first) return null;
        var last = first.PageCount == 1
            ? first : await views.Thread(community, thread, first.PageCount, found.Place.Viewer, ct) ?? first;
        IEnumerable<PostView> posts = last.Posts;
        if (last.PageNumber > 1 && last.Posts.Count < LinesMin
            && await views.Thread(community, thread, last.PageNumber - 1, found.Place.Viewer, ct) is { } before)
            posts = before.Posts.Concat(posts);

        // The opening post only leads to the gathering, from which one comes.
        return new RoomView(last, [.. posts.Where(post => post.Number > 1)]);
    }
}

/// <summary>A live room as a reader sees it.</summary>
/// <param name="Thread">The thread that it is.</param>
/// <param name="Posts">What was written last, oldest first.</param>
public sealed record RoomView(ThreadView Thread, IReadOnlyList<PostView> Posts)
{
    /// <summary>True where there is more before.</summary>
    public bool HasEarlier => Posts.Count > 0 && Posts[0].Number > 2;
}
