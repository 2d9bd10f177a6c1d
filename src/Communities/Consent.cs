using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>That somebody agreed to a version of a policy, and when: the proof of it.</summary>
/// <param name="Version">The number of the version.</param>
/// <param name="At">When.</param>
public sealed record Consent(int Version, DateTimeOffset At);

/// <summary>What a place knows of one of its policies, so that no request has to ask the policy itself.</summary>
/// <param name="Current">The version in force; 0 for none.</param>
/// <param name="Needed">The version, or a later one, that one must have consented to; 0 for none.</param>
/// <param name="Next">The version that comes into force later, or null.</param>
public sealed record PolicyStand(int Current = 0, int Needed = 0, ComingVersion? Next = null)
{
    /// <summary>Nothing published.</summary>
    public static PolicyStand None { get; } = new();

    /// <summary>True for a version that one can consent to: the one in force, or the one that comes.</summary>
    public bool Takes(int version) => version > 0 && (version == Current || version == Next?.Number);
}

/// <summary>Whether somebody has consented to what there is.</summary>
public static class Consenting
{
    /// <summary>The names of the policies to which consent is owed.</summary>
    public static IEnumerable<string> Owed(
        ImmutableDictionary<string, PolicyStand> policies, ImmutableDictionary<string, Consent> consents) =>
        policies.Where(policy => policy.Value.Needed > VersionOf(consents, policy.Key)).Select(policy => policy.Key)
            .Order(StringComparer.Ordinal);

    /// <summary>True where consent is owed to any of them.</summary>
    public static bool IsOwed(
        ImmutableDictionary<string, PolicyStand> policies, ImmutableDictionary<string, Consent> consents)
    {
        foreach (var (name, stand) in policies)
            if (stand.Needed > VersionOf(consents, name)) return true;
        return false;
    }

    /// <summary>The version consented to; 0 for none.</summary>
    public static int VersionOf(ImmutableDictionary<string, Consent> consents, string policy) =>
        consents.TryGetValue(policy, out var consent) ? consent.Version : 0;

    internal static Refusal? Fault(string policy, int version) =>
        !Policy.Names.Contains(policy) && policy != HouseRules.OfPurpose ? Policy.Missing
        : version is < 1 or > Policy.VersionsMax ? Policy.NoSuchVersion
        : null;
}
