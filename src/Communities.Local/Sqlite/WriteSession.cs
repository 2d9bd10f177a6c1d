using System.Runtime.InteropServices;
using System.Text;

namespace Communities.Local.Sqlite;

/// <summary>
/// The one connection that writes, with its statements and what it knows of actors. Used by the writer thread only.
/// </summary>
internal sealed class WriteSession : IDisposable
{
    /// <summary>Actors whose last version is known without asking SQLite: a few megabytes.</summary>
    private const int KnownMax = 32_768;

    /// <summary>Pages in the log before it is brought into the file: 16 MB, and a stall of some milliseconds.</summary>
    private const int CheckpointPages = 4_096;

    /// <summary>Pages in the log before readers are waited for, so that it cannot grow without bound: 256 MB.</summary>
    private const int RestartPages = 65_536;

    /// <summary>Bytes of the log's file that stay when it starts from its beginning again.</summary>
    private const int LogKept = 64 << 20;

    /// <summary>SQLite's page cache: the ends of tables, and the actors of a busy hour.</summary>
    private const int CacheKilobytes = 16_384;

    private readonly Connection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _findActor;
    private readonly Statement _addActor;
    private readonly Statement _moveActor;
    private readonly Statement _addEvent;
    private readonly Statement _saveSnapshot;
    private readonly Statement _setAlarm;
    private readonly Statement _cancelAlarm;
    private readonly Statement _forgetAlarm;
    private readonly Statement _saveCheckpoint;
    private readonly Dictionary<ActorId, ActorEnd> _known = [];
    private readonly List<ActorEnd> _moved = [];
    private readonly List<Envelope> _added = [];
    private byte[] _scratch = new byte[1024];
    private long _lastActor;
    private long _position;
    private int _pages;

    /// <summary>Where the history of an actor ends, in this transaction.</summary>
    private sealed class ActorEnd(ActorId actor)
    {
        public ActorId Actor { get; } = actor;
        public uint Digest { get; } = Sqlite.Digest.Of(actor);
        public long Id { get; set; }
        public long Version { get; set; }
        public long Position { get; set; }
        public bool IsNew { get; set; }
        public bool IsMoved { get; set; }
    }

    public WriteSession(string path)
    {
        _connection = Open(path);
        _begin = _connection.Prepare("BEGIN IMMEDIATE");
        _commit = _connection.Prepare("COMMIT");
        _rollback = _connection.Prepare("ROLLBACK");
        _findActor = _connection.Prepare("SELECT id, version, position FROM actors WHERE kind = ? AND key = ?");
        _addActor = _connection.Prepare("INSERT INTO actors(version, position, id, kind, key) VALUES(?, ?, ?, ?, ?)");
        _moveActor = _connection.Prepare("UPDATE actors SET version = ?, position = ? WHERE id = ?");
        _addEvent = _connection.Prepare(
            $"INSERT INTO events({EventRows.Columns}) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _saveSnapshot = _connection.Prepare("INSERT OR REPLACE INTO snapshots VALUES(?, ?, ?, ?)");
        _setAlarm = _connection.Prepare("INSERT OR REPLACE INTO alarms VALUES(?, ?, ?, ?, ?, ?)");
        _cancelAlarm = _connection.Prepare("DELETE FROM alarms WHERE kind = ? AND key = ? AND name = ?");
        _forgetAlarm = _connection.Prepare("DELETE FROM alarms WHERE kind = ? AND key = ? AND name = ? AND due = ?");
        _saveCheckpoint = _connection.Prepare("INSERT OR REPLACE INTO checkpoints VALUES(?, ?)");
        Head = _position = _connection.Number("SELECT max(position) FROM events");
        _lastActor = _connection.Number("SELECT max(id) FROM actors");
    }

    /// <summary>The last committed position.</summary>
    public long Head { get; private set; }

    public void Begin()
    {
        if (_known.Count > KnownMax)
        {
            _known.Clear();
        }

        _begin.Run();
    }

    /// <summary>
    /// Makes everything since <see cref="Begin"/> durable; gives the new envelopes with their places.
    /// </summary>
    public ReadOnlySpan<Envelope> Commit()
    {
        foreach (var actor in _moved)
        {
            var statement = (actor.IsNew ? _addActor : _moveActor)
                .Bind(1, actor.Version).Bind(2, actor.Position).Bind(3, actor.Id);
            if (actor.IsNew)
            {
                statement.Bind(4, actor.Actor.Kind).Bind(5, actor.Actor.Key);
            }

            statement.Run();
            (actor.IsNew, actor.IsMoved) = (false, false);
        }

        _commit.Run();
        _moved.Clear();
        Head = _position;
        return CollectionsMarshal.AsSpan(_added);
    }

    /// <summary>Forgets the envelopes of the last commit.</summary>
    public void Clear() => _added.Clear();

    /// <summary>Takes everything since <see cref="Begin"/> back.</summary>
    public void Rollback()
    {
        _known.Clear();
        _moved.Clear();
        _added.Clear();
        _position = Head;
        if (!_connection.IsIdle)
        {
            _rollback.Run();
        }

        _lastActor = _connection.Number("SELECT max(id) FROM actors");
    }

    /// <summary>The version of the last event of an actor.</summary>
    public long VersionOf(ActorId actor) => End(actor).Version;

    /// <summary>Adds events that follow the actor's last one.</summary>
    /// <returns>The position of the last.</returns>
    public long Add(IReadOnlyList<Envelope> events)
    {
        var actor = End(events[0].Actor);
        if (actor.Id == 0)
        {
            (actor.Id, actor.IsNew) = (++_lastActor, true);
        }

        for (var i = 0; i < events.Count; i++)
        {
            Add(actor, events[i]);
        }

        if (!actor.IsMoved)
        {
            actor.IsMoved = true;
            _moved.Add(actor);
        }

        return _position;
    }

    public void Save(ActorSnapshot snapshot)
    {
        var actor = End(snapshot.Actor);
        if (actor.Id != 0)
        {
            _saveSnapshot.Bind(1, actor.Id).Bind(2, snapshot.Version).Bind(3, snapshot.Format)
                .BindBlob(4, snapshot.State.Span).Run();
        }
    }

    public void Set(Alarm alarm) =>
        _setAlarm.Bind(1, alarm.Target.Kind).Bind(2, alarm.Target.Key).Bind(3, alarm.Name)
            .Bind(4, alarm.Due.ToUnixTimeMilliseconds()).Bind(5, alarm.CommandName)
            .BindBlob(6, alarm.Command.Span).Run();

    public void Cancel(ActorId target, string name) =>
        _cancelAlarm.Bind(1, target.Kind).Bind(2, target.Key).Bind(3, name).Run();

    public void Forget(Alarm alarm) =>
        _forgetAlarm.Bind(1, alarm.Target.Kind).Bind(2, alarm.Target.Key).Bind(3, alarm.Name)
            .Bind(4, alarm.Due.ToUnixTimeMilliseconds()).Run();

    public void Save(string checkpoint, string mark) => _saveCheckpoint.Bind(1, checkpoint).Bind(2, mark).Run();

    /// <summary>
    /// Brings the log into the file when it has grown; between commits, so that no answer waits for it.
    /// </summary>
    public void Tidy()
    {
        _pages += _connection.TakePagesWritten();
        if (_pages >= CheckpointPages)
        {
            var left = _connection.Checkpoint(restart: false);
            _pages = left > RestartPages ? _connection.Checkpoint(restart: true) : 0;
        }
    }

    public void Execute(string sql) => _connection.Execute(sql);

    public void KeepLogOnClose() => _connection.KeepLogOnClose();

    public void Dispose()
    {
        foreach (var statement in (Statement[])
        [
            _begin, _commit, _rollback, _findActor, _addActor, _moveActor, _addEvent, _saveSnapshot, _setAlarm,
            _cancelAlarm, _forgetAlarm, _saveCheckpoint,
        ])
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static Connection Open(string path)
    {
        var connection = new Connection(path, create: false);
        try
        {
            Schema.Check(connection, path);
            connection.Execute("PRAGMA journal_mode=WAL");
            connection.Execute("PRAGMA synchronous=FULL");
            connection.Execute("PRAGMA wal_autocheckpoint=0");
            connection.Execute($"PRAGMA journal_size_limit={LogKept}");
            connection.Execute($"PRAGMA cache_size=-{CacheKilobytes}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Add(ActorEnd actor, Envelope e)
    {
        var name = Encode(0, e.Name);
        var by = Encode(name, e.By);
        var command = Encode(by, e.CommandId ?? "");
        var nameBytes = _scratch.AsSpan(..name);
        var byBytes = _scratch.AsSpan(name..by);
        var commandBytes = _scratch.AsSpan(by..command);
        var at = e.At.ToUnixTimeMilliseconds();
        var position = _position + 1;
        var digest = Digest.Of(
            actor.Digest, position, actor.Position, e.Version, at, nameBytes, byBytes, commandBytes, e.Json.Span);
        _addEvent.Bind(1, position).Bind(2, actor.Position).Bind(3, actor.Id).Bind(4, e.Version).Bind(5, digest)
            .Bind(6, at).BindText(7, nameBytes).BindText(8, byBytes);
        if (e.CommandId is null)
        {
            _addEvent.Bind(9, null);
        }
        else
        {
            _addEvent.BindText(9, commandBytes);
        }

        _addEvent.BindBlob(10, e.Json.Span).Run();
        _added.Add(e with { Position = position });
        (_position, actor.Position, actor.Version) = (position, position, e.Version);
    }

    /// <summary>Writes a text as UTF-8 into the scratch from here on.</summary>
    /// <returns>Where it ends.</returns>
    private int Encode(int start, string text)
    {
        var most = start + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _scratch.Length)
        {
            Array.Resize(ref _scratch, most);
        }

        return start + Encoding.UTF8.GetBytes(text, _scratch.AsSpan(start));
    }

    private ActorEnd End(ActorId actor)
    {
        if (_known.TryGetValue(actor, out var end))
        {
            return end;
        }

        end = new ActorEnd(actor);
        try
        {
            if (_findActor.Bind(1, actor.Kind).Bind(2, actor.Key).Step())
            {
                (end.Id, end.Version, end.Position) = (_findActor.Int(0), _findActor.Int(1), _findActor.Int(2));
            }
        }
        finally
        {
            _findActor.Reset();
        }

        return _known[actor] = end;
    }
}
