using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities.Suites;

/// <summary>A tin of coins: the smallest actor in which order, refusals, time and repeats can be seen.</summary>
public sealed record Tin(int Coins, ImmutableList<int> Puts, string LastBy, DateTimeOffset LastAt)
    : IActor<Tin, TinCommand, TinEvent>
{
    public static string Kind => "tin";

    public static Tin Initial { get; } = new(0, [], "", default);

    public Decision<TinEvent> Decide(TinCommand command, Turn turn) => command switch
    {
        TinCommand.Put { Coins: 0 } => [],
        TinCommand.Put c => [new TinEvent.Put(c.Coins)],
        TinCommand.PutEach c => Decision.Of<TinEvent>([.. c.Coins.Select(coins => new TinEvent.Put(coins))]),
        TinCommand.Take when !turn.Standing.Is(Role.Member) => new Refusal("tin.denied", "This is not your tin."),
        TinCommand.Take c when c.Coins > Coins => new Refusal("tin.empty", $"There are only {Coins}."),
        TinCommand.Take c => [new TinEvent.Taken(c.Coins)],
        TinCommand.PutLater c => [new TinEvent.PutPlanned(c.Name, c.Due, c.Coins)],
        TinCommand.PutNever c => [new TinEvent.PutUnplanned(c.Name)],
        TinCommand.Drop => throw new InvalidOperationException("The tin was dropped."),
        TinCommand.Spoil => [new TinEvent.Put(1), new TinEvent.Spoiled()],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    public Tin Apply(TinEvent happened, Moment moment) => happened switch
    {
        TinEvent.Put e => this with
        {
            Coins = Coins + e.Coins, Puts = Puts.Add(e.Coins), LastBy = moment.By, LastAt = moment.At,
        },
        TinEvent.Taken e => this with { Coins = Coins - e.Coins, LastBy = moment.By, LastAt = moment.At },
        TinEvent.PutPlanned or TinEvent.PutUnplanned => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

[JsonDerivedType(typeof(Put), "put"), JsonDerivedType(typeof(PutEach), "put-each")]
[JsonDerivedType(typeof(Take), "take")]
[JsonDerivedType(typeof(PutLater), "put-later"), JsonDerivedType(typeof(PutNever), "put-never")]
[JsonDerivedType(typeof(Drop), "drop"), JsonDerivedType(typeof(Spoil), "spoil")]
public abstract record TinCommand : ICommand<Tin>
{
    public sealed record Put(int Coins) : TinCommand;

    public sealed record PutEach(ImmutableArray<int> Coins) : TinCommand;

    public sealed record Take(int Coins) : TinCommand;

    /// <summary>Sets an alarm.</summary>
    public sealed record PutLater(string Name, DateTimeOffset Due, int Coins) : TinCommand;

    /// <summary>Cancels an alarm.</summary>
    public sealed record PutNever(string Name) : TinCommand;

    /// <summary>Fails in deciding.</summary>
    public sealed record Drop : TinCommand;

    /// <summary>Fails in applying its second event.</summary>
    public sealed record Spoil : TinCommand;
}

[JsonDerivedType(typeof(Put), "tin.put"), JsonDerivedType(typeof(Taken), "tin.taken")]
[JsonDerivedType(typeof(PutPlanned), "tin.put-planned"), JsonDerivedType(typeof(PutUnplanned), "tin.put-unplanned")]
[JsonDerivedType(typeof(Spoiled), "tin.spoiled")]
public abstract record TinEvent
{
    public sealed record Put(int Coins) : TinEvent;

    public sealed record Taken(int Coins) : TinEvent;

    public sealed record PutPlanned(string Name, DateTimeOffset Due, int Coins) : TinEvent;

    public sealed record PutUnplanned(string Name) : TinEvent;

    public sealed record Spoiled : TinEvent;
}
