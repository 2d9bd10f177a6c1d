using System.Text.Json.Serialization;

namespace Communities;

/// <summary>One thing that a decision does.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Hours">For how long, in hours; null without end, or where it takes no time.</param>
/// <param name="Seconds">How long members wait between two posts in a slowed thread.</param>
public sealed record Measure(MeasureKind Kind, int? Hours = null, int? Seconds = null)
{
    /// <summary>The longest measure that ends by itself, in hours: ten years. What is longer has no end.</summary>
    public const int HoursMax = 24 * 365 * 10;

    /// <summary>True for what bars a member from writing or taking part.</summary>
    [JsonIgnore]
    public bool IsSanction => Kind is MeasureKind.Silence or MeasureKind.Suspend or MeasureKind.Ban;

    /// <summary>True for what is about the member, and not about what the member wrote.</summary>
    [JsonIgnore]
    public bool IsPersonal => IsSanction || Kind == MeasureKind.Warn;

    /// <summary>What becomes of the post; null where nothing does.</summary>
    [JsonIgnore]
    public Removal? Withholds => Kind switch
    {
        MeasureKind.Hide or MeasureKind.RequestEdit => Removal.Hidden,
        MeasureKind.Remove => Removal.ByModerator,
        MeasureKind.Erase => Removal.Erased,
        _ => null,
    };
}

/// <summary>What a decision can do. A decision holds each kind once at most.</summary>
public enum MeasureKind
{
    /// <summary>The content stays; what was done to it meanwhile is undone.</summary>
    Keep = 0,

    /// <summary>The post is hidden from all but its author and moderators.</summary>
    Hide = 1,

    /// <summary>The post is removed (the opening post: the thread).</summary>
    Remove = 2,

    /// <summary>The post is hidden until its author has changed it.</summary>
    RequestEdit = 3,

    /// <summary>The member is told what was wrong, and gets a strike.</summary>
    Warn = 4,

    /// <summary>The member reads, and writes nothing.</summary>
    Silence = 5,

    /// <summary>The member takes no part for a time.</summary>
    Suspend = 6,

    /// <summary>The member takes no part any more, and cannot come back.</summary>
    Ban = 7,

    /// <summary>The thread is closed.</summary>
    Close = 8,

    /// <summary>The thread is slowed.</summary>
    Slow = 9,

    /// <summary>The text is destroyed for everybody, moderators too; managers only, and it cannot be undone.</summary>
    Erase = 10,
}
