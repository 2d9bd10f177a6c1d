namespace Communities.Archive;

/// <summary>A number that only rises, and for which one may wait.</summary>
internal sealed class Tide
{
    private readonly Lock _gate = new();
    private readonly List<(long Level, TaskCompletionSource Reached)> _waiting = [];
    private long _level;

    /// <summary>How high it is.</summary>
    public long Level => Interlocked.Read(ref _level);

    /// <summary>Lets it rise to this level, if it is lower.</summary>
    public void Rise(long level)
    {
        lock (_gate)
        {
            if (level <= _level)
                return;
            _level = level;
            foreach (var waiter in _waiting.Where(w => w.Level <= level))
                waiter.Reached.TrySetResult();
            _waiting.RemoveAll(w => w.Level <= level);
        }
    }

    /// <summary>Waits until it is at least this high.</summary>
    public async Task Reach(long level, CancellationToken ct)
    {
        var waiter = (level, Reached: new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            if (_level >= level)
                return;
            _waiting.Add(waiter);
        }

        try
        {
            await waiter.Reached.Task.WaitAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                _waiting.Remove(waiter);
        }
    }
}
