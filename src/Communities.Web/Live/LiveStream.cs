using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>Writes one connection's events until the reader, the session or the program ends.</summary>
internal sealed class LiveStream(
    LiveConnections connections,
    Freshness freshness,
    IActors actors,
    IViews views,
    TimeProvider time,
    IHostApplicationLifetime program)
{
    /// <summary>Tells of a community, of one of its threads, or of a conversation whoever takes part in it.</summary>
    public async Task<Results<EmptyHttpResult, Problem>> Serve(
        HttpContext http, string community, string? thread, bool isConversation = false)
    {
        var caller = Caller.Of(http);
        var place = await caller.In(community, http.RequestAborted);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (isConversation && !await TakesPart(caller, community, thread!))
            return Problem.Of(Conversation.Missing, caller);
        if (!isConversation && thread is not null && await IsHidden(community, thread, place))
            return Problem.Of(ThreadEndpoints.NoSuchThread, caller);
        using var connection = connections.Open(
            await ReaderOf(http, caller, place), community, thread, isConversation);
        if (connection is null) return Problem.Of(EventStream.TooMany, caller);
        return await EventStream.Write(http, program, async ended =>
        {
            var writer = http.Response.BodyWriter;
            writer.Write(Beginning(http, community, thread));
            await writer.FlushAsync(ended);
            await Write(writer, connection, caller, ended);
        });
    }

    // All that waits is sent at once: a busy thread costs each of its readers few packets.
    private async Task Write(PipeWriter writer, LiveConnection connection, Caller caller, CancellationToken ct)
    {
        while (await connection.Untold.WaitToReadAsync(ct))
        {
            while (connection.Untold.TryRead(out var untold))
            {
                var isInDoubt = LiveConnection.IsDoubt(untold) || ReferenceEquals(untold, LiveEvent.Beat);
                if (isInDoubt && !await MayStillWatch(caller, connection, ct)) return;
                writer.Write(connection.Sent(untold));
            }

            await writer.FlushAsync(ct);
        }

        writer.Write(LiveEvent.Reload(freshness.PositionOf(connection.Community)));
        await writer.FlushAsync(ct);
    }

    private async ValueTask<bool> MayStillWatch(Caller caller, LiveConnection connection, CancellationToken ct) =>
        await caller.StillAsks(time.GetUtcNow(), ct) && (await caller.InNow(connection.Community, ct)).IsSeen
        && (connection.Conversation is not { } conversation
            || await TakesPart(caller, connection.Community, conversation));

    private async ValueTask<bool> TakesPart(Caller caller, string community, string conversation) =>
        (await caller.In(community)).IsMember
        && (await actors.See<Conversation>(Keys.OfConversation(community, conversation))).Has(caller.Account);

    // Members see each other.
    private async ValueTask<LiveReader> ReaderOf(HttpContext http, Caller caller, Place place)
    {
        var counted = RateLimits.CallerOf(http);
        if (caller.Account is not { } account || !place.IsMember) return new(counted, caller.Account);
        var name = await NameOf(account, caller, place, http.RequestAborted);
        return new(counted, account, name, !caller.Preferences.IsUnseen);
    }

    /// <summary>What this member is called there.</summary>
    public async ValueTask<string> NameOf(string account, Caller caller, Place place, CancellationToken ct) =>
        (await views.Member(place.Slug, account, place.Viewer, ct))?.Name ?? caller.Name;

    /// <summary>True where there is no such thread for who asks.</summary>
    public async ValueTask<bool> IsHidden(string community, string thread, Place place)
    {
        var state = await actors.See<Thread>(Keys.OfThread(community, thread));
        return !state.IsSeenBy(place);
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
        return isUpToDate ? LiveEvent.Beat : LiveEvent.Reload(freshness.PositionOf(community));
    }
}
