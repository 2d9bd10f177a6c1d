using Communities.Actors;

namespace Communities;

/// <summary>How much somebody wants to hear of a place, a thread or a member.</summary>
public enum Level
{
    /// <summary>What is meant for oneself: answers, mentions, reactions.</summary>
    Normal = 0,

    /// <summary>Nothing.</summary>
    Muted = 1,

    /// <summary>As normal, and what has not been read is counted.</summary>
    Tracking = 2,

    /// <summary>Every new thread of a place or a member, every post of a thread.</summary>
    Watching = 3,
}

/// <summary>What a <see cref="Level"/> is set for, as one text: <c>category:brakes</c>, <c>member:bob</c>.</summary>
public static class Places
{
    /// <summary>The whole community.</summary>
    public const string Community = "community";

    private const string CategoryPrefix = "category:";
    private const string TagPrefix = "tag:";
    private const string MemberPrefix = "member:";
    private const string ThreadPrefix = "thread:";

    /// <summary>The category of this slug.</summary>
    public static string OfCategory(string slug) => CategoryPrefix + slug;

    /// <summary>The tag.</summary>
    public static string OfTag(string tag) => TagPrefix + tag;

    /// <summary>The member of this account.</summary>
    public static string OfMember(string account) => MemberPrefix + account;

    /// <summary>The thread of this id.</summary>
    public static string OfThread(string thread) => ThreadPrefix + thread;

    /// <summary>True for a place of one of these kinds, whether or not there is such a one.</summary>
    public static bool IsPlace(string? place) => place is not null && (place == Community || IsThread(place)
        || (place.StartsWith(CategoryPrefix, StringComparison.Ordinal) && Keys.IsTag(place[CategoryPrefix.Length..]))
        || (place.StartsWith(TagPrefix, StringComparison.Ordinal) && Keys.IsTag(place[TagPrefix.Length..]))
        || (IsMember(place) && Keys.IsAccount(place[MemberPrefix.Length..])));

    /// <summary>True for the place of a member.</summary>
    public static bool IsMember(string place) => place.StartsWith(MemberPrefix, StringComparison.Ordinal);

    internal static bool IsThread(string place) =>
        place.StartsWith(ThreadPrefix, StringComparison.Ordinal) && Keys.IsThread(place[ThreadPrefix.Length..]);

    internal static Refusal Unknown { get; } =
        new("place.unknown", "A level is set for the community, a category, a tag, a thread or a member.");

    internal static Refusal NoLevel { get; } =
        new("level.unknown", "The levels are watching, tracking, normal and muted.");
}
