using System.Collections.Concurrent;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// Who has a thread open now, and who is writing in it: told to the members who have it open, too. It is kept nowhere,
/// and what the processes of a site tell each other of it may be lost.
/// </summary>
internal sealed class Presence : IDisposable
{
    /// <summary>How long somebody counts as writing who has not said so again; browsers do every few seconds.</summary>
    public static readonly TimeSpan WritingLife = TimeSpan.FromSeconds(8);

    // Often enough for who is watched to be seen at once.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    // How often other processes are told again, and when what they told is no longer believed.
    private static readonly TimeSpan GossipPace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GossipLife = TimeSpan.FromSeconds(12);

    private readonly ConcurrentDictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly TimeProvider _time;
    private readonly IGossip? _gossip;
    private readonly IDisposable? _hearing;
    private readonly ITimer _timer;
    private int _isTelling;

    public Presence(TimeProvider time, IGossip? gossip = null)
    {
        (_time, _gossip) = (time, gossip);
        _hearing = gossip?.Hear(Heard);
        _timer = time.CreateTimer(_ => TellAll(), null, Pace, Pace);
    }

    /// <summary>Somebody opened the page of a thread.</summary>
    public void Enter(LiveConnection connection)
    {
        if (connection.ThreadKey is { } thread) In(thread, room => room.Enter(connection));
    }

    /// <summary>Somebody left it.</summary>
    public void Leave(LiveConnection connection)
    {
        if (connection.ThreadKey is { } thread) In(thread, room => room.Leave(connection));
    }

    /// <summary>A member is writing in a thread, and counts as doing so for <see cref="WritingLife"/>.</summary>
    public void Writes(string thread, string account, string name) =>
        In(thread, room => room.Writes(account, name, _time.GetUtcNow() + WritingLife));

    /// <summary>Who wrote is not writing any more.</summary>
    public void Wrote(string thread, Envelope envelope)
    {
        if (envelope.By.Length > 0 && envelope.Name is "thread.replied" or "thread.edited"
            && _rooms.ContainsKey(thread))
            In(thread, room => room.Wrote(envelope.By));
    }

    public void Dispose()
    {
        _timer.Dispose();
        _hearing?.Dispose();
    }

    // A room that is empty goes, and nobody may enter it meanwhile.
    private void In(string thread, Action<Room> act)
    {
        while (true)
        {
            var room = _rooms.GetOrAdd(thread, key => new Room(key));
            lock (room)
            {
                if (room.IsGone) continue;
                act(room);
                Close(room);
                return;
            }
        }
    }

    private void Close(Room room)
    {
        if (!room.IsEmpty) return;
        room.IsGone = true;
        _gossip?.Say(PresenceGossip.Write(new(_me, room.Thread, new([], 0, 0, []))));
        _rooms.TryRemove(room.Thread, out _);
    }

    private void TellAll()
    {
        if (Interlocked.Exchange(ref _isTelling, 1) == 1) return;
        try
        {
            var now = _time.GetUtcNow();
            foreach (var (_, room) in _rooms)
                lock (room)
                {
                    room.Forget(now);
                    room.Tell(now);
                    if (_gossip is not null && room.Gossip(now, GossipPace) is { } said)
                        _gossip.Say(PresenceGossip.Write(new(_me, room.Thread, said)));
                    Close(room);
                }
        }
        finally
        {
            Volatile.Write(ref _isTelling, 0);
        }
    }

    private void Heard(string text)
    {
        if (PresenceGossip.Read(text) is not { From: not null, Thread: not null, Present: not null } gossip
            || gossip.From == _me) return;

        // Where nobody here has the thread open, nobody here needs to know.
        if (_rooms.ContainsKey(gossip.Thread))
            In(gossip.Thread, room => room.Hear(gossip.From, gossip.Present, _time.GetUtcNow() + GossipLife));
    }
}
