namespace Communities.Web;

/// <summary>What a level asks for, and how far one has come oneself; null for who is no member.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Needed">How many it must be.</param>
/// <param name="Reached">How many it is.</param>
public sealed record TrustStep(TrustMeasure Measure, int Needed, int? Reached);

/// <summary>A trust level, and what it asks for beside all that those below it do.</summary>
/// <param name="Level">The level, from 0.</param>
/// <param name="Needs">What it asks for.</param>
public sealed record TrustLevelView(int Level, IReadOnlyList<TrustStep> Needs);

/// <summary>The trust levels of a community, and one's own.</summary>
/// <param name="Level">One's own level; null for who is no member.</param>
/// <param name="IsLocked">It stays whatever one does.</param>
/// <param name="IsNew">The limits for new members bind one here.</param>
/// <param name="Levels">Those that come by themselves, lowest first; level 4 is given by a manager.</param>
public sealed record TrustView(int? Level, bool IsLocked, bool IsNew, IReadOnlyList<TrustLevelView> Levels)
{
    /// <summary>As it is for who asks.</summary>
    internal static TrustView Of(Place place, DateTimeOffset at) => new(
        place.IsMember ? place.Member.Trust : null, place.Member.IsTrustLocked, place.Standing.IsNew,
        [.. Trust.Criteria.Select((criteria, level) => new TrustLevelView(
            level, [.. criteria.Select(one => new TrustStep(
                one.Measure, one.Needed,
                place.IsMember ? Trust.Reached(place.Member, one.Measure, at) : null))]))]);
}
