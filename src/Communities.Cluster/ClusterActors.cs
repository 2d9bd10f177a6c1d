using System.Collections.Frozen;

namespace Communities.Cluster;

/// <summary>The actors of a cluster, asked from any process of it: a silo, or a front end that is its client.</summary>
/// <remarks>
/// Every command has an id, given by the caller or here; so what the loss of a silo interrupts is asked again and done
/// once. Only when that lasts longer than <see cref="AskingOptions.Patience"/> is the caller told, by a
/// <see cref="JournalUnavailableException"/>, and cannot know whether it was done: a repeat with the same id is safe.
/// A command that has been sent is no longer cancelled.
/// </remarks>
internal sealed class ClusterActors : IActors
{
    private readonly IGrainFactory _grains;
    private readonly FrozenDictionary<Type, WireKind> _byType;
    private readonly Patience _patience;
    private readonly StateCache _states;

    public ClusterActors(IGrainFactory grains, IReadOnlyList<WireKind> kinds, AskingOptions options)
    {
        _grains = grains;
        _byType = kinds.ToFrozenDictionary(k => k.ActorType);
        _patience = new Patience(options.Checked());
        _states = new StateCache(options.StatesBytesMax);
    }

    /// <inheritdoc/>
    public async ValueTask<Answer> Ask<TActor>(
        string key, ICommand<TActor> command, Call call, CancellationToken ct = default)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(command);
        ct.ThrowIfCancellationRequested();
        var kind = KindFor(typeof(TActor), key);
        if (call.Id is { } id)
        {
            EngineIds.CheckCommandId(id);
        }

        if (!kind.Commands.Has(command.GetType()))
        {
            throw new ArgumentException($"{command.GetType().Name} is no command of {kind.Name}.", nameof(command));
        }

        return await Ask(kind, key, command, call, isOwn: false, ct).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TActor> See<TActor>(string key, CancellationToken ct = default)
        where TActor : class, IActor
    {
        ct.ThrowIfCancellationRequested();
        var kind = KindFor(typeof(TActor), key);
        var actor = new ActorId(kind.Name, key);
        var known = _states.Find(actor);
        var message = new SeeMessage { Known = known?.Version ?? -1 };
        var reply = await _patience.Ask(
            actor, GrainOf(actor), message, static (g, m, t) => g.See(m, t), static r => r.Ending, ct)
            .ConfigureAwait(false);
        Check(actor, reply.Ending, reply.Reason);
        if (reply.State is null)
        {
            return (TActor)known!.State;
        }

        var state = (TActor)kind.ReadState(reply.State);
        _states.Keep(actor, new KnownState(state, reply.Version, reply.State.Length));
        return state;
    }

    /// <summary>Asks as the engine itself may.</summary>
    public async ValueTask<Answer> Ask(
        WireKind kind, string key, ICommand command, Call call, bool isOwn, CancellationToken ct)
    {
        var actor = new ActorId(kind.Name, key);
        var id = call.Id ?? Guid.CreateVersion7().ToString("n");
        var message = AskMessage.Of(kind.Commands, command, call, id, isOwn);
        var reply = await _patience.Ask(
            actor, GrainOf(actor), message, static (g, m, t) => g.Ask(m, t), static r => r.Ending, ct)
            .ConfigureAwait(false);
        Check(actor, reply.Ending, reply.Reason);
        var refusal = reply.Refusal is null ? null : new Refusal(reply.Refusal, reply.Reason!);
        object[] events = [.. reply.Events.Select(e => e.Read(kind.Events))];

        // An id that only this call knows cannot be a repeat of the caller's, whatever the network repeated.
        return new Answer(reply.Version, reply.Position, events, refusal, reply.IsRepeat && call.Id is not null);
    }

    /// <summary>Brings commands of a reactor; ends when they are durable.</summary>
    public async Task<int> React(
        WireKind kind, string key, string reactor, IReadOnlyList<Reacted> commands, CancellationToken ct)
    {
        var actor = new ActorId(kind.Name, key);
        var message = ReactMessage.Of(kind.Commands, reactor, commands);
        var reply = await _patience.Ask(
            actor, GrainOf(actor), message, static (g, m, _) => g.React(m), static r => r.Ending, ct)
            .ConfigureAwait(false);
        Check(actor, reply.Ending, reply.Reason);
        return reply.Refused;
    }

    private WireKind KindFor(Type actor, string key)
    {
        EngineIds.CheckKey(key);
        return _byType.TryGetValue(actor, out var kind)
            ? kind
            : throw new ArgumentException($"No {actor.Name} is known here.");
    }

    private IActorGrain GrainOf(ActorId actor) =>
        _grains.GetGrain<IActorGrain>(GrainId.Create(actor.Kind, actor.Key));

    private static void Check(ActorId actor, Ending ending, string? reason)
    {
        switch (ending)
        {
            case Ending.Done:
                return;
            case Ending.Unavailable:
                throw new JournalUnavailableException(reason!);
            case Ending.Fault:
                throw new ActorFaultException(actor, new InvalidOperationException(reason));
            case Ending.Bad:
                throw new ArgumentException(reason);
            default:
                throw new InvalidOperationException($"{actor} answers with an ending that is not known here.");
        }
    }
}
