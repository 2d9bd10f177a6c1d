using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>
/// Trust levels: what a member has done to be at each, told to everybody. Levels 1 to 3 come by themselves, in order;
/// level 4 is given by a manager.
/// </summary>
public static class Trust
{
    /// <summary>Has just come: the limits of <see cref="NewMember"/> hold.</summary>
    public const int New = 0;

    /// <summary>Has looked around.</summary>
    public const int Basic = 1;

    /// <summary>Takes part; may invite others.</summary>
    public const int Full = 2;

    /// <summary>Is here again and again; comes back to <see cref="Full"/> when that ends.</summary>
    public const int Regular = 3;

    /// <summary>Leads others; given by a manager.</summary>
    public const int Leader = 4;

    /// <summary>
    /// Below so many members a community is only beginning: nobody there has read much yet, and limits for new members
    /// would keep out the very people it begins with.
    /// </summary>
    public const int BeginningMembers = 50;

    /// <summary>The days that count as recent: a little more than a season.</summary>
    public const int RecentDays = 100;

    /// <summary>How long level 3 lasts at least, so that a holiday does not undo it.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromDays(14);

    // Of the last hundred, fewer than for coming to level 3: who is at the edge does not go up and down.
    private const int RegularDaysMin = 45;

    /// <summary>What each level that comes by itself asks for, beside all that those below it do.</summary>
    /// <remarks>The numbers are those that large forums found to tell newcomers from regulars.</remarks>
    public static ImmutableArray<ImmutableArray<TrustCriterion>> Criteria { get; } =
    [
        [],
        [new(TrustMeasure.ThreadsEntered, 5), new(TrustMeasure.PostsRead, 30)],
        [
            new(TrustMeasure.ThreadsEntered, 20), new(TrustMeasure.PostsRead, 100), new(TrustMeasure.ActiveDays, 15),
            new(TrustMeasure.Replies, 3), new(TrustMeasure.Given, 1), new(TrustMeasure.Received, 1),
        ],
        [
            new(TrustMeasure.RecentDays, 50), new(TrustMeasure.ThreadsEntered, 100),
            new(TrustMeasure.PostsRead, 1_000), new(TrustMeasure.Replies, 10), new(TrustMeasure.Given, 30),
            new(TrustMeasure.Received, 20),
        ],
    ];

    /// <summary>How far a member has come in this measure.</summary>
    public static int Reached(Member member, TrustMeasure measure, DateTimeOffset at) => measure switch
    {
        TrustMeasure.ThreadsEntered => member.Totals.Entered,
        TrustMeasure.PostsRead => member.Totals.Read,
        TrustMeasure.ActiveDays => member.ActiveDays.Count,
        TrustMeasure.RecentDays => member.ActiveDays.CountFrom(DaySet.DayOf(at) - RecentDays + 1),
        TrustMeasure.Replies => Math.Max(0, member.Totals.Posts - member.Totals.Threads),
        TrustMeasure.Given => member.Totals.Given,
        TrustMeasure.Received => member.Totals.Received,
        _ => 0,
    };

    /// <summary>The level that the member has by what they did, 0 to 3.</summary>
    internal static int Earned(Member member, DateTimeOffset at)
    {
        var level = New;
        while (level < Regular && Criteria[level + 1].All(one => Reached(member, one.Measure, at) >= one.Needed))
            level++;
        return level;
    }

    /// <summary>What follows for the level when this happens to the member.</summary>
    internal static Decision<MemberEvent> Rising(Member member, MemberEvent happened, Turn turn)
    {
        var after = member.Apply(happened, new Moment(turn.By, turn.At));
        return IsAutomatic(after) && Earned(after, turn.At) is var earned && earned > after.Trust
            ? [happened, new MemberEvent.Trusted(earned, after.Trust)]
            : [happened];
    }

    /// <summary>Looks at level 3 again: it ends where the member is hardly here any more.</summary>
    internal static Decision<MemberEvent> Reviewing(Member member, DateTimeOffset at)
    {
        if (member is not { Trust: Regular, IsTrustLocked: false }) return [];
        var today = DaySet.DayOf(at);
        for (var ahead = 0; ahead < RecentDays; ahead++)
        {
            if (member.ActiveDays.CountFrom(today + ahead - RecentDays + 1) >= RegularDaysMin) continue;
            return ahead == 0
                ? [new MemberEvent.Trusted(Full, Regular)]
                : [new MemberEvent.Reviewed(at.AddDays(ahead))];
        }

        return [];
    }

    private static bool IsAutomatic(Member member) =>
        member is { IsTrustLocked: false, Trust: < Leader, Role: not Role.None };
}

/// <summary>Something that a trust level asks for.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Needed">How many it must be.</param>
public sealed record TrustCriterion(TrustMeasure Measure, int Needed);

/// <summary>What is counted for trust levels.</summary>
public enum TrustMeasure
{
    /// <summary>Different threads looked into.</summary>
    ThreadsEntered = 0,

    /// <summary>Posts read.</summary>
    PostsRead = 1,

    /// <summary>Days of activity.</summary>
    ActiveDays = 2,

    /// <summary>Days of activity among the last <see cref="Trust.RecentDays"/>.</summary>
    RecentDays = 3,

    /// <summary>Replies written and not removed.</summary>
    Replies = 4,

    /// <summary>Reactions given.</summary>
    Given = 5,

    /// <summary>Reactions received.</summary>
    Received = 6,
}
