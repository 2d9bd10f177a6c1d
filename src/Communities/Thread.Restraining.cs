using System.Collections.Immutable;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>
/// Decisions that close or slow the thread. They lie upon each other, and upon what moderators did by hand before: the
/// longest closing and the slowest pace hold, and one that ends takes nothing of the others along. What moderators do
/// by hand afterwards takes the place of all of them.
/// </content>
public sealed partial record Thread
{
    /// <summary>What keeps the thread closed while a decision is among it; null where none is.</summary>
    public ImmutableArray<Closing>? Closings { get; init; }

    /// <summary>When it would have been closed anyway, had no decision done so; null for never.</summary>
    public DateTimeOffset? WouldCloseAt { get; init; }

    /// <summary>What keeps the thread slow while a decision is among it; null where none is.</summary>
    public ImmutableArray<Slowing>? Slowings { get; init; }

    private Decision<ThreadEvent> Closing(Close c) =>
        c.Decision is null
            ? IsClosed && Closings is null && c.ReopenAt == ReopensAt ? [] : [new Closed(c.ReopenAt, c.Reason)]
        : Closings?.Any(one => one.Decision == c.Decision) == true ? []
        : !IsClosed || IsLonger(c.ReopenAt, ReopensAt) ? [new Closed(c.ReopenAt, c.Reason, c.Decision)]
        : [new AlsoClosed(c.Decision, c.ReopenAt)];

    private Decision<ThreadEvent> Slowing(Slow c) =>
        c.Decision is null ? SlowSeconds == c.Seconds && Slowings is null ? [] : [new Slowed(c.Seconds, c.Reason)]
        : Slowings?.Any(one => one.Decision == c.Decision) == true ? []
        : c.Seconds > SlowSeconds ? [new Slowed(c.Seconds, c.Reason, c.Decision)]
        : [new AlsoSlowed(c.Decision, c.Seconds)];

    private IEnumerable<ThreadEvent> Loosening(string decision, Turn turn)
    {
        if (Closings is { } closings && closings.Any(one => one.Decision == decision))
        {
            var left = closings.Where(one => one.Decision != decision && !(one.ReopenAt <= turn.At)).ToList();
            if (left.Count == 0 && !(WouldCloseAt <= turn.At))
            {
                yield return new Reopened(decision);
                if (WouldCloseAt is { } at) yield return new CloseScheduled(at);
            }
            else
            {
                var until = left.Count == 0 || left.Exists(one => one.ReopenAt is null) ? null
                    : left.Max(one => one.ReopenAt);
                yield return until == ReopensAt ? new AlsoClosed(decision, IsLifted: true)
                    : new Closed(until, Lifted: decision);
            }
        }

        if (Slowings is { } slowings && slowings.Any(one => one.Decision == decision))
        {
            var slowest = slowings.Where(one => one.Decision != decision).Select(one => one.Seconds)
                .DefaultIfEmpty().Max();
            yield return slowest == SlowSeconds ? new AlsoSlowed(decision, slowest, IsLifted: true)
                : new Slowed(slowest, Lifted: decision);
        }
    }

    private Thread Restrained(ThreadEvent happened) => happened switch
    {
        Closed { Lifted: { } lifted } e => this with { ReopensAt = e.ReopenAt, Closings = Without(Closings, lifted) },
        Closed e => this with
        {
            IsClosed = true,
            ClosesAt = null,
            ReopensAt = e.ReopenAt,
            Closings = e.Decision is { } decision ? With(decision, e.ReopenAt) : null,
            WouldCloseAt = e.Decision is null ? null : ClosesAt ?? WouldCloseAt,
        },
        AlsoClosed { IsLifted: true } e => this with { Closings = Without(Closings, e.Decision) },
        AlsoClosed e => this with { Closings = With(e.Decision, e.ReopenAt) },
        Reopened => this with
        {
            IsClosed = false, ClosesAt = null, ReopensAt = null, Closings = null, WouldCloseAt = null,
        },
        Slowed { Lifted: { } lifted } e => this with
        {
            SlowSeconds = e.Seconds, Slowings = Without(Slowings, lifted),
        },
        Slowed e => this with
        {
            SlowSeconds = e.Seconds,
            Slowings = e.Decision is { } decision ? With(decision, e.Seconds) : null,
        },
        AlsoSlowed { IsLifted: true } e => this with { Slowings = Without(Slowings, e.Decision) },
        AlsoSlowed e => this with { Slowings = With(e.Decision, e.Seconds) },
        _ => this,
    };

    // What was so by hand lies below the first decision.
    private ImmutableArray<Closing> With(string decision, DateTimeOffset? until) =>
        (Closings ?? (IsClosed ? [new Closing(null, ReopensAt)] : [])).Add(new(decision, until));

    private ImmutableArray<Slowing> With(string decision, int seconds) =>
        (Slowings ?? (SlowSeconds > 0 ? [new Slowing(null, SlowSeconds)] : [])).Add(new(decision, seconds));

    private static ImmutableArray<Closing>? Without(ImmutableArray<Closing>? all, string decision) =>
        all?.RemoveAll(one => one.Decision == decision) is { } left && left.Any(one => one.Decision is not null)
            ? left : null;

    private static ImmutableArray<Slowing>? Without(ImmutableArray<Slowing>? all, string decision) =>
        all?.RemoveAll(one => one.Decision == decision) is { } left && left.Any(one => one.Decision is not null)
            ? left : null;

    // Nothing said is for good.
    private static bool IsLonger(DateTimeOffset? one, DateTimeOffset? other) => other is not null && !(one <= other);
}

/// <summary>Something that keeps a thread closed.</summary>
/// <param name="Decision">The id of the decision; null for what was done by hand.</param>
/// <param name="ReopenAt">Until when; null for good.</param>
public sealed record Closing(string? Decision, DateTimeOffset? ReopenAt);

/// <summary>Something that keeps a thread slow.</summary>
/// <param name="Decision">The id of the decision; null for what was done by hand.</param>
/// <param name="Seconds">How many seconds members wait.</param>
public sealed record Slowing(string? Decision, int Seconds);
