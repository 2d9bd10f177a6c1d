using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.SiteCommand;
using static Communities.SiteEvent;

namespace Communities;

/// <summary>
/// What the site as a whole keeps, once: keys of its own, which the web locks before they come here, and what it knows
/// of the policies that hold for everybody.
/// </summary>
/// <remarks>
/// Its key is <c>~</c>; it is never archived. Of several processes that start at once, the first one's key counts, for
/// all of them.
/// </remarks>
public sealed record Site : IActor<Site, SiteCommand, SiteEvent>
{
    /// <summary>The longest locked key, in characters.</summary>
    public const int KeyMax = 4_000;

    /// <inheritdoc/>
    public static string Kind => "site";

    /// <inheritdoc/>
    public static Site Initial { get; } = new();

    /// <summary>The locked keys, by what they are for.</summary>
    public ImmutableSortedDictionary<string, string> LockedKeys { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Its policies, by name.</summary>
    public ImmutableDictionary<string, PolicyStand> Policies { get; init; } =
        ImmutableDictionary<string, PolicyStand>.Empty;

    /// <summary>What it knows of this policy.</summary>
    public PolicyStand PolicyOf(string name) => Policies.GetValueOrDefault(name, PolicyStand.None);

    /// <inheritdoc/>
    public Decision<SiteEvent> Decide(SiteCommand command, Turn turn) => command switch
    {
        _ when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        KeepKey c when !Keys.IsTag(c.Name) => new Refusal("key.malformed", "A key is named as a tag is."),
        KeepKey c when Text.LineFault("key", c.Locked, KeyMax) is { } fault => fault,
        KeepKey c => LockedKeys.ContainsKey(c.Name) ? [] : [new KeyKept(c.Name, c.Locked)],
        AnnouncePolicy c => PolicyOf(c.Name).Next == c.Next ? [] : [new PolicyAnnounced(c.Name, c.Next)],
        EnforcePolicy c => PolicyOf(c.Name) == new PolicyStand(c.Number, c.Needed) ? []
            : [new PolicyEnforced(c.Name, c.Number, c.Needed)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Site Apply(SiteEvent happened, Moment moment) => happened switch
    {
        KeyKept e => this with { LockedKeys = LockedKeys.SetItem(e.Name, e.Locked) },
        PolicyAnnounced e => this with
        {
            Policies = Policies.SetItem(e.Name, PolicyOf(e.Name) with { Next = e.Next }),
        },
        PolicyEnforced e => this with { Policies = Policies.SetItem(e.Name, new(e.Number, e.Needed)) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>What the site can be asked, by the program alone.</summary>
[JsonDerivedType(typeof(KeepKey), "keep-key"), JsonDerivedType(typeof(AnnouncePolicy), "announce-policy")]
[JsonDerivedType(typeof(EnforcePolicy), "enforce-policy")]
public abstract record SiteCommand : ICommand<Site>
{
    /// <summary>Keeps a key, unless there is one of that name.</summary>
    public sealed record KeepKey(string Name, string Locked) : SiteCommand;

    /// <summary>This version of a policy comes into force later; null for none any more.</summary>
    public sealed record AnnouncePolicy(string Name, ComingVersion? Next) : SiteCommand;

    /// <summary>This version of a policy is in force, and consent is owed to that one.</summary>
    public sealed record EnforcePolicy(string Name, int Number, int Needed) : SiteCommand;
}

/// <summary>What happens to the site.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(KeyKept), "site.key-kept"), JsonDerivedType(typeof(PolicyAnnounced), "site.policy-announced")]
[JsonDerivedType(typeof(PolicyEnforced), "site.policy-enforced")]
public abstract record SiteEvent
{
    /// <summary>The site has this key.</summary>
    public sealed record KeyKept(string Name, string Locked) : SiteEvent;

    /// <summary>This version of a policy comes into force later; null for none any more.</summary>
    public sealed record PolicyAnnounced(string Name, ComingVersion? Next) : SiteEvent;

    /// <summary>This version of a policy is in force, and consent is owed to that one.</summary>
    public sealed record PolicyEnforced(string Name, int Number, int Needed) : SiteEvent;
}
