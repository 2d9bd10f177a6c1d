using System.Collections.Concurrent;

namespace Communities.Views;

/// <summary>
/// A few threads for work that waits for a database: were it done on those of the thread pool, many readers of a slow
/// database would leave none for anything else.
/// </summary>
internal sealed class DatabaseThreads(string name, int most, int queueMax) : IDisposable
{
    private readonly BlockingCollection<Action> _work = new(queueMax);
    private readonly Lock _lock = new();
    private int _threads;
    private int _idle;

    /// <summary>Does this on one of the threads, once one is free.</summary>
    /// <returns>False where so much waits already that it would wait for too long.</returns>
    /// <remarks>It may not throw.</remarks>
    /// <exception cref="ObjectDisposedException">It takes no more.</exception>
    public bool TryPost(Action work)
    {
        try
        {
            if (!_work.TryAdd(work)) return false;
        }
        catch (InvalidOperationException) when (_work.IsAddingCompleted)
        {
            throw new ObjectDisposedException(name);
        }

        if (Volatile.Read(ref _idle) == 0 && Volatile.Read(ref _threads) < most) Start();
        return true;
    }

    /// <summary>Does this on one of the threads.</summary>
    /// <exception cref="ViewsUnavailableException">So much waits already that it would wait for too long.</exception>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isPosted = TryPost(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return isPosted ? done.Task : throw new ViewsUnavailableException("The views are asked too much at once.");
    }

    /// <summary>Takes no more; what was posted is still done.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Start()
    {
        lock (_lock)
        {
            if (_threads == most) return;
            _threads++;
            new System.Threading.Thread(Work) { IsBackground = true, Name = $"{name} {_threads}" }.Start();
        }
    }

    private void Work()
    {
        while (true)
        {
            Interlocked.Increment(ref _idle);
            var isThere = _work.TryTake(out var work, Timeout.Infinite);
            Interlocked.Decrement(ref _idle);
            if (!isThere) return;
            work!();
        }
    }
}
