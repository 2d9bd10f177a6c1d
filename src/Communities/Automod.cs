using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities;

/// <summary>The rules of a community, made ready: what they say of a text before it is written.</summary>
/// <remarks>
/// Pure but for what it is told to remember (<see cref="PastPosts"/>): the same rules, text and past say the same
/// thing, now or when they are tried on last month. Safe for many threads.
/// </remarks>
public sealed partial class Automod
{
    /// <summary>How young a membership is that the guard of a community looks at.</summary>
    public static readonly TimeSpan GuardedAge = TimeSpan.FromDays(3);

    /// <summary>How few posts a member has written whom the guard looks at.</summary>
    public const int GuardedPosts = 3;

    private readonly ImmutableArray<AutomodRule> _rules;
    private readonly string _language;
    private readonly WordIndex _words = new();
    private readonly Regex?[] _patterns;
    private readonly HashSet<string>?[] _domains;
    private readonly int _rateMinutes;
    private readonly int _sameMinutes;

    /// <summary>Makes these rules ready.</summary>
    /// <param name="rules">The rules, each of which <see cref="AutomodRules.Fault"/> finds nothing wrong with.</param>
    /// <param name="language">The community's language.</param>
    public Automod(IEnumerable<AutomodRule> rules, string language)
    {
        _rules = [.. rules];
        _language = language;
        _patterns = new Regex?[_rules.Length];
        _domains = new HashSet<string>?[_rules.Length];
        for (var at = 0; at < _rules.Length; at++)
            switch (_rules[at].Test)
            {
                case AutomodTest.Words:
                    foreach (var term in _rules[at].Terms) _words.Add(at, term);
                    break;
                case AutomodTest.Pattern:
                    _patterns[at] = AutomodRules.Expression(_rules[at].Terms[0]);
                    break;
                case AutomodTest.Links or AutomodTest.OtherLinks:
                    _domains[at] = [.. _rules[at].Terms.Select(LinkHosts.Normal).OfType<string>()];
                    break;
                case AutomodTest.Rate:
                    _rateMinutes = Math.Max(_rateMinutes, _rules[at].Minutes);
                    break;
                case AutomodTest.Repeated:
                    _sameMinutes = Math.Max(_sameMinutes, _rules[at].Minutes);
                    break;
            }
    }

    /// <summary>True where a rule looks back at what was written before.</summary>
    public bool LooksBack => _rateMinutes > 0 || _sameMinutes > 0;

    /// <summary>What the rules say of this.</summary>
    /// <param name="post">What somebody is about to write.</param>
    /// <param name="past">What was written lately; takes this in where a rule looks back. Null: nothing was.</param>
    /// <param name="filter">What scores are from; null: the rules about scores find nothing.</param>
    /// <param name="guardedUntil">Until when what new members write is held; null where it is not.</param>
    public AutomodVerdict Screen(
        AutomodPost post, PastPosts? past, TextFilter? filter, DateTimeOffset? guardedUntil = null)
    {
        if (post.IsSpared) return AutomodVerdict.Untouched(post);
        var looked = new Looked(post.Title is null ? post.Text : $"{post.Title}\n{post.Text}", filter);
        var stood = post.Before is { Length: > 0 } before ? new Stood(before, looked, filter) : null;
        var recent = past is null || !LooksBack || post.IsEdit ? PastPosts.Recent.None
            : past.Take(
                post.Author, _sameMinutes > 0 ? TextSketch.Of(looked.Folded) : null, post.Request, post.At,
                _rateMinutes, _sameMinutes);
        var found = new List<(AutomodRule, List<(int, int)>)>();
        for (var at = 0; at < _rules.Length; at++)
        {
            var rule = _rules[at];
            if (!Concerns(rule.Whom, post)) continue;
            var places = rule.Test switch
            {
                AutomodTest.Any => [],
                AutomodTest.Repeated => Counts(recent.Same, rule, post.At),
                AutomodTest.Rate => Counts(recent.Own, rule, post.At),
                AutomodTest.Language or AutomodTest.Score => Says(rule, looked)
                    && (stood is null || !Says(rule, stood.Before) || Says(rule, stood.Added)) ? [] : null,
                _ => PlacesOf(at, looked),
            };
            if (stood is not null && AutomodRules.FindsPlaces(rule.Test))
                places = Fresh(places, looked, PlacesOf(at, stood.Before), stood.Before);
            if (places is not null && (places.Count >= rule.Number || !AutomodRules.FindsPlaces(rule.Test)))
                found.Add((rule, places));
        }

        return Verdict(post, found, looked, IsGuarded(post, guardedUntil));
    }

    // Where a rule that finds places finds them; null where it finds none, or is of another kind.
    private List<(int Start, int End)>? PlacesOf(int at, Looked looked)
    {
        var places = _rules[at].Test switch
        {
            AutomodTest.Words => looked.TermsIn(_words, _rules.Length)[at]?.ConvertAll(looked.OriginOf),
            AutomodTest.Pattern => Matches(_patterns[at]!, looked.Whole),
            AutomodTest.Links or AutomodTest.OtherLinks => Links(_rules[at].Test, _domains[at]!, looked.Links),
            _ => null,
        };
        return places is { Count: > 0 } ? places : null;
    }

    // True where the text as a whole is what the rule is about.
    private bool Says(AutomodRule rule, Looked looked) => rule.Test == AutomodTest.Score
        ? looked.Score?.Highest >= rule.Number
        : looked.Language is { } language && language != _language && !rule.Terms.Contains(language);

    private static bool IsGuarded(AutomodPost post, DateTimeOffset? until) =>
        post.At < until && (post.Membership < GuardedAge || post.Posts < GuardedPosts);

    private static bool Concerns(AutomodScope whom, AutomodPost post) =>
        (whom.SparedTrust is not { } spared || post.Trust < spared)
        && (whom.FirstPosts == 0 || post.Posts < whom.FirstPosts)
        && (whom.MemberHours == 0 || post.Membership < TimeSpan.FromHours(whom.MemberHours))
        && (whom.AccountHours == 0 || post.AccountAge < TimeSpan.FromHours(whom.AccountHours));

    private static AutomodVerdict Verdict(
        AutomodPost post, List<(AutomodRule Rule, List<(int, int)> Places)> found, Looked looked, bool isGuarded)
    {
        if (found.Count == 0 && !isGuarded) return AutomodVerdict.Untouched(post);
        ImmutableArray<string> rules =
            [.. found.Select(one => one.Rule.Id), .. isGuarded ? new[] { AutomodRules.GuardId } : []];
        var silence = found.Where(one => one.Rule.Action.Kind == AutomodActionKind.Silence)
            .Select(one => one.Rule.Action.Hours).DefaultIfEmpty().Max();
        var screening = new Screening(
            isGuarded || silence > 0 || found.Exists(one => one.Rule.Action.Kind == AutomodActionKind.Hold),
            found.Exists(one => one.Rule.Action.Kind == AutomodActionKind.Flag),
            silence, rules, looked.Score?.Highest);
        var (title, text) = Replaced(post, found, looked.Whole);
        var blocking = found.Where(one => one.Rule.Action.Kind == AutomodActionKind.Block).Select(one => one.Rule)
            .ToList();
        return new AutomodVerdict(
            title, text,
            [.. found.Where(one => one.Rule.Action.Kind == AutomodActionKind.Tag).Select(one => one.Rule.Action.Text!)
                .Distinct()],
            screening,
            blocking.Count > 0 ? Refused(blocking[0]) : null)
        {
            Blocks = [.. blocking.Select(rule => rule.Id)],
        };
    }

    private static Refusal Refused(AutomodRule rule) => string.IsNullOrWhiteSpace(rule.Action.Text)
        ? AutomodVerdict.Screened
        : new(AutomodVerdict.OwnSentence, rule.Action.Text);

    // From the end, so that what stands before keeps its place; a place inside another goes with it. A title stays one.
    private static (string? Title, string Text) Replaced(
        AutomodPost post, List<(AutomodRule Rule, List<(int Start, int End)> Places)> found, string whole)
    {
        var places = found.Where(one => one.Rule.Action.Kind == AutomodActionKind.Replace)
            .SelectMany(one => one.Places.Select(place => (place.Start, place.End, With: one.Rule.Action.Text ?? "")))
            .OrderByDescending(place => place.Start).ThenByDescending(place => place.End).ToList();
        if (places.Count == 0) return (post.Title, post.Text);
        var replaced = new StringBuilder(whole);
        var (boundary, before) = (post.Title?.Length ?? -1, int.MaxValue);
        for (var i = 0; i < places.Count; i++)
        {
            var (start, end, with) = places[i];
            if (i + 1 < places.Count && places[i + 1].End > start) continue; // Inside the one before, or into it.
            end = Math.Min(end, before);
            if (start < boundary && end > boundary) end = boundary;
            replaced.Remove(start, end - start).Insert(start, with);
            before = start;
            if (start < boundary) boundary += with.Length - (end - start);
        }

        var all = replaced.ToString();
        return post.Title is null ? (null, all) : (all[..boundary], all[(boundary + 1)..]);
    }

    // A rule that is too slow for a text keeps nobody from writing it.
    private static List<(int, int)>? Matches(Regex pattern, string text)
    {
        var places = new List<(int, int)>();
        var isWhole = AutomodRules.InTime(() =>
        {
            places.Clear();
            foreach (var match in pattern.EnumerateMatches(text))
                if (match.Length > 0) places.Add((match.Index, match.Index + match.Length));
        });
        return isWhole && places.Count > 0 ? places : null;
    }

    // A name without a lead may be a file's: it counts where the rule names just that domain.
    private static List<(int, int)> Links(AutomodTest test, HashSet<string> domains, List<LinkHosts.Found> links) =>
        [.. links
            .Where(link => domains.Count == 0 ? link.IsLink
                : test == AutomodTest.Links ? LinkHosts.IsIn(link.Host, domains)
                : link.IsLink && !LinkHosts.IsIn(link.Host, domains))
            .Select(link => (link.Start, link.End))];

    private static List<(int, int)>? Counts(DateTimeOffset[] times, AutomodRule rule, DateTimeOffset at) =>
        PastPosts.Recent.Since(times, at, rule.Minutes) >= rule.Number ? [] : null;
}
