using System.Collections.Concurrent;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>Everybody who has a live page open, and what they are told once it can be read.</summary>
internal sealed class LiveConnections : IDisposable
{
    /// <summary>
    /// Proxies close what is silent for a minute; and it is how soon a reader who has gone is noticed.
    /// </summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    // All at once would be thousands of writes at once: each second has its part of the connections.
    private const int Slots = 20;

    // Who is told or doubted for which key: an event finds its own among many thousands.
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<LiveConnection, byte>> _byKey =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<LiveConnection, byte>[] _slots =
        [.. Enumerable.Range(0, Slots).Select(_ => new ConcurrentDictionary<LiveConnection, byte>(1, 1))];

    private readonly ConcurrentDictionary<string, int> _byCaller = new(StringComparer.Ordinal);
    private readonly WebOptions _options;
    private readonly Presence _presence;
    private readonly IDisposable _subscription;
    private readonly ITimer _beats;
    private int _count;
    private int _opened;
    private int _beat;

    public LiveConnections(IViews views, WebOptions options, Presence presence, TimeProvider time)
    {
        (_options, _presence) = (options, presence);
        _subscription = views.Subscribe(Take);
        _beats = time.CreateTimer(_ => Beat(), null, Heartbeat / Slots, Heartbeat / Slots);
    }

    /// <summary>How many are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many this account has open.</summary>
    public int Of(string account) => _byCaller.GetValueOrDefault(account);

    /// <summary>Opens one, or null where there are too many.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="community">What is watched.</param>
    /// <param name="thread">Only this thread of it, or null for all.</param>
    /// <param name="isConversation">It is no thread but a conversation.</param>
    public LiveConnection? Open(LiveReader reader, string community, string? thread, bool isConversation = false)
    {
        if (Count >= _options.LiveMax) return null;
        if (_byCaller.AddOrUpdate(reader.Counted, 1, static (_, count) => count + 1) > _options.LivePerCaller)
        {
            Leave(reader.Counted);
            return null;
        }

        var slot = _slots[(uint)Interlocked.Increment(ref _opened) % Slots];
        var connection = new LiveConnection(reader, community, thread, Closed, isConversation);
        Interlocked.Increment(ref _count);
        slot[connection] = 0;
        foreach (var key in connection.Keys) Add(key, connection);
        _presence.Enter(connection);
        return connection;

        void Closed(LiveConnection closing)
        {
            slot.TryRemove(closing, out _);
            foreach (var key in closing.Keys) Remove(key, closing);
            _presence.Leave(closing);
            Interlocked.Decrement(ref _count);
            Leave(reader.Counted);
        }
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _beats.Dispose();
    }

    private void Beat()
    {
        var slot = _slots[(uint)Interlocked.Increment(ref _beat) % Slots];
        foreach (var (connection, _) in slot) connection.Tell(LiveEvent.Beat);
    }

    private void Leave(string caller)
    {
        if (_byCaller.AddOrUpdate(caller, 0, static (_, count) => count - 1) <= 0)
            _byCaller.TryRemove(new(caller, 0));
    }

    private void Add(string key, LiveConnection connection)
    {
        lock (_byKey) _byKey.GetOrAdd(key, _ => new(1, 1))[connection] = 0;
    }

    private void Remove(string key, LiveConnection connection)
    {
        lock (_byKey)
            if (_byKey.TryGetValue(key, out var open) && open.TryRemove(connection, out _) && open.IsEmpty)
                _byKey.TryRemove(key, out _);
    }

    private void Take(IReadOnlyList<Envelope> applied)
    {
        if (Count == 0) return;
        foreach (var envelope in applied)
        {
            // Whose session ended, who left, and where the rules changed: they may no longer watch.
            var (kind, key) = envelope.Actor;
            if (LiveEvent.IsCount(envelope.Name)) continue;
            if (kind == Account.Kind || kind == Member.Kind) Doubt(key);
            else if (kind == Community.Kind) Doubt(LiveConnection.InsideOf(key));
            if (BellStream.Rings(envelope)) Tell(Keys.OfAccount(Keys.LocalOf(key)), BellStream.Rung);
            if (kind == Conversation.Kind) TellParticipants(envelope);
            if (!SharedKinds.Has(kind)) continue;

            byte[]? told = null;
            Tell(envelope.Actor.Prefix, envelope, ref told);
            if (LiveEvent.ThreadOf(envelope) is not { } thread) continue;
            var threadKey = Keys.OfThread(envelope.Actor.Prefix, thread);
            Tell(threadKey, envelope, ref told);
            _presence.Wrote(threadKey, envelope);
        }
    }

    // Only pages of the conversation are told, which only who takes part has open.
    private void TellParticipants(Envelope envelope)
    {
        byte[]? told = null;
        var key = LiveConnection.InConversation(envelope.Actor.Key);
        if (envelope.Name == "conversation.left") Doubt(key);
        Tell(key, envelope, ref told);
    }

    private void Doubt(string key)
    {
        if (!_byKey.TryGetValue(key, out var open)) return;
        foreach (var (connection, _) in open) connection.Doubt();
    }

    private void Tell(string key, Envelope envelope, ref byte[]? told)
    {
        if (!_byKey.ContainsKey(key)) return;
        told ??= LiveEvent.IsSilent(envelope) ? [] : LiveEvent.Of(envelope).ToBytes(envelope.Position);
        if (told.Length > 0) Tell(key, told);
    }

    private void Tell(string key, byte[] told)
    {
        if (!_byKey.TryGetValue(key, out var open)) return;
        foreach (var (connection, _) in open) connection.Tell(told);
    }
}
