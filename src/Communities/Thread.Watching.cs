using System.Collections.Immutable;
using System.Diagnostics;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

// Whom a thread tells of its posts. Who opened it watches it without having said so, since that is why one opens a
// thread; nobody else does before saying so.
public sealed partial record Thread
{
    /// <summary>The most accounts that watch one thread: each reply names them all.</summary>
    public const int WatchersMax = 1_000;

    /// <summary>Who wants to hear of every post, besides who opened it; null where nobody does.</summary>
    public ImmutableHashSet<string>? Watchers { get; init; }

    /// <summary>True where who opened it does not want to hear of every post.</summary>
    public bool IsUnwatched { get; init; }

    // What the program brings (an import, for one) is not news, unless it does it in somebody's name today.
    private static Opened Opening(Open c, Turn turn) => new(
        c.Title, c.Text, c.Category, [.. c.Tags.Distinct()], c.Poll, c.Follows,
        IsProgram(turn) && !c.IsNews ? true : null, c.Screening, c.GreetBy, c.Renews);

    private Decision<ThreadEvent> Replying(Reply c, Turn turn)
    {
        var number = Posts.Count + 1;
        var replied = Telling(
            new Replied(number, c.Text, c.ReplyTo, c.Poll, Screening: Here(c.Screening)), turn);
        if (!replied.IsHeld && GreetsNow(turn.By)) replied = replied with { Greets = true };
        return c.IsSummary ? [replied, new Summarised(number)] : [replied];
    }

    private Replied Telling(Replied reply, Turn turn)
    {
        if (IsProgram(turn)) return reply with { IsQuiet = true };
        if (reply.IsHeld) return reply; // Whom to tell is found once it is seen.
        var (to, watchers) = Told(reply.ReplyTo, turn.By);
        return reply with { To = to, Watchers = watchers };
    }

    private (string? To, ImmutableArray<string>? Watchers) Told(int? replyTo, string by)
    {
        var opener = Author(1);
        var answered = replyTo is { } to ? Author(to) : IsUnwatched ? "" : opener;
        if (answered == by) answered = "";
        var told = (Watchers ?? []).Where(account => account != by && account != answered);
        if (replyTo is not null && !IsUnwatched && opener != by && opener != answered && opener.Length > 0)
            told = told.Append(opener);
        ImmutableArray<string> watchers = [.. told.Order(StringComparer.Ordinal)];
        return (answered.Length > 0 ? answered : null, watchers.IsEmpty ? null : watchers);
    }

    private Decision<ThreadEvent> Watching(ThreadCommand command) => command switch
    {
        Watch { Accounts.IsDefault: false } c when NewAmong(c.Accounts) is { IsEmpty: false } accounts =>
            [new Watched(accounts)],
        Unwatch c when IsWatchedBy(c.Account) => [new Unwatched(c.Account)],
        _ => [],
    };

    private Thread Watching(ThreadEvent happened) => happened switch
    {
        Watched e => this with
        {
            IsUnwatched = IsUnwatched && !e.Accounts.Contains(Author(1)),
            Watchers = NullIfEmpty((Watchers ?? []).Union(e.Accounts.Where(account => account != Author(1)))),
        },
        Unwatched e when e.Account == Author(1) => this with { IsUnwatched = true },
        Unwatched e => this with { Watchers = NullIfEmpty((Watchers ?? []).Remove(e.Account)) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private ImmutableArray<string> NewAmong(ImmutableArray<string> accounts) =>
    [
        .. accounts.Where(account => !IsWatchedBy(account)).Distinct().Take(WatchersMax - (Watchers?.Count ?? 0)),
    ];

    private bool IsWatchedBy(string account) =>
        account == Author(1) ? !IsUnwatched : Watchers?.Contains(account) == true;

    private static ImmutableHashSet<string>? NullIfEmpty(ImmutableHashSet<string> accounts) =>
        accounts.IsEmpty ? null : accounts;
}
