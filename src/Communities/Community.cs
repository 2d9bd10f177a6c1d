using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.CommunityCommand;
using static Communities.CommunityEvent;

namespace Communities;

/// <summary>People around a purpose: the boundary within which members, threads and moderation live.</summary>
public sealed partial record Community : IActor<Community, CommunityCommand, CommunityEvent>
{
    /// <summary>The most categories, sub-categories among them: more, and nobody finds the right one.</summary>
    public const int CategoriesMax = 100;

    /// <inheritdoc/>
    public static string Kind => "community";

    /// <inheritdoc/>
    public static Community Initial { get; } = new();

    /// <summary>True once somebody has founded it.</summary>
    public bool IsFounded { get; init; }

    /// <summary>The language that is spoken there.</summary>
    public string Language { get; init; } = Languages.Known[0];

    /// <summary>Who sees it, and who may join it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>How its managers want it to take new members; a private one takes none but by invitation.</summary>
    public Joining? ChosenJoining { get; init; }

    /// <summary>How it takes new members.</summary>
    [JsonIgnore]
    public Joining Joining =>
        Visibility == Visibility.Private ? Joining.Invitation : ChosenJoining ?? Joining.Open;

    /// <summary>Which crawlers may read it.</summary>
    public Crawlers Crawlers { get; init; }

    /// <summary>Its categories, in the order in which they are shown.</summary>
    public ImmutableList<Category> Categories { get; init; } = [];

    /// <summary>What it counts.</summary>
    public CommunityCounters Counters { get; init; }

    /// <inheritdoc/>
    public Decision<CommunityEvent> Decide(CommunityCommand command, Turn turn) => command switch
    {
        Found when !Keys.IsCommunity(turn.Key) => new Refusal(
            "slug.malformed", "A community's short name is 2 to 40 small letters a–z, digits and inner hyphens."),
        Found when !turn.Standing.IsOperator && turn.Standing.Role != Role.System => Refusals.OperatorsOnly,
        Found when IsFounded => new Refusal("community.exists", "There is a community of that short name already."),
        Found c when SettingsFault(c.Name, c.Summary, c.Language, c.Visibility) is { } fault => fault,
        Found c when Text.LineFault("name", c.FounderName, Text.NameMax, turn.By.Length == 0) is { } fault => fault,
        Found c => [new Founded(c.Name, c.Summary, c.Language, c.Visibility, c.FounderName)],

        _ when !IsFounded => Refusals.NoSuchCommunity,
        _ when Refusals.Barred(turn) is { } barred => barred,
        Tally or SetStaff or SetAmbassador or SetKeeper or TellStaff or AnnouncePolicy or EnforcePolicy or OfferJourney
            when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        SetStaff or SetAmbassador or SetKeeper or TellStaff => Staffing(command),
        Tally c => c.Change == default ? [] : [new Tallied(c.Change)],
        AnnouncePolicy c => Announcing(c),
        EnforcePolicy c => Enforcing(c),
        OfferJourney => Welcoming(command),

        Guard c => Guarding(c, turn),

        _ when !turn.Standing.Is(Role.Manager) => Refusals.ManagersOnly,
        SetAutomodRule or RemoveAutomodRule => Ruling(command),
        ChangeSettings c when SettingsFault(c.Name, c.Summary, c.Language, c.Visibility) is { } fault => fault,
        ChangeSettings c => [new SettingsChanged(c.Name, c.Summary, c.Language, c.Visibility)],
        SetPurpose c => Purposing(c),

        SetRecognition or SetBadge or RemoveBadge => Recognising(command),
        SetModeration c => Moderating(c),
        SetNudges c => Nudging(c),
        SetJourney or SetIntroductions => Welcoming(command),
        SetQuestions c => Asking(c),
        SetZone c => Zoning(c),
        SetCrawlers c when !Enum.IsDefined(c.Let) =>
            new Refusal("crawlers.unknown", "Search engines read a community, or everybody does, or nobody."),
        SetCrawlers c => c.Let == Crawlers ? [] : [new CrawlersSet(c.Let)],

        SetJoining c when !Enum.IsDefined(c.Joining) => Joins,
        SetJoining c when Visibility == Visibility.Private && c.Joining != Joining.Invitation => Joins,
        SetJoining c when Text.Fault("question", c.Question, Text.LineMax, mayBeEmpty: true) is { } fault => fault,
        SetJoining c => [new JoiningSet(c.Joining, c.Question)],

        AddCategory c when Has(c.Category.Slug) => new Refusal("category.exists", "There is such a category already."),
        AddCategory when Categories.Count >= CategoriesMax =>
            new Refusal("category.many", $"A community has {CategoriesMax} categories at most."),
        AddCategory c => CategoryFault(c.Category) ?? (Decision<CommunityEvent>)[new CategoryAdded(c.Category)],
        ChangeCategory c when !Has(c.Category.Slug) => Refusals.NoSuchCategory,
        ChangeCategory c => CategoryFault(c.Category) ?? (Decision<CommunityEvent>)[new CategoryChanged(c.Category)],
        RemoveCategory c when !Has(c.Slug) => [], // Asked twice, done once.
        RemoveCategory c when Categories.Any(other => other.Parent == c.Slug) =>
            new Refusal("category.parent", "Please remove its sub-categories first."),
        RemoveCategory c => [new CategoryRemoved(c.Slug)],

        _ => Labelling(command),
    };

    /// <inheritdoc/>
    public Community Apply(CommunityEvent happened, Moment moment) => happened switch
    {
        Founded e => this with { IsFounded = true, Language = e.Language, Visibility = e.Visibility },
        SettingsChanged e => this with { Language = e.Language, Visibility = e.Visibility },
        CrawlersSet e => this with { Crawlers = e.Let },
        PurposeSet e => Purposed(e),
        PurposeStated or RulesSet => this,
        ModerationSet e => this with { ChosenModeration = e.Settings },
        PolicyAnnounced e => Apply(e),
        PolicyEnforced e => Apply(e),
        ZoneSet e => this with { Zone = e.Zone },
        NudgesSet e => this with { NudgesOff = [.. e.Off] },
        QuestionsSet e => this with { ChosenQuestions = e.Settings },
        StaffSet or AmbassadorSet or KeeperSet or StaffTold => Staffed(happened),
        JourneySet or IntroductionsSet or JourneyOffered => Welcomed(happened),
        JoiningSet e => this with { ChosenJoining = e.Joining },
        CategoryAdded e => this with { Categories = Categories.Add(e.Category) },
        CategoryChanged e => this with
        {
            Categories = Categories.SetItem(Categories.FindIndex(c => c.Slug == e.Category.Slug), e.Category),
        },
        CategoryRemoved e => (Introductions?.Category == e.Slug ? Introduced(null) : this) with
        {
            Categories = Categories.RemoveAll(c => c.Slug == e.Slug),
        },
        RecognitionSet or BadgeSet or BadgeRemoved => Recognised(happened),
        Tallied e => this with { Counters = Counters + e.Change },
        AutomodRuleSet or AutomodRuleRemoved or Guarded => Ruled(happened),
        _ => Labelled(happened),
    };

    private static Refusal Joins { get; } = new(
        "joining.unknown",
        "One joins a community at once, by request or by invitation; a private one by invitation only.");

    private bool Has(string slug) => Categories.Any(c => c.Slug == slug);

    private static Refusal? SettingsFault(string name, string? summary, string language, Visibility visibility) =>
        Text.LineFault("name", name, Text.NameMax) is { } nameFault ? nameFault
        : Text.LineFault("summary", summary, Text.LineMax, mayBeEmpty: true) is { } summaryFault ? summaryFault
        : !Languages.Known.Contains(language) ? Languages.Unknown
        : !Enum.IsDefined(visibility) ? new("visibility.unknown", "A community is public, unlisted or private.")
        : null;

    private Refusal? CategoryFault(Category category) =>
        !Keys.IsTag(category.Slug)
            ? new("category.malformed", "A category's short name is 1 to 40 small letters, digits and inner hyphens.")
        : Text.LineFault("name", category.Name, Text.NameMax) is { } nameFault ? nameFault
        : Text.LineFault("description", category.Description, Text.LineMax, mayBeEmpty: true) is { } fault ? fault
        : category.Hue is < 0 or > 359 ? new("hue.range", "A hue is 0 to 359 degrees.")
        : category.Parent is not { } parent ? null
        : Categories.Find(c => c.Slug == parent) is not { } above ? Refusals.NoSuchCategory
        : above.Parent is not null || Categories.Any(c => c.Parent == category.Slug) || parent == category.Slug
            ? new("category.deep", "Categories have two levels: a sub-category has no sub-categories.")
        : null;
}

/// <summary>Who sees a community, and who may join it.</summary>
public enum Visibility
{
    /// <summary>Listed, read and joined by anybody.</summary>
    Public = 0,

    /// <summary>Read and joined by anybody who has its address, but listed nowhere.</summary>
    Unlisted = 1,

    /// <summary>Seen by its members only, who are brought in by its managers.</summary>
    Private = 2,
}

/// <summary>What a community can be asked.</summary>
[JsonDerivedType(typeof(Found), "found"), JsonDerivedType(typeof(ChangeSettings), "change-settings")]
[JsonDerivedType(typeof(AddCategory), "add-category"), JsonDerivedType(typeof(ChangeCategory), "change-category")]
[JsonDerivedType(typeof(RemoveCategory), "remove-category"), JsonDerivedType(typeof(Tally), "tally")]
[JsonDerivedType(typeof(SetJoining), "set-joining")]
[JsonDerivedType(typeof(SetCrawlers), "set-crawlers")]
public abstract partial record CommunityCommand : ICommand<Community>
{
    /// <summary>Founds the community; who asks becomes its owner under this display name.</summary>
    public sealed record Found(
        string Name, string? Summary, string Language, Visibility Visibility, string? FounderName) : CommunityCommand;

    /// <summary>Changes what it is called, its one-line summary, its language, and who sees it.</summary>
    public sealed record ChangeSettings(string Name, string? Summary, string Language, Visibility Visibility)
        : CommunityCommand;

    /// <summary>Says which crawlers may read it.</summary>
    public sealed record SetCrawlers(Crawlers Let) : CommunityCommand;

    /// <summary>Says how it takes new members, and what it asks those who want to join.</summary>
    public sealed record SetJoining(Joining Joining, string? Question) : CommunityCommand;

    /// <summary>Adds a category at the end.</summary>
    public sealed record AddCategory(Category Category) : CommunityCommand;

    /// <summary>Puts this in place of the category of the same slug.</summary>
    public sealed record ChangeCategory(Category Category) : CommunityCommand;

    /// <summary>Removes a category; its threads stay, without one.</summary>
    public sealed record RemoveCategory(string Slug) : CommunityCommand;

    /// <summary>The program only: what members and threads have counted since the last tally.</summary>
    public sealed record Tally(CommunityCounters Change) : CommunityCommand, IMergeable
    {
        /// <inheritdoc/>
        public IMergeable? Merge(IMergeable later) => later is Tally tally ? new Tally(Change + tally.Change) : null;
    }
}

/// <summary>What happens to communities.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Founded), "community.founded")]
[JsonDerivedType(typeof(SettingsChanged), "community.settings-changed")]
[JsonDerivedType(typeof(RulesSet), "community.rules-set")]
[JsonDerivedType(typeof(CategoryAdded), "community.category-added")]
[JsonDerivedType(typeof(CategoryChanged), "community.category-changed")]
[JsonDerivedType(typeof(CategoryRemoved), "community.category-removed")]
[JsonDerivedType(typeof(Tallied), "community.tallied")]
[JsonDerivedType(typeof(JoiningSet), "community.joining-set")]
[JsonDerivedType(typeof(CrawlersSet), "community.crawlers-set")]
public abstract partial record CommunityEvent
{
    /// <summary>The community was founded; who did it is its first owner, under this name.</summary>
    public sealed record Founded(
        string Name, string? Summary, string Language, Visibility Visibility, string? FounderName) : CommunityEvent;

    /// <summary>It is called this now, with this summary, language and visibility.</summary>
    public sealed record SettingsChanged(string Name, string? Summary, string Language, Visibility Visibility)
        : CommunityEvent;

    /// <summary>These crawlers may read it.</summary>
    public sealed record CrawlersSet(Crawlers Let) : CommunityEvent;

    /// <summary>These are its rules: its netiquette, before that became a <see cref="Policy"/>.</summary>
    public sealed record RulesSet(string Text) : CommunityEvent;

    /// <summary>It takes new members so, and asks this of those who want to join.</summary>
    public sealed record JoiningSet(Joining Joining, string? Question) : CommunityEvent;

    /// <summary>It has one more category.</summary>
    public sealed record CategoryAdded(Category Category) : CommunityEvent;

    /// <summary>The category of this slug is now this.</summary>
    public sealed record CategoryChanged(Category Category) : CommunityEvent;

    /// <summary>It has no such category any more.</summary>
    public sealed record CategoryRemoved(string Slug) : CommunityEvent;

    /// <summary>Members and threads counted this.</summary>
    public sealed record Tallied(CommunityCounters Change) : CommunityEvent;
}
