namespace Communities.Local.Sqlite;

/// <summary>A read connection with its statements, used by one thread at a time.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Connection _connection;
    private readonly EventRows _rows;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _feed;
    private readonly Statement _event;
    private readonly Statement _actorByName;
    private readonly Statement _actorById;
    private readonly Statement _snapshot;
    private readonly Statement _checkpoint;
    private readonly Statement _dueAlarms;
    private readonly Statement _nextAlarm;

    public Reader(string path, EventRows rows)
    {
        _rows = rows;
        _connection = new Connection(path, create: false);
        _connection.Execute("PRAGMA query_only=ON");
        _begin = _connection.Prepare("BEGIN");
        _end = _connection.Prepare("COMMIT");
        _feed = _connection.Prepare(
            $"SELECT {EventRows.Columns} FROM events WHERE position > ? ORDER BY position LIMIT ?");
        _event = _connection.Prepare($"SELECT {EventRows.Columns} FROM events WHERE position = ?");
        _actorByName = _connection.Prepare("SELECT version, position, id FROM actors WHERE kind = ? AND key = ?");
        _actorById = _connection.Prepare("SELECT kind, key FROM actors WHERE id = ?");
        _snapshot = _connection.Prepare("SELECT version, format, state FROM snapshots WHERE actor = ?");
        _checkpoint = _connection.Prepare("SELECT mark FROM checkpoints WHERE name = ?");
        _dueAlarms = _connection.Prepare(
            "SELECT kind, key, name, due, command, json FROM alarms WHERE due <= ? ORDER BY due LIMIT ?");
        _nextAlarm = _connection.Prepare("SELECT min(due) FROM alarms");
    }

    public List<Envelope> Feed(long after, int most, CancellationToken ct)
    {
        var found = new List<Envelope>();
        try
        {
            _feed.Bind(1, after).Bind(2, most);
            while (_feed.Step())
            {
                ct.ThrowIfCancellationRequested();
                var envelope = _rows.Read(_feed, _actorById);
                if (envelope.Position != after + found.Count + 1)
                {
                    throw new JournalDamagedException($"The journal lacks position {after + found.Count + 1}.");
                }

                found.Add(envelope);
            }
        }
        finally
        {
            _feed.Reset();
        }

        return found;
    }

    /// <summary>Walks an actor's events back from its last one; those beyond the page are only stepped over.</summary>
    public Envelope[] History(ActorId actor, long after, int most, CancellationToken ct)
    {
        var (version, position, _) = Find(actor);
        var found = new Envelope[Math.Clamp(version - after, 0, most)];
        for (; version > after; version--)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                if (!_event.Bind(1, position).Step() || _event.Int(3) != version)
                {
                    throw new JournalDamagedException($"The journal lacks version {version} of {actor}.");
                }

                if (version - after <= most)
                {
                    var envelope = _rows.Read(_event, _actorById);
                    found[version - after - 1] = envelope.Actor == actor
                        ? envelope
                        : throw new JournalDamagedException($"Version {version} of {actor} is of {envelope.Actor}.");
                }

                position = _event.Int(1);
            }
            finally
            {
                _event.Reset();
            }
        }

        return found;
    }

    /// <summary>The snapshot, unless it is of a version that the journal does not have.</summary>
    public ActorSnapshot? Snapshot(ActorId actor)
    {
        var (version, _, id) = Find(actor);
        try
        {
            return version > 0 && _snapshot.Bind(1, id).Step() && _snapshot.Int(0) <= version
                ? new ActorSnapshot(actor, _snapshot.Int(0), _snapshot.Text(1), _snapshot.Blob(2).ToArray())
                : null;
        }
        finally
        {
            _snapshot.Reset();
        }
    }

    public string? Checkpoint(string name)
    {
        try
        {
            return _checkpoint.Bind(1, name).Step() ? _checkpoint.Text(0) : null;
        }
        finally
        {
            _checkpoint.Reset();
        }
    }

    public List<Alarm> DueAlarms(long by, int most)
    {
        var found = new List<Alarm>();
        try
        {
            _dueAlarms.Bind(1, by).Bind(2, most);
            while (_dueAlarms.Step())
            {
                found.Add(new Alarm(
                    new ActorId(_dueAlarms.Text(0), _dueAlarms.Text(1)), _dueAlarms.Text(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(_dueAlarms.Int(3)), _dueAlarms.Text(4),
                    _dueAlarms.Blob(5).ToArray()));
            }
        }
        finally
        {
            _dueAlarms.Reset();
        }

        return found;
    }

    public DateTimeOffset? NextAlarm()
    {
        try
        {
            return _nextAlarm.Step() && !_nextAlarm.IsNull(0)
                ? DateTimeOffset.FromUnixTimeMilliseconds(_nextAlarm.Int(0))
                : null;
        }
        finally
        {
            _nextAlarm.Reset();
        }
    }

    /// <summary>
    /// Runs several reads on one moment of the database, which also spares SQLite most of its locking.
    /// </summary>
    public TResult AtOnce<TResult>(Func<Reader, TResult> read)
    {
        _begin.Run();
        try
        {
            return read(this);
        }
        finally
        {
            _end.Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])
            [_begin, _end, _feed, _event, _actorByName, _actorById, _snapshot, _checkpoint, _dueAlarms, _nextAlarm])
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private (long Version, long Position, long Id) Find(ActorId actor)
    {
        try
        {
            return _actorByName.Bind(1, actor.Kind).Bind(2, actor.Key).Step()
                ? (_actorByName.Int(0), _actorByName.Int(1), _actorByName.Int(2))
                : default;
        }
        finally
        {
            _actorByName.Reset();
        }
    }
}
