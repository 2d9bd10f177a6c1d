using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Communities;

/// <summary>
/// Netiquette recalled at the right moment: one friendly sentence before something is posted, once for each occasion.
/// It keeps nobody from posting. Communities switch each kind of it off.
/// </summary>
public static class Nudges
{
    /// <summary>A first post here, or a second.</summary>
    public const string FirstPosts = "first-posts";

    /// <summary>A second answer to oneself in a row.</summary>
    public const string OwnEcho = "own-echo";

    /// <summary>A thread of which the writer has written a great part.</summary>
    public const string Dominating = "dominating";

    /// <summary>A thread in which nobody has written for long.</summary>
    public const string Reviving = "reviving";

    /// <summary>A text in capitals.</summary>
    public const string Shouting = "shouting";

    /// <summary>A thread that is heated: reported, with posts taken away, or faster than one can read.</summary>
    public const string Heated = "heated";

    /// <summary>Every kind, the one that matters most first: no more than one is shown at a time.</summary>
    public static ImmutableArray<string> Kinds { get; } =
        [Heated, Shouting, OwnEcho, Dominating, Reviving, FirstPosts];

    /// <summary>How many posts are a member's first ones: as with Discourse, whose members bear two well.</summary>
    public const int FirstMax = 2;

    /// <summary>Within this, posts in a row are an echo; later, they are an addition.</summary>
    public static readonly TimeSpan EchoFor = TimeSpan.FromHours(24);

    /// <summary>How many posts of one's own in a row make the next one an echo.</summary>
    public const int EchoMin = 2;

    /// <summary>How long a thread must be before anybody can dominate it.</summary>
    public const int DominatedMin = 20;

    /// <summary>The part of a thread from which on its writer dominates it, in percent.</summary>
    public const int DominatedPercent = 40;

    /// <summary>After this a thread is old: who comes back to it may not know that.</summary>
    public static readonly TimeSpan OldAfter = TimeSpan.FromDays(180);

    /// <summary>How many letters a text needs before its capitals are shouting: abbreviations are none.</summary>
    public const int ShoutedMin = 20;

    /// <summary>The part of its letters that are capitals from which on a text shouts, in percent.</summary>
    public const int ShoutedPercent = 70;

    /// <summary>Within this, replies are fast.</summary>
    public static readonly TimeSpan FastWithin = TimeSpan.FromMinutes(10);

    /// <summary>How many replies within that time, of more than one writer, heat a thread.</summary>
    public const int FastMin = 8;

    /// <summary>So long, a post that was taken away heats its thread.</summary>
    public static readonly TimeSpan HeatedFor = TimeSpan.FromHours(24);

    /// <summary>How many posts that were reported or taken away heat a thread.</summary>
    public const int TroubledMin = 2;

    private static readonly FrozenSet<string> _known = Kinds.ToFrozenSet();

    /// <summary>True for a kind that there is.</summary>
    public static bool Has(string? kind) => kind is not null && _known.Contains(kind);

    /// <summary>What may be said to somebody who is about to post, what matters most first.</summary>
    /// <param name="member">The writer.</param>
    /// <param name="off">The kinds that the community has switched off.</param>
    /// <param name="thread">The thread that is answered; null for a new one.</param>
    /// <param name="text">What is about to be posted; null while it is not known yet.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<Nudge> For(
        Member member, ImmutableHashSet<string> off, ThreadFacts? thread, string? text, DateTimeOffset now) =>
        from kind in Kinds
        where !off.Contains(kind)
        let occasion = OccasionOf(kind, member.Totals.Posts, thread, text, now)
        where occasion is not null && !member.Nudged.Any(given => given.Kind == kind && given.Occasion == occasion)
        select new Nudge(kind, occasion);

    // What makes this occasion one, or null where it is none.
    private static string? OccasionOf(
        string kind, int posts, ThreadFacts? thread, string? text, DateTimeOffset now) => kind switch
    {
        FirstPosts => posts < FirstMax ? $"{posts + 1}" : null,
        Shouting => IsShouting(text) ? $"{thread?.Id}{Day(now)}" : null,
        _ when thread is null => null,
        OwnEcho => thread.OwnInARow >= EchoMin ? thread.Id : null,
        Dominating => thread.Posts >= DominatedMin && thread.Own * 100 >= thread.Posts * DominatedPercent
            ? thread.Id
            : null,
        Reviving => now - thread.LastAt > OldAfter ? thread.Id : null,
        Heated => thread.Troubled >= TroubledMin || (thread.Fast >= FastMin && thread.FastWriters > 1)
            ? $"{thread.Id}{Day(now)}"
            : null,
        _ => null,
    };

    // Code and quotes are nobody's voice; letters that have no case are no capitals.
    private static bool IsShouting(string? text)
    {
        if (text is null) return false;
        var (letters, capitals) = (0, 0);
        foreach (var range in new Prose(text))
        {
            foreach (var c in text.AsSpan(range))
            {
                if (char.IsLower(c)) letters++;
                else if (char.IsUpper(c)) (letters, capitals) = (letters + 1, capitals + 1);
            }
        }

        return letters >= ShoutedMin && capitals * 100 >= letters * ShoutedPercent;
    }

    private static string Day(DateTimeOffset now) =>
        "/" + DaySet.DayOf(now).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A friendly sentence for this occasion.</summary>
/// <param name="Kind">One of <see cref="Nudges.Kinds"/>.</param>
/// <param name="Occasion">What makes it this one and no other: a thread, a day, the number of a post.</param>
public sealed record Nudge(string Kind, string Occasion);

/// <summary>A nudge that was shown to somebody.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Occasion">Its occasion.</param>
/// <param name="IsFollowed">What came of it is known: something was posted.</param>
public sealed record GivenNudge(string Kind, string Occasion, bool IsFollowed = false);

/// <summary>What is going on in a thread, as far as who is about to answer should know.</summary>
/// <param name="Id">The thread's id.</param>
/// <param name="Posts">Its visible posts.</param>
/// <param name="Own">Those of the writer.</param>
/// <param name="OwnInARow">
/// How many of the writer's were posted last, with nothing behind them, within <see cref="Nudges.EchoFor"/>.
/// </param>
/// <param name="LastAt">When the last visible one was posted.</param>
/// <param name="Fast">How many were posted within <see cref="Nudges.FastWithin"/>.</param>
/// <param name="FastWriters">By how many.</param>
/// <param name="Troubled">
/// How many of those posted within <see cref="Nudges.HeatedFor"/> were taken away, or are reported and wait for a
/// moderator.
/// </param>
public sealed record ThreadFacts(
    string Id, int Posts, int Own, int OwnInARow, DateTimeOffset LastAt, int Fast, int FastWriters, int Troubled);
