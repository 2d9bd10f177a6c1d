using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>What holds here: the community's own policies, as they tell it.</content>
public sealed partial record Community
{
    /// <summary>Its policies, by name.</summary>
    public ImmutableDictionary<string, PolicyStand> Policies { get; init; } =
        ImmutableDictionary<string, PolicyStand>.Empty;

    /// <summary>What it knows of this policy.</summary>
    public PolicyStand PolicyOf(string name) => Policies.GetValueOrDefault(name, PolicyStand.None);

    private Decision<CommunityEvent> Announcing(AnnouncePolicy c) =>
        !Policy.Names.Contains(c.Name) || PolicyOf(c.Name).Next == c.Next ? []
            : [new PolicyAnnounced(c.Name, c.Next)];

    private Decision<CommunityEvent> Enforcing(EnforcePolicy c) =>
        !Policy.Names.Contains(c.Name) || PolicyOf(c.Name) == new PolicyStand(c.Number, c.Needed) ? []
            : [new PolicyEnforced(c.Name, c.Number, c.Needed)];

    private Community Apply(PolicyAnnounced e) =>
        this with { Policies = Policies.SetItem(e.Name, PolicyOf(e.Name) with { Next = e.Next }) };

    private Community Apply(PolicyEnforced e) =>
        this with { Policies = Policies.SetItem(e.Name, new PolicyStand(e.Number, e.Needed)) };
}

[JsonDerivedType(typeof(AnnouncePolicy), "announce-policy"), JsonDerivedType(typeof(EnforcePolicy), "enforce-policy")]
public abstract partial record CommunityCommand
{
    /// <summary>The program only: this version of a policy comes into force later; null for none any more.</summary>
    public sealed record AnnouncePolicy(string Name, ComingVersion? Next) : CommunityCommand;

    /// <summary>The program only: this version of a policy is in force, and consent is owed to that one.</summary>
    public sealed record EnforcePolicy(string Name, int Number, int Needed) : CommunityCommand;
}

[JsonDerivedType(typeof(PolicyAnnounced), "community.policy-announced")]
[JsonDerivedType(typeof(PolicyEnforced), "community.policy-enforced")]
public abstract partial record CommunityEvent
{
    /// <summary>This version of a policy comes into force later; null for none any more.</summary>
    public sealed record PolicyAnnounced(string Name, ComingVersion? Next) : CommunityEvent;

    /// <summary>This version of a policy is in force here, and consent is owed to that one.</summary>
    public sealed record PolicyEnforced(string Name, int Number, int Needed) : CommunityEvent;
}
