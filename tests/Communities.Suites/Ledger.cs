using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Communities.Actors;

namespace Communities.Suites;

/// <summary>Counts what is put into all tins of a community, by a reactor.</summary>
public sealed record Ledger(long Puts, long Coins, DateTimeOffset LastAt) : IActor<Ledger, LedgerCommand, LedgerEvent>
{
    public static string Kind => "ledger";

    public static Ledger Initial { get; } = new(0, 0, default);

    public Decision<LedgerEvent> Decide(LedgerCommand command, Turn turn) => command switch
    {
        LedgerCommand.Tally { Coins: < 0 } => new Refusal("ledger.negative", "A put puts something in."),
        LedgerCommand.Tally c => [new LedgerEvent.Tallied(c.Puts, c.Coins)],
        _ => throw new JsonException(command.GetType().Name),
    };

    public Ledger Apply(LedgerEvent happened, Moment moment) => happened switch
    {
        LedgerEvent.Tallied e => new Ledger(Puts + e.Puts, Coins + e.Coins, moment.At),
        _ => throw new JsonException(happened.GetType().Name),
    };
}

[JsonDerivedType(typeof(Tally), "tally")]
public abstract record LedgerCommand : ICommand<Ledger>
{
    public sealed record Tally(long Puts, long Coins) : LedgerCommand, IMergeable
    {
        public IMergeable? Merge(IMergeable later) =>
            later is Tally { Coins: >= 0 } t && Coins >= 0 ? new Tally(Puts + t.Puts, Coins + t.Coins) : null;
    }
}

[JsonDerivedType(typeof(Tallied), "ledger.tallied")]
public abstract record LedgerEvent
{
    public sealed record Tallied(long Puts, long Coins) : LedgerEvent;
}

/// <summary>Tins and ledgers as an engine is given them.</summary>
public static class Tins
{
    public static JsonSerializerOptions Json { get; } = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>So many coins are tallied in the name of fortune, whoever puts them.</summary>
    public const int ForFortune = 777;

    public static IReadOnlyList<ActorKind> Kinds { get; } =
    [
        ActorKind.Of<Tin, TinCommand, TinEvent>(Json), ActorKind.Of<Ledger, LedgerCommand, LedgerEvent>(Json),
    ];

    /// <summary>Every put is tallied in the ledger of the community; plans become alarms.</summary>
    public static IReadOnlyList<Reactor> Reactors { get; } =
    [
        new Reactor("tallying", new HashSet<string> { "tin.put" }, (happened, key, _) => happened is TinEvent.Put e
            ? [Reaction.Send(
                ActorId.PrefixOf(key), new LedgerCommand.Tally(1, e.Coins), e.Coins == ForFortune ? "fortune" : null)]
            : []),
        new Reactor("planning", new HashSet<string> { "tin.put-planned", "tin.put-unplanned" }, (happened, key, _) =>
            happened switch
            {
                TinEvent.PutPlanned e => [Reaction.SetAlarm(key, e.Name, e.Due, new TinCommand.Put(e.Coins))],
                TinEvent.PutUnplanned e => [Reaction.CancelAlarm<Tin>(key, e.Name)],
                _ => [],
            }),
    ];

    /// <summary>A state as text, to compare two of them.</summary>
    public static string Text<TActor>(TActor state) => JsonSerializer.Serialize(state, Json);

    /// <summary>The state that follows from a history alone.</summary>
    public static Tin Fold(IEnumerable<Envelope> history) => history.Aggregate(
        Tin.Initial, (tin, e) => tin.Apply((TinEvent)Kinds[0].Events.Decode(e.Name, e.Json.Span), e.Moment));
}
