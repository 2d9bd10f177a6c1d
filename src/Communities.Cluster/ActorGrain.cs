using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace Communities.Cluster;

/// <summary>
/// An actor as a grain. Its turns are those of any engine, pipelined, and Orleans only brings it its messages: it is
/// reentrant, so that one waits in the mailbox while others wait for the disk.
/// </summary>
/// <remarks>
/// The state comes from the journal with the first message rather than with the activation, so that a journal that is
/// away is an answer like any other. Two activations of one actor cannot both write: the journal takes a version once,
/// and whoever comes second begins again with what is in it.
/// </remarks>
[Reentrant, PartitionPlacement]
public abstract class ActorGrain : Grain, IActorGrain
{
    private Resident? _resident;

    private protected ActorGrain()
    {
    }

    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    public sealed override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var node = ServiceProvider.GetRequiredService<NodeSlot>().Node;
        _resident = node?.Welcome(Kind, this.GetPrimaryKeyString(), this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public sealed override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _resident?.Leave(cancellationToken) ?? Task.CompletedTask;

    ValueTask<AskReply> IActorGrain.Ask(AskMessage message, Ticket ticket) =>
        _resident?.Ask(message, ticket) ?? Away(new AskReply { Ending = Ending.Moved });

    ValueTask<SeeReply> IActorGrain.See(SeeMessage message, Ticket ticket) =>
        _resident?.See(message, ticket) ?? Away(new SeeReply { Ending = Ending.Moved });

    ValueTask<ReactReply> IActorGrain.React(ReactMessage message) =>
        _resident?.React(message) ?? Away(new ReactReply { Ending = Ending.Moved });

    // It has come to a silo that hosts nothing yet, or no longer.
    private ValueTask<TReply> Away<TReply>(TReply moved)
    {
        DeactivateOnIdle();
        return ValueTask.FromResult(moved);
    }
}

/// <summary>
/// An actor as a grain: one line names it for Orleans,
/// <c>[GrainType("thread")] sealed class ThreadGrain : ActorGrain&lt;Thread, ThreadCommand, ThreadEvent&gt;;</c>
/// with the kind of the actor as the grain's type.
/// </summary>
public abstract class ActorGrain<TActor, TCommand, TEvent> : ActorGrain
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    private protected override string Kind => TActor.Kind;
}
