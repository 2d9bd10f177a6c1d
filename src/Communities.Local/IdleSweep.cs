namespace Communities.Local;

/// <summary>Lets actors leave memory: those idle for long, and, when there are too many, those idle longest.</summary>
internal sealed class IdleSweep : IDisposable
{
    private readonly LocalEngine _engine;
    private readonly ITimer _timer;
    private int _isSweeping;

    public IdleSweep(LocalEngine engine)
    {
        _engine = engine;
        var period = engine.Options.IdleTime / 4;
        _timer = engine.Options.Time.CreateTimer(_ => Sweep(), null, period, period);
    }

    /// <summary>Too many are in memory: makes room in the background.</summary>
    public void MakeRoom()
    {
        if (Volatile.Read(ref _isSweeping) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static sweep => sweep.Sweep(), this, preferLocal: false);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _isSweeping, 1) != 0)
        {
            return;
        }

        try
        {
            Leave(ChooseSince());
        }
        finally
        {
            Volatile.Write(ref _isSweeping, 0);
        }
    }

    /// <summary>Since when an actor must have been idle to leave now.</summary>
    private long ChooseSince()
    {
        var since = (_engine.Options.Time.GetUtcNow() - _engine.Options.IdleTime).UtcTicks;
        var most = _engine.Options.ActivationsMax;
        if (_engine.Activations <= most)
        {
            return since;
        }

        // A fifth more than must, so that the next one to come does not start this again.
        var used = _engine.Shelves.SelectMany(s => s.Activations).Select(a => a.LastUsed).Order().ToArray();
        var excess = Math.Clamp(used.Length - most + (most / 5), 1, used.Length);
        return Math.Max(since, used[excess - 1]);
    }

    private void Leave(long since)
    {
        foreach (var shelf in _engine.Shelves)
        {
            foreach (var activation in shelf.Activations)
            {
                shelf.TryLeave(activation, since);
            }
        }
    }
}
