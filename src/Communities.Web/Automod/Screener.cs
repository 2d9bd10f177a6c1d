using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadCommand;

namespace Communities.Web;

/// <summary>
/// Asks the rules of a community about what somebody is about to write. One a process: it remembers what was written
/// lately, so that of several processes each counts what came to it.
/// </summary>
public sealed class Screener
{
    // What is kept of a community is its rules made ready and its latest texts: a few hundred kilobytes at most.
    private const int CommunitiesMax = 500;

    private readonly TwoGenerations<string, Known> _known = new(CommunitiesMax * 2);
    private readonly TimeProvider _time;

    internal Screener(WebOptions options, TimeProvider time)
    {
        _time = time;
        Blocked = new BlockedPosts(time);
        Filter = options.Filter ?? ShippedFilter.Filter;
    }

    /// <summary>The filter that scores texts.</summary>
    public TextFilter Filter { get; }

    /// <summary>What rules kept from being posted.</summary>
    internal BlockedPosts Blocked { get; }

    /// <summary>How much a text looks like abuse or spam, 0 to 100.</summary>
    public int ScoreOf(string text) => Filter.Score(text).Highest;

    /// <summary>The report with what the filter says of its content, which orders the queue of moderators.</summary>
    internal MemberCommand.Report Score(MemberCommand.Report report) =>
        report with { Content = report.Content with { Score = ScoreOf(report.Content.Text) } };

    /// <summary>The command as it may be given, or why it may not.</summary>
    /// <param name="command">What somebody asks of a thread; what holds no text comes back as it is.</param>
    /// <param name="place">The community, and what who asks may do there.</param>
    /// <param name="opened">When the account of who asks was opened.</param>
    /// <param name="request">What names the request, so that a repeat does not count; null where nothing does.</param>
    internal (ThreadCommand Command, Refusal? Refusal) Screen(
        ThreadCommand command, Place place, DateTimeOffset? opened, string? request)
    {
        if (command is not (Open or Reply or Edit or Organise) || place.Standing.Bar != Bar.None)
            return (command, null);
        var community = place.Community;
        if (!Looks(place)) return (command, null);
        var (title, text) = command switch
        {
            Open c => (c.Title, c.Text),
            Reply c => (null, c.Text),
            Edit c => (null, c.Text),
            Organise c => (c.Title, ""),
            _ => (null, ""),
        };

        // What no thread takes is no rule's business.
        if (Text.Fault("text", text, Text.PostMax, mayBeEmpty: true) is not null
            || Text.LineFault("title", title, Text.TitleMax, mayBeEmpty: true) is not null)
            return (command, null);

        var known = KnownOf(place);
        var post = Written(place, title, text, opened, isEdit: command is Edit or Organise, request);
        var verdict = known.Rules.Screen(post, known.Past, Filter, community.GuardedUntil);
        Blocked.Note(place.Slug, post, verdict.Blocks);
        if (verdict.Refusal is not null || verdict.Screening is null) return (command, verdict.Refusal);
        return command switch
        {
            Open c => (c with
            {
                Title = verdict.Title!,
                Text = verdict.Text,
                Tags = WithTags(c.Tags, verdict.Tags),
                Screening = verdict.Screening,
            }, null),
            Reply c => (c with { Text = verdict.Text, Screening = verdict.Screening }, null),
            Edit c => (c with { Text = verdict.Text, Screening = verdict.Screening }, null),

            // A title has nowhere to wait.
            Organise when verdict.Screening.IsHeld => (command, AutomodVerdict.Screened),
            Organise c => (c with { Title = verdict.Title! }, null),
            _ => (command, null),
        };
    }

    /// <summary>True where anything is asked about what is written in this community.</summary>
    internal bool Looks(Place place) =>
        place.Community.IsGuardedAt(_time.GetUtcNow()) || place.Community.AutomodRules.Exists(rule => rule.IsOn);

    /// <summary>Why a knowledge page may not be saved as it is; null where it may.</summary>
    /// <remarks>
    /// Only what is new is looked at, in the lines that are: for what stood there already nobody who saves it answers.
    /// A page has nowhere to wait, and what was to be replaced its writer replaces; so all that does more than flag is
    /// a no.
    /// </remarks>
    /// <param name="revise">The page.</param>
    /// <param name="before">What it said before.</param>
    /// <param name="place">The community, and what who asks may do there.</param>
    /// <param name="opened">When the account of who asks was opened.</param>
    internal Refusal? FaultOf(KnowledgeCommand.Revise revise, string before, Place place, DateTimeOffset? opened)
    {
        if (Text.Fault("text", revise.Text, Knowledge.TextMax) is not null
            || Text.LineFault("summary", revise.Summary, Knowledge.SummaryMax, mayBeEmpty: true) is not null)
            return null;
        var known = KnownOf(place);
        var post = Written(
            place, revise.Summary, LinesBeyond(revise.Text, before), opened, isEdit: true, request: null) with
        {
            Before = LinesBeyond(before, revise.Text),
        };
        var verdict = known.Rules.Screen(post, known.Past, Filter, place.Community.GuardedUntil);
        Blocked.Note(place.Slug, post, verdict.Blocks);
        return verdict.Refusal == AutomodVerdict.Screened || verdict.Screening is { IsHeld: true }
            || verdict.Text != post.Text || verdict.Title != post.Title ? Unfit : verdict.Refusal;
    }

    private static Refusal Unfit { get; } = new(
        "knowledge.screened",
        "A rule of this community is against something that you add, so the page cannot be saved as it is. Please "
        + "change that, or ask a moderator to save it.");

    private static string LinesBeyond(string text, string other)
    {
        var known = other.ReplaceLineEndings("\n").Split('\n').ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !known.Contains(line)));
    }

    private AutomodPost Written(
        Place place, string? title, string text, DateTimeOffset? opened, bool isEdit, string? request)
    {
        var now = _time.GetUtcNow();
        return new(
            place.Viewer.Account ?? "", title, text, now, place.Member.Totals.Posts, place.Member.Trust,
            now - (place.Member.JoinedAt ?? now), now - (opened ?? now),
            IsSpared: place.Standing.Is(Role.Moderator) || place.Standing.Categories is not null, isEdit, request);
    }

    // A thread that has all the tags it may have keeps them.
    private static ImmutableArray<string> WithTags(ImmutableArray<string> tags, ImmutableArray<string> more) =>
        tags.IsDefault ? tags : [.. tags.Concat(more).Distinct().Take(Math.Max(Thread.TagsMax, tags.Length))];

    private Known KnownOf(Place place)
    {
        var community = place.Community;
        var known = _known.Find(place.Slug);
        if (known is not null && ReferenceEquals(known.Of, community.AutomodRules)
            && known.Language == community.Language) return known;
        known = new Known(
            community.AutomodRules, community.Language,
            new Automod(community.AutomodRules.Where(rule => rule.IsOn), community.Language),
            known?.Past ?? new PastPosts());
        _known.Put(place.Slug, known, 1);
        return known;
    }

    private sealed record Known(ImmutableList<AutomodRule> Of, string Language, Automod Rules, PastPosts Past);
}
