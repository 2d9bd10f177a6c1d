using System.Collections.Immutable;

namespace Communities;

/// <summary>Badges that every community has: what a member has done to have each, told to everybody.</summary>
/// <remarks>
/// A badge is never taken away for counting less later: it says what was once. The numbers are those that large forums
/// found to be reached by few enough.
/// </remarks>
public static class Badges
{
    /// <summary>The mark of ambassadors, which stands where a badge does and is none.</summary>
    public const string Ambassador = "ambassador";

    /// <summary>Said instead of a badge's id: none beside one's posts.</summary>
    public const string None = "none";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<Badge> All { get; } =
    [
        new("first-post", BadgeMeasure.Posts, 1),
        new("introduced", BadgeMeasure.Introduced, 1),
        new("first-thread", BadgeMeasure.Threads, 1),
        new("first-thanks", BadgeMeasure.Received, 1),
        new("first-reaction", BadgeMeasure.Given, 1),
        new("threads-10", BadgeMeasure.Threads, 10),
        new("threads-50", BadgeMeasure.Threads, 50, Weight: 4),
        new("posts-100", BadgeMeasure.Posts, 100),
        new("posts-1000", BadgeMeasure.Posts, 1_000, Weight: 4),
        new("received-50", BadgeMeasure.Received, 50),
        new("received-500", BadgeMeasure.Received, 500, Weight: 5),
        new("given-100", BadgeMeasure.Given, 100),
        new("answer-1", BadgeMeasure.Accepted, 1),
        new("answer-10", BadgeMeasure.Accepted, 10, Weight: 6),
        new("answer-50", BadgeMeasure.Accepted, 50, Weight: 8),
        new("days-10", BadgeMeasure.ActiveDays, 10),
        new("days-100", BadgeMeasure.ActiveDays, 100),
        new("days-365", BadgeMeasure.ActiveDays, 365, Weight: 5),
        new("year-1", BadgeMeasure.Years, 1, Weight: 1),
        new("year-2", BadgeMeasure.Years, 2, Weight: 2),
        new("year-5", BadgeMeasure.Years, 5, Weight: 3),
        new("year-10", BadgeMeasure.Years, 10, Weight: 5),
        new("greeter", BadgeMeasure.Greeted, 5, Weight: 7),
        new("attended", BadgeMeasure.Attended, 1),
        new("contest-won", BadgeMeasure.Won, 1, Weight: 7),
    ];

    /// <summary>The badge of this id that every community has, or null.</summary>
    public static Badge? Find(string id) => All.FirstOrDefault(badge => badge.Id == id);

    /// <summary>How far a member has come in this measure.</summary>
    public static int Reached(Member member, BadgeMeasure measure) => measure switch
    {
        BadgeMeasure.Posts => member.Totals.Posts,
        BadgeMeasure.Threads => member.Totals.Threads,
        BadgeMeasure.Received => member.Totals.Received,
        BadgeMeasure.Given => member.Totals.Given,
        BadgeMeasure.Accepted => member.Totals.Accepted - member.Totals.OwnAccepted,
        BadgeMeasure.ActiveDays => member.ActiveDays.Count,
        BadgeMeasure.Years => member.Years,
        BadgeMeasure.Introduced => member.Totals.Introductions,
        BadgeMeasure.Greeted => member.Deeds.Greeted,
        BadgeMeasure.Attended => member.Deeds.Attended,
        BadgeMeasure.Won => member.Deeds.Won,
        _ => 0,
    };

    /// <summary>Those that the member has earned and does not have yet, in order.</summary>
    internal static IEnumerable<Badge> Earned(Member member) =>
        All.Where(badge => Reached(member, badge.Measure) >= badge.Needed && !member.Badges.Contains(badge.Id));

    /// <summary>Those of a community's own that the member has earned and does not have yet.</summary>
    /// <param name="member">The member.</param>
    /// <param name="community">The member's community, whose rules they are.</param>
    public static IEnumerable<OwnBadge> Earned(Member member, Community community) =>
        community.Badges.Where(badge => badge.Rule is { } rule
            && Reached(member, rule.Measure) >= rule.Needed && !member.Badges.Contains(badge.Id));
}

/// <summary>A badge that every community has.</summary>
/// <param name="Id">Its name for programs; never changes.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Needed">How many it must be.</param>
/// <param name="Weight">
/// The heaviest badge of a member stands beside their posts, where they have not chosen another; 0: never by itself.
/// </param>
public sealed record Badge(string Id, BadgeMeasure Measure, int Needed, int Weight = 0);

/// <summary>What is counted for badges.</summary>
public enum BadgeMeasure
{
    /// <summary>Posts written and not removed.</summary>
    Posts = 0,

    /// <summary>Threads opened and not removed.</summary>
    Threads = 1,

    /// <summary>Reactions received.</summary>
    Received = 2,

    /// <summary>Reactions given.</summary>
    Given = 3,

    /// <summary>Posts accepted as the answer to somebody else's question.</summary>
    Accepted = 4,

    /// <summary>Days of activity.</summary>
    ActiveDays = 5,

    /// <summary>Years since joining.</summary>
    Years = 6,

    /// <summary>Introductions written.</summary>
    Introduced = 7,

    /// <summary>Newcomers whose introduction the member was the first to answer.</summary>
    Greeted = 8,

    /// <summary>Gatherings attended.</summary>
    Attended = 9,

    /// <summary>Contests won.</summary>
    Won = 10,
}
