using System.Diagnostics;

namespace Communities.Actors.Hosting;

/// <summary>
/// The turns of one run of an actor, on their way to the disk: decided and applied, not yet durable, not answered.
/// </summary>
internal sealed class Flight(Activation actor)
{
    private Letter? _last;
    private Task<long>? _append;
    private IJournal? _journal;
    private Activity? _span;
    private long _since;

    /// <summary>The flight behind it, of the same actor.</summary>
    public Flight? Next { get; set; }

    public Letter? First { get; private set; }

    public int Letters { get; private set; }

    /// <summary>What was decided, in order.</summary>
    public List<Envelope> Events { get; } = [];

    /// <summary>A snapshot to be kept once the events are durable.</summary>
    public IPendingSnapshot? Snapshot { get; set; }

    public bool IsSettled { get; private set; }

    /// <summary>The position of the last event, once durable.</summary>
    public long Position { get; private set; }

    public Exception? Failure { get; private set; }

    public void Add(Letter letter)
    {
        letter.Next = null;
        if (_last is null)
        {
            First = letter;
        }
        else
        {
            _last.Next = letter;
        }

        _last = letter;
        Letters++;
    }

    /// <summary>Hands the events to the journal; the actor is told when they are durable or have failed.</summary>
    public void Start(IJournal journal, AppendChain chain)
    {
        _journal = journal;
        _span = Spans.Append(First, Events.Count);
        _since = actor.Kind.Host.Counters.JournalWait.Enabled ? Stopwatch.GetTimestamp() : 0;
        try
        {
            _append = journal.Append(Events, chain);
        }
        catch (Exception e)
        {
            chain.Break();
            actor.Land(this, 0, e);
            return;
        }

        if (_append.IsCompleted)
        {
            Land();
        }
        else
        {
            _append.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Land);
        }
    }

    public void Settle(long position) => (IsSettled, Position) = (true, position);

    public void Settle(Exception failure) => (IsSettled, Failure) = (true, failure);

    /// <summary>Answers its letters.</summary>
    public void Answer()
    {
        for (var letter = First; letter is not null;)
        {
            var next = letter.Next;
            letter.Next = null;
            letter.Settle(actor, this);
            letter = next;
        }

        if (Snapshot is not null)
        {
            actor.Keep(Snapshot);
        }
    }

    /// <summary>The position of one of its events, by its place among them from 1; 0 for none.</summary>
    public long PositionOf(int place) => place == 0 ? 0
        : Position - ((Events.Count - place) * (_journal!.Next(Position) - Position));

    private void Land()
    {
        _span?.Stop();
        if (_since != 0)
        {
            actor.Kind.Host.Counters.JournalWait.Record(
                Stopwatch.GetElapsedTime(_since).TotalSeconds, actor.Kind.Tag);
        }

        if (_append!.IsCompletedSuccessfully)
        {
            actor.Land(this, _append.Result, null);
        }
        else
        {
            actor.Land(this, 0, _append.Exception?.InnerException ?? new OperationCanceledException());
        }
    }
}
