namespace Communities.Actors;

/// <summary>What every kind of actor has, whatever it is: a name that is part of every journal key.</summary>
public interface IActor
{
    /// <summary>Stable name on disk, lower case. Never renamed.</summary>
    static abstract string Kind { get; }
}

/// <summary>
/// An actor is an immutable value: what has happened to it so far, and the rule for what may happen next.
/// </summary>
/// <remarks>
/// Both methods are pure. An engine hosts any such value: it decides, applies, appends to the journal, and
/// answers when the append is durable. State holds what decisions and counters need; texts live in the events.
/// </remarks>
public interface IActor<TSelf, in TCommand, TEvent> : IActor
    where TSelf : class, IActor<TSelf, TCommand, TEvent>
    where TCommand : class, ICommand<TSelf>
    where TEvent : class
{
    /// <summary>The state before anything has happened.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>Says what happens next. May refuse; an empty decision means "already so".</summary>
    Decision<TEvent> Decide(TCommand command, Turn turn);

    /// <summary>Takes in what has happened. May not refuse, for it has happened.</summary>
    TSelf Apply(TEvent happened, Moment moment);
}

/// <summary>Something an actor can be asked to do, by anybody who may not know which actor it is for.</summary>
public interface ICommand;

/// <summary>Marks whom a command is for, so that the compiler refuses to send it to anybody else.</summary>
public interface ICommand<TActor> : ICommand;

/// <summary>A command that tells somebody what has just happened: of what an import tells, none is sent.</summary>
public interface INews : ICommand;

/// <summary>
/// A command of which many to the same actor may be done as one. Reactors count with it: a thousand replies
/// become one tally.
/// </summary>
/// <remarks>
/// <c>a.Merge(b)</c> must decide as <c>a</c> and then <c>b</c> would. It has the turn of the later one: who and when
/// must stand in the command where they matter to it.
/// </remarks>
public interface IMergeable : ICommand
{
    /// <summary>This command and the later one as one, or null where the two cannot be one.</summary>
    IMergeable? Merge(IMergeable later);
}
