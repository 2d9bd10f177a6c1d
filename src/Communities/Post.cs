using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a thread remembers of one of its posts: all that decisions and counters need, not its text.</summary>
/// <remarks>
/// A reference, for a list of thousands is copied along a path at every reply; and its times are milliseconds, for a
/// thread in memory is mostly these.
/// </remarks>
public sealed record Post
{
    private readonly long _at;
    private readonly long _graceFrom;

    /// <summary>The account that wrote it; empty where the account is gone.</summary>
    [JsonConverter(typeof(NameConverter))]
    public required string Author { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_at);
        init => _at = value.ToUnixTimeMilliseconds();
    }

    /// <summary>When its author wrote the present revision; the beginning of time where a moderator did.</summary>
    public DateTimeOffset GraceFrom
    {
        get => DateTimeOffset.FromUnixTimeMilliseconds(_graceFrom);
        init => _graceFrom = value.ToUnixTimeMilliseconds();
    }

    /// <summary>The number of the present revision, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>Who took it away, if anybody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] // Of ten thousand posts in a snapshot, few are.
    public Removal Removal { get; init; }

    /// <summary>Who reacted how, as <c>alice:like</c>; null where nobody did.</summary>
    public ImmutableHashSet<string>? Reactions { get; init; }

    /// <summary>Reactions that an import brought as a number, without the members who gave them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Counted { get; init; }

    /// <summary>True while readers see it.</summary>
    [JsonIgnore]
    public bool IsVisible => Removal == Removal.None;

    internal Post Revised(int revision, Moment moment) => revision == Revision ? this : this with
    {
        Revision = revision,
        GraceFrom = moment.By == Author ? moment.At : default,
    };
}

/// <summary>
/// Whether readers see a post, and who took it away otherwise: what its author removed its author may restore.
/// </summary>
public enum Removal
{
    /// <summary>Nobody: it is there.</summary>
    None = 0,

    /// <summary>Its author.</summary>
    ByAuthor = 1,

    /// <summary>A moderator.</summary>
    ByModerator = 2,

    /// <summary>Nobody: it is in another thread now.</summary>
    Moved = 3,

    /// <summary>Moderators or reports, until it is reviewed: its author and moderators see it.</summary>
    Hidden = 4,

    /// <summary>Nobody let it be seen yet: its author and moderators see it, and nothing tells others.</summary>
    Pending = 5,

    /// <summary>A manager, for good: nobody reads it any more.</summary>
    Erased = 6,
}

/// <summary>The kinds of reaction a member can give to a post, each once.</summary>
public static class Reactions
{
    /// <summary>Agreement or thanks in one tap; what lists sort by.</summary>
    public const string Like = "like";

    /// <summary>Every kind, in the order in which they are shown.</summary>
    public static ImmutableArray<string> Kinds { get; } = [Like, "thanks", "insightful", "funny", "disagree"];
}
