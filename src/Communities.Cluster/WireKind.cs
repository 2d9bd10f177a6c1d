using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Communities.Cluster;

/// <summary>A kind of actor as it crosses the wire.</summary>
internal abstract class WireKind(ActorKind kind)
{
    public string Name => kind.Name;

    public Codec Commands => kind.Commands;

    public Codec Events => kind.Events;

    public abstract Type ActorType { get; }

    /// <summary>These kinds, each once.</summary>
    public static IReadOnlyList<WireKind> All(IEnumerable<ActorKind> kinds) =>
        [.. kinds.Select(kind => kind.Host(new Hosting()))];

    public abstract byte[] WriteState(object state);

    /// <exception cref="JsonException">It is no state of this kind.</exception>
    public abstract object ReadState(ReadOnlySpan<byte> json);

    private sealed class Hosting : IActorHost<WireKind>
    {
        WireKind IActorHost<WireKind>.Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind) =>
            new Typed<TActor>(kind, (JsonTypeInfo<TActor>)kind.Json.GetTypeInfo(typeof(TActor)));
    }

    private sealed class Typed<TActor>(ActorKind kind, JsonTypeInfo<TActor> json) : WireKind(kind)
        where TActor : class
    {
        public override Type ActorType => typeof(TActor);

        public override byte[] WriteState(object state) => JsonSerializer.SerializeToUtf8Bytes((TActor)state, json);

        public override object ReadState(ReadOnlySpan<byte> state) =>
            JsonSerializer.Deserialize(state, json) ?? throw new JsonException($"The state of a {Name} is null.");
    }
}
