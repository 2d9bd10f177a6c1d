using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>How a thread is closed.</summary>
/// <param name="At">When; now where it says nothing.</param>
/// <param name="ReopenAt">When it opens again by itself; not together with <paramref name="At"/>.</param>
/// <param name="Reason">Why, in one line.</param>
internal sealed record CloseBody(DateTimeOffset? At = null, DateTimeOffset? ReopenAt = null, string? Reason = null);

/// <summary>Seconds that each member waits between two posts; 0 for no wait.</summary>
internal sealed record SlowBody(int Seconds);

/// <summary>Until when a thread stays at the top; null for as long as nobody unpins it.</summary>
internal sealed record PinBody(DateTimeOffset? Until = null);

/// <summary>What moderators do to keep a thread in order.</summary>
internal static class OrderEndpoints
{
    public static void MapOrderEndpoints(this RouteGroupBuilder api)
    {
        var thread = api.MapGroup("/communities/{community}/threads/{thread}").WithTags("Order");
        thread.MapPost("/close", Close).WithName("CloseThread")
            .WithSummary("Closes a thread now or at a time; for moderators.");
        thread.MapPost("/reopen", Reopen).WithName("ReopenThread")
            .WithSummary("Opens a closed thread again; for moderators.");
        thread.MapPost("/pin", Pin).WithName("PinThread")
            .WithSummary("Keeps a thread at the top, perhaps until a time; for moderators.");
        thread.MapPost("/unpin", Unpin).WithName("UnpinThread")
            .WithSummary("Lets a thread sink again; for moderators.");
        thread.MapPost("/slow", Slow).WithName("SlowThread")
            .WithSummary("Makes each member wait between two posts; for moderators.");
        thread.MapPost("/unlist", Unlist).WithName("UnlistThread")
            .WithSummary("Takes a thread out of lists and search, but not from who has its address; for moderators.");
        thread.MapPost("/list", List).WithName("ListThread")
            .WithSummary("Shows an unlisted thread in lists again; for moderators.");
        thread.MapPost("/archive", Archive).WithName("ArchiveThread")
            .WithSummary("Keeps a thread as it is: nothing is written or changed in it. For moderators.");
        thread.MapPost("/unarchive", Unarchive).WithName("UnarchiveThread")
            .WithSummary("Lets an archived thread go on; for moderators.");
    }

    private static async Task<Results<Ok<Changed>, Problem>> Close(
        string community, string thread, Asking ask, CancellationToken ct, CloseBody? body = null)
    {
        if (body is { At: not null, ReopenAt: not null } or { At: not null, Reason: not null })
            throw Faults.Bad(
                "close.malformed", "A thread that closes later does so without a reason, until somebody reopens it.");
        var key = Keys.OfThread(community, thread);
        return body?.At is { } at
            ? await ask.Change(key, new ScheduleClose(at), ct)
            : await ask.Change(key, new Close(body?.ReopenAt, body?.Reason), ct);
    }

    private static Task<Results<Ok<Changed>, Problem>> Reopen(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Reopen(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Pin(
        string community, string thread, Asking ask, CancellationToken ct, PinBody? body = null) =>
        ask.Change(Keys.OfThread(community, thread), new Pin(body?.Until), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unpin(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Unpin(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Slow(
        string community, string thread, SlowBody body, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Slow(body.Seconds), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unlist(
        string community, string thread, Asking ask, CancellationToken ct, ReasonBody? body = null) =>
        ask.Change(Keys.OfThread(community, thread), new Unlist(body?.Reason), ct);

    private static Task<Results<Ok<Changed>, Problem>> List(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new List(), ct);

    private static Task<Results<Ok<Changed>, Problem>> Archive(
        string community, string thread, Asking ask, CancellationToken ct, ReasonBody? body = null) =>
        ask.Change(Keys.OfThread(community, thread), new Archive(body?.Reason), ct);

    private static Task<Results<Ok<Changed>, Problem>> Unarchive(
        string community, string thread, Asking ask, CancellationToken ct) =>
        ask.Change(Keys.OfThread(community, thread), new Unarchive(), ct);
}
