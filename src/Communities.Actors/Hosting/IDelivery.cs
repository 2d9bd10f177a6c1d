namespace Communities.Actors.Hosting;

/// <summary>
/// How what follows from events reaches actors, in this process or in another one. An engine is what it is by how it
/// delivers.
/// </summary>
internal interface IDelivery
{
    ActorHost Host { get; }

    /// <exception cref="InvalidOperationException">No such kind is hosted here.</exception>
    HostedKind KindOf(string kind);

    /// <summary>Brings commands of a reactor to an actor; ends when they are durable.</summary>
    /// <returns>How many were refused.</returns>
    Task<int> React(ActorId target, string reactor, IReadOnlyList<Reacted> commands);

    /// <summary>Brings a due command to an actor, past any limit of its mailbox; ends when it is durable.</summary>
    Task Ring(ActorId target, ICommand command, Call call);

    /// <summary>An alarm of this actor has been set: whoever waits for the earliest one has to look again.</summary>
    void AlarmWasSet(ActorId target);
}
