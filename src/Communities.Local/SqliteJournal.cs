using System.Collections.Concurrent;
using Communities.Local.Sqlite;

namespace Communities.Local;

/// <summary>
/// The journal in one SQLite file: every commit is on the disk before it is answered, one thread writes what many
/// wait for in one transaction, and the end of the feed stays in memory for those who follow it.
/// </summary>
public sealed class SqliteJournal : IJournal, IAsyncDisposable
{
    /// <summary>Read connections kept open; more readers at once open more, and close them.</summary>
    private const int ReadersKept = 8;

    private readonly string _path;
    private readonly DirectoryLock _lock;
    private readonly WriteSession _session;
    private readonly RecentEnvelopes _recent;
    private readonly Writer _writer;
    private readonly EventRows _rows = new();
    private readonly ConcurrentBag<Reader> _readers = [];
    private int _isClosed;

    private SqliteJournal(string path, DirectoryLock @lock, WriteSession session)
    {
        (_path, _lock, _session) = (path, @lock, session);
        _recent = new RecentEnvelopes(session.Head);
        _writer = new Writer(session, _recent);
    }

    /// <inheritdoc/>
    public long Head => _recent.Head;

    /// <summary>
    /// Why SQLite's log could not be brought into the file the last time, or null. Nothing is lost then, but the log
    /// grows until it can.
    /// </summary>
    public Exception? LogTrouble => _writer.LogTrouble;

    /// <summary>Opens the journal file at this path, or makes it, and locks its directory.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has it open.</exception>
    /// <exception cref="JournalDamagedException">The file is no journal, damaged, or of a newer version.</exception>
    /// <exception cref="JournalUnavailableException">The disk does not let it be opened.</exception>
    public static SqliteJournal Open(string path)
    {
        path = Path.GetFullPath(path);
        var @lock = DirectoryLock.Take(Path.GetDirectoryName(path)!);
        try
        {
            Schema.CreateIfNew(path);
            var journal = new SqliteJournal(path, @lock, new WriteSession(path));
            journal.LookAtTheEnd();
            return journal;
        }
        catch
        {
            @lock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<long> Append(IReadOnlyList<Envelope> events, AppendChain? chain = null)
    {
        Inspect(events);
        var request = new AppendRequest(events, chain);
        try
        {
            _writer.Post(request);
        }
        catch (JournalUnavailableException e)
        {
            request.Undo();
            request.Fail(e);
        }

        return request.Done;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        after = Math.Max(after, 0);
        var found = _recent.Read(after, most)
            ?? With(reader => reader.AtOnce(r => r.Feed(after, (int)Math.Min(most, Head - after), ct)));
        return ValueTask.FromResult(found);
    }

    /// <inheritdoc/>
    public ValueTask WaitBeyond(long position, CancellationToken ct = default) => _recent.WaitBeyond(position, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Envelope>> History(
        ActorId actor, long afterVersion, int most, CancellationToken ct = default) =>
        ValueTask.FromResult<IReadOnlyList<Envelope>>(
            With(reader => reader.AtOnce(r => r.History(actor, Math.Max(afterVersion, 0), most, ct))));

    /// <inheritdoc/>
    public ValueTask<ActorSnapshot?> LoadSnapshot(ActorId actor, CancellationToken ct = default) =>
        ValueTask.FromResult(With(reader => reader.AtOnce(r => r.Snapshot(actor))));

    /// <inheritdoc/>
    public ValueTask SaveSnapshot(ActorSnapshot snapshot, CancellationToken ct = default) =>
        Save(session => session.Save(snapshot), snapshot.State.Length);

    /// <inheritdoc/>
    public ValueTask SetAlarm(Alarm alarm, CancellationToken ct = default) =>
        Save(session => session.Set(alarm), alarm.Command.Length);

    /// <inheritdoc/>
    public ValueTask CancelAlarm(ActorId target, string name, CancellationToken ct = default) =>
        Save(session => session.Cancel(target, name));

    /// <inheritdoc/>
    public ValueTask ForgetAlarm(Alarm delivered, CancellationToken ct = default) =>
        Save(session => session.Forget(delivered));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Alarm>> DueAlarms(DateTimeOffset by, int most, CancellationToken ct = default) =>
        ValueTask.FromResult<IReadOnlyList<Alarm>>(With(r => r.DueAlarms(by.ToUnixTimeMilliseconds(), most)));

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextAlarm(CancellationToken ct = default) =>
        ValueTask.FromResult(With(r => r.NextAlarm()));

    /// <inheritdoc/>
    public ValueTask<string?> Load(string name, CancellationToken ct = default) =>
        ValueTask.FromResult(With(r => r.Checkpoint(name)));

    /// <inheritdoc/>
    public ValueTask Save(string name, string mark, CancellationToken ct = default) =>
        Save(session => session.Save(name, mark));

    /// <summary>Writes what is waiting, tidies the file and closes it.</summary>
    public ValueTask DisposeAsync()
    {
        Close(abandon: false);
        return ValueTask.CompletedTask;
    }

    /// <summary>For tests: lets everything go as a killed process would, what is not committed with it.</summary>
    internal void Abandon() => Close(abandon: true);

    /// <summary>For tests: SQL on the writer's connection, between two commits.</summary>
    internal ValueTask Execute(string sql) => Save(session => session.Execute(sql));

    private void Close(bool abandon)
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
        {
            return;
        }

        _writer.Close(abandon);
        _recent.Close();
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        if (abandon)
        {
            _session.KeepLogOnClose();
        }

        _session.Dispose();
        _lock.Dispose();
    }

    // The last row is read at once: a file that was cut or altered there is told of now, not at the first command.
    private void LookAtTheEnd()
    {
        try
        {
            With(r => r.Feed(Head - 1, 1, CancellationToken.None));
        }
        catch
        {
            Close(abandon: true);
            throw;
        }
    }

    private static void Inspect(IReadOnlyList<Envelope> events)
    {
        if (events.Count == 0)
        {
            throw new ArgumentException("An append has at least one event.", nameof(events));
        }

        for (var i = 1; i < events.Count; i++)
        {
            if (events[i].Version != events[0].Version + i || events[i].Actor != events[0].Actor)
            {
                throw new ArgumentException("An append has consecutive events of one actor.", nameof(events));
            }
        }
    }

    private async ValueTask Save(Action<WriteSession> save, int size = 64)
    {
        var request = new SaveRequest(save, size);
        _writer.Post(request);
        await request.Done.ConfigureAwait(false);
    }

    private TResult With<TResult>(Func<Reader, TResult> read)
    {
        if (Volatile.Read(ref _isClosed) != 0)
        {
            throw new JournalUnavailableException("The journal is closed.");
        }

        var reader = _readers.TryTake(out var kept) ? kept : new Reader(_path, _rows);
        try
        {
            return read(reader);
        }
        finally
        {
            if (_readers.Count < ReadersKept && Volatile.Read(ref _isClosed) == 0)
            {
                _readers.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }
}
