using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>Posts that leave for another thread, and posts that come from one.</content>
/// <remarks>
/// A thread lets posts go first; a reactor brings them to the other one, which takes whatever comes, for nobody else
/// has it then. Posts get new numbers at its end. Moving them back is how a move is undone.
/// </remarks>
public sealed partial record Thread
{
    /// <summary>The most posts that are picked one by one: what a form shows and a person looks through.</summary>
    public const int MovedMax = 1_000;

    /// <summary>
    /// The highest number that a post may have. Posts that come from elsewhere may take those beyond
    /// <see cref="PostsMax"/>: views keep numbers in 14 bits.
    /// </summary>
    public const int NumberMax = (1 << 14) - 1;

    // Posts in one event: some twenty kilobytes.
    private const int MovedPerEvent = 200;

    private static Refusal PostMoved { get; } =
        new("post.moved", "This post was moved to another thread.");

    private Refusal Missing(int number) =>
        Exists(number) && Posts[number - 1].Removal == Removal.Moved ? PostMoved : Refusals.NoSuchPost;

    private Decision<ThreadEvent> Moving(MovePosts c, Turn turn)
    {
        if (c.Numbers.IsDefaultOrEmpty) return new Refusal("posts.empty", "Please say which posts.");
        if (c.Numbers.Length > MovedMax)
            return new Refusal("posts.many", $"{MovedMax} posts are moved at once at most.");
        if (TargetFault(c.Target, c.Reason, turn) is { } fault) return fault;
        if (c.Heading is { } heading && HeadFault(heading.Title, heading.Category, heading.Tags) is { } no) return no;
        if (c.Heading is { } other && !turn.Standing.Moderates(other.Category)) return Refusals.ModeratorsOnly;
        var numbers = c.Numbers.Distinct().Order().ToImmutableArray();
        foreach (var number in numbers)
            if (!IsHere(number)) return Missing(number);
        if (numbers[0] == 1)
            return new Refusal("posts.opening", "The opening post stays. To move everything, merge the whole thread.");
        if (c.Heading is not null && !Has(numbers[0]))
            return new Refusal("posts.hidden", "A thread cannot be opened by a removed post; please restore it first.");
        return Leaving(numbers, c.Target, c.Heading, c.Reason);
    }

    private Decision<ThreadEvent> Merging(Merge c, Turn turn) =>
        TargetFault(c.Target, c.Reason, turn) is { } fault ? fault
        : Leaving([.. Enumerable.Range(1, Posts.Count).Where(IsHere)], c.Target, null, c.Reason);

    private static Refusal? TargetFault(string target, string? reason, Turn turn) =>
        !Keys.IsThread(target) ? NoSuchThread
        : target == Keys.LocalOf(turn.Key)
            ? new("posts.here", "These posts are in that thread already; please name another one.")
        : Text.LineFault("reason", reason, Text.LineMax, mayBeEmpty: true);

    private Decision<ThreadEvent> Leaving(
        ImmutableArray<int> numbers, string target, Heading? heading, string? reason)
    {
        var events = new List<ThreadEvent>();
        if (numbers.Contains(Accepted)) events.Add(Unaccepting(Accepted));
        var accepted = numbers.Contains(Accepted) && !IsSelfAccepted ? Accepted : 0; // Nobody else found it good.
        for (var i = 0; i < numbers.Length; i += MovedPerEvent)
        {
            var some = numbers[i..Math.Min(i + MovedPerEvent, numbers.Length)];
            events.Add(new PostsMoved(
                target, [.. some.Select(Leave)], i == 0 ? heading : null, some.Contains(accepted) ? accepted : 0,
                i == 0 ? numbers.Length : 0, reason));
        }

        if (numbers.Length == Posts.Count(post => post.Removal != Removal.Moved))
            events.Add(new Merged(target, Author(1), reason, AllWatchers));
        return [.. events];
    }

    private Decision<ThreadEvent> Releasing(Release c, Turn turn)
    {
        if (TargetFault(c.Target, c.Reason, turn) is { } fault) return fault;
        if (c.Numbers.IsDefaultOrEmpty || !c.Numbers.All(IsHere)) return Refusals.NoSuchPost;
        if (c.Heading is { } named && HeadFault(named.Title, named.Category, named.Tags) is { } no) return no;
        var moved = new PostsMoved(
            c.Target, [.. c.Numbers.Distinct().Order().Select(Leave)], c.Heading, c.Answer, c.Total, c.Reason,
            IsTold: true);
        return moved.Posts.Length == Posts.Count(post => post.Removal != Removal.Moved)
            ? [moved, new Merged(c.Target, Author(1), c.Reason, AllWatchers)]
            : [moved];
    }

    // Never refused for what this thread is by now: whoever sent these posts has let them go.
    private Decision<ThreadEvent> Receiving(Receive c, Turn turn)
    {
        if (c.Posts.IsDefaultOrEmpty) return [];
        if (!Keys.IsThread(c.Source) || c.Posts.Any(post => post is null || post.Number is < 1 or > NumberMax))
            return Refusals.NoSuchPost; // No thread has let such posts go.
        var room = Math.Max(0, NumberMax - Posts.Count);
        var (some, rest) = c.Posts.Length <= room ? (c.Posts, []) : (c.Posts[..room], c.Posts[room..]);
        var events = new List<ThreadEvent>();
        if (IsMerged) events.Add(new Revived(Author(1)));
        if (some.Length > 0)
        {
            var heading = c.Heading is { } named && HeadFault(named.Title, named.Category, named.Tags) is null
                ? named
                : null;
            var isHidden = IsMissing ? !some[0].IsVisible : IsRemoved;
            events.Add(new Received(
                c.Source, Posts.Count + 1, some, isHidden ? 0 : some.Count(post => post.IsVisible), heading, c.Total,
                c.By, c.Reason));
            var answer = some.FirstOrDefault(post => post.Number == c.Answer && post.IsVisible);
            var number = answer is null ? 0 : Posts.Count + 1 + some.IndexOf(answer);
            if (number > 1 && Accepted == 0 && !isHidden)
                events.Add(new ThreadEvent.Accepted(
                    number, answer!.Author, answer.Author == (IsMissing ? some[0].Author : Author(1))));
        }

        if (rest.Length > 0)
            events.Add(new Overflowed(
                c.Source, rest, Keys.NextThread(Keys.LocalOf(turn.Key)), c.By, c.Reason));
        return [.. events];
    }

    private ImmutableArray<string>? AllWatchers
    {
        get
        {
            var watchers = Watchers ?? [];
            if (!IsUnwatched && Author(1).Length > 0) watchers = watchers.Add(Author(1));
            return watchers.IsEmpty ? null : [.. watchers.Order(StringComparer.Ordinal)];
        }
    }

    private bool IsHere(int number) => Exists(number) && Posts[number - 1].Removal != Removal.Moved;

    private MovedPost Leave(int number) =>
        MovedPost.Of(
        number, Posts[number - 1], Polls?.GetValueOrDefault(number), Holds?.GetValueOrDefault(number));

    private Thread Without(ImmutableArray<MovedPost> moved)
    {
        var (posts, authors, polls, holds) = (Posts.ToBuilder(), Authors.ToBuilder(), Polls, Holds);
        foreach (var post in moved)
        {
            posts[post.Number - 1] =
                posts[post.Number - 1] with { Removal = Removal.Moved, Reactions = null, Counted = 0 };
            if (post.IsVisible) Count(authors, post.Author, -1);
            polls = polls?.Remove(post.Number);
            holds = With(holds, post.Number, null);
        }

        return this with
        {
            Posts = posts.ToImmutable(),
            Authors = authors.ToImmutable(),
            Polls = polls,
            Holds = holds,
            RemovedReplies = RemovedReplies + moved.Count(post => post.IsVisible),
            Reactions = Reactions - moved.Sum(post => post.ReactionCount),
        };
    }

    private Thread With(ImmutableArray<MovedPost> moved)
    {
        var (authors, polls, holds) = (Authors.ToBuilder(), Polls, Holds);
        foreach (var (at, post) in moved.Index())
        {
            if (post.IsVisible) Count(authors, post.Author, +1);
            if (post.Poll is { } poll)
                polls = (polls ?? ImmutableSortedDictionary<int, string>.Empty).Add(Posts.Count + 1 + at, poll);
            holds = With(holds, Posts.Count + 1 + at, post.Hold);
        }

        return this with
        {
            Posts = Posts.AddRange(moved.Select(post => post.Arrived())),
            Authors = authors.ToImmutable(),
            Polls = polls,
            Holds = holds,
            RemovedReplies = RemovedReplies + moved.Skip(IsMissing ? 1 : 0).Count(post => !post.IsVisible),
            Reactions = Reactions + moved.Sum(post => post.ReactionCount),
            LastReceived = Posts.Count + moved.Length,
        };
    }

    private static void Count(ImmutableDictionary<string, int>.Builder authors, string author, int change)
    {
        if (author.Length == 0) return;
        var count = authors.GetValueOrDefault(author) + change;
        if (count == 0) authors.Remove(author);
        else authors[author] = count;
    }
}
