using System.Collections.Immutable;

namespace Communities;

/// <summary>A rule of automoderation: what it looks for, in whose posts, and what it then does.</summary>
/// <param name="Id">Its short name, which never changes.</param>
/// <param name="Name">What moderators call it.</param>
/// <param name="Test">What it looks for.</param>
/// <param name="Terms">
/// What the test compares with: words and phrases, one regular expression, domains, or languages that are spoken
/// besides the community's own; empty for the other tests.
/// </param>
/// <param name="Number">
/// How many it takes: links in one post, posts of one author, times the same text, or the score; see
/// <see cref="AutomodRules.NumberOf"/>.
/// </param>
/// <param name="Minutes">Within how many minutes, for what is repeated and for a rate; 0 for the other tests.</param>
/// <param name="Whom">Whose posts it looks at.</param>
/// <param name="Action">What it does.</param>
/// <param name="IsOn">False while it only waits to be tried or switched on.</param>
public sealed record AutomodRule(
    string Id,
    string Name,
    AutomodTest Test,
    ImmutableArray<string> Terms,
    int Number,
    int Minutes,
    AutomodScope Whom,
    AutomodAction Action,
    bool IsOn);

/// <summary>What a rule looks for.</summary>
public enum AutomodTest
{
    /// <summary>Everything: the rule is about whose posts they are.</summary>
    Any = 0,

    /// <summary>
    /// Words and phrases, whole; <c>*</c> stands for any letters, <c>?</c> for one. Case and accents make no
    /// difference.
    /// </summary>
    Words = 1,

    /// <summary>A regular expression.</summary>
    Pattern = 2,

    /// <summary>Links to these domains, or to any where none is named.</summary>
    Links = 3,

    /// <summary>Links to other domains than these.</summary>
    OtherLinks = 4,

    /// <summary>The same text, or nearly, several times, by one account or by several.</summary>
    Repeated = 5,

    /// <summary>Many posts of one author in a short time.</summary>
    Rate = 6,

    /// <summary>A language other than the community's.</summary>
    Language = 7,

    /// <summary>A high score of the filter for abuse and spam.</summary>
    Score = 8,
}

/// <summary>
/// Whose posts a rule looks at: what is said here narrows it. Moderators and whoever runs the site are always spared.
/// </summary>
/// <param name="SparedTrust">Spares members of this trust level and above, 1 to 4; null spares none.</param>
/// <param name="FirstPosts">Only the first so many posts of a member; 0: all.</param>
/// <param name="MemberHours">Only members who joined less than so many hours ago; 0: all.</param>
/// <param name="AccountHours">Only accounts opened less than so many hours ago; 0: all.</param>
public sealed record AutomodScope(
    int? SparedTrust = null, int FirstPosts = 0, int MemberHours = 0, int AccountHours = 0)
{
    /// <summary>Looks at everybody's posts.</summary>
    public static AutomodScope Everybody { get; } = new();
}

/// <summary>What a rule does with what it found.</summary>
/// <param name="Kind">What.</param>
/// <param name="Text">The sentence of a block, the tag, or what takes the place of what was found.</param>
/// <param name="Hours">For how long its author is silenced.</param>
public sealed record AutomodAction(AutomodActionKind Kind, string? Text = null, int Hours = 0);

/// <summary>What a rule can do, the mildest first.</summary>
public enum AutomodActionKind
{
    /// <summary>The thread gets a tag. Only new threads have tags to get.</summary>
    Tag = 0,

    /// <summary>Something else takes the place of what was found.</summary>
    Replace = 1,

    /// <summary>The post is seen, and brought to moderators.</summary>
    Flag = 2,

    /// <summary>The post waits until a moderator lets it be seen.</summary>
    Hold = 3,

    /// <summary>The post waits, and its author is silenced until a moderator has looked, or the time is over.</summary>
    Silence = 4,

    /// <summary>Nothing is posted, and its author reads why.</summary>
    Block = 5,
}
