using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>
/// Tries a rule on what happened: it reads the history of a community from its beginning, asks the rule about each post
/// of a time as it would have been asked then, and looks at what moderators made of those posts.
/// </summary>
/// <remarks>
/// Takes in one event after the other; not for several threads at once. What a history does not tell, it does not know:
/// how old an account was before its owner joined, and what was never posted.
/// </remarks>
/// <param name="rule">The rule; whether it is on makes no difference.</param>
/// <param name="language">The community's language.</param>
/// <param name="filter">What scores are from.</param>
/// <param name="from">Posts from then on are asked about.</param>
public sealed class AutomodTrial(AutomodRule rule, string language, TextFilter filter, DateTimeOffset from)
{
    /// <summary>The most days of a trial: what a year says, next year will say.</summary>
    public const int DaysMax = 366;

    /// <summary>How many posts that were found are shown: the latest.</summary>
    public const int SamplesMax = 100;

    /// <summary>The most posts that are asked about: beyond them, a trial says that it is cut short.</summary>
    public const int PostsMax = 500_000;

    /// <summary>How much of a post is shown, in characters.</summary>
    public const int ExcerptMax = 200;

    private readonly Automod _automod = new([rule], language);
    private readonly PastPosts _past = new();
    private readonly Dictionary<string, Author> _authors = [];
    private readonly Dictionary<(string Thread, int Number), Asked> _asked = [];
    private readonly Queue<TrialSample> _samples = [];
    private bool _isCut;

    /// <summary>Takes in what happened next.</summary>
    /// <exception cref="System.Text.Json.JsonException">The event is damaged, or a newer version wrote it.</exception>
    public void Take(Envelope envelope)
    {
        var kind = envelope.Actor.Kind;
        if (kind != Thread.Kind && kind != Member.Kind && kind != Case.Kind) return;
        var (by, at) = envelope.Moment;
        var id = Keys.LocalOf(envelope.Actor.Key);
        switch (Domain.Happened(envelope))
        {
            case MemberEvent e: Know(e, id, at); break;
            case ThreadEvent.Opened e: Ask(id, 1, by, at, e.Title, e.Text); break;
            case ThreadEvent.Replied e: Ask(id, e.Number, by, at, null, e.Text); break;
            case ThreadEvent.Edited e: Ask(id, e.Number, by, at, null, e.Text, isEdit: true); break;
            case ThreadEvent.Removed { By: Removal.Erased } e: Judge(id, e.Number, null, isErased: true); break;
            case ThreadEvent.Withheld { How: Removal.Erased } e: Judge(id, e.Number, null, isErased: true); break;

            // What a decision did, its case tells below, and whether people decided.
            case ThreadEvent.Removed { By: Removal.ByModerator, Decision: null } e:
                Judge(id, e.Number, TrialOutcome.Removed);
                break;
            case ThreadEvent.Restored { Decision: null } e: Judge(id, e.Number, TrialOutcome.Kept); break;
            case CaseEvent.Decided { Origin: not DecisionOrigin.Automatic } e: Judge(e); break;
            case CaseEvent.Undone { Origin: not DecisionOrigin.Automatic, Place.Kind: SubjectKind.Post } e:
                Judge(e.Place.Id, e.Place.Number, TrialOutcome.Kept);
                break;
        }
    }

    /// <summary>What came of it so far.</summary>
    public TrialResult Result() => new(
        _asked.Count,
        _asked.Values.Count(one => one.IsFound),
        _asked.Values.Count(one => one is { IsFound: true, Outcome: TrialOutcome.Removed }),
        _asked.Values.Count(one => one is { IsFound: true, Outcome: TrialOutcome.Kept }),
        _asked.Values.Count(one => one is { IsFound: false, Outcome: TrialOutcome.Removed }),
        [.. _samples.Reverse().Select(sample => _asked[(sample.Thread, sample.Number)] is var one && one.IsErased
            ? sample with { Outcome = one.Outcome, Excerpt = "" }
            : sample with { Outcome = one.Outcome })],
        _isCut);

    private void Know(MemberEvent happened, string account, DateTimeOffset at)
    {
        var author = AuthorOf(account);
        switch (happened)
        {
            case MemberEvent.Joined e: (author.JoinedAt, author.Role, author.Trust) = (at, e.Role, e.Trust); break;
            case MemberEvent.Appointed e: author.Role = e.Role; break;
            case MemberEvent.Trusted e: author.Trust = e.Level; break;
        }
    }

    private void Ask(
        string thread, int number, string by, DateTimeOffset at, string? title, string text, bool isEdit = false)
    {
        var author = AuthorOf(by);
        var posts = isEdit ? author.Posts : author.Posts++;
        if (at < from) return;
        if (_asked.Count >= PostsMax)
        {
            _isCut = true;
            return;
        }

        var known = at - (author.JoinedAt ?? at);
        var found = _automod.Screen(
            new AutomodPost(
                by, title, text, at, posts, author.Trust, known, known, author.Role >= Role.Moderator, isEdit),
            _past, filter).IsFound;
        var before = _asked.GetValueOrDefault((thread, number));
        if (before is { IsFound: true }) return; // Found once is found.
        _asked[(thread, number)] = before with { IsFound = found };
        if (!found) return;
        if (_samples.Count == SamplesMax) _samples.Dequeue();
        _samples.Enqueue(new TrialSample(
            thread, number, by, at, Excerpt(title is null ? text : $"{title}: {text}"), TrialOutcome.Unseen));
    }

    private void Judge(CaseEvent.Decided decided)
    {
        if (decided.Place.Kind is not (SubjectKind.Post or SubjectKind.Thread)) return;
        var (thread, number) = (decided.Place.Id, Math.Max(1, decided.Place.Number));
        if (decided.Measures.Any(measure => measure.Kind == MeasureKind.Keep)) Judge(thread, number, TrialOutcome.Kept);
        else if (decided.Measures.Any(measure => measure.Kind is MeasureKind.Hide or MeasureKind.Remove
            or MeasureKind.RequestEdit or MeasureKind.Warn or MeasureKind.Erase))
            Judge(thread, number, TrialOutcome.Removed);
    }

    private void Judge(string thread, int number, TrialOutcome? outcome, bool isErased = false)
    {
        if (!_asked.TryGetValue((thread, number), out var asked)) return;
        _asked[(thread, number)] =
            asked with { Outcome = outcome ?? asked.Outcome, IsErased = asked.IsErased || isErased };
    }

    private Author AuthorOf(string account)
    {
        if (!_authors.TryGetValue(account, out var author)) _authors[account] = author = new Author();
        return author;
    }

    private static string Excerpt(string text)
    {
        var line = Text.CleanLine(text.Length > 4 * ExcerptMax ? text[..(4 * ExcerptMax)] : text, 4 * ExcerptMax);
        return line.Length <= ExcerptMax ? line : Text.CleanLine(line, ExcerptMax) + "…";
    }

    private readonly record struct Asked(bool IsFound, TrialOutcome Outcome, bool IsErased);

    private sealed class Author
    {
        public DateTimeOffset? JoinedAt;
        public Role Role;
        public int Trust;
        public int Posts;
    }
}

/// <summary>What came of trying a rule.</summary>
/// <param name="Posts">How many posts it was asked about.</param>
/// <param name="Found">In how many of them it found something.</param>
/// <param name="Removed">How many of those moderators took away, or objected to otherwise.</param>
/// <param name="Kept">How many of those moderators looked at and let stand.</param>
/// <param name="Missed">How many others moderators took away: what the rule would not have found.</param>
/// <param name="Samples">The latest of those that it found, the latest first.</param>
/// <param name="IsCut">True where there were more posts than a trial asks about.</param>
public sealed record TrialResult(
    int Posts, int Found, int Removed, int Kept, int Missed, ImmutableArray<TrialSample> Samples, bool IsCut);

/// <summary>A post in which a rule found something.</summary>
/// <param name="Thread">Its thread.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Author">Who wrote it; empty where the account is gone.</param>
/// <param name="At">When.</param>
/// <param name="Excerpt">How it begins; empty where it was erased.</param>
/// <param name="Outcome">What moderators made of it.</param>
public sealed record TrialSample(
    string Thread, int Number, string Author, DateTimeOffset At, string Excerpt, TrialOutcome Outcome);

/// <summary>What moderators made of a post.</summary>
public enum TrialOutcome
{
    /// <summary>Nothing that is known: none of them may have looked.</summary>
    Unseen = 0,

    /// <summary>They let it stand.</summary>
    Kept = 1,

    /// <summary>They took it away, or objected to it otherwise.</summary>
    Removed = 2,
}
