using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>
/// Posts that readers do not see: those that wait for a moderator, and those that decisions have taken away until they
/// are lifted.
/// </content>
public sealed partial record Thread
{
    private static Refusal PendingThread { get; } =
        new("thread.pending", "This thread waits for a moderator; it can be continued once it is seen.");

    private static Refusal RemovedThread { get; } = new("thread.removed", "This thread was removed.");

    private static Refusal WithheldPost { get; } =
        new("post.withheld", "This post is kept from readers until moderators decide on it.");

    private static Refusal HeldEdit { get; } = new(
        "edit.held",
        "A moderator must see this change first, and others have answered here. Please write it as a reply.");

    /// <summary>What keeps posts from readers, by their numbers; null where nothing does.</summary>
    public ImmutableSortedDictionary<int, Hold>? Holds { get; init; }

    private Refusal AwayThread => Posts[0].Removal == Removal.Pending ? PendingThread : RemovedThread;

    // What a decision changes, however the thread is by now: closed, archived, removed as a whole.
    private Decision<ThreadEvent> Withholding(ThreadCommand command, Turn turn) => command switch
    {
        Withhold c when !IsHere(c.Number) => Missing(c.Number),
        Withhold c when c.How is Removal.None or Removal.Moved || !Enum.IsDefined(c.How) => Refusals.ProgramOnly,
        Withhold c when IsErased(c.Number) || IsHeldBy(c.Number, c.Decision) => [],
        Withhold { IsRecorded: true } c when Posts[c.Number - 1].Removal == Removal.None => [],
        Withhold c => Turning(c.Number, c.How, c.Decision, c.Reason),

        Publish c when !IsHere(c.Number) => Missing(c.Number),
        Publish c when IsErased(c.Number) || IsHeldBy(c.Number, c.Decision) => [],
        Publish c => Turning(c.Number, c.Decision is null ? Removal.None : Kept(c.Number), c.Decision),

        Lift c => Lifting(c.Decision, turn),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Decision<ThreadEvent> Lifting(string decision, Turn turn)
    {
        var events = new List<ThreadEvent>();
        foreach (var (number, hold) in Holds ?? ImmutableSortedDictionary<int, Hold>.Empty)
            if (hold.IsBy(decision) && !IsErased(number))
            {
                events.AddRange(Turning(number, hold.Without(decision), decision));
                break; // A decision is about one post at most.
            }

        events.AddRange(Loosening(decision, turn));
        return [.. events];
    }

    // From what it is to what it shall be, in the event that says what readers see of it.
    private Decision<ThreadEvent> Turning(int number, Removal after, string? decision, string? reason = null)
    {
        var before = Posts[number - 1].Removal;
        if (before == after && (decision is null || (after == Removal.None && !IsHeldBy(number, decision)))) return [];
        if (before == Removal.None && after != Removal.None)
        {
            var isAnswer = Accepted == number;
            var removed = new Removed(
                number, after, Author(number), Shown(number), reason, decision,
                isAnswer && decision is not null && !IsSelfAccepted);
            return isAnswer ? [Unaccepting(number), removed] : [removed];
        }

        return before != Removal.None && after == Removal.None ? Returning(number, decision)
            : [new Withheld(number, after, before, reason, decision)];
    }

    private Decision<ThreadEvent> Returning(int number, string? decision = null)
    {
        var hold = Holds?.GetValueOrDefault(number);
        ThreadEvent back = hold?.News is { } news ? Publishing(number, news, decision)
            : new Restored(number, Author(number), Shown(number), decision);
        return hold?.WasAnswer == true && Accepted == 0
            ? [back, Accepting(number)]
            : [back];
    }

    private Published Publishing(int number, News news, string? decision)
    {
        var published = new Published(
            number, Author(number), Shown(number), Category, Decision: decision, Greets: GreetsNow(Author(number)));
        if (number > 1 && IsRemoved) return published; // Whoever was told would find nothing.
        if (number == 1) return published with { News = news };
        var (to, watchers) = Told(news.ReplyTo is { } post && Has(post) ? post : null, Author(number));
        return published with { News = news, To = to, Watchers = watchers };
    }

    private Decision<ThreadEvent> Editing(Edit c, Turn turn)
    {
        if (!Has(c.Number) && !IsMendable(c.Number, turn)) return Missing(c.Number);
        if (!IsBy(c.Number, turn)) return Refusals.ForeignPost;
        if (TextFault(c.Text, turn) is { } fault) return fault;
        var post = Posts[c.Number - 1];
        var isGrace = IsOwn(c.Number, turn) && turn.At - post.GraceFrom <= Grace;
        var edited = new Edited(
            c.Number, c.Text, isGrace ? post.Revision : post.Revision + 1, Here(c.Screening),
            Holds?.GetValueOrDefault(c.Number)?.Decision, !post.IsVisible);
        if (c.Screening is not { IsHeld: true } || !post.IsVisible) return [edited];
        if (c.Number == 1 && Shown(1) > 1) return HeldEdit;
        return [.. Turning(c.Number, Removal.Pending, null), edited with { IsAway = true }];
    }

    // Who wrote a post that waits, or is hidden, may still make it better, and so may moderators.
    private bool IsMendable(int number, Turn turn) =>
        Exists(number) && Posts[number - 1].Removal is Removal.Hidden or Removal.Pending && IsBy(number, turn);

    private bool IsErased(int number) => Posts[number - 1].Removal == Removal.Erased;

    private bool IsHeldBy(int number, string? decision) =>
        decision is not null && Holds?.GetValueOrDefault(number)?.IsBy(decision) == true;

    // What moderators keep is there, unless its author took it away.
    private Removal Kept(int number)
    {
        var below = Holds?.GetValueOrDefault(number) is { By.IsEmpty: false } hold ? hold.Below
            : Posts[number - 1].Removal;
        return below == Removal.ByAuthor ? Removal.ByAuthor : Removal.None;
    }

    // How many posts readers lose or regain with this one: the whole thread goes with its opening post, and in a
    // thread that is away nothing is seen anyway.
    private int Shown(int number) => number == 1 ? Posts.Count - RemovedReplies : IsRemoved ? 0 : 1;

    private Thread Away(Removed e) => Turned(e.Number, e.By, e.Decision, e.WasAnswer) with
    {
        Authors = Count(Author(e.Number), -1),
        RemovedReplies = RemovedReplies + (e.Number > 1 ? 1 : 0),
    };

    private Thread Back(int number, string? decision) => Turned(number, Removal.None, decision) with
    {
        Authors = Count(Author(number), +1),
        RemovedReplies = RemovedReplies - (number > 1 ? 1 : 0),
    };

    private Thread Turned(int number, Removal after, string? decision, bool wasAnswer = false)
    {
        var post = Posts[number - 1];
        var hold = Hold.After(Holds?.GetValueOrDefault(number), post.Removal, after, decision);
        if (hold is not null)
        {
            // Once it was seen there is nothing new to tell of it.
            var (news, isAnswer) = after == Removal.None ? (null, false) : (hold.News, hold.WasAnswer || wasAnswer);
            hold = hold with { News = news, WasAnswer = isAnswer };
            if (hold is { By.IsEmpty: true, News: null, WasAnswer: false }) hold = null;
        }

        return With(number, post with { Removal = after }) with { Holds = With(Holds, number, hold) };
    }

    private static ImmutableSortedDictionary<int, Hold>? With(
        ImmutableSortedDictionary<int, Hold>? holds, int number, Hold? hold)
    {
        if (hold is not null) return (holds ?? ImmutableSortedDictionary<int, Hold>.Empty).SetItem(number, hold);
        holds = holds?.Remove(number);
        return holds is { IsEmpty: true } ? null : holds;
    }

    // What a post that nobody has seen yet will tell follows its text and its tags.
    private Thread Retold(int number, Func<News, News> change) =>
        Holds?.GetValueOrDefault(number) is { News: { } news } hold
            ? this with { Holds = Holds.SetItem(number, hold with { News = change(news) }) }
            : this;
}
