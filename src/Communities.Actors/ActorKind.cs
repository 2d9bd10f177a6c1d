using System.Text.Json;

namespace Communities.Actors;

/// <summary>How an engine hosts a kind of actor without knowing it: its name, its types, and its JSON.</summary>
public abstract class ActorKind
{
    private protected ActorKind(string name, Codec commands, Codec events) =>
        (Name, Commands, Events) = (name, commands, events);

    /// <summary>As in <see cref="IActor.Kind"/>.</summary>
    public string Name { get; }

    /// <summary>The names and JSON of its commands (alarms and the wire need them).</summary>
    public Codec Commands { get; }

    /// <summary>The names and JSON of its events.</summary>
    public Codec Events { get; }

    /// <summary>The description of one kind, from the JSON metadata of its domain.</summary>
    public static ActorKind Of<TActor, TCommand, TEvent>(JsonSerializerOptions json)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class => new ActorKind<TActor, TCommand, TEvent>(json);

    /// <summary>Gives the types back to a host that is generic in them, without reflection.</summary>
    public abstract TResult Host<TResult>(IActorHost<TResult> host);
}

/// <summary>A kind of actor with its types.</summary>
public sealed class ActorKind<TActor, TCommand, TEvent> : ActorKind
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    internal ActorKind(JsonSerializerOptions json)
        : base(TActor.Kind, Codec.Of<TCommand>(json), Codec.Of<TEvent>(json)) => Json = json;

    /// <summary>The JSON metadata of the domain, the state's among it.</summary>
    public JsonSerializerOptions Json { get; }

    /// <inheritdoc/>
    public override TResult Host<TResult>(IActorHost<TResult> host) => host.Host(this);
}

/// <summary>What an engine does with a kind of actor once it has its types.</summary>
public interface IActorHost<out TResult>
{
    /// <summary>Hosts this kind.</summary>
    TResult Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind)
        where TActor : class, IActor<TActor, TCommand, TEvent>
        where TCommand : class, ICommand<TActor>
        where TEvent : class;
}
