using System.Globalization;
using System.Text;
using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>Writes one connection's events until the reader, the session or the program ends.</summary>
internal sealed class LiveStream(
    LiveConnections connections,
    Freshness freshness,
    IActors actors,
    TimeProvider time,
    IHostApplicationLifetime program)
{
    /// <summary>
    /// Proxies close what is silent for a minute; and it is how soon a reader who has gone is noticed.
    /// </summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private static readonly byte[] Beat = ":\n\n"u8.ToArray();

    private static readonly Refusal TooMany = new("live.exceeded", "Too many live pages are open; please close some.");

    public async Task<Results<EmptyHttpResult, Problem>> Serve(HttpContext http, string community, string? thread)
    {
        var caller = Caller.Of(http);
        var place = await caller.In(community, http.RequestAborted);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (thread is not null && await IsHidden(community, thread, place))
            return Problem.Of(ThreadEndpoints.NoSuchThread, caller);
        using var connection = connections.Open(RateLimits.CallerOf(http), caller.Account, community, thread);
        if (connection is null) return Problem.Of(TooMany, caller);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, program.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // A proxy in between must not wait for more.
        try
        {
            await http.Response.Body.WriteAsync(Beginning(http, community, thread), ended.Token);
            await http.Response.Body.FlushAsync(ended.Token);
            await Write(http, connection, caller, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader has gone, or the program stops: the stream simply ends.
            return TypedResults.Empty;
        }

        return TypedResults.Empty;
    }

    private async Task Write(HttpContext http, LiveConnection connection, Caller caller, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Heartbeat, time);
        var beat = timer.WaitForNextTickAsync(ct).AsTask();
        var more = connection.Untold.WaitToReadAsync(ct).AsTask();
        while (true)
        {
            if (await Task.WhenAny(beat, more) == beat)
            {
                await beat;
                if (!await MayStillWatch(caller, connection, ct)) return;
                await http.Response.Body.WriteAsync(Beat, ct);
                beat = timer.WaitForNextTickAsync(ct).AsTask();
            }
            else if (await more)
            {
                if (!await WriteUntold(http, connection, caller, ct)) return;
                more = connection.Untold.WaitToReadAsync(ct).AsTask();
            }
            else
            {
                await http.Response.Body.WriteAsync(Reload(freshness.PositionOf(connection.Community)), ct);
                return;
            }

            await http.Response.Body.FlushAsync(ct);
        }
    }

    private async Task<bool> WriteUntold(
        HttpContext http, LiveConnection connection, Caller caller, CancellationToken ct)
    {
        while (connection.Untold.TryRead(out var untold))
        {
            if (LiveConnection.IsDoubt(untold))
            {
                if (!await MayStillWatch(caller, connection, ct)) return false;
            }
            else
            {
                await http.Response.Body.WriteAsync(untold, ct);
            }
        }

        return true;
    }

    private async ValueTask<bool> MayStillWatch(Caller caller, LiveConnection connection, CancellationToken ct) =>
        await caller.StillAsks(time.GetUtcNow(), ct) && (await caller.InNow(connection.Community, ct)).IsSeen;

    private async ValueTask<bool> IsHidden(string community, string thread, Place place)
    {
        var state = await actors.See<Thread>(Keys.OfThread(community, thread));
        return state.IsMissing || (state.IsRemoved && !place.Standing.Is(Role.Moderator));
    }

    // Whoever comes back says what was the last they were told, and a page from when it is (?since=); if more has
    // happened since, they read the page anew.
    private byte[] Beginning(HttpContext http, string community, string? thread)
    {
        var last = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } told
            ? told
            : http.Request.Query["since"].ToString();
        var changed = thread is null
            ? freshness.LastPosition(community)
            : freshness.LastPosition(community, Keys.OfThread(community, thread));
        var isUpToDate = last.Length == 0
            || (long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                && position >= changed);
        return isUpToDate ? Beat : Reload(freshness.PositionOf(community));
    }

    private static byte[] Reload(long position) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"id: {position}\nevent: reload\ndata: {{}}\n\n"));
}
