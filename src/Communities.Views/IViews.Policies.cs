namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// A policy of a community, or of the site (<see cref="Keys.Site"/>), with its versions; null where nothing was
    /// published that this viewer sees, and no draft neither.
    /// </summary>
    ValueTask<PolicyView?> Policy(string place, string name, Viewer viewer, CancellationToken ct = default);

    /// <summary>The text of a version, in Markdown; null where there is none for this viewer.</summary>
    ValueTask<string?> PolicyText(
        string place, string name, int number, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<PolicyView?> Policy(
        string place, string name, Viewer viewer, CancellationToken ct = default) =>
        Read(database => PolicyViews.Get(database, place, name, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<string?> PolicyText(
        string place, string name, int number, Viewer viewer, CancellationToken ct = default) =>
        Read(database => PolicyViews.Text(database, place, name, number, viewer), ct);
}

/// <summary>A policy as a reader sees it.</summary>
/// <param name="Place">The community's slug, or <see cref="Keys.Site"/>.</param>
/// <param name="Name">One of <see cref="Communities.Policy.Names"/>.</param>
/// <param name="Versions">What was published, latest first.</param>
/// <param name="Draft">What managers are writing, and nobody else sees; null where there is none.</param>
public sealed record PolicyView(
    string Place, string Name, IReadOnlyList<PolicyVersionView> Versions, PolicyDraftView? Draft)
{
    /// <summary>The version in force, unless there is no such policy any more; or null.</summary>
    public PolicyVersionView? Current =>
        Versions.FirstOrDefault(version => version is { State: VersionState.Current, IsEnd: false });

    /// <summary>The version that comes into force later, or null.</summary>
    public PolicyVersionView? Coming => Versions.FirstOrDefault(version => version.State == VersionState.Coming);

    /// <summary>The version of this number, or null.</summary>
    public PolicyVersionView? Of(int number) => Versions.FirstOrDefault(version => version.Number == number);
}

/// <summary>A version of a policy.</summary>
/// <param name="Number">Its number; 0 for what a community's rules were before versions were counted.</param>
/// <param name="Summary">What was new in it.</param>
/// <param name="At">When it was published.</param>
/// <param name="EffectiveAt">From when on it is in force.</param>
/// <param name="AsksConsent">It asks for consent.</param>
/// <param name="State">Whether it is in force.</param>
/// <param name="IsEnd">It is empty: with it, the policy ended.</param>
/// <param name="Consents">How many members agreed to it; null for who is no manager there, and for the site.</param>
public sealed record PolicyVersionView(
    int Number,
    string Summary,
    DateTimeOffset At,
    DateTimeOffset EffectiveAt,
    bool AsksConsent,
    VersionState State,
    bool IsEnd,
    int? Consents);

/// <summary>The next version, while it is written.</summary>
/// <param name="Text">The whole of it.</param>
/// <param name="Summary">What is new in it.</param>
/// <param name="At">When it was last kept.</param>
/// <param name="By">The account that did.</param>
public sealed record PolicyDraftView(string Text, string Summary, DateTimeOffset At, string By);

/// <summary>Whether a version is in force; the numbers are in the tables.</summary>
public enum VersionState
{
    /// <summary>It will be.</summary>
    Coming = PolicyProjection.Coming,

    /// <summary>It is.</summary>
    Current = PolicyProjection.Current,

    /// <summary>It was.</summary>
    Former = PolicyProjection.Former,
}
