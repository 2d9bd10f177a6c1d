using System.Threading.Channels;
using Communities.Actors;

namespace Communities.Web;

/// <summary>One live page: what it watches, and what it has not been told yet.</summary>
internal sealed class LiveConnection : IDisposable
{
    // Whoever is further behind than this had better read the page anew.
    private const int UntoldMax = 64;

    // In place of an event: find out whether the caller may still watch.
    private static readonly byte[] DoubtMark = [];

    private readonly Action<LiveConnection> _closed;
    private readonly Channel<byte[]> _untold = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(UntoldMax) { SingleReader = true, SingleWriter = true });

    private int _isClosed;

    public LiveConnection(string? account, string community, string? thread, Action<LiveConnection> closed) =>
        (Account, Community, Thread, _closed) = (account, community, thread, closed);

    public string? Account { get; }

    public string Community { get; }

    public string? Thread { get; }

    /// <summary>The next events as they are sent; ends when the reader is too slow.</summary>
    public ChannelReader<byte[]> Untold => _untold.Reader;

    public static bool IsDoubt(byte[] untold) => ReferenceEquals(untold, DoubtMark);

    /// <summary>Events of its thread; or of any thread, member or setting of its community.</summary>
    public bool Watches(ActorId actor) =>
        Thread is null || (actor.Kind == Communities.Thread.Kind && Keys.LocalOf(actor.Key) == Thread);

    public void Tell(byte[] live)
    {
        if (!_untold.Writer.TryWrite(live)) _untold.Writer.TryComplete();
    }

    /// <summary>Something happened after which the caller may no longer watch.</summary>
    public void Doubt() => Tell(DoubtMark);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) _closed(this);
    }
}
