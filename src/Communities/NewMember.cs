using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities;

/// <summary>
/// The limits for members at trust level 0: what an honest newcomer hardly meets, and what makes spam not worth its
/// while. They end at level 1, after some reading.
/// </summary>
/// <remarks>
/// Who they bind the server finds (<see cref="Standing.IsNew"/>): nobody in a community that is only beginning, no
/// moderator, and never the program itself, so that imports come in whole.
/// </remarks>
public static partial class NewMember
{
    /// <summary>The most links to elsewhere in a post.</summary>
    public const int LinksMax = 2;

    /// <summary>The most images in a post.</summary>
    public const int ImagesMax = 1;

    /// <summary>The most names that a post calls.</summary>
    public const int MentionsMax = 2;

    /// <summary>The most replies in a thread that somebody else opened.</summary>
    public const int RepliesMax = 3;

    /// <summary>The most threads on the first day.</summary>
    public const int FirstThreadsMax = 3;

    /// <summary>The most replies on the first day.</summary>
    public const int FirstRepliesMax = 10;

    /// <summary>How long the first day is.</summary>
    public static readonly TimeSpan FirstDay = TimeSpan.FromDays(1);

    /// <summary>True where these limits bind this member.</summary>
    /// <param name="community">The community.</param>
    /// <param name="member">The member.</param>
    public static bool Is(Community community, Member member) =>
        member is { Role: Role.Member, Trust: Trust.New } && community.Counters.Members >= Trust.BeginningMembers;

    /// <summary>Why this member may open or answer no more threads today, or null.</summary>
    /// <remarks>
    /// From what threads have told the member so far: what is under way at the same moment is not counted, which a
    /// limit against floods can bear, and no reply has to ask its member first.
    /// </remarks>
    public static Refusal? FirstDayFault(Member member, ThreadCommand command, DateTimeOffset at) =>
        member.JoinedAt is not { } joined || at >= joined + FirstDay ? null
        : command is ThreadCommand.Open && member.Totals.Threads >= FirstThreadsMax
            ? new("first-threads.exceeded", $"New members open {FirstThreadsMax} threads on their first day at most.")
        : command is ThreadCommand.Reply && member.Totals.Posts - member.Totals.Threads >= FirstRepliesMax
            ? new("first-replies.exceeded", $"New members write {FirstRepliesMax} replies on their first day at most.")
        : null;

    internal static Refusal? TextFault(string? text, Turn turn)
    {
        if (!turn.Standing.IsNew || text is null) return null;
        if (Link().Matches(text).DistinctBy(link => link.Value).Count() > LinksMax)
            return new("links.many", $"Posts of new members hold {LinksMax} links at most.");
        if (Image().Count(text) > ImagesMax)
            return new("images.many", $"Posts of new members hold {ImagesMax} image at most.");
        return Mentions.In(text).Length <= MentionsMax ? null
            : new("mentions.many", $"Posts of new members call {MentionsMax} others at most.");
    }

    internal static Refusal? ReplyFault(Thread thread, Turn turn) =>
        turn.Standing.IsNew && thread.Posts[0].Author != turn.By
        && thread.Authors.GetValueOrDefault(turn.By) >= RepliesMax
            ? new("replies.many", $"New members reply {RepliesMax} times at most in a thread of somebody else.")
            : null;

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>()\[\]""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"!\[", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
