namespace Communities.Local.Sqlite;

/// <summary>Something for the writer: done in the next group commit, answered behind it.</summary>
internal abstract class WriteRequest
{
    /// <summary>How much it asks to be kept in memory until it is written, in bytes.</summary>
    public virtual int Size => 64;

    /// <summary>Inside the transaction. What is wrong with this request alone is kept for its answer.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>It is durable.</summary>
    public abstract void Complete();

    /// <summary>The transaction was taken back: said before the next one begins.</summary>
    public virtual void Undo()
    {
    }

    /// <summary>It was not done.</summary>
    public abstract void Fail(Exception why);
}

/// <summary>Consecutive events of one actor.</summary>
internal sealed class AppendRequest(IReadOnlyList<Envelope> events, AppendChain? chain) : WriteRequest
{
    // Continuations run where the journal tells, and the engine's are short; a work item per append would cost more.
    private readonly TaskCompletionSource<long> _done = new();
    private long _position;
    private Exception? _refused;

    public Task<long> Done => _done.Task;

    public override int Size { get; } = SizeOf(events);

    public override void Execute(WriteSession session)
    {
        if (chain?.IsBroken == true || session.VersionOf(events[0].Actor) != events[0].Version - 1)
        {
            _refused = new LostRaceException(events[0].Actor, events[0].Version);
            chain?.Break();
            return;
        }

        _position = session.Add(events);
    }

    public override void Complete()
    {
        if (_refused is null)
        {
            _done.SetResult(_position);
        }
        else
        {
            _done.SetException(_refused);
        }
    }

    public override void Undo() => chain?.Break();

    public override void Fail(Exception why) => _done.SetException(why);

    private static int SizeOf(IReadOnlyList<Envelope> events)
    {
        var size = 0;
        for (var i = 0; i < events.Count; i++)
        {
            size += 128 + events[i].Json.Length;
        }

        return size;
    }
}

/// <summary>Anything else that is kept: snapshots, alarms, checkpoints.</summary>
internal sealed class SaveRequest(Action<WriteSession> save, int size) : WriteRequest
{
    private readonly TaskCompletionSource _done = new();

    public Task Done => _done.Task;

    public override int Size => size;

    public override void Execute(WriteSession session) => save(session);

    public override void Complete() => _done.SetResult();

    public override void Fail(Exception why) => _done.SetException(why);
}
