using Communities.Actors;

namespace Communities.Suites;

/// <summary>Where something is about to be done to the journal, or just has been.</summary>
public enum JournalStep
{
    Append,
    Appended,
    SaveCheckpoint,
    SavedCheckpoint,
    SetAlarm,
    ForgetAlarm,
    SaveSnapshot,
    Read,
}

/// <summary>A journal that a test holds up, makes fail, or stops between any two steps.</summary>
public sealed class JournalFaults(IJournal journal) : IJournal, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _held;
    private Task _heldTail = Task.CompletedTask;
    private int _heldEvents;
    private (int Events, TaskCompletionSource Reached)? _awaited;

    /// <summary>Called before, and for some behind, each step; what it throws is what the engine meets.</summary>
    public Action<JournalStep>? At { get; set; }

    public long Head => journal.Head;

    public long Next(long position) => journal.Next(position);

    /// <summary>From now on appends wait, in order, until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until this many events are held up.</summary>
    public Task WhenHolding(int events)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = (events, reached);
            TellHeld(0);
            return reached.Task;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _held?.SetResult();
            (_held, _heldEvents) = (null, 0);
        }
    }

    public Task<long> Append(IReadOnlyList<Envelope> events, AppendChain? chain = null)
    {
        lock (_gate)
        {
            if (_held is null && _heldTail.IsCompleted)
            {
                return Through(events, chain);
            }

            var appended = Behind(_held?.Task ?? Task.CompletedTask, _heldTail, events, chain);
            TellHeld(events.Count);
            _heldTail = appended.ContinueWith(static _ => { }, TaskScheduler.Default);
            return appended;
        }
    }

    public ValueTask<IReadOnlyList<Envelope>> History(
        ActorId actor, long afterVersion, int most, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.Read);
        return journal.History(actor, afterVersion, most, ct);
    }

    public ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.Read);
        return journal.Read(after, most, ct);
    }

    public ValueTask WaitBeyond(long position, CancellationToken ct = default) => journal.WaitBeyond(position, ct);

    public ValueTask<ActorSnapshot?> LoadSnapshot(ActorId actor, CancellationToken ct = default) =>
        journal.LoadSnapshot(actor, ct);

    public ValueTask SaveSnapshot(ActorSnapshot snapshot, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.SaveSnapshot);
        return journal.SaveSnapshot(snapshot, ct);
    }

    public ValueTask SetAlarm(Alarm alarm, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.SetAlarm);
        return journal.SetAlarm(alarm, ct);
    }

    public ValueTask CancelAlarm(ActorId target, string name, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.SetAlarm);
        return journal.CancelAlarm(target, name, ct);
    }

    public ValueTask ForgetAlarm(Alarm delivered, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.ForgetAlarm);
        return journal.ForgetAlarm(delivered, ct);
    }

    public ValueTask<IReadOnlyList<Alarm>> DueAlarms(DateTimeOffset by, int most, CancellationToken ct = default) =>
        journal.DueAlarms(by, most, ct);

    public ValueTask<DateTimeOffset?> NextAlarm(CancellationToken ct = default) => journal.NextAlarm(ct);

    public ValueTask<string?> Load(string name, CancellationToken ct = default) => journal.Load(name, ct);

    public async ValueTask Save(string name, string mark, CancellationToken ct = default)
    {
        At?.Invoke(JournalStep.SaveCheckpoint);
        await journal.Save(name, mark, ct);
        At?.Invoke(JournalStep.SavedCheckpoint);
    }

    /// <summary>With it the journal goes, unless that is a part of something that lives on.</summary>
    public ValueTask DisposeAsync() => journal is IAsyncDisposable whole ? whole.DisposeAsync() : default;

    private void TellHeld(int more)
    {
        _heldEvents += more;
        if (_awaited is { } awaited && _heldEvents >= awaited.Events)
        {
            awaited.Reached.TrySetResult();
        }
    }

    private async Task<long> Behind(
        Task held, Task before, IReadOnlyList<Envelope> events, AppendChain? chain)
    {
        await held;
        await before;
        return await Through(events, chain);
    }

    private Task<long> Through(IReadOnlyList<Envelope> events, AppendChain? chain)
    {
        try
        {
            At?.Invoke(JournalStep.Append);
        }
        catch (Exception e)
        {
            chain?.Break();
            return Task.FromException<long>(e);
        }

        return At is null ? journal.Append(events, chain) : Then(journal.Append(events, chain));
    }

    private async Task<long> Then(Task<long> append)
    {
        var position = await append;
        At?.Invoke(JournalStep.Appended);
        return position;
    }
}
