using System.Threading.Channels;

namespace Communities.Web;

/// <summary>Who has a live page open.</summary>
/// <param name="Counted">The account or address whose live pages are counted together.</param>
/// <param name="Account">The account, or null for a visitor.</param>
/// <param name="Name">What a member is called in the community; null for who is none.</param>
/// <param name="IsShown">False for whoever does not want others to see that they are here.</param>
internal sealed record LiveReader(string Counted, string? Account, string? Name = null, bool IsShown = true);

/// <summary>One live page: what it watches, and what it has not been told yet.</summary>
internal sealed class LiveConnection : IDisposable
{
    // Whoever is further behind than this had better read the page anew.
    private const int UntoldMax = 64;

    // In place of an event: find out whether the caller may still watch; and say who is here by now.
    private static readonly byte[] DoubtMark = [];
    private static readonly byte[] PresentMark = [0];

    private readonly Action<LiveConnection> _closed;
    private readonly Channel<byte[]> _untold = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(UntoldMax) { SingleReader = true });

    private byte[]? _present;
    private int _isClosed;

    public LiveConnection(
        LiveReader reader, string community, string? thread, Action<LiveConnection> closed, bool isConversation = false)
    {
        (Reader, Community, _closed) = (reader, community, closed);
        Conversation = isConversation ? thread : null;
        ThreadKey = thread is null || isConversation ? null : Communities.Keys.OfThread(community, thread);
        Keys = KeysOf(
            reader.Account, community,
            Conversation is null
                ? ThreadKey
                : InConversation(Communities.Keys.OfConversation(community, Conversation)));
    }

    public LiveReader Reader { get; }

    public string Community { get; }

    /// <summary>The one thread that is watched, or null for all of the community.</summary>
    public string? ThreadKey { get; }

    /// <summary>The id of the one conversation that is watched, or null.</summary>
    public string? Conversation { get; }

    /// <summary>What it is told of, and what casts a doubt on it.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The next events as they are sent; ends when the reader is too slow.</summary>
    public ChannelReader<byte[]> Untold => _untold.Reader;

    public static bool IsDoubt(byte[] untold) => ReferenceEquals(untold, DoubtMark);

    /// <summary>The key by which the pages of a conversation are told, which no thread has.</summary>
    public static string InConversation(string key) => key + "~";

    /// <summary>The key of all that is watched inside a community.</summary>
    public static string InsideOf(string community) => community + "#";

    public void Tell(byte[] live)
    {
        if (!_untold.Writer.TryWrite(live)) _untold.Writer.TryComplete();
    }

    /// <summary>Something happened after which the caller may no longer watch.</summary>
    public void Doubt() => Tell(DoubtMark);

    /// <summary>Says who is here; where that was not sent yet, in place of who was here before.</summary>
    public void TellPresent(byte[] present)
    {
        if (Interlocked.Exchange(ref _present, present) is null) Tell(PresentMark);
    }

    /// <summary>What is sent for this, which may be who is here by now.</summary>
    public byte[] Sent(byte[] untold) =>
        ReferenceEquals(untold, PresentMark) ? Interlocked.Exchange(ref _present, null) ?? [] : untold;

    private static string[] KeysOf(string? account, string community, string? thread)
    {
        var watched = thread ?? community;
        return account is null
            ? [watched, InsideOf(community)]
            : [
                watched, InsideOf(community), Communities.Keys.OfAccount(account),
                Communities.Keys.OfMember(community, account)];
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) _closed(this);
    }
}
