using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <content>The order of categories, groups of tags, and tags that mean the same.</content>
public sealed partial record Community
{
    /// <summary>The most groups of tags: more, and nobody finds the right one.</summary>
    public const int TagGroupsMax = 50;

    /// <summary>The most tags in a group: what a list shows at once.</summary>
    public const int GroupedMax = 100;

    /// <summary>The most tags that mean another one.</summary>
    public const int SynonymsMax = 500;

    /// <summary>Groups of tags, in the order in which they were made.</summary>
    public ImmutableList<TagGroup> TagGroups { get; init; } = [];

    /// <summary>Tags that mean another one, with that one.</summary>
    public ImmutableSortedDictionary<string, string> Synonyms { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The tag that this one means: itself, where it is no synonym.</summary>
    public string Meant(string tag) => Synonyms.GetValueOrDefault(tag, tag);

    private Decision<CommunityEvent> Labelling(CommunityCommand command) => command switch
    {
        OrderCategories c when c.Slugs.IsDefault || !c.Slugs.Order(StringComparer.Ordinal)
            .SequenceEqual(Categories.Select(category => category.Slug).Order(StringComparer.Ordinal)) =>
            new Refusal("order.malformed", "The order names each category once."),
        OrderCategories c => c.Slugs.SequenceEqual(Categories.Select(category => category.Slug)) ? []
            : [new CategoriesOrdered(c.Slugs)],

        SetTagGroup c when GroupFault(c.Group) is { } fault => fault,
        SetTagGroup c => [new TagGroupSet(c.Group with { Tags = [.. c.Group.Tags.Select(Meant).Distinct()] })],
        RemoveTagGroup c => TagGroups.Exists(group => group.Slug == c.Slug) ? [new TagGroupRemoved(c.Slug)] : [],

        AddSynonym c when !Keys.IsTag(c.Tag) || !Keys.IsTag(c.Meaning) => TagMalformed,
        AddSynonym c when c.Tag == c.Meaning || Synonyms.ContainsKey(c.Meaning) || Synonyms.ContainsValue(c.Tag) =>
            new Refusal("synonym.deep", "A tag cannot mean itself, or one that means another."),
        AddSynonym c when Meant(c.Tag) == c.Meaning => [],
        AddSynonym when Synonyms.Count >= SynonymsMax =>
            new Refusal("synonym.many", $"A community has {SynonymsMax} synonyms at most."),
        AddSynonym c => [new SynonymAdded(c.Tag, c.Meaning)],
        RemoveSynonym c => Synonyms.ContainsKey(c.Tag ?? "") ? [new SynonymRemoved(c.Tag!)] : [],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Community Labelled(CommunityEvent happened) => happened switch
    {
        CategoriesOrdered e => this with
        {
            Categories = [.. e.Slugs.Select(slug => Categories.Find(category => category.Slug == slug)!)],
        },
        TagGroupSet e => this with
        {
            TagGroups = TagGroups.FindIndex(group => group.Slug == e.Group.Slug) is >= 0 and var at
                ? TagGroups.SetItem(at, e.Group)
                : TagGroups.Add(e.Group),
        },
        TagGroupRemoved e => this with { TagGroups = TagGroups.RemoveAll(group => group.Slug == e.Slug) },
        SynonymAdded e => this with
        {
            Synonyms = Synonyms.SetItem(e.Tag, e.Meaning),
            TagGroups = TagGroups.ConvertAll(group => !group.Tags.Contains(e.Tag) ? group : group with
            {
                Tags = [.. group.Tags.Select(tag => tag == e.Tag ? e.Meaning : tag).Distinct()],
            }),
        },
        SynonymRemoved e => this with { Synonyms = Synonyms.Remove(e.Tag) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static Refusal TagMalformed { get; } =
        new("tag.malformed", "A tag is 1 to 40 small letters, digits and hyphens.");

    private Refusal? GroupFault(TagGroup? group) =>
        group is null || !Keys.IsTag(group.Slug)
            ? new("group.malformed", "A group's short name is 1 to 40 small letters, digits and inner hyphens.")
        : Text.LineFault("name", group.Name, Text.NameMax) is { } fault ? fault
        : group.Tags.IsDefaultOrEmpty || !group.Tags.All(Keys.IsTag) ? TagMalformed
        : group.Tags.Length > GroupedMax ? new("group.many", $"A group has {GroupedMax} tags at most.")
        : TagGroups.Count >= TagGroupsMax && !TagGroups.Exists(other => other.Slug == group.Slug)
            ? new("groups.many", $"A community has {TagGroupsMax} groups of tags at most.")
        : null;
}

/// <summary>Tags that belong together.</summary>
/// <param name="Slug">Its short name; never changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Tags">Its tags, in the order in which they are shown.</param>
/// <param name="IsSingle">A thread has one of them at most.</param>
/// <param name="IsReserved">Only moderators give them to threads.</param>
public sealed record TagGroup(
    string Slug, string Name, ImmutableArray<string> Tags, bool IsSingle = false, bool IsReserved = false);

[JsonDerivedType(typeof(OrderCategories), "order-categories")]
[JsonDerivedType(typeof(SetTagGroup), "set-tag-group"), JsonDerivedType(typeof(RemoveTagGroup), "remove-tag-group")]
[JsonDerivedType(typeof(AddSynonym), "add-synonym"), JsonDerivedType(typeof(RemoveSynonym), "remove-synonym")]
public abstract partial record CommunityCommand
{
    /// <summary>Shows the categories in this order; it names each of them once.</summary>
    public sealed record OrderCategories(ImmutableArray<string> Slugs) : CommunityCommand;

    /// <summary>Makes a group of tags, or puts this in place of the group of the same slug.</summary>
    public sealed record SetTagGroup(TagGroup Group) : CommunityCommand;

    /// <summary>Removes a group; its tags stay.</summary>
    public sealed record RemoveTagGroup(string Slug) : CommunityCommand;

    /// <summary>Says that a tag means another one, which takes its place everywhere.</summary>
    public sealed record AddSynonym(string Tag, string Meaning) : CommunityCommand;

    /// <summary>Says that a tag means itself again; threads keep what they have.</summary>
    public sealed record RemoveSynonym(string Tag) : CommunityCommand;
}

[JsonDerivedType(typeof(CategoriesOrdered), "community.categories-ordered")]
[JsonDerivedType(typeof(TagGroupSet), "community.tag-group-set")]
[JsonDerivedType(typeof(TagGroupRemoved), "community.tag-group-removed")]
[JsonDerivedType(typeof(SynonymAdded), "community.synonym-added")]
[JsonDerivedType(typeof(SynonymRemoved), "community.synonym-removed")]
public abstract partial record CommunityEvent
{
    /// <summary>The categories are shown in this order.</summary>
    public sealed record CategoriesOrdered(ImmutableArray<string> Slugs) : CommunityEvent;

    /// <summary>The group of this slug is now this.</summary>
    public sealed record TagGroupSet(TagGroup Group) : CommunityEvent;

    /// <summary>There is no such group any more.</summary>
    public sealed record TagGroupRemoved(string Slug) : CommunityEvent;

    /// <summary>This tag means that one: threads that had it have that one.</summary>
    public sealed record SynonymAdded(string Tag, string Meaning) : CommunityEvent;

    /// <summary>This tag means itself again.</summary>
    public sealed record SynonymRemoved(string Tag) : CommunityEvent;
}
