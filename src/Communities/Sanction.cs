using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What keeps a member from writing or from taking part, by a decision, until it ends or is lifted.</summary>
/// <param name="Decision">The id of the decision that it rests on: <c>post-01k…-3.2</c>.</param>
/// <param name="Kind">Which: <see cref="Measure.IsSanction"/>.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
public sealed record Sanction(string Decision, MeasureKind Kind, DateTimeOffset? Until)
{
    /// <summary>What it keeps from while it is in force.</summary>
    [JsonIgnore]
    public Bar Bar => Kind switch
    {
        MeasureKind.Ban => Bar.Banned,
        MeasureKind.Suspend => Bar.Suspended,
        _ => Bar.Silenced,
    };

    /// <summary>True until it ends.</summary>
    public bool IsInForce(DateTimeOffset at) => Until is not { } until || until > at;
}

/// <summary>What counts against a member for a time, by a decision.</summary>
/// <param name="Decision">The id of the decision that it rests on.</param>
/// <param name="ExpiresAt">When it stops counting.</param>
public sealed record Strike(string Decision, DateTimeOffset ExpiresAt);
