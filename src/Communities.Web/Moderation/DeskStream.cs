using System.Collections.Concurrent;
using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>
/// Tells open pages of moderators that something happened to a case of their community, and to which; what it was they
/// ask for themselves, as who they are.
/// </summary>
internal sealed class DeskStream : IDisposable
{
    // As many tabs as one moderator has open at once, for all moderators of a large community.
    private const int MostOfCommunity = 500;

    // Whoever is further behind than this reads the page anew.
    private const int UntoldMax = 64;

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Channel<string>, byte>> _open =
        new(StringComparer.Ordinal);

    private readonly IDisposable _subscription;
    private readonly TimeProvider _time;
    private readonly IHostApplicationLifetime _program;

    public DeskStream(IViews views, TimeProvider time, IHostApplicationLifetime program)
    {
        (_time, _program) = (time, program);
        _subscription = views.Subscribe(Take);
    }

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/communities/{community}/moderation/live", (
            string community, HttpContext http, DeskStream stream) => stream.Serve(http, community))
        .WithTags("Moderation").WithName("WatchCases")
        .WithSummary("Server-sent events for moderators: 'case' with the id of each case to which something happened.")
        .Produces(200, contentType: "text/event-stream");

    public void Dispose() => _subscription.Dispose();

    private async Task<Results<EmptyHttpResult, Problem>> Serve(HttpContext http, string community)
    {
        var caller = Caller.Of(http);
        var place = await caller.In(community, http.RequestAborted);
        if (!place.IsSeen) return Problem.Of(Refusals.NoSuchCommunity, caller);
        if (!CasePages.KeepsOrder(place.Standing)) return Problem.Of(Refusals.ModeratorsOnly, caller);
        var desks = _open.GetOrAdd(community, static _ => new());
        if (desks.Count >= MostOfCommunity) return Problem.Of(EventStream.TooMany, caller);
        var untold = Channel.CreateBounded<string>(
            new BoundedChannelOptions(UntoldMax) { FullMode = BoundedChannelFullMode.DropOldest });
        desks[untold] = 0;
        try
        {
            return await EventStream.Write(
                http, _program, ended => Write(http, caller, community, untold.Reader, ended));
        }
        finally
        {
            desks.TryRemove(untold, out _);
        }
    }

    // Who keeps order by now is found before anything is said.
    private async Task Write(
        HttpContext http, Caller caller, string community, ChannelReader<string> untold, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LiveConnections.Heartbeat, _time);
        var (beat, more) = (timer.WaitForNextTickAsync(ct).AsTask(), untold.WaitToReadAsync(ct).AsTask());
        await http.Response.Body.WriteAsync(LiveEvent.Beat, ct);
        await http.Response.Body.FlushAsync(ct);
        while (true)
        {
            var isBeat = await Task.WhenAny(beat, more) == beat;
            var standing = (await caller.InNow(community, ct)).Standing;
            if (!await caller.StillAsks(_time.GetUtcNow(), ct) || !CasePages.KeepsOrder(standing)) return;
            if (isBeat)
            {
                await beat;
                await http.Response.Body.WriteAsync(LiveEvent.Beat, ct);
                beat = timer.WaitForNextTickAsync(ct).AsTask();
            }
            else
            {
                // Who keeps order in some categories only is not told which case it was.
                var isAll = standing.Is(Role.Moderator);
                while (untold.TryRead(out var id))
                    await http.Response.WriteAsync($"event: case\ndata: {(isAll ? id : "")}\n\n", ct);
                more = untold.WaitToReadAsync(ct).AsTask();
            }

            await http.Response.Body.FlushAsync(ct);
        }
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        if (_open.IsEmpty) return;
        foreach (var envelope in applied)
            if (Told(envelope) is { } told && _open.TryGetValue(envelope.Actor.Prefix, out var desks))
                foreach (var (desk, _) in desks) desk.Writer.TryWrite(told);
    }

    // What a decision did to its post comes some moments later, and the page that shows it says so, too.
    private static string? Told(Envelope envelope) => envelope.Actor.Kind == Case.Kind
        ? $"{Keys.LocalOf(envelope.Actor.Key)} {envelope.Version}"
        : envelope.Name is "thread.removed" or "thread.restored" or "thread.withheld" or "thread.published"
            && LiveEvent.Of(envelope).Number is { } number
            ? $"{Subject.OfPost(Keys.LocalOf(envelope.Actor.Key), number)} {long.MaxValue}"
            : null;
}
