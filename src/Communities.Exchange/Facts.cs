using System.Collections.Frozen;
using System.Text.Json;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>The events that a file can carry as they are, under their own names.</summary>
internal static class Facts
{
    // Tallies follow from the other events, and accounts belong to no community.
    private static readonly FrozenDictionary<string, Codec> _codecs = Domain.Kinds
        .Where(kind => kind.Name != Account.Kind)
        .SelectMany(kind => kind.Events.Names.Select(name => (Name: name, Codec: kind.Events)))
        .Where(fact => !fact.Name.EndsWith(".tallied", StringComparison.Ordinal))
        .ToFrozenDictionary(fact => fact.Name, fact => fact.Codec);

    private static readonly FrozenDictionary<string, Codec>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _codecs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for the name of such an event.</summary>
    public static bool Has(string kind) => _codecs.ContainsKey(kind);

    /// <summary>The event of this name.</summary>
    /// <exception cref="JsonException">The JSON is not of that event.</exception>
    public static object Decode(string kind, ReadOnlySpan<byte> json) => _lookup[kind].Decode(kind, json);

    /// <summary>The name of the event.</summary>
    public static string NameOf(object fact) => CodecOf(fact).NameOf(fact);

    /// <summary>The event's own fields.</summary>
    public static byte[] Encode(object fact) => CodecOf(fact).Encode(fact);

    private static Codec CodecOf(object fact) =>
        Domain.Kinds.Select(kind => kind.Events).First(events => events.Has(fact.GetType()));
}
