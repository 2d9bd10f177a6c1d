using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>
/// Something that happened, as live pages are told it. Never a text: they read that themselves, as who they are.
/// </summary>
/// <param name="Kind">The event's stable name: <c>thread.replied</c>.</param>
/// <param name="Community">Where.</param>
/// <param name="Thread">In which thread, if in one.</param>
/// <param name="Number">To which post, if to one.</param>
/// <param name="Version">The position, to be read with <c>?at-least=</c>.</param>
internal sealed record LiveEvent(string Kind, string Community, string? Thread, int? Number, long Version);

/// <summary>Everybody who has a live page open, and what they are told once it can be read.</summary>
internal sealed class LiveConnections : IDisposable
{
    // Who is told or doubted for which key: an event finds its own among many thousands.
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<LiveConnection, byte>> _byKey =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, int> _byCaller = new(StringComparer.Ordinal);
    private readonly WebOptions _options;
    private readonly IDisposable _subscription;
    private int _count;

    public LiveConnections(IViews views, WebOptions options)
    {
        _options = options;
        _subscription = views.Subscribe(Take);
    }

    /// <summary>How many are open.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many this account has open.</summary>
    public int Of(string account) => _byCaller.GetValueOrDefault(account);

    /// <summary>Opens one for a caller, or null where there are too many.</summary>
    /// <param name="caller">The account or address that is counted.</param>
    /// <param name="account">The account, or null for a visitor.</param>
    /// <param name="community">What is watched.</param>
    /// <param name="thread">Only this thread of it, or null for all.</param>
    public LiveConnection? Open(string caller, string? account, string community, string? thread)
    {
        if (Count >= _options.LiveMax) return null;
        if (_byCaller.AddOrUpdate(caller, 1, static (_, count) => count + 1) > _options.LivePerCaller)
        {
            Leave(caller);
            return null;
        }

        var connection = new LiveConnection(account, community, thread, closing =>
        {
            foreach (var key in closing.Keys) Remove(key, closing);
            Interlocked.Decrement(ref _count);
            Leave(caller);
        });
        Interlocked.Increment(ref _count);
        foreach (var key in connection.Keys) Add(key, connection);
        return connection;
    }

    public void Dispose() => _subscription.Dispose();

    private void Leave(string caller)
    {
        if (_byCaller.AddOrUpdate(caller, 0, static (_, count) => count - 1) <= 0)
            _byCaller.TryRemove(new(caller, 0));
    }

    private void Add(string key, LiveConnection connection)
    {
        lock (_byKey) _byKey.GetOrAdd(key, _ => new())[connection] = 0;
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
            var (kind, key) = envelope.Actor;
            if (IsCount(envelope.Name)) continue;
            if (kind == Account.Kind)
            {
                Doubt(key);
                continue;
            }

            if (!SharedKinds.Has(kind)) continue;

            // Who reads a private community may have left it, or it may have become private.
            if (kind != Thread.Kind) Doubt(LiveConnection.InsideOf(envelope.Actor.Prefix));
            byte[]? told = null;
            Tell(envelope.Actor.Prefix, envelope, ref told);
            if (kind == Thread.Kind) Tell(key, envelope, ref told);
        }
    }

    private void Doubt(string key)
    {
        if (!_byKey.TryGetValue(key, out var open)) return;
        foreach (var (connection, _) in open) connection.Doubt();
    }

    private void Tell(string key, Envelope envelope, ref byte[]? told)
    {
        if (!_byKey.TryGetValue(key, out var open)) return;
        foreach (var (connection, _) in open) connection.Tell(told ??= Told(envelope));
    }

    // Counters move with every reading; a page shows them when it is next read.
    private static bool IsCount(string name) => name is "thread.viewed" or "member.visited"
        || name.EndsWith(".tallied", StringComparison.Ordinal);

    private static byte[] Told(Envelope envelope)
    {
        var (kind, key) = envelope.Actor;
        var live = new LiveEvent(
            envelope.Name, envelope.Actor.Prefix, kind == Thread.Kind ? Keys.LocalOf(key) : null,
            kind == Thread.Kind ? NumberOf(Domain.Happened(envelope)) : null, envelope.Position);
        var json = JsonSerializer.Serialize(live, WebJson.Default.LiveEvent);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"id: {envelope.Position}\nevent: change\ndata: {json}\n\n"));
    }

    private static int? NumberOf(object happened) => happened switch
    {
        ThreadEvent.Opened => 1,
        ThreadEvent.Replied e => e.Number,
        ThreadEvent.Edited e => e.Number,
        ThreadEvent.Removed e => e.Number,
        ThreadEvent.Restored e => e.Number,
        ThreadEvent.Reacted e => e.Number,
        ThreadEvent.Unreacted e => e.Number,
        ThreadEvent.ReactionsCounted e => e.Number,
        ThreadEvent.Accepted e => e.Number,
        ThreadEvent.Unaccepted e => e.Number,
        _ => null,
    };
}
