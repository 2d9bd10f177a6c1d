using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Communities.Actors;
using static Communities.ThreadEvent;

namespace Communities.Views;

/// <summary>Threads: their rows in lists, and who takes part in them.</summary>
internal sealed partial class ThreadProjection(
    Database database, Progress progress, MemberProjection members, Labels labels, SearchIndex search)
{
    // A row kept in memory takes about a kilobyte.
    private const int KeptMax = 20_000;

    private readonly PostProjection _posts = new(database);
    private readonly MoveProjection _moves = new(database, members);
    private readonly Happenings _happenings = new(database, members);
    private readonly Dictionary<string, ThreadState> _threads = [];
    private readonly List<ThreadState> _changed = [];
    private readonly Dictionary<(ThreadState Thread, long Member), int> _participants = [];

    /// <summary>The accounts that <see cref="Apply"/> looks up for this event.</summary>
    public static IEnumerable<string> AccountsIn(ThreadEvent happened, Envelope envelope) => happened switch
    {
        Removed e => [e.Author],
        Restored e => [e.Author],
        Published e => [e.Author],
        Withheld => [],
        Opened or Replied or Edited or ThreadEvent.Reacted or Unreacted or ThreadEvent.Accepted or AnswerConfirmed
            or AnswerDoubted or Summarised => [envelope.By],
        PostsMoved e => [.. MoveProjection.AccountsIn(e.Posts), Happenings.AccountIn(e, envelope)],
        Received e => [.. MoveProjection.AccountsIn(e.Posts), Happenings.AccountIn(e, envelope)],
        _ => [Happenings.AccountIn(happened, envelope)],
    };

    /// <summary>The threads that <see cref="Apply"/> looks up for this event, by their keys.</summary>
    public static IEnumerable<string> ThreadsIn(ThreadEvent happened, string key) => happened switch
    {
        Opened => [],
        Received e => [key, Keys.OfThread(Keys.CommunityOf(key), e.Source)],
        _ => [key],
    };

    /// <summary>Reads those of these threads that are there; what is applied later may ask for no others.</summary>
    public void Foresee(IEnumerable<string> keys) => database.ForEach(
        keys.Where(key => !_threads.ContainsKey(key)).ToList(),
        ThreadState.Query,
        (row, key) => row.Bind(Keys.LocalOf(key)).Bind(Keys.CommunityOf(key)),
        (row, key) => _threads.Add(key, ThreadState.Read(row, Keys.CommunityOf(key), Keys.LocalOf(key))));

    /// <summary>A category is gone: threads known here are in none.</summary>
    public void Uncategorise(string community, string category)
    {
        foreach (var thread in _threads.Values)
            if (thread.Community == community && thread.Category == category) thread.Category = null;
    }

    /// <summary>
    /// A tag means another one: threads that have it get that one. All that was changed before must be written.
    /// </summary>
    public void Retag(string community, string tag, string meaning)
    {
        var tagged = new List<(long Number, string[] Tags, bool IsListed)>();
        var row = database.Prepare("""
            SELECT t.n, t.tags, t.listed FROM thread_tags g JOIN threads t ON t.n = g.thread
            WHERE g.community = ? AND g.tag = ? ORDER BY t.n
            """).Bind(community).Bind(tag);
        while (row.Step()) tagged.Add((row.Long(0), ThreadState.ReadTags(row.Text(1)), row.Bool(2)));
        row.Reset();
        foreach (var (number, had, isListed) in tagged)
        {
            string[] has = [.. had.Select(one => one == tag ? meaning : one).Distinct()];
            database.Prepare("UPDATE threads SET tags = ? WHERE n = ?").Bind(string.Join(' ', has)).Bind(number).Run();
            database.Prepare("DELETE FROM thread_tags WHERE community = ? AND tag = ? AND thread = ?")
                .Bind(community).Bind(tag).Bind(number).Run();
            if (!had.Contains(meaning))
                database.Prepare("INSERT INTO thread_tags VALUES (?, ?, ?)")
                    .Bind(community).Bind(meaning).Bind(number).Run();
            if (!isListed) continue;
            labels.Count(community, null, [tag], -1);
            if (!had.Contains(meaning)) labels.Count(community, null, [meaning], +1);
        }

        foreach (var thread in _threads.Values)
            if (thread.Community == community && thread.Tags.Contains(tag))
                thread.Tags = [.. thread.Tags.Select(one => one == tag ? meaning : one).Distinct()];
    }

    public void Apply(ThreadEvent happened, Envelope envelope)
    {
        var (key, at) = (envelope.Actor.Key, envelope.At.ToUnixTimeMilliseconds());
        var community = Keys.CommunityOf(key);
        var isNew = happened is Opened || (happened is Received && !_threads.ContainsKey(key));
        var thread = isNew ? New(key) : Of(key);
        Change(thread);
        thread.Version = envelope.Version;
        switch (happened)
        {
            case Opened e: Open(thread, e, members.Number(community, envelope.By), at); break;
            case Replied e: Reply(thread, e, members.Number(community, envelope.By), at); break;
            case Edited e:
                _posts.Edit(PostOf(thread, e.Number), e, members.Number(community, envelope.By), at);
                if (e.Number == 1) thread.Excerpt = PlainText.Excerpt(e.Text);
                search.Change(PostOf(thread, e.Number), TitleOf(thread, e.Number));
                break;
            case ThreadEvent.Organised e: Organise(thread, e.Title, e.Category, e.Tags); break;
            case Removed e: Show(thread, e.Number, e.Author, e.By, at, e.Reason, e.Decision); break;
            case Restored e: Show(thread, e.Number, e.Author, Removal.None, at); break;
            case Published e:
                Show(thread, e.Number, e.Author, Removal.None, at);
                thread.LastShown = Math.Max(thread.LastShown, e.Number);
                break;
            case Withheld e: Withhold(thread, e); break;

            case ThreadEvent.Reacted e:
                _posts.React(PostOf(thread, e.Number), e.Kind, members.Number(community, envelope.By), +1);
                thread.Reactions++;
                break;
            case Unreacted e:
                _posts.React(PostOf(thread, e.Number), e.Kind, members.Number(community, envelope.By), -1);
                thread.Reactions--;
                break;
            case ReactionsCounted e:
                _posts.CountReactions(PostOf(thread, e.Number), e.Kind, e.Count);
                thread.Reactions += e.Count;
                break;

            case ThreadEvent.Accepted e: thread.Accepted = e.Number; break;
            case Unaccepted: thread.Accepted = 0; break;
            case Pinned e:
                (thread.IsPinned, thread.PinnedUntil) = (true, e.Until?.ToUnixTimeMilliseconds());
                break;
            case Unpinned: (thread.IsPinned, thread.PinnedUntil) = (false, null); break;
            case Closed e:
                (thread.IsClosed, thread.ClosesAt) = (true, null);
                (thread.ReopensAt, thread.ClosedReason) = (e.ReopenAt?.ToUnixTimeMilliseconds(), e.Reason);
                break;
            case CloseScheduled e: thread.ClosesAt = e.At.ToUnixTimeMilliseconds(); break;
            case Reopened:
                (thread.IsClosed, thread.ClosesAt) = (false, null);
                (thread.ReopensAt, thread.ClosedReason) = (null, null);
                break;
            case Slowed e: thread.SlowSeconds = e.Seconds; break;
            case AlsoClosed or AlsoSlowed: break; // Readers see no difference.
            case Viewed e: thread.Views += e.Count; break;
            case Watched or Unwatched: break;
            case AnswerConfirmed or AnswerDoubted or Summarised or Rested or Renewed: break; // Questions tell it.
            case Heated or Cooled or Ungreeted: break; // Cases tell it.
            case TakenUp: break; // The page itself says what it is made from.
            case DeemedFitting e: OffTopicThreads.Deem(database, envelope, e.IsFitting); break;
            default: Move(thread, happened, envelope); break;
        }

        _happenings.Take(thread, happened, envelope);
    }

    public void Flush()
    {
        _posts.Flush();
        Participate();
        if (_changed.FindAll(thread => thread.AreFacesStale) is { Count: > 0 } stale) _posts.FindFaces(stale);
        foreach (var thread in _changed)
        {
            thread.Write(database);
            (thread.IsNew, thread.IsChanged) = (false, false);
        }

        _participants.Clear();
        _changed.Clear();
    }

    public void Forget()
    {
        _posts.Forget();
        _participants.Clear();
        _threads.Clear();
        _changed.Clear();
    }

    public void ForgetIfMany()
    {
        if (_threads.Count > KeptMax) Forget();
    }

    private static long PostOf(ThreadState thread, int number) => Schema.PostOf(thread.Number, number);

    private static string? TitleOf(ThreadState thread, int number) => number == 1 ? thread.Title : null;

    private void Open(ThreadState thread, Opened e, long author, long at)
    {
        (thread.Author, thread.OpenedAt, thread.LastNumber, thread.LastShown) = (author, at, 1, 1);
        (thread.Excerpt, thread.Follows) = (PlainText.Excerpt(e.Text), e.Follows);
        thread.Wrote(author, at);
        _posts.Add(PostOf(thread, 1), author, at, replyTo: null, e.Text, e.IsHeld);
        (thread.Title, thread.Category) = (e.Title, e.Category);
        if (e.GreetBy is { } by) JourneyProjection.Introduce(database, thread, by);
        Tag(thread, e.Tags);
        if (e.IsHeld)
        {
            thread.Removal = Removal.Pending;
            return;
        }

        TakePart(thread, author, +1);
        Count(thread, +1);
        search.Add(PostOf(thread, 1), e.Title, e.Text);
    }

    private void Reply(ThreadState thread, Replied e, long author, long at)
    {
        thread.LastNumber = e.Number;
        _posts.Add(PostOf(thread, e.Number), author, at, e.ReplyTo, e.Text, e.IsHeld);
        if (e.IsHeld)
        {
            thread.RemovedReplies++;
            return;
        }

        thread.LastShown = e.Number;
        if (thread.IsOther(author)) thread.HearOthers(+1, at);
        thread.Wrote(author, at);
        TakePart(thread, author, +1);
        search.Add(PostOf(thread, e.Number), null, e.Text);
    }

    private void Organise(ThreadState thread, string title, string? category, ImmutableArray<string> tags)
    {
        Count(thread, -1);
        foreach (var tag in thread.Tags)
            database.Prepare("DELETE FROM thread_tags WHERE community = ? AND tag = ? AND thread = ?")
                .Bind(thread.Community).Bind(tag).Bind(thread.Number).Run();
        (thread.Title, thread.Category) = (title, category);
        Tag(thread, tags);
        Count(thread, +1);
        search.Change(PostOf(thread, 1), title);
    }

    // Categories and tags count the threads that lists show.
    private void Count(ThreadState thread, int change)
    {
        if (thread.IsListed) labels.Count(thread.Community, thread.Category, thread.Tags, change);
    }

    private void Tag(ThreadState thread, ImmutableArray<string> tags)
    {
        thread.Tags = [.. tags.Distinct()];
        foreach (var tag in thread.Tags)
            database.Prepare("INSERT INTO thread_tags VALUES (?, ?, ?)")
                .Bind(thread.Community).Bind(tag).Bind(thread.Number).Run();
    }

    private void TakePart(ThreadState thread, long member, int change)
    {
        if (member != 0) CollectionsMarshal.GetValueRefOrAddDefault(_participants, (thread, member), out _) += change;
    }

    // Writes how many visible posts each member has in each thread; who comes to none takes no part any more.
    private void Participate()
    {
        var none = new List<(ThreadState Thread, long Member)>();
        database.ForEach(
            _participants.Where(one => one.Value != 0).ToList(),
            """
            INSERT INTO participants VALUES (?, ?, ?)
            ON CONFLICT (thread, member) DO UPDATE SET posts = participants.posts + excluded.posts RETURNING posts
            """,
            (row, one) => row.Bind(one.Key.Thread.Number).Bind(one.Key.Member).Bind(one.Value),
            (row, one) =>
            {
                var posts = row.Long(0);
                if (posts == one.Value) one.Key.Thread.Participants++; // There was none before.
                if (posts > 0) return;
                one.Key.Thread.Participants--;
                none.Add(one.Key);
            });
        foreach (var (thread, member) in none)
            database.Prepare("DELETE FROM participants WHERE thread = ? AND member = ?")
                .Bind(thread.Number).Bind(member).Run();
    }

    private ThreadState New(string key)
    {
        var thread = new ThreadState(progress.NextThread(), Keys.CommunityOf(key), Keys.LocalOf(key)) { IsNew = true };
        _threads.Add(key, thread);
        return thread;
    }

    /// <summary>A thread that was foreseen, as it stands before the next event.</summary>
    public ThreadState Known(string key) => Of(key);

    private ThreadState Of(string key) => _threads.TryGetValue(key, out var known) ? known
        : throw new InvalidOperationException($"The views know no thread {key}, though the feed goes on with it.");

    private void Change(ThreadState thread)
    {
        if (thread.IsChanged) return;
        thread.IsChanged = true;
        _changed.Add(thread);
    }
}
