using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <content>Members who keep order in some categories, and are moderators nowhere else.</content>
public sealed partial record Member
{
    /// <summary>The most categories that one member keeps order in: who keeps more is a moderator.</summary>
    public const int KeptMax = 20;

    /// <summary>The categories in which the member keeps order without being a moderator, by their slugs.</summary>
    public ImmutableArray<string> Kept { get; init; } = [];

    /// <summary>
    /// Those categories and the ones below them, as <see cref="Standing.Categories"/> has them; null for none.
    /// </summary>
    /// <param name="community">The community, which knows its categories.</param>
    public string? KeptIn(Community community)
    {
        if (Kept.IsDefaultOrEmpty || Role != Role.Member) return null;
        var all = community.Categories
            .Where(category => Kept.Contains(category.Slug) || Kept.Contains(category.Parent ?? ""))
            .Select(category => category.Slug);
        return string.Join(' ', all) is { Length: > 0 } slugs ? slugs : null;
    }

    private Decision<MemberEvent> Keeping(MemberCommand.Keep c, Turn turn)
    {
        if (!turn.Standing.Is(Role.Manager)) return Refusals.ManagersOnly;
        if (turn.By == Keys.LocalOf(turn.Key) && turn.Standing.Role != Role.System)
            return new Refusal("role.own", "Nobody changes their own role; please ask somebody else.");
        if (c.Categories.IsDefault || !c.Categories.All(Keys.IsTag)) return Refusals.NoSuchCategory;
        ImmutableArray<string> slugs = [.. c.Categories.Distinct().Order(StringComparer.Ordinal)];
        if (slugs.Length > KeptMax)
            return new Refusal("categories.many", $"A member keeps order in {KeptMax} categories at most.");
        return slugs.SequenceEqual(Kept) ? [] : [new MemberEvent.Kept(slugs, Kept)];
    }
}

[JsonDerivedType(typeof(Keep), "keep")]
public abstract partial record MemberCommand
{
    /// <summary>
    /// Lets the member keep order in these categories and those below them, and in no others. Who asks looks whether
    /// there are such categories.
    /// </summary>
    public sealed record Keep(ImmutableArray<string> Categories) : MemberCommand;
}

[JsonDerivedType(typeof(Kept), "member.kept")]
public abstract partial record MemberEvent
{
    /// <summary>The member keeps order in these categories, and no longer in those before.</summary>
    public sealed record Kept(ImmutableArray<string> Categories, ImmutableArray<string> Before) : MemberEvent;
}
