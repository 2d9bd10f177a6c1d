namespace Communities.Local.Sqlite;

/// <summary>
/// The one thread that writes. It takes whatever is waiting, writes it in one transaction, and answers it behind the
/// commit: the disk is asked once for many turns of many actors.
/// </summary>
internal sealed class Writer : IDisposable
{
    /// <summary>Requests in one transaction: bounds how long the first of them waits for the last.</summary>
    private const int BatchMax = 4_096;

    /// <summary>Bytes in one transaction, for the same reason.</summary>
    private const int BatchBytes = 16 << 20;

    /// <summary>Bytes waiting to be written; beyond it the disk is not following, and appends fail at once.</summary>
    private const long WaitingBytesMax = 256 << 20;

    private readonly WriteSession _session;
    private readonly RecentEnvelopes _recent;
    private readonly System.Threading.Thread _thread;
    private readonly object _gate = new();
    private Queue<WriteRequest> _waiting = new();
    private Queue<WriteRequest> _taken = new();
    private long _waitingBytes;
    private bool _isClosing;
    private bool _isAbandoned;

    public Writer(WriteSession session, RecentEnvelopes recent)
    {
        (_session, _recent) = (session, recent);
        _thread = new(Run) { IsBackground = true, Name = "journal writer" };
        _thread.Start();
    }

    /// <summary>Why the log could not be brought into the file the last time; null where it could.</summary>
    public Exception? LogTrouble { get; private set; }

    /// <exception cref="JournalUnavailableException">It is closed, or too much is waiting.</exception>
    public void Post(WriteRequest request)
    {
        lock (_gate)
        {
            if (_isClosing)
            {
                throw new JournalUnavailableException("The journal is closed.");
            }

            if (_waitingBytes > WaitingBytesMax)
            {
                throw new JournalUnavailableException("Too much is waiting to be written; the disk does not follow.");
            }

            _waitingBytes += request.Size;
            _waiting.Enqueue(request);
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>
    /// Writes what is waiting and ends; abandoned, it ends like a killed process, after the commit it is in.
    /// </summary>
    public void Close(bool abandon)
    {
        lock (_gate)
        {
            _isClosing = true;
            _isAbandoned |= abandon;
            Monitor.Pulse(_gate);
        }

        _thread.Join();
    }

    public void Dispose() => Close(abandon: false);

    private void Run()
    {
        while (Take() is { } batch)
        {
            var failure = Write(batch);
            var told = new Answers(batch, failure);
            ThreadPool.UnsafeQueueUserWorkItem(told, preferLocal: false);
            if (failure is null)
            {
                Tidy();
            }
        }
    }

    private List<WriteRequest>? Take()
    {
        if (_taken.Count == 0 || Volatile.Read(ref _isAbandoned))
        {
            lock (_gate)
            {
                while (_waiting.Count == 0 && !_isClosing)
                {
                    Monitor.Wait(_gate);
                }

                if (_isAbandoned)
                {
                    _taken = new(_taken.Concat(_waiting));
                    _waiting.Clear();
                    Abandon();
                    return null;
                }

                (_taken, _waiting) = (_waiting, _taken);
                _waitingBytes = 0;
            }
        }

        if (_taken.Count == 0)
        {
            return null;
        }

        var batch = new List<WriteRequest>(Math.Min(_taken.Count, BatchMax));
        for (var bytes = 0; batch.Count < BatchMax && bytes < BatchBytes && _taken.TryDequeue(out var request);)
        {
            batch.Add(request);
            bytes += request.Size;
        }

        return batch;
    }

    private Exception? Write(List<WriteRequest> batch)
    {
        try
        {
            _session.Begin();
            foreach (var request in batch)
            {
                request.Execute(_session);
            }

            var committed = _session.Commit();
            if (!committed.IsEmpty)
            {
                Telemetry.JournalBatch.Record(committed.Length);
                _recent.Add(committed);
                _session.Clear();
            }

            return null;
        }
        catch (Exception e)
        {
            foreach (var request in batch)
            {
                request.Undo();
            }

            return Rollback(e);
        }
    }

    // Nobody is there to be told of a rollback that fails too; the next transaction meets the same fault and tells.
    private Exception Rollback(Exception cause)
    {
        try
        {
            _session.Rollback();
            return cause;
        }
        catch (Exception e) when (e is JournalUnavailableException or JournalDamagedException)
        {
            return new AggregateException(cause, e);
        }
    }

    // The log may wait: what is in it is durable. A disk that cannot take it refuses the next commit and tells then.
    private void Tidy()
    {
        try
        {
            _session.Tidy();
            LogTrouble = null;
        }
        catch (Exception e) when (e is JournalUnavailableException or JournalDamagedException)
        {
            LogTrouble = e;
        }
    }

    private void Abandon()
    {
        var why = new JournalUnavailableException("The journal was abandoned.");
        var told = new Answers([.. _taken], why);
        ThreadPool.UnsafeQueueUserWorkItem(told, preferLocal: false);
    }

    /// <summary>Tells a batch what came of it, on the pool, while the writer goes on.</summary>
    private sealed class Answers(List<WriteRequest> batch, Exception? failure) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            foreach (var request in batch)
            {
                if (failure is null)
                {
                    request.Complete();
                }
                else
                {
                    request.Fail(new JournalUnavailableException(failure.Message, failure));
                }
            }
        }
    }
}
