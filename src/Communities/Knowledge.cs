using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.KnowledgeCommand;
using static Communities.KnowledgeEvent;

namespace Communities;

/// <summary>
/// The knowledge page of a category: what its threads have taught, kept together by those who know it, with links back.
/// </summary>
/// <remarks>
/// A page of many hands: whoever has been here for a while writes at it, each time naming the revision gone on from, so
/// that nobody overwrites what they have not read. What it is made from are the posts that it links to.
/// </remarks>
public sealed record Knowledge : IActor<Knowledge, KnowledgeCommand, KnowledgeEvent>
{
    /// <summary>The longest page, in UTF-16 units: longer, and it should be two.</summary>
    public const int TextMax = 100_000;

    /// <summary>The longest sentence on what was changed.</summary>
    public const int SummaryMax = 200;

    /// <summary>The most revisions: one a day for thirty years.</summary>
    public const int RevisionsMax = 10_000;

    /// <summary>The most posts that a page counts as its sources, in its order.</summary>
    public const int SourcesMax = 500;

    /// <summary>Who has this trust level writes at it: three weeks of taking part, and nobody in passing.</summary>
    public const int TrustMin = 2;

    /// <inheritdoc/>
    public static string Kind => "knowledge";

    /// <inheritdoc/>
    public static Knowledge Initial { get; } = new();

    /// <summary>The number of the latest revision; 0 before the first.</summary>
    public int Last { get; init; }

    /// <summary>Only who keeps order there writes at it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The revisions that are kept from readers.</summary>
    public ImmutableHashSet<int> Hidden { get; init; } = [];

    /// <summary>The posts that it links to.</summary>
    public ImmutableHashSet<PostLink> Sources { get; init; } = [];

    /// <inheritdoc/>
    public Decision<KnowledgeEvent> Decide(KnowledgeCommand command, Turn turn) => command switch
    {
        _ when Refusals.Barred(turn) is { } barred => barred,
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,
        _ when !Keys.IsTag(Keys.LocalOf(turn.Key)) => Refusals.NoSuchCategory,
        Revise when !MayWrite(turn) => Refusals.TrustNeeded,
        Revise when IsLocked && !IsKept(turn) => Locked,
        Revise c => Revising(c, turn),

        _ when !IsKept(turn) => Refusals.ModeratorsOnly,
        Lock => IsLocked ? [] : [new KnowledgeEvent.Locked()],
        Unlock => IsLocked ? [new Unlocked()] : [],
        Hide or Show when Last == 0 => NoSuchRevision,
        Hide c when c.Revision < 1 || c.Revision > Last => NoSuchRevision,
        Hide c when c.Revision == Last => new Refusal(
            "revision.current", "Everybody reads that revision; please go back to another one first."),
        Hide c => Hidden.Contains(c.Revision) ? [] : [new KnowledgeEvent.Hidden(c.Revision)],
        Show c => Hidden.Contains(c.Revision) ? [new Shown(c.Revision)] : [],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Knowledge Apply(KnowledgeEvent happened, Moment moment) => happened switch
    {
        Revised e => this with { Last = e.Number, Sources = [.. e.Sources] },
        KnowledgeEvent.Locked => this with { IsLocked = true },
        Unlocked => this with { IsLocked = false },
        KnowledgeEvent.Hidden e => this with { Hidden = Hidden.Add(e.Revision) },
        Shown e => this with { Hidden = Hidden.Remove(e.Revision) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>There is no such page, or nobody has written at it.</summary>
    public static Refusal Missing { get; } = new("knowledge.missing", "Nobody has written at this page yet.");

    /// <summary>There is no such revision of it, or not for who asks.</summary>
    public static Refusal NoSuchRevision { get; } = new("revision.missing", "This page has no such revision.");

    /// <summary>Only who keeps order there writes at it.</summary>
    public static Refusal Locked { get; } =
        new("knowledge.closed", "This page is locked: only those who keep order here change it.");

    // A category's own moderators keep its page, too.
    private static bool IsKept(Turn turn) => turn.Standing.Moderates(Keys.LocalOf(turn.Key));

    private static bool MayWrite(Turn turn) => turn.Standing.Trust >= TrustMin || IsKept(turn);

    private Decision<KnowledgeEvent> Revising(Revise c, Turn turn)
    {
        if (Text.Fault("text", c.Text, TextMax) is { } fault) return fault;
        if (Text.LineFault("summary", c.Summary, SummaryMax, mayBeEmpty: true) is { } summaryFault) return summaryFault;
        if (c.On != Last && turn.Standing.Role != Role.System)
            return new Refusal(
                "knowledge.changed", "Somebody else has changed the page meanwhile; please look at that first.");
        if (Last >= RevisionsMax)
            return new Refusal("revision.many", $"A page has {RevisionsMax} revisions at most.");

        var sources = PostLink.In(c.Text, Keys.CommunityOf(turn.Key), SourcesMax);
        return [new Revised(
            Last + 1, c.Text, c.Summary?.Trim() ?? "", sources,
            [.. sources.Where(source => !Sources.Contains(source))])];
    }
}

/// <summary>What a knowledge page can be asked.</summary>
[JsonDerivedType(typeof(Revise), "revise"), JsonDerivedType(typeof(Lock), "lock")]
[JsonDerivedType(typeof(Unlock), "unlock"), JsonDerivedType(typeof(Hide), "hide")]
[JsonDerivedType(typeof(Show), "show")]
public abstract record KnowledgeCommand : ICommand<Knowledge>
{
    /// <summary>Puts this in place of what stands there.</summary>
    /// <param name="On">The revision gone on from; 0 for a page that is not written yet.</param>
    /// <param name="Text">The whole page, in Markdown.</param>
    /// <param name="Summary">What was changed.</param>
    public sealed record Revise(int On, string Text, string? Summary = null) : KnowledgeCommand;

    /// <summary>From now on only those who keep order there change it.</summary>
    public sealed record Lock : KnowledgeCommand;

    /// <summary>Whoever has been here for a while changes it again.</summary>
    public sealed record Unlock : KnowledgeCommand;

    /// <summary>Keeps an earlier revision from readers: what it said should not have been there.</summary>
    public sealed record Hide(int Revision) : KnowledgeCommand;

    /// <summary>Lets readers see it again.</summary>
    public sealed record Show(int Revision) : KnowledgeCommand;
}

/// <summary>What happens to knowledge pages.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Revised), "knowledge.revised"), JsonDerivedType(typeof(Locked), "knowledge.locked")]
[JsonDerivedType(typeof(Unlocked), "knowledge.unlocked"), JsonDerivedType(typeof(Hidden), "knowledge.hidden")]
[JsonDerivedType(typeof(Shown), "knowledge.shown")]
public abstract record KnowledgeEvent
{
    /// <summary>The page says this now.</summary>
    /// <param name="Number">The number of the revision, from 1.</param>
    /// <param name="Text">The whole page, in Markdown.</param>
    /// <param name="Summary">What was changed.</param>
    /// <param name="Sources">The posts of the community that it links to.</param>
    /// <param name="Added">Those of them that the revision before did not.</param>
    public sealed record Revised(
        int Number, string Text, string Summary, ImmutableArray<PostLink> Sources, ImmutableArray<PostLink> Added)
        : KnowledgeEvent;

    /// <summary>Only those who keep order there change it.</summary>
    public sealed record Locked : KnowledgeEvent;

    /// <summary>Whoever has been here for a while changes it.</summary>
    public sealed record Unlocked : KnowledgeEvent;

    /// <summary>This revision is kept from readers.</summary>
    public sealed record Hidden(int Revision) : KnowledgeEvent;

    /// <summary>This revision is kept from nobody.</summary>
    public sealed record Shown(int Revision) : KnowledgeEvent;
}
