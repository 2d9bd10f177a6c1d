using System.Threading.Channels;

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
        (Community, Keys, _closed) = (community, KeysOf(account, community, thread), closed);

    public string Community { get; }

    /// <summary>What it is told of, and what casts a doubt on it.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The next events as they are sent; ends when the reader is too slow.</summary>
    public ChannelReader<byte[]> Untold => _untold.Reader;

    public static bool IsDoubt(byte[] untold) => ReferenceEquals(untold, DoubtMark);

    /// <summary>The key of all that is watched inside a community.</summary>
    public static string InsideOf(string community) => community + "#";

    public void Tell(byte[] live)
    {
        if (!_untold.Writer.TryWrite(live)) _untold.Writer.TryComplete();
    }

    /// <summary>Something happened after which the caller may no longer watch.</summary>
    public void Doubt() => Tell(DoubtMark);

    private static string[] KeysOf(string? account, string community, string? thread)
    {
        var watched = thread is null ? community : Communities.Keys.OfThread(community, thread);
        return account is null
            ? [watched, InsideOf(community)]
            : [watched, InsideOf(community), Communities.Keys.OfAccount(account)];
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) _closed(this);
    }
}
