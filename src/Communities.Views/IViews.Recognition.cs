namespace Communities.Views;

public partial interface IViews
{
    /// <summary>Who are ambassadors, longest first, and what is expected; null where it cannot be seen.</summary>
    ValueTask<AmbassadorsView?> Ambassadors(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>Every badge that one can have in a community, its own last, with how many have each.</summary>
    ValueTask<IReadOnlyList<BadgeView>> Badges(string community, Viewer viewer, CancellationToken ct = default);

    /// <summary>Who has a badge, latest first, 50 a page.</summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<BadgeHolder>> BadgeHolders(
        string community, string badge, string? cursor, Viewer viewer, CancellationToken ct = default);

    /// <summary>The badges that a member has, latest first.</summary>
    ValueTask<IReadOnlyList<HeldBadge>> BadgesOf(
        string community, string account, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// Who has the most points in a time, 50 at most, and one's own place; null where the community shows none, or
    /// cannot be seen.
    /// </summary>
    /// <param name="community">The slug.</param>
    /// <param name="from">The first day that counts, as <see cref="DaySet"/> numbers it; null: all time.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Ends the wait.</param>
    ValueTask<LeaderboardView?> Leaderboard(
        string community, int? from, Viewer viewer, CancellationToken ct = default);
}

public abstract partial class Queries
{
    /// <inheritdoc/>
    public ValueTask<AmbassadorsView?> Ambassadors(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RecognitionViews.Ambassadors(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BadgeView>> Badges(
        string community, Viewer viewer, CancellationToken ct = default) =>
        Read(database => BadgeViews.List(database, community, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<Page<BadgeHolder>> BadgeHolders(
        string community, string badge, string? cursor, Viewer viewer, CancellationToken ct = default) =>
        Read(database => BadgeViews.Holders(database, community, badge, cursor, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HeldBadge>> BadgesOf(
        string community, string account, Viewer viewer, CancellationToken ct = default) =>
        Read(database => BadgeViews.Of(database, community, account, viewer), ct);

    /// <inheritdoc/>
    public ValueTask<LeaderboardView?> Leaderboard(
        string community, int? from, Viewer viewer, CancellationToken ct = default) =>
        Read(database => RecognitionViews.Leaderboard(database, community, from, viewer), ct);
}

/// <summary>The ambassadors of a community.</summary>
/// <param name="Expected">What is expected of them, in Markdown.</param>
/// <param name="People">Who they are.</param>
public sealed record AmbassadorsView(string Expected, IReadOnlyList<AmbassadorView> People);

/// <summary>An ambassador.</summary>
/// <param name="Person">Who.</param>
/// <param name="Since">Since when.</param>
/// <param name="Word">What the managers said with it.</param>
/// <param name="Thanked">How often they were thanked.</param>
/// <param name="Thanks">What members thanked them for last, latest first.</param>
public sealed record AmbassadorView(
    AuthorView Person, DateTimeOffset Since, string? Word, int Thanked, IReadOnlyList<ThanksView> Thanks);

/// <summary>What a member thanked an ambassador for.</summary>
/// <param name="By">Who thanked.</param>
/// <param name="At">When.</param>
/// <param name="Word">What for.</param>
public sealed record ThanksView(AuthorView By, DateTimeOffset At, string Word);

/// <summary>A badge that one can have in a community.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rule">What earns it; null where it is given by hand.</param>
/// <param name="Own">The community's own badge; null for those that every community has.</param>
/// <param name="Holders">How many members have it.</param>
public sealed record BadgeView(string Id, BadgeRule? Rule, OwnBadge? Own, int Holders);

/// <summary>A badge that a member has.</summary>
/// <param name="Badge">Its id.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who gave it; null where it was earned.</param>
/// <param name="Word">What was said with it.</param>
public sealed record HeldBadge(string Badge, DateTimeOffset At, AuthorView? By, string? Word);

/// <summary>Who has a badge.</summary>
/// <param name="Person">Who.</param>
/// <param name="At">Since when.</param>
public sealed record BadgeHolder(AuthorView Person, DateTimeOffset At);

/// <summary>Who has the most points.</summary>
/// <param name="Places">The first 50 places.</param>
/// <param name="Own">One's own place, wherever it is; null where one has none, or does not want one.</param>
public sealed record LeaderboardView(IReadOnlyList<LeaderboardPlace> Places, LeaderboardPlace? Own);

/// <summary>A place on a leaderboard; who has as many points has the same.</summary>
/// <param name="Place">The place, from 1.</param>
/// <param name="Person">Who.</param>
/// <param name="Points">How many points.</param>
public sealed record LeaderboardPlace(int Place, AuthorView Person, int Points);
