namespace Communities.Postgres;

/// <summary>
/// Writes one partition for this process: what waits is one batch, one round trip, one commit, and the next batch
/// gathers meanwhile. Other processes may write the same partition; the database decides, and tells.
/// </summary>
internal sealed partial class Writer
{
    /// <summary>Appends in one commit: bounds how long the first of them waits for the last.</summary>
    private const int BatchMax = 4_096;

    /// <summary>Bytes in one commit, for the same reason, and for the memory of the server's session.</summary>
    private const int BatchBytes = 8 << 20;

    /// <summary>
    /// Bytes waiting to be written; beyond it the database is not following, and appends fail at once.
    /// </summary>
    private const long WaitingBytesMax = 64 << 20;

    /// <summary>Actors whose versions stay known between commits, some 2 MB; beyond it all are forgotten.</summary>
    private const int KnownMax = 16_384;

    private readonly PartitionJournal _journal;
    private readonly Sessions _sessions;
    private readonly Lock _gate = new();
    private readonly Queue<AppendRequest> _waiting = new();
    private long _waitingBytes;
    private Task _run = Task.CompletedTask;
    private bool _isRunning;
    private bool _isClosed;

    public Writer(PartitionJournal journal, Sessions sessions, long events, long fence) =>
        (_journal, _sessions, _events, _fence) = (journal, sessions, events, fence);

    private CancellationToken Closing => _sessions.Closing;

    /// <exception cref="JournalUnavailableException">It is closed, or too much is waiting.</exception>
    public void Post(AppendRequest request)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new JournalUnavailableException("The journal is closed.");
            }

            if (_waitingBytes > WaitingBytesMax)
            {
                throw new JournalUnavailableException("Too much is waiting to be written; PostgreSQL does not follow.");
            }

            _waitingBytes += request.Size;
            _waiting.Enqueue(request);
            if (!_isRunning)
            {
                _isRunning = true;
                _run = Task.Run(Run);
            }
        }
    }

    /// <summary>Takes no more, and waits until everything that waits is written or has failed.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            return _run;
        }
    }

    private async Task Run()
    {
        while (IsMore())
        {
            var batch = new List<AppendRequest>();
            try
            {
                Succeed(await Settle(batch).ConfigureAwait(false));
            }
            catch (Exception e)
            {
                Take(batch);
                Fail(batch, e switch
                {
                    JournalUnavailableException why => why,
                    OperationCanceledException => new JournalUnavailableException("The journal is closed.", e),
                    _ => new JournalUnavailableException($"The journal does not write now ({e.Message}).", e),
                });
            }
        }
    }

    private bool IsMore()
    {
        lock (_gate)
        {
            return _isRunning = _waiting.Count > 0;
        }
    }

    private void Take(List<AppendRequest> batch)
    {
        lock (_gate)
        {
            var bytes = batch.Sum(request => (long)request.Size);
            while (batch.Count < BatchMax && bytes < BatchBytes && _waiting.TryDequeue(out var request))
            {
                batch.Add(request);
                bytes += request.Size;
                _waitingBytes -= request.Size;
            }
        }
    }

    private void Succeed(Written written)
    {
        var (plan, position) = written;
        Break(plan.Lost);
        if (plan.Going.Count > 0)
        {
            var envelopes = new List<Envelope>(plan.Events);
            foreach (var request in plan.Going)
            {
                foreach (var e in request.Events)
                {
                    envelopes.Add(e with { Position = position });
                    position = _journal.Next(position);
                }
            }

            _journal.Wrote(envelopes);
            Telemetry.JournalBatch.Record(envelopes.Count);
        }

        ThreadPool.UnsafeQueueUserWorkItem(new Answers(_journal, written), preferLocal: false);
    }

    private static void Fail(List<AppendRequest> batch, JournalUnavailableException why)
    {
        Break(batch);
        ThreadPool.UnsafeQueueUserWorkItem(
            static told => told.batch.ForEach(request => request.Fail(told.why)), (batch, why), preferLocal: false);
    }

    private static void Break(List<AppendRequest> requests) => requests.ForEach(request => request.Chain?.Break());

    /// <summary>A plan that is durable, and the position of its first event.</summary>
    private readonly record struct Written(Plan Plan, long First);

    /// <summary>Tells those who waited, on the pool, while the writer goes on.</summary>
    private sealed class Answers(PartitionJournal journal, Written written) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            var before = journal.Number(written.First) - 1;
            foreach (var request in written.Plan.Going)
            {
                before += request.Events.Count;
                request.Complete(journal.Position(before));
            }

            written.Plan.Lost.ForEach(request => request.Lose());
        }
    }
}
