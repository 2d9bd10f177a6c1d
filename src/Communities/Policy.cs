using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.PolicyCommand;
using static Communities.PolicyEvent;

namespace Communities;

/// <summary>A text that everybody here goes by: drafted, published in numbered versions, each from a time on.</summary>
/// <remarks>
/// A community has its own (<c>devs/netiquette</c>), and the site has those of everybody (<c>~/terms</c>). A version
/// may ask for consent: whoever has not given it reads and does not write. What was published is never changed, and its
/// number never given again.
/// </remarks>
public sealed record Policy : IActor<Policy, PolicyCommand, PolicyEvent>
{
    /// <summary>How people here treat each other: what is shown as the rules.</summary>
    public const string Netiquette = "netiquette";

    /// <summary>What one agrees to by taking part: terms of service.</summary>
    public const string Terms = "terms";

    /// <summary>The longest policy, in UTF-16 units: the terms of large sites have some 40,000.</summary>
    public const int TextMax = 60_000;

    /// <summary>The longest summary of what changed: it is to be read at once.</summary>
    public const int SummaryMax = 2_000;

    /// <summary>The most versions: one a month for eighty years.</summary>
    public const int VersionsMax = 1_000;

    /// <inheritdoc/>
    public static string Kind => "policy";

    /// <inheritdoc/>
    public static Policy Initial { get; } = new();

    /// <summary>Every policy that a place can have.</summary>
    public static ImmutableArray<string> Names { get; } = [Netiquette, Terms];

    /// <summary>The number that was given last; 0 before the first version.</summary>
    public int Last { get; init; }

    /// <summary>The version in force; 0 for none.</summary>
    public int Current { get; init; }

    /// <summary>The latest version in force that asked for consent; 0 for none.</summary>
    public int Needed { get; init; }

    /// <summary>The version that comes into force later, or null.</summary>
    public ComingVersion? Next { get; init; }

    /// <summary>Somebody has written at the next version and not published it.</summary>
    public bool HasDraft { get; init; }

    /// <inheritdoc/>
    public Decision<PolicyEvent> Decide(PolicyCommand command, Turn turn) => command switch
    {
        _ when !Names.Contains(Keys.LocalOf(turn.Key)) => Missing,
        TakeEffect when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        TakeEffect c => Next is { } next && next.Number == c.Number ? [Effect(next)] : [],

        _ when !turn.Standing.Is(Role.Manager) =>
            Keys.CommunityOf(turn.Key) == Keys.Site ? Refusals.OperatorsOnly : Refusals.ManagersOnly,
        SaveDraft c when Fault(c.Text, c.Summary) is { } fault => fault,
        SaveDraft c => [new Drafted(c.Text ?? "", c.Summary ?? "")],
        DropDraft => HasDraft ? [new DraftDropped()] : [],
        Publish c => Publishing(c, turn),
        Withdraw c => Next?.Number == c.Number ? [new Withdrawn(c.Number)] : NothingComing,

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Policy Apply(PolicyEvent happened, Moment moment) => happened switch
    {
        Drafted => this with { HasDraft = true },
        DraftDropped => this with { HasDraft = false },
        Published e => this with
        {
            Last = e.Number, HasDraft = false,
            Next = new(e.Number, e.EffectiveAt, e.AsksConsent, e.Text.Length == 0),
        },
        TookEffect e => this with { Current = e.Number, Needed = e.Needed, Next = null },
        Withdrawn => this with { Next = null },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    /// <summary>There is no such policy, or none for who asks.</summary>
    public static Refusal Missing { get; } = new("policy.missing", "There is no such policy here.");

    /// <summary>There is no such version of it.</summary>
    public static Refusal NoSuchVersion { get; } = new("version.missing", "This policy has no such version.");

    private static Refusal NothingComing { get; } =
        new("version.missing", "That version does not wait to come into force.");

    private static Refusal? Fault(string? text, string? summary) =>
        Text.Fault("text", text, TextMax, mayBeEmpty: true)
        ?? Text.Fault("summary", summary, SummaryMax, mayBeEmpty: true);

    private Decision<PolicyEvent> Publishing(Publish c, Turn turn)
    {
        if (Fault(c.Text, c.Summary) is { } fault) return fault;
        var text = string.IsNullOrWhiteSpace(c.Text) ? "" : c.Text;
        if (text.Length == 0 && c.AsksConsent)
            return new Refusal("text.empty", "Nobody can consent to an empty text.");
        if (Next is not null)
            return new Refusal("version.exists", "A version waits to come into force; withdraw it first.");
        if (Last >= VersionsMax) return new Refusal("version.many", $"A policy has {VersionsMax} versions at most.");

        // An import tells what was in force when.
        var isNow = c.EffectiveAt is null || (turn.Standing.Role == Role.System && c.EffectiveAt <= turn.At);
        if (!isNow && Schedule.Fault(c.EffectiveAt, turn) is { } never) return never;
        var version = new ComingVersion(
            Last + 1, c.EffectiveAt ?? turn.At, c.AsksConsent, text.Length == 0);
        var published = new Published(
            version.Number, text, c.Summary ?? "", version.EffectiveAt, version.AsksConsent);
        return isNow ? [published, Effect(version)] : [published];
    }

    // A version that asks for none leaves what is owed; where there is no policy any more, nothing is.
    private TookEffect Effect(ComingVersion version) =>
        new(version.Number, version.IsEnd ? 0 : version.AsksConsent ? version.Number : Needed);
}

/// <summary>A version that is not in force yet.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="EffectiveAt">When it comes into force.</param>
/// <param name="AsksConsent">From then on only who has consented to it writes.</param>
/// <param name="IsEnd">It is empty: from then on there is no such policy.</param>
public sealed record ComingVersion(int Number, DateTimeOffset EffectiveAt, bool AsksConsent, bool IsEnd = false);

/// <summary>What a policy can be asked, by managers, and by operators for the site.</summary>
[JsonDerivedType(typeof(SaveDraft), "save-draft"), JsonDerivedType(typeof(DropDraft), "drop-draft")]
[JsonDerivedType(typeof(Publish), "publish"), JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(TakeEffect), "take-effect")]
public abstract record PolicyCommand : ICommand<Policy>
{
    /// <summary>Keeps what somebody writes at the next version, in place of what was kept before.</summary>
    public sealed record SaveDraft(string? Text, string? Summary) : PolicyCommand;

    /// <summary>Throws the draft away.</summary>
    public sealed record DropDraft : PolicyCommand;

    /// <summary>Publishes the next version.</summary>
    /// <param name="Text">The whole of it, in Markdown; empty where there is to be none any more.</param>
    /// <param name="Summary">What is new, for those who know the version before.</param>
    /// <param name="EffectiveAt">When it comes into force; null for at once.</param>
    /// <param name="AsksConsent">From then on only who has consented to it writes.</param>
    public sealed record Publish(
        string? Text, string? Summary = null, DateTimeOffset? EffectiveAt = null, bool AsksConsent = false)
        : PolicyCommand;

    /// <summary>Takes back the version of this number, which is not in force yet.</summary>
    public sealed record Withdraw(int Number) : PolicyCommand;

    /// <summary>The program only: the time has come for the version of this number.</summary>
    public sealed record TakeEffect(int Number) : PolicyCommand;
}

/// <summary>What happens to policies.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Drafted), "policy.drafted"), JsonDerivedType(typeof(DraftDropped), "policy.draft-dropped")]
[JsonDerivedType(typeof(Published), "policy.published"), JsonDerivedType(typeof(TookEffect), "policy.took-effect")]
[JsonDerivedType(typeof(Withdrawn), "policy.withdrawn")]
public abstract record PolicyEvent
{
    /// <summary>Somebody wrote at the next version.</summary>
    public sealed record Drafted(string Text, string Summary) : PolicyEvent;

    /// <summary>The draft is gone.</summary>
    public sealed record DraftDropped : PolicyEvent;

    /// <summary>This version was published, and the draft with it.</summary>
    public sealed record Published(
        int Number, string Text, string Summary, DateTimeOffset EffectiveAt, bool AsksConsent = false) : PolicyEvent;

    /// <summary>This version is in force; consent is owed to that one, 0 for none.</summary>
    public sealed record TookEffect(int Number, int Needed = 0) : PolicyEvent;

    /// <summary>This version was taken back before it came into force.</summary>
    public sealed record Withdrawn(int Number) : PolicyEvent;
}
