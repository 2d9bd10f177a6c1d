namespace Communities.Actors.Hosting;

/// <summary>Lets actors leave memory: those idle for long, and, when there are too many, those idle longest.</summary>
/// <param name="time">The engine's clock.</param>
/// <param name="idleTime">How long an actor stays after its last turn.</param>
/// <param name="activationsMax">Actors in memory, beyond which those idle longest leave before their time.</param>
/// <param name="activations">Those in memory.</param>
/// <param name="leave">Lets one go that has done nothing since these ticks of the clock.</param>
internal sealed class IdleSweep(
    TimeProvider time,
    TimeSpan idleTime,
    int activationsMax,
    Func<IEnumerable<Activation>> activations,
    Action<Activation, long> leave) : IDisposable
{
    private ITimer? _timer;
    private int _isSweeping;

    /// <summary>Looks from now on, four times in the time that an actor may be idle.</summary>
    public void Start() => _timer = time.CreateTimer(_ => Sweep(), null, idleTime / 4, idleTime / 4);

    /// <summary>So many are in memory now: makes room in the background where they are too many.</summary>
    public void Came(int count)
    {
        if (count > activationsMax && Volatile.Read(ref _isSweeping) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static sweep => sweep.Sweep(), this, preferLocal: false);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Sweep()
    {
        if (Interlocked.Exchange(ref _isSweeping, 1) != 0)
        {
            return;
        }

        try
        {
            var since = ChooseSince();
            foreach (var activation in activations())
            {
                leave(activation, since);
            }
        }
        finally
        {
            Volatile.Write(ref _isSweeping, 0);
        }
    }

    /// <summary>Since when an actor must have been idle to leave now.</summary>
    private long ChooseSince()
    {
        var since = (time.GetUtcNow() - idleTime).UtcTicks;
        var used = activations().Select(a => a.LastUsed).ToArray();
        if (used.Length <= activationsMax)
        {
            return since;
        }

        // A fifth more than must, so that the next one to come does not start this again.
        Array.Sort(used);
        var excess = Math.Clamp(used.Length - activationsMax + (activationsMax / 5), 1, used.Length);
        return Math.Max(since, used[excess - 1]);
    }
}
