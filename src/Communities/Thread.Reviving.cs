using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>
/// How a thread that has stopped is taken up again: by a post that sums it up, or by a new thread; never by a post that
/// says nothing. And how it is left alone.
/// </content>
public sealed partial record Thread
{
    /// <summary>The least that a summary says, in characters: a sentence or two, more than a bump.</summary>
    public const int SummaryMin = 80;

    /// <summary>The numbers of the posts that sum the thread up; null where none does.</summary>
    public ImmutableSortedSet<int>? Summaries { get; init; }

    /// <summary>How many posts there were when moderators left the thread as it is; 0 where they did not.</summary>
    public int RestedAt { get; init; }

    /// <summary>The id of the latest thread that took up what this one is about; null where none did.</summary>
    public string? RenewedBy { get; init; }

    private Refusal? SummaryFault(string text, Turn turn) =>
        turn.Standing.Trust < Trust.Full && !IsBy(1, turn)
            ? new("summary.foreign", "Who asked, members of trust level 2 or more and moderators write summaries.")
        : Bareness(text, turn);

    // An opening that takes up an old thread says something of its own, too.
    private static Refusal? Bareness(string text, Turn turn) =>
        text is not null && text.Trim().Length < SummaryMin && !IsProgram(turn)
            ? new("summary.short", $"Please say in {SummaryMin} characters or more what was said and what is open.")
            : null;

    private Decision<ThreadEvent> Reviving(ThreadCommand command, Turn turn) => command switch
    {
        Renew when !IsProgram(turn) => Refusals.ProgramOnly,
        Renew c => !Keys.IsThread(c.Thread) || RenewedBy == c.Thread ? [] : [new Renewed(c.Thread)],
        _ when !IsModerated(turn) => Refusals.ModeratorsOnly,
        Summarise { Number: 1 } => new Refusal("summary.opening", "The opening post is no summary of what follows."),
        Summarise c when !Has(c.Number) => Missing(c.Number),
        Summarise c => Summaries?.Contains(c.Number) == !c.IsUndone || (c.IsUndone && Summaries is null) ? []
            : [new Summarised(c.Number, c.IsUndone)],
        Rest => RestedAt == Posts.Count ? [] : [new Rested()],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Thread Resumed(ThreadEvent happened) => happened switch
    {
        Summarised { IsUndone: true } e => this with { Summaries = Summaries?.Remove(e.Number) },
        Summarised e => this with { Summaries = (Summaries ?? []).Add(e.Number) },
        Rested => this with { RestedAt = Posts.Count },
        Renewed e => this with { RenewedBy = e.Thread },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

[JsonDerivedType(typeof(Summarise), "summarise"), JsonDerivedType(typeof(Rest), "rest")]
[JsonDerivedType(typeof(Renew), "renew")]
public abstract partial record ThreadCommand
{
    /// <summary>Says that a post sums the thread up, or does not after all; for moderators.</summary>
    public sealed record Summarise(int Number, bool IsUndone = false) : ThreadCommand;

    /// <summary>Leaves the thread as it is: until somebody writes in it, nobody suggests to revive it.</summary>
    public sealed record Rest : ThreadCommand;

    /// <summary>The program only: this thread was opened to take up what this one is about.</summary>
    public sealed record Renew(string Thread) : ThreadCommand;
}

[JsonDerivedType(typeof(Summarised), "thread.summarised"), JsonDerivedType(typeof(Rested), "thread.rested")]
[JsonDerivedType(typeof(Renewed), "thread.renewed")]
public abstract partial record ThreadEvent
{
    /// <summary>A post sums the thread up; undone: it does not after all.</summary>
    public sealed record Summarised(
        int Number, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsUndone = false)
        : ThreadEvent;

    /// <summary>The thread is left as it is until somebody writes in it.</summary>
    public sealed record Rested : ThreadEvent;

    /// <summary>What the thread is about was taken up in this one.</summary>
    public sealed record Renewed(string Thread) : ThreadEvent;
}
