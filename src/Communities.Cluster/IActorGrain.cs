namespace Communities.Cluster;

/// <summary>
/// What every actor is over the wire, whatever its kind: commands and events go as names and JSON. So a front end needs
/// no grain classes, and a new event or command needs no new interface.
/// </summary>
[Alias("communities.actor"), Orleans.CodeGeneration.Version(WireVersion)]
internal interface IActorGrain : IGrainWithStringKey
{
    /// <summary>
    /// Raised when a method or a field is added that old silos do not know; those silos then are not asked for it.
    /// </summary>
    const ushort WireVersion = 1;

    /// <summary>Asks the actor to do something; ends when that is durable.</summary>
    [Alias("ask")]
    ValueTask<AskReply> Ask(AskMessage message, Ticket ticket);

    /// <summary>The state, unless it is still of the version that is known.</summary>
    [Alias("see")]
    ValueTask<SeeReply> See(SeeMessage message, Ticket ticket);

    /// <summary>Brings what follows from a batch of events; ends when that is durable.</summary>
    [Alias("react")]
    ValueTask<ReactReply> React(ReactMessage message);
}
