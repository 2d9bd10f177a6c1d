using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ReadingCommand;
using static Communities.ReadingEvent;

namespace Communities;

/// <summary>
/// One member's reading of one thread: how far, how much to hear of it, and the posts to come back to.
/// </summary>
/// <remarks>Its key is <c>devs/01k…/alice</c>. What a bookmark notes stands in the events and the views.</remarks>
public sealed record Reading : IActor<Reading, ReadingCommand, ReadingEvent>
{
    /// <summary>The most bookmarks in one thread.</summary>
    public const int BookmarksMax = 200;

    /// <summary>The highest number a post can have, whatever the thread was made of.</summary>
    public const int NumberMax = (1 << 14) - 1;

    /// <summary>How far ahead a reminder may be: who wants to be reminded later writes it into a calendar.</summary>
    public static readonly TimeSpan ReminderMax = TimeSpan.FromDays(366 * 5);

    /// <inheritdoc/>
    public static string Kind => "reading";

    /// <inheritdoc/>
    public static Reading Initial { get; } = new();

    /// <summary>The number of the last post read; 0 for none.</summary>
    public int UpTo { get; init; }

    /// <summary>How much to hear of the thread; null where the member never said.</summary>
    public Level? Level { get; init; }

    /// <summary>The posts to come back to, with the time of the reminder that is still due.</summary>
    public ImmutableSortedDictionary<int, DateTimeOffset?> Bookmarks { get; init; } =
        ImmutableSortedDictionary<int, DateTimeOffset?>.Empty;

    /// <inheritdoc/>
    public Decision<ReadingEvent> Decide(ReadingCommand command, Turn turn) => command switch
    {
        Remind when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        Remind c => Bookmarks.GetValueOrDefault(c.Number) is null ? [] : [new Reminded(c.Number)],

        _ when turn.By != Keys.ReaderOf(turn.Key) && turn.Standing.Role != Role.System => Refusals.OwnOnly,
        Unbookmark c => Bookmarks.ContainsKey(c.Number) ? [new Unbookmarked(c.Number)] : [],
        _ when !turn.Standing.Is(Role.Member) => Refusals.MembersOnly,

        MarkRead c when c.From < 1 || c.To > NumberMax || c.From > c.To => Refusals.NoSuchPost,
        MarkRead c => c.To <= UpTo ? [] : [new Read(Math.Max(c.From, UpTo + 1), c.To)],
        SetLevel c when !Enum.IsDefined(c.Level) => Places.NoLevel,
        SetLevel c => Level == c.Level ? [] : [new LevelSet(c.Level)],

        Bookmark c when c.Number is < 1 or > NumberMax => Refusals.NoSuchPost,
        Bookmark c when Text.LineFault("note", c.Note, Text.LineMax, mayBeEmpty: true) is { } fault =>
            fault,
        Bookmark c when c.RemindAt <= turn.At =>
            new Refusal("time.past", "That time has passed already."),
        Bookmark c when c.RemindAt > turn.At + ReminderMax =>
            new Refusal("reminder.far", "That is more than five years ahead."),
        Bookmark c when Bookmarks.Count >= BookmarksMax && !Bookmarks.ContainsKey(c.Number) =>
            new Refusal("bookmark.many", $"A thread takes {BookmarksMax} of your bookmarks at most."),
        Bookmark c => [new Bookmarked(c.Number, c.Note is { Length: > 0 } ? c.Note : null, c.RemindAt)],

        _ => throw new UnreachableException(command.GetType().Name),
    };

    /// <inheritdoc/>
    public Reading Apply(ReadingEvent happened, Moment moment) => happened switch
    {
        Read e => this with { UpTo = e.To },
        LevelSet e => this with { Level = e.Level },
        Bookmarked e => this with { Bookmarks = Bookmarks.SetItem(e.Number, e.RemindAt) },
        Unbookmarked e => this with { Bookmarks = Bookmarks.Remove(e.Number) },
        Reminded e => this with { Bookmarks = Bookmarks.SetItem(e.Number, null) },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>What a reading can be asked, by its reader alone.</summary>
[JsonDerivedType(typeof(MarkRead), "mark-read"), JsonDerivedType(typeof(SetLevel), "set-level")]
[JsonDerivedType(typeof(Bookmark), "bookmark"), JsonDerivedType(typeof(Unbookmark), "unbookmark")]
[JsonDerivedType(typeof(Remind), "remind")]
public abstract record ReadingCommand : ICommand<Reading>
{
    /// <summary>Has read the posts with these numbers.</summary>
    public sealed record MarkRead(int From, int To) : ReadingCommand;

    /// <summary>Wants to hear so much of the thread.</summary>
    public sealed record SetLevel(Level Level) : ReadingCommand;

    /// <summary>Wants to come back to a post, perhaps with a note, perhaps reminded at a time; once a post.</summary>
    public sealed record Bookmark(int Number, string? Note = null, DateTimeOffset? RemindAt = null) : ReadingCommand;

    /// <summary>Does not want to come back to a post any more.</summary>
    public sealed record Unbookmark(int Number) : ReadingCommand;

    /// <summary>The program only: the time of a reminder has come.</summary>
    public sealed record Remind(int Number) : ReadingCommand;
}

/// <summary>What happens to readings.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Read), "reading.read"), JsonDerivedType(typeof(LevelSet), "reading.level-set")]
[JsonDerivedType(typeof(Bookmarked), "reading.bookmarked")]
[JsonDerivedType(typeof(Unbookmarked), "reading.unbookmarked"), JsonDerivedType(typeof(Reminded), "reading.reminded")]
public abstract record ReadingEvent
{
    /// <summary>These posts were read, none of them ever before.</summary>
    public sealed record Read(int From, int To) : ReadingEvent;

    /// <summary>The member wants to hear so much of the thread.</summary>
    public sealed record LevelSet(Level Level) : ReadingEvent;

    /// <summary>The member wants to come back to this post; an earlier bookmark of it is this now.</summary>
    public sealed record Bookmarked(int Number, string? Note = null, DateTimeOffset? RemindAt = null) : ReadingEvent;

    /// <summary>The member no longer wants to come back to it.</summary>
    public sealed record Unbookmarked(int Number) : ReadingEvent;

    /// <summary>The time of its reminder has come.</summary>
    public sealed record Reminded(int Number) : ReadingEvent;
}
