using System.Collections.Immutable;
using Communities.Actors;
using Microsoft.Data.Sqlite;

namespace Communities.Views;

public sealed partial class SqliteViews
{
    // Long enough not to fill a log, short enough that readers hardly notice.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1); // Whoever projects into, or changes, the file that answers.
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, long> _waiters = new();
    private ImmutableList<Action<IReadOnlyList<Envelope>>> _subscribers = [];
    private Task _rebuilding = Task.CompletedTask;
    private long _position;

    /// <summary>The feed position up to which everything is in these views.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <inheritdoc/>
    public IReadOnlyList<long> Positions => [Position];

    /// <inheritdoc/>
    public long PositionOf(string key) => Position;

    /// <inheritdoc/>
    public ValueTask WaitFor(long position, CancellationToken ct = default)
    {
        if (Position >= position) return ValueTask.CompletedTask;
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (Position >= position) return ValueTask.CompletedTask;
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            _waiters.Enqueue(waiter, position);
        }

        return new ValueTask(waiter.Task.WaitAsync(ct));
    }

    /// <inheritdoc/>
    public IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied)
    {
        ImmutableInterlocked.Update(ref _subscribers, all => all.Add(applied));
        return new Subscription(this, applied);
    }

    /// <inheritdoc/>
    public Task Rebuild(CancellationToken ct = default)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (_rebuilding.IsCompleted) _rebuilding = Task.Run(RebuildNow, CancellationToken.None);
            return _rebuilding.WaitAsync(ct);
        }
    }

    private async Task Follow()
    {
        string? told = null;
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                if (!await FollowOnce()) await _feed.WaitBeyond(Position, _closing.Token);
                told = null;
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (SqliteException e) when (ViewsFile.IsDamage(e))
            {
                if (told != e.Message) _options.Announce($"The views are damaged ({e.Message}) and are being rebuilt.");
                told = e.Message;
                await Rebuild().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Failing, it comes again.
                await Pause();
            }
            catch (Exception e) // Whatever it was: views that stay behind are better than a program that stops.
            {
                if (told != e.Message) _options.Announce($"The views stay behind the journal: {e.Message}");
                told = e.Message;
                await Pause();
            }
        }
    }

    // One batch, if there is one.
    private async Task<bool> FollowOnce()
    {
        await _turn.WaitAsync(_closing.Token);
        IReadOnlyList<Envelope> batch;
        try
        {
            batch = await _feed.Read(Position, _options.BatchMax, _closing.Token);
            if (batch.Count == 0) return false;
            _file.Projection.TryApply(batch);
            Volatile.Write(ref _position, batch[^1].Position);
        }
        finally
        {
            _turn.Release();
        }

        foreach (var waiter in Waiting(Position)) waiter.TrySetResult();
        foreach (var subscriber in _subscribers) subscriber(batch);
        return true;
    }

    private List<TaskCompletionSource> Waiting(long position)
    {
        var due = new List<TaskCompletionSource>();
        lock (_lock)
            while (_waiters.TryPeek(out _, out var at) && at <= position) due.Add(_waiters.Dequeue());
        return due;
    }

    private async Task Pause()
    {
        try
        {
            await Task.Delay(RetryAfter, _options.Time, _closing.Token);
        }
        catch (OperationCanceledException)
        {
            // Closing: who waits looks at that next.
        }
    }

    private sealed class Subscription(SqliteViews views, Action<IReadOnlyList<Envelope>> applied) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref views._subscribers, all => all.Remove(applied));
    }
}
