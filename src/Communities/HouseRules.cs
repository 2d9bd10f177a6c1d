using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>
/// What a person says yes to on joining, by the numbers of the versions that were read: the rules of the community,
/// and what its purpose says does not belong there. 0 where there is none.
/// </summary>
/// <param name="Rules">The version of <see cref="Policy.Netiquette"/>.</param>
/// <param name="Purpose">Which purpose of the community it is, counted from its first, 1.</param>
public sealed record HouseRules(int Rules = 0, int Purpose = 0)
{
    /// <summary>What consents to a purpose are kept under, beside those to policies.</summary>
    public const string OfPurpose = "purpose";

    /// <summary>Nothing to say yes to.</summary>
    public static HouseRules None { get; } = new();

    /// <summary>True where there is something to say yes to.</summary>
    [JsonIgnore]
    public bool IsAny => this != None;

    /// <summary>Somebody joins without having said yes, or to what holds no more.</summary>
    public static Refusal Unread { get; } = new(
        "rules.unread", "There are rules here. Please read them first: who joins says that they follow them.");

    /// <summary>What of it somebody with these consents has not said yes to: once is enough.</summary>
    public HouseRules Without(ImmutableDictionary<string, Consent> consents) => new(
        Consenting.VersionOf(consents, Policy.Netiquette) >= Rules ? 0 : Rules,
        Consenting.VersionOf(consents, OfPurpose) > 0 ? 0 : Purpose);

    internal IEnumerable<MemberEvent> Consents()
    {
        if (Rules > 0) yield return new MemberEvent.ConsentGiven(Policy.Netiquette, Rules);
        if (Purpose > 0) yield return new MemberEvent.ConsentGiven(OfPurpose, Purpose);
    }
}
