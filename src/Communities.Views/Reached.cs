using System.Collections.Immutable;
using Communities.Actors;

namespace Communities.Views;

/// <summary>The position that the views of a partition have reached, and who waits for a later one.</summary>
internal sealed class Reached(long position)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiters = new();
    private long _position = position;
    private bool _isClosed;

    public long Position => Volatile.Read(ref _position);

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _waiters.Count;
        }
    }

    public ValueTask WaitFor(long position, CancellationToken ct)
    {
        if (Position >= position) return ValueTask.CompletedTask;
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Position >= position) return ValueTask.CompletedTask;
            ObjectDisposedException.ThrowIf(_isClosed, typeof(IViews));
            _waiters.Enqueue(waiter, position);
        }

        return new ValueTask(Wait(waiter, ct));
    }

    /// <summary>Says where the views are; who waits is told with <see cref="Wake"/>.</summary>
    public void Move(long position) => Volatile.Write(ref _position, position);

    /// <summary>Tells who waited for a position up to here.</summary>
    public void Wake()
    {
        foreach (var waiter in Due(Position)) waiter.TrySetResult();
    }

    /// <summary>Nobody waits any longer.</summary>
    public void Close()
    {
        lock (_lock) _isClosed = true;
        foreach (var waiter in Due(long.MaxValue)) waiter.TrySetCanceled();
    }

    // Who gives up leaves: anybody can ask for a position that never comes.
    private async Task Wait(TaskCompletionSource waiter, CancellationToken ct)
    {
        try
        {
            await waiter.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            lock (_lock) _waiters.Remove(waiter, out _, out _);
            throw;
        }
    }

    private List<TaskCompletionSource> Due(long position)
    {
        var due = new List<TaskCompletionSource>();
        lock (_lock)
            while (_waiters.TryPeek(out _, out var at) && at <= position) due.Add(_waiters.Dequeue());
        return due;
    }
}

/// <summary>Who is called with each batch that the views have taken in.</summary>
internal sealed class Subscribers
{
    private ImmutableList<Action<IReadOnlyList<Envelope>>> _all = [];

    public IDisposable Add(Action<IReadOnlyList<Envelope>> applied)
    {
        ImmutableInterlocked.Update(ref _all, all => all.Add(applied));
        return new Subscription(this, applied);
    }

    public void Tell(IReadOnlyList<Envelope> batch)
    {
        foreach (var applied in _all) applied(batch);
    }

    private sealed class Subscription(Subscribers subscribers, Action<IReadOnlyList<Envelope>> applied) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref subscribers._all, all => all.Remove(applied));
    }
}
