using System.Collections.Concurrent;
using System.Threading.Channels;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>
/// Tells open pages of an account that are not live otherwise that its inbox changed, without a word of what: they ask
/// for the count themselves.
/// </summary>
internal sealed class BellStream : IDisposable
{
    // As many tabs as somebody has in sight at once, with room: a page that is hidden lets go of its stream.
    private const int MostOfAccount = 10;

    /// <summary>The event by which a page is told; live pages are, by their own stream.</summary>
    public static readonly byte[] Rung = "event: inbox\ndata: {}\n\n"u8.ToArray();

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Channel<byte>, byte>> _open =
        new(StringComparer.Ordinal);

    private readonly IDisposable _subscription;
    private readonly TimeProvider _time;
    private readonly IHostApplicationLifetime _program;

    public BellStream(IViews views, TimeProvider time, IHostApplicationLifetime program)
    {
        (_time, _program) = (time, program);
        _subscription = views.Subscribe(Take);
    }

    /// <summary>True for what changes how much an account has not seen.</summary>
    public static bool Rings(Envelope envelope) =>
        envelope.Actor.Kind == Inbox.Kind && envelope.Name is "inbox.notified" or "inbox.seen" or "inbox.closed";

    public async Task<Results<EmptyHttpResult, Problem>> Serve(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (caller.Account is not { } account) return Problem.Of(Refusals.OwnOnly, caller);
        var bells = _open.GetOrAdd(account, static _ => new());
        if (bells.Count >= MostOfAccount) return Problem.Of(EventStream.TooMany, caller);

        // One is enough to know that something happened, however much did.
        var bell = Channel.CreateBounded<byte>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        bells[bell] = 0;
        try
        {
            return await EventStream.Write(http, _program, ended => Write(http, caller, bell.Reader, ended));
        }
        finally
        {
            bells.TryRemove(bell, out _);
        }
    }

    public void Dispose() => _subscription.Dispose();

    private async Task Write(HttpContext http, Caller caller, ChannelReader<byte> bell, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LiveConnections.Heartbeat, _time);
        var (beat, more) = (timer.WaitForNextTickAsync(ct).AsTask(), bell.WaitToReadAsync(ct).AsTask());
        var bytes = LiveEvent.Beat;
        while (true)
        {
            await http.Response.Body.WriteAsync(bytes, ct);
            await http.Response.Body.FlushAsync(ct);
            if (await Task.WhenAny(beat, more) == beat)
            {
                await beat;
                if (!await caller.StillAsks(_time.GetUtcNow(), ct)) return;
                (bytes, beat) = (LiveEvent.Beat, timer.WaitForNextTickAsync(ct).AsTask());
            }
            else
            {
                bell.TryRead(out _);
                (bytes, more) = (Rung, bell.WaitToReadAsync(ct).AsTask());
            }
        }
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        if (_open.IsEmpty) return;
        foreach (var envelope in applied)
            if (Rings(envelope) && _open.TryGetValue(Keys.LocalOf(envelope.Actor.Key), out var bells))
                foreach (var (bell, _) in bells) bell.Writer.TryWrite(0);
    }
}
