namespace Communities.Actors.Hosting;

/// <summary>What became of a letter that was put into a mailbox.</summary>
internal enum Posted
{
    Taken,
    Full,

    /// <summary>The activation has left memory in this moment; there is, or will be, another one.</summary>
    Gone,
}

/// <summary>
/// One actor in memory: its mailbox, and its turns on their way to the disk. It runs on the thread pool, on one
/// thread at a time, and only while there is something to do.
/// </summary>
/// <remarks>
/// A run decides what waits, up to <see cref="RunMax"/> letters, each on the state that the one before it left, and
/// hands all their events to the journal as one flight, without waiting for it. Flights land in order; a letter is
/// answered when its flight and all before it are durable, also where it decided nothing: what it saw must not be
/// told before it is true for ever. When a flight fails, all behind it fail, and the next run begins with the journal.
/// </remarks>
internal abstract partial class Activation(HostedKind kind, string key) : IThreadPoolWorkItem
{
    /// <summary>Letters in one run, so that one busy actor lets the others have the thread.</summary>
    private const int RunMax = 64;

    private Letter? _firstLetter;
    private Letter? _lastLetter;
    private long _lastUsed;
    private int _unanswered;
    private bool _isRunning;
    private bool _isGone;

    public HostedKind Kind => kind;

    public string Key => key;

    public ActorId Id => new(kind.Name, key);

    /// <summary>When it last had something to do, in ticks of the engine's clock.</summary>
    public long LastUsed => Volatile.Read(ref _lastUsed);

    // The object itself is the lock of these fields: a separate one would cost every idle actor 40 bytes.
    private object Gate => this;

    /// <summary>
    /// Puts a letter into the mailbox; a full one takes only the engine's own, of which there are few.
    /// </summary>
    public Posted Post(Letter letter, bool isOwn = false)
    {
        letter.Come(this);
        var posted = Take(letter, isOwn);
        if (posted == Posted.Full)
        {
            letter.Count(this, Outcome.Busy);
        }

        return posted;
    }

    private Posted Take(Letter letter, bool isOwn)
    {
        lock (Gate)
        {
            if (_isGone)
            {
                return Posted.Gone;
            }

            if (_unanswered >= kind.Host.Options.MailboxMax && !isOwn)
            {
                return Posted.Full;
            }

            _unanswered++;
            Enqueue(letter);
            if (_isRunning || _failure is not null)
            {
                return Posted.Taken;
            }

            _isRunning = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return Posted.Taken;
    }

    /// <summary>Leaves memory, if it has nothing to do and has not had since then.</summary>
    public bool TryLeave(long unusedSince, out IPendingSnapshot? snapshot)
    {
        lock (Gate)
        {
            _isGone = !_isRunning && _unanswered == 0 && _firstFlight is null && _lastUsed <= unusedSince;
            snapshot = _isGone ? SnapshotOnLeave() : null;
            return _isGone;
        }
    }

    /// <summary>The state and its version, where that can be told without waiting for anything.</summary>
    public (object State, long Version)? AtRest()
    {
        lock (Gate)
        {
            if (_isRunning || _isGone || _unanswered > 0 || _firstFlight is not null || State is null)
            {
                return null;
            }

            _lastUsed = kind.Host.Now.UtcTicks;
            return (State, Version);
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = Run();

    /// <summary>Has a snapshot written in the background.</summary>
    public void Keep(IPendingSnapshot snapshot) => kind.Host.Snapshots.Post(snapshot);

    /// <summary>Answers a command that was done before with what came of it then.</summary>
    public abstract void AnswerAgain(AskLetter ask, CommandMark mark);

    /// <summary>The state as decided so far; null before it is loaded.</summary>
    protected abstract object? State { get; }

    /// <summary>The version of that state.</summary>
    protected abstract long Version { get; }

    /// <summary>Brings the state from the journal.</summary>
    protected abstract ValueTask Load();

    /// <summary>Forgets the state: it holds what never became durable.</summary>
    protected abstract void Unload();

    /// <summary>Does what the letter asks, and puts it into the flight, or answers it at once with a failure.</summary>
    protected abstract void Turn(Letter letter, Flight flight);

    /// <summary>A snapshot that is due, of the state as it is after this flight.</summary>
    protected abstract IPendingSnapshot? SnapshotIfDue();

    /// <summary>A snapshot worth keeping of an actor that leaves memory.</summary>
    protected abstract IPendingSnapshot? SnapshotOnLeave();

    /// <summary>Answers a letter with a failure, outside of any flight.</summary>
    protected void Refuse(Letter letter, Exception why)
    {
        lock (Gate)
        {
            _unanswered--;
        }

        letter.Count(this, Outcome.Of(why));
        letter.Fail(why);
    }

    private async Task Run()
    {
        Volatile.Write(ref _lastUsed, kind.Host.Now.UtcTicks);
        try
        {
            if (StartAnew() && (State is not null || await TryLoad().ConfigureAwait(false)))
            {
                RunTurns();
            }
        }
        finally
        {
            RunAgainOrRest();
        }
    }

    private async ValueTask<bool> TryLoad()
    {
        try
        {
            await Load().ConfigureAwait(false);
            return true;
        }
        catch (Exception e)
        {
            Unload();
            var why = e is JournalUnavailableException ? e : new ActorFaultException(Id, e);
            for (var letter = TakeLetters(int.MaxValue); letter is not null;)
            {
                var next = letter.Next;
                Refuse(letter, why);
                letter = next;
            }

            return false;
        }
    }

    private void RunTurns()
    {
        var letter = TakeLetters(RunMax);
        if (letter is null)
        {
            return;
        }

        var flight = new Flight(this);
        while (letter is not null)
        {
            var next = letter.Next;
            Turn(letter, flight);
            letter = next;
        }

        Send(flight);
    }

    private void RunAgainOrRest()
    {
        lock (Gate)
        {
            _isRunning = _failure is null ? _firstLetter is not null : AllSettled();
            if (!_isRunning)
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Enqueue(Letter letter)
    {
        letter.Next = null;
        if (_lastLetter is null)
        {
            _firstLetter = letter;
        }
        else
        {
            _lastLetter.Next = letter;
        }

        _lastLetter = letter;
    }

    /// <summary>Takes letters out of the mailbox, as a chain.</summary>
    private Letter? TakeLetters(int most)
    {
        lock (Gate)
        {
            var first = _firstLetter;
            var last = first;
            for (var i = 1; i < most && last?.Next is not null; i++)
            {
                last = last.Next;
            }

            if (last is not null)
            {
                (_firstLetter, last.Next) = (last.Next, null);
                _lastLetter = _firstLetter is null ? null : _lastLetter;
            }

            return first;
        }
    }
}
