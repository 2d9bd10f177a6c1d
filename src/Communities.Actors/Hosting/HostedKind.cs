using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Actors.Hosting;

/// <summary>A kind of actor as a process hosts it.</summary>
internal abstract class HostedKind(ActorKind kind, ActorHost host)
{
    /// <summary>These kinds, by their host.</summary>
    public static IReadOnlyList<HostedKind> All(IEnumerable<ActorKind> kinds, ActorHost host) =>
        [.. kinds.Select(kind => kind.Host(new Hosting(host)))];

    public string Name => kind.Name;

    public Codec Events => kind.Events;

    public Codec Commands => kind.Commands;

    public ActorHost Host => host;

    /// <summary>The kind, as measurements are told apart by.</summary>
    public KeyValuePair<string, object?> Tag { get; } = new("kind", kind.Name);

    public abstract Type ActorType { get; }

    /// <summary>True where actors of this kind know such a command.</summary>
    public abstract bool Takes(object command);

    /// <summary>A new activation, with nothing loaded yet.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="repost">Where a letter goes that is to come to this actor again.</param>
    public abstract Activation Activate(string key, IRepost repost);

    private sealed class Hosting(ActorHost host) : IActorHost<HostedKind>
    {
        HostedKind IActorHost<HostedKind>.Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind) =>
            new HostedKind<TActor, TCommand, TEvent>(kind, host);
    }
}

/// <summary>Brings a letter to an actor that may have left memory meanwhile.</summary>
internal interface IRepost
{
    void Repost(string key, Letter letter);
}

/// <summary>A kind of actor as a process hosts it, with its types.</summary>
internal sealed class HostedKind<TActor, TCommand, TEvent> : HostedKind
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    public HostedKind(ActorKind<TActor, TCommand, TEvent> kind, ActorHost host)
        : base(kind, host)
    {
        StateJson = (JsonTypeInfo<TActor>)kind.Json.GetTypeInfo(typeof(TActor));
        Format = SnapshotFormat.Of(StateJson);
    }

    public JsonTypeInfo<TActor> StateJson { get; }

    public string Format { get; }

    public override Type ActorType => typeof(TActor);

    public override bool Takes(object command) => command is TCommand;

    public override Activation Activate(string key, IRepost repost) =>
        new Activation<TActor, TCommand, TEvent>(this, key, repost);

    /// <summary>The snapshot of an actor, if there is one that can be read.</summary>
    public async ValueTask<Kept<TActor>?> LoadSnapshot(ActorId actor)
    {
        var kept = await Host.JournalOf(actor.Key).LoadSnapshot(actor).ConfigureAwait(false);
        if (kept is null || kept.Format != Format)
        {
            return null;
        }

        try
        {
            return SnapshotJson.Read(kept.State.Span, kept.Version, StateJson);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            Host.Options.Trouble?.Invoke($"The snapshot of {actor} cannot be read; its events are.", e);
            return null;
        }
    }
}
