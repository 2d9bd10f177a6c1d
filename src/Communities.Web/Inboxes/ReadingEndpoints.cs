using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.ReadingCommand;

namespace Communities.Web;

/// <summary>The posts that have been read.</summary>
/// <param name="To">The number of the last.</param>
/// <param name="From">The number of the first; the beginning where it says nothing.</param>
internal sealed record ReadBody(int To, int From = 1);

/// <summary>How much to hear of a thread.</summary>
internal sealed record LevelBody(Level Level);

/// <summary>What is noted about a bookmarked post, and when to be reminded of it.</summary>
internal sealed record BookmarkBody(string? Note = null, DateTimeOffset? RemindAt = null);

/// <summary>How a member has read a thread, and the numbers of the posts bookmarked there.</summary>
internal sealed record ThreadReading(ReadingView Reading, IReadOnlyList<int> Bookmarks);

/// <summary>How far a member has read, how much to hear of a thread, and bookmarks.</summary>
internal static class ReadingEndpoints
{
    public static void MapReadingEndpoints(this RouteGroupBuilder api)
    {
        api.MapGet("/bookmarks", Bookmarks).WithTags("Reading").WithName("ListBookmarks")
            .WithSummary("The account's bookmarks, latest first.");
        var thread = api.MapGroup("/communities/{community}/threads/{thread}").WithTags("Reading");
        thread.MapGet("/reading", Get).WithName("ReadReading")
            .WithSummary("How far the member has read the thread, its level, and the bookmarks there.");
        thread.MapPut("/reading", Read).WithName("MarkRead").WithSummary("Marks posts of the thread as read.");
        thread.MapPut("/reading/level", SetLevel).WithName("SetThreadLevel")
            .WithSummary("Watches, tracks or mutes the thread.");
        thread.MapPut("/bookmarks/{number}", Bookmark).WithName("Bookmark")
            .WithSummary("Bookmarks a post, perhaps with a note and a reminder.");
        thread.MapDelete("/bookmarks/{number}", Unbookmark).WithName("Unbookmark")
            .WithSummary("Takes a bookmark away.");
    }

    private static async Task<Results<Ok<Page<BookmarkView>>, Problem>> Bookmarks(
        Caller caller, IViews views, CancellationToken ct, string? cursor = null) =>
        caller.Account is not { } account
            ? Problem.Of(Refusals.OwnOnly, caller)
            : TypedResults.Ok(await views.Bookmarks(account, cursor, ct));

    private static async Task<Results<Ok<ThreadReading>, Problem>> Get(
        string community, string thread, Caller caller, IViews views, CancellationToken ct)
    {
        var place = await caller.In(community, ct);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (caller.Account is not { } account) return Problem.Of(Refusals.OwnOnly, caller);
        var readings = await views.Readings(community, [thread], place.Viewer, ct);
        return readings.TryGetValue(thread, out var reading)
            ? TypedResults.Ok(new ThreadReading(reading, await views.BookmarkedIn(account, community, thread, ct)))
            : Problem.Of(ThreadEndpoints.NoSuchThread, caller);
    }

    private static async Task<Results<Ok<Changed>, Problem>> Read(
        string community, string thread, ReadBody body, Asking ask, IActors actors, CancellationToken ct) =>
        ask.Changed(await Ask(
            community, thread, last => new MarkRead(body.From, Math.Min(body.To, last)), ask, actors, ct));

    private static async Task<Results<Ok<Changed>, Problem>> SetLevel(
        string community, string thread, LevelBody body, Asking ask, IActors actors, CancellationToken ct) =>
        ask.Changed(await Ask(community, thread, _ => new SetLevel(body.Level), ask, actors, ct));

    private static async Task<Results<Ok<Changed>, Problem>> Bookmark(
        string community, string thread, int number, Asking ask, IActors actors, CancellationToken ct,
        BookmarkBody? body = null) => ask.Changed(await Ask(
            community, thread, last => new Bookmark(number <= last ? number : 0, body?.Note, body?.RemindAt), ask,
            actors, ct));

    private static async Task<Results<Ok<Changed>, Problem>> Unbookmark(
        string community, string thread, int number, Asking ask, IActors actors, CancellationToken ct) =>
        ask.Changed(await Ask(community, thread, _ => new Unbookmark(number), ask, actors, ct));

    /// <summary>
    /// Asks the caller's reading of a thread that the caller may read; a command is told the thread's last number.
    /// </summary>
    public static async Task<Answer> Ask(
        string community, string thread, Func<int, ReadingCommand> command, Asking ask, IActors actors,
        CancellationToken ct, string? once = null)
    {
        var place = await ask.Caller.In(community, ct);
        if (!place.IsSeen) return new Answer(0, 0, [], Refusals.NoSuchCommunity);
        if (ask.Caller.Account is not { } account) return new Answer(0, 0, [], Refusals.OwnOnly);
        if (!Keys.IsThread(thread)) return new Answer(0, 0, [], ThreadEndpoints.NoSuchThread);
        var state = await actors.See<Thread>(Keys.OfThread(community, thread), ct);
        if (!state.IsSeenBy(place))
            return new Answer(0, 0, [], ThreadEndpoints.NoSuchThread);
        return await ask.Ask(Keys.OfReading(community, thread, account), command(state.Posts.Count), once, ct);
    }
}
