using System.Collections.Immutable;

namespace Communities.Web;

/// <summary>To what a member has not agreed: what keeps from writing now, and what will.</summary>
/// <param name="Now">What keeps the member from writing.</param>
/// <param name="Soon">What will, unless the member agrees before.</param>
public sealed record Owing(ImmutableArray<AskedConsent> Now, ImmutableArray<AskedConsent> Soon)
{
    /// <summary>Nothing.</summary>
    public static Owing Nothing { get; } = new([], []);

    /// <summary>What is owed to the policies of one place.</summary>
    internal static Owing Of(
        string place, ImmutableDictionary<string, PolicyStand> policies, ImmutableDictionary<string, Consent> consents)
    {
        if (policies.IsEmpty) return Nothing;
        var (now, soon) = (Nothing.Now, Nothing.Soon);
        foreach (var name in Policy.Names)
        {
            if (!policies.TryGetValue(name, out var stand)) continue;
            var agreed = Consenting.VersionOf(consents, name);
            if (stand.Needed > agreed) now = now.Add(new(place, name, stand.Current, agreed, null));
            if (stand.Next is { AsksConsent: true } next && next.Number > agreed)
                soon = soon.Add(new(place, name, next.Number, agreed, next.EffectiveAt));
        }

        return now.IsEmpty && soon.IsEmpty ? Nothing : new(now, soon);
    }

    /// <summary>Both together.</summary>
    internal Owing And(Owing other) =>
        this == Nothing ? other : other == Nothing ? this : new([.. Now, .. other.Now], [.. Soon, .. other.Soon]);
}

/// <summary>A version that somebody is asked to agree to.</summary>
/// <param name="Place">The community's slug, or <see cref="Keys.Site"/>.</param>
/// <param name="Name">The policy's name.</param>
/// <param name="Version">The version's number.</param>
/// <param name="Agreed">The version agreed to before; 0 for none.</param>
/// <param name="From">When it comes into force; null where it is.</param>
public sealed record AskedConsent(string Place, string Name, int Version, int Agreed, DateTimeOffset? From)
{
    /// <summary>The page of the policy.</summary>
    public string Path => PolicyPaths.Of(Place, Name);
}

/// <summary>Where policies are read and written.</summary>
internal static class PolicyPaths
{
    /// <summary>Where it is read.</summary>
    public static string Of(string place, string name) =>
        place == Keys.Site ? $"/policies/{name}" : $"/c/{place}/policies/{name}";

    /// <summary>Where it is written.</summary>
    public static string EditorOf(string place, string name) =>
        place == Keys.Site ? $"/operations/policies/{name}" : $"/c/{place}/settings/policies/{name}";
}
