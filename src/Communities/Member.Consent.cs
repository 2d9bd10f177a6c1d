using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>To what the member has agreed here.</content>
public sealed partial record Member
{
    /// <summary>By the name of the policy, the latest version agreed to.</summary>
    public ImmutableDictionary<string, Consent> Consents { get; init; } =
        ImmutableDictionary<string, Consent>.Empty;

    /// <summary>By the name of the policy, the version of which the member was last told that it comes.</summary>
    public ImmutableDictionary<string, int> Informed { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The versions that come and of which the member has not been told.</summary>
    public IEnumerable<(string Policy, ComingVersion Version)> NewsOf(
        ImmutableDictionary<string, PolicyStand> policies) =>
        from policy in policies
        where policy.Value.Next is { } next && next.Number > Informed.GetValueOrDefault(policy.Key)
        select (policy.Key, policy.Value.Next!);

    private Decision<MemberEvent> Informing(Inform c, Turn turn) =>
        !IsOwn(turn) ? Refusals.OwnOnly
        : Consenting.Fault(c.Policy, c.Version) is { } fault ? fault
        : Informed.GetValueOrDefault(c.Policy) >= c.Version ? []
        : [new PolicyTold(c.Policy, c.Version)];

    private Member Apply(PolicyTold e) => this with { Informed = Informed.SetItem(e.Policy, e.Version) };

    // Nobody agrees in somebody else's name, the program neither: what it would prove is gone then.
    private Decision<MemberEvent> Agreeing(GiveConsent c, Turn turn) =>
        turn.By != Keys.LocalOf(turn.Key) ? Refusals.OwnOnly
        : Consenting.Fault(c.Policy, c.Version) is { } fault ? fault
        : Consenting.VersionOf(Consents, c.Policy) >= c.Version ? []
        : [new ConsentGiven(c.Policy, c.Version)];

    // What is said yes to at the door.
    private IEnumerable<MemberEvent> Saying(HouseRules? agreed, Turn turn) =>
        agreed is null || turn.By != Keys.LocalOf(turn.Key) ? []
        : agreed.Without(Consents).Consents();

    private Member Apply(ConsentGiven e, Moment moment) =>
        this with { Consents = Consents.SetItem(e.Policy, new Consent(e.Version, moment.At)) };
}

/// <content>Consent.</content>
[JsonDerivedType(typeof(GiveConsent), "give-consent"), JsonDerivedType(typeof(Inform), "inform")]
public abstract partial record MemberCommand
{
    /// <summary>Agrees to this version of a policy of the community; the server has looked that there is one.</summary>
    public sealed record GiveConsent(string Policy, int Version) : MemberCommand;

    /// <summary>Is here, and is to be told that this version of a policy comes; told once.</summary>
    public sealed record Inform(string Policy, int Version) : MemberCommand;
}

/// <content>Consent.</content>
[JsonDerivedType(typeof(ConsentGiven), "member.consent-given")]
[JsonDerivedType(typeof(PolicyTold), "member.policy-told")]
public abstract partial record MemberEvent
{
    /// <summary>The member agreed to this version of a policy.</summary>
    public sealed record ConsentGiven(string Policy, int Version) : MemberEvent;

    /// <summary>The member was told that this version of a policy comes.</summary>
    public sealed record PolicyTold(string Policy, int Version) : MemberEvent;
}
