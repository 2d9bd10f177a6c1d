using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>Who keeps order in it, who welcomes others in its name, and how they are told of what waits.</content>
public sealed partial record Community
{
    /// <summary>The accounts of its moderators, managers and owners.</summary>
    public ImmutableHashSet<string> Staff { get; init; } = [];

    /// <summary>The accounts of its ambassadors, who are told of who waits for a greeting.</summary>
    public ImmutableHashSet<string> Ambassadors { get; init; } = [];

    /// <summary>The members who keep order in some categories, with those; see <see cref="Member.Kept"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Keepers { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    // Who keeps order in this category, or in the one above it.
    private IEnumerable<string> KeepersOf(string? category)
    {
        if (category is null || Keepers.IsEmpty) return [];
        var parent = Categories.Find(one => one.Slug == category)?.Parent;
        return Keepers.Where(keeper => keeper.Value.Contains(category)
            || (parent is not null && keeper.Value.Contains(parent))).Select(keeper => keeper.Key);
    }

    private Decision<CommunityEvent> Staffing(CommunityCommand command) => command switch
    {
        SetStaff c => Staff.Contains(c.Account) == c.IsStaff || !Keys.IsAccount(c.Account) ? []
            : [new StaffSet(c.Account, c.IsStaff)],
        SetAmbassador c => Ambassadors.Contains(c.Account) == c.IsAmbassador || !Keys.IsAccount(c.Account) ? []
            : [new AmbassadorSet(c.Account, c.IsAmbassador)],
        TellStaff c when !Keys.IsAccount(c.Of) && c.Reason is null => [],
        SetKeeper c when !Keys.IsAccount(c.Account) || c.Categories.IsDefault => [],
        SetKeeper c => Keepers.GetValueOrDefault(c.Account, []).SequenceEqual(c.Categories) ? []
            : [new KeeperSet(c.Account, c.Categories)],
        TellStaff c => (c.Ambassadors ? Staff.Union(Ambassadors) : Staff).Union(KeepersOf(c.Category)) is
            { IsEmpty: false } to
            ? [new StaffTold(c.Of, [.. to.Order(StringComparer.Ordinal)], c.Reason, c.Subject)]
            : [],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Community Staffed(CommunityEvent happened) => happened switch
    {
        StaffSet e => this with { Staff = e.IsStaff ? Staff.Add(e.Account) : Staff.Remove(e.Account) },
        AmbassadorSet e => this with
        {
            Ambassadors = e.IsAmbassador ? Ambassadors.Add(e.Account) : Ambassadors.Remove(e.Account),
        },
        KeeperSet e => this with
        {
            Keepers = e.Categories.IsEmpty ? Keepers.Remove(e.Account) : Keepers.SetItem(e.Account, e.Categories),
        },
        StaffTold => this,
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <content>Staff and ambassadors.</content>
[JsonDerivedType(typeof(SetStaff), "set-staff"), JsonDerivedType(typeof(SetAmbassador), "set-ambassador")]
[JsonDerivedType(typeof(TellStaff), "tell-staff"), JsonDerivedType(typeof(SetKeeper), "set-keeper")]
public abstract partial record CommunityCommand
{
    /// <summary>The program only: this account is one of those who keep order here, or no longer.</summary>
    public sealed record SetStaff(string Account, bool IsStaff) : CommunityCommand;

    /// <summary>The program only: this account is one of its ambassadors, or no longer.</summary>
    public sealed record SetAmbassador(string Account, bool IsAmbassador) : CommunityCommand;

    /// <summary>The program only: this member keeps order in these categories, and in no others.</summary>
    public sealed record SetKeeper(string Account, ImmutableArray<string> Categories) : CommunityCommand;

    /// <summary>The program only: this account asks to be let in; or another reason, perhaps nobody's.</summary>
    /// <param name="Of">The account, or nothing.</param>
    /// <param name="Reason">One of <see cref="Reasons"/>; null: a request to join.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="Ambassadors">Tells the ambassadors too.</param>
    /// <param name="Category">Tells those who keep order in this category, too; null for none.</param>
    public sealed record TellStaff(
        string Of,
        string? Reason = null,
        string? Subject = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Ambassadors = false,
        string? Category = null)
        : CommunityCommand, INews;
}

/// <content>Staff and ambassadors.</content>
[JsonDerivedType(typeof(StaffSet), "community.staff-set"), JsonDerivedType(typeof(StaffTold), "community.staff-told")]
[JsonDerivedType(typeof(AmbassadorSet), "community.ambassador-set")]
[JsonDerivedType(typeof(KeeperSet), "community.keeper-set")]
public abstract partial record CommunityEvent
{
    /// <summary>This account is one of those who keep order here, or no longer.</summary>
    public sealed record StaffSet(string Account, bool IsStaff) : CommunityEvent;

    /// <summary>This account is one of its ambassadors, or no longer.</summary>
    public sealed record AmbassadorSet(string Account, bool IsAmbassador) : CommunityEvent;

    /// <summary>This member keeps order in these categories, and in no others.</summary>
    public sealed record KeeperSet(string Account, ImmutableArray<string> Categories) : CommunityEvent;

    /// <summary>These are told that this account asks to be let in, or for another of the reasons.</summary>
    public sealed record StaffTold(string Of, ImmutableArray<string> To, string? Reason = null, string? Subject = null)
        : CommunityEvent;
}
