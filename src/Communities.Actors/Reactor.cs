namespace Communities.Actors;

/// <summary>
/// A pure function from an event to commands for other actors. The engine delivers at least once and in order per
/// target, from a checkpoint that survives a crash; a target drops what it has already taken from this reactor.
/// </summary>
/// <param name="Name">Stable name, part of the checkpoint and of the command ids.</param>
/// <param name="Listens">The names of the events it reacts to; others are not even decoded.</param>
/// <param name="React">From the event, the key of the actor it happened to, and its moment, to what follows.</param>
public sealed record Reactor(
    string Name, IReadOnlySet<string> Listens, Func<object, string, Moment, IEnumerable<Reaction>> React)
{
    /// <summary>
    /// What it sends is done once: an import that tells again what happened tells what came of it, too. So of such an
    /// event it sets and forgets the alarms, and sends nothing.
    /// </summary>
    public bool SendsOnce { get; init; }
}

/// <summary>What follows from an event: a command now, a command later, or no longer a command later.</summary>
public abstract record Reaction(ActorId Target)
{
    /// <summary>This actor is asked this, now.</summary>
    /// <param name="key">The actor's key.</param>
    /// <param name="command">What it is asked.</param>
    /// <param name="by">In whose name: an account; null: of who did what this follows from.</param>
    public static Reaction Send<TActor>(string key, ICommand<TActor> command, string? by = null)
        where TActor : class, IActor => new Sent(new ActorId(TActor.Kind, key), command, by);

    /// <summary>This actor is asked this at that time, in place of its alarm of the same name.</summary>
    public static Reaction SetAlarm<TActor>(string key, string name, DateTimeOffset due, ICommand<TActor> command)
        where TActor : class, IActor => new AlarmSet(new ActorId(TActor.Kind, key), name, due, command);

    /// <summary>This actor's alarm of that name is forgotten.</summary>
    public static Reaction CancelAlarm<TActor>(string key, string name) where TActor : class, IActor =>
        new AlarmCancelled(new ActorId(TActor.Kind, key), name);

    /// <summary>A command now, in the name of this account or of who did what it follows from.</summary>
    public sealed record Sent(ActorId Target, ICommand Command, string? By = null) : Reaction(Target);

    /// <summary>A command later.</summary>
    public sealed record AlarmSet(ActorId Target, string Name, DateTimeOffset Due, ICommand Command)
        : Reaction(Target);

    /// <summary>No longer a command later.</summary>
    public sealed record AlarmCancelled(ActorId Target, string Name) : Reaction(Target);
}
