using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace Communities.Actors.Hosting;

/// <summary>Something that waits at an actor, and who is to be told what came of it.</summary>
internal abstract class Letter
{
    /// <summary>
    /// The one behind it, in the mailbox or in a flight: a queue that costs nothing when it is empty.
    /// </summary>
    public Letter? Next { get; set; }

    /// <summary>True once a lost race has sent it back to the mailbox.</summary>
    public bool IsRetried { get; set; }

    /// <summary>It is about to be put into a mailbox, by who asks.</summary>
    public virtual void Come(Activation to)
    {
    }

    /// <summary>It is about to be answered: what came of it is measured.</summary>
    public virtual void Count(Activation at, KeyValuePair<string, object?> outcome)
    {
    }

    /// <summary>Everything that it saw or did is durable.</summary>
    /// <param name="at">Whose letter it is.</param>
    /// <param name="flight">With what it became so.</param>
    public abstract void Settle(Activation at, Flight flight);

    /// <summary>It was not done.</summary>
    public abstract void Fail(Exception why);
}

/// <summary>A letter that is a promise: one object for mail and answer, since there is one for every turn.</summary>
internal abstract class Letter<TResult> : Letter, IValueTaskSource<TResult>
{
    // Asynchronously: whoever awaits the answer must not run on, and hold up, the thread that answers a whole batch.
    private ManualResetValueTaskSourceCore<TResult> _result = new() { RunContinuationsAsynchronously = true };

    public ValueTask<TResult> Result => new(this, _result.Version);

    public override void Fail(Exception why) => _result.SetException(why);

    TResult IValueTaskSource<TResult>.GetResult(short token) => _result.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<TResult>.GetStatus(short token) => _result.GetStatus(token);

    void IValueTaskSource<TResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _result.OnCompleted(continuation, state, token, flags);

    protected void Tell(TResult result) => _result.SetResult(result);
}

/// <summary>A command, from anybody.</summary>
internal sealed class AskLetter(object command, Call call, CancellationToken ct) : Letter<Answer>
{
    private long _since;

    public object Command { get; } = command;

    public Call Call { get; } = call;

    public CancellationToken Ct { get; } = ct;

    /// <summary>Where an earlier command of the same id may have ended, if it is a repeat.</summary>
    public CommandMark? Repeats { get; set; }

    /// <summary>Its id only looked like another one; it is done.</summary>
    public bool IsNoRepeat { get; set; }

    public long Version { get; set; }

    /// <summary>Its last event's place among those of the flight, from 1; 0 without one.</summary>
    public int EndsAt { get; set; }

    public IReadOnlyList<object> Events { get; set; } = [];

    public Refusal? Refusal { get; set; }

    /// <summary>The trace of it; null where nobody traces.</summary>
    public Activity? Span { get; private set; }

    public override void Come(Activation to)
    {
        Span ??= Spans.Command(to.Kind, to.Key, Command);
        if (_since == 0 && to.Kind.Host.Counters.TurnTime.Enabled)
        {
            _since = Stopwatch.GetTimestamp();
        }
    }

    public override void Count(Activation at, KeyValuePair<string, object?> outcome)
    {
        var (counters, kind) = (at.Kind.Host.Counters, at.Kind.Tag);
        counters.Commands.Add(1, kind, outcome);
        if (_since != 0)
        {
            counters.TurnTime.Record(Stopwatch.GetElapsedTime(_since).TotalSeconds, kind);
        }

        Span?.End(outcome, Refusal?.Code);
    }

    /// <summary>Forgets what an earlier run came to, which lost its race.</summary>
    public void Forget() => (Repeats, EndsAt, Events, Refusal) = (null, 0, [], null);

    public override void Settle(Activation at, Flight flight)
    {
        if (Repeats is { } mark)
        {
            at.AnswerAgain(this, mark);
        }
        else
        {
            Count(at, Refusal is not null ? Outcome.Refused : EndsAt > 0 ? Outcome.Done : Outcome.Nothing);
            Tell(new Answer(Version, flight.PositionOf(EndsAt), Events, Refusal));
        }
    }

    /// <summary>Answers it in the words of the command that it repeats.</summary>
    public void Tell(long version, long position, IReadOnlyList<object> events) =>
        Tell(new Answer(version, position, events, IsRepeat: true));
}

/// <summary>A look at the state.</summary>
internal sealed class SeeLetter : Letter<object>
{
    public object? State { get; set; }

    public long Version { get; set; }

    public override void Settle(Activation at, Flight flight) => Tell(State!);
}

/// <summary>What follows for one actor from a batch of events, by one reactor; tells how many were refused.</summary>
internal sealed class ReactionLetter(string reactor, IReadOnlyList<Reacted> commands) : Letter<int>
{
    public string Reactor { get; } = reactor;

    public IReadOnlyList<Reacted> Commands { get; } = commands;

    public int Refused { get; set; }

    public override void Settle(Activation at, Flight flight) => Tell(Refused);
}

/// <summary>A reactor's command, and the event that it follows from, which an import may have told again.</summary>
internal readonly record struct Reacted(ReactorMark Mark, ICommand Command, Moment Moment, bool IsRetold = false);
