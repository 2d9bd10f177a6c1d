using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.ThreadCommand;
using static Communities.ThreadEvent;

namespace Communities;

/// <content>Which post answers the question, and whether readers find that it still does.</content>
public sealed partial record Thread
{
    /// <summary>The most readers whose word on the answer is kept: no question needs more.</summary>
    public const int VerdictsMax = 1_000;

    /// <summary>The same word of the same reader within this says nothing new.</summary>
    public static readonly TimeSpan VerdictFor = TimeSpan.FromDays(30);

    /// <summary>What readers said last of the accepted answer, by account; null where nobody said anything.</summary>
    public ImmutableDictionary<string, Verdict>? Verdicts { get; init; }

    /// <summary>Only who wrote the accepted answer found it good, and another asked: it brings no points.</summary>
    public bool IsSelfAccepted { get; init; }

    private static Refusal NoAnswer { get; } =
        new("answer.changed", "That post is no longer the accepted answer; please look at the thread again.");

    private static Refusal Untrusted { get; } = new(
        "verdict.needed", "Members of trust level 1 or more, and who asked, may say whether an answer still holds.");

    private Decision<ThreadEvent> Answering(ThreadCommand command, Turn turn) => command switch
    {
        Accept or Unaccept when !IsBy(1, turn) =>
            new Refusal("answer.foreign", "Only who asked, or a moderator, may say which answer solved it."),
        Accept { Number: 1 } => new Refusal("answer.opening", "The opening post cannot be its own answer."),
        Accept c when !Has(c.Number) => Missing(c.Number),
        Accept c when Accepted == c.Number && (!IsSelfAccepted || IsOwn(c.Number, turn)) => [],
        Accept c => Accepted == 0
            ? [Accepting(c.Number, IsOwn(c.Number, turn))]
            : [Unaccepting(Accepted), Accepting(c.Number, IsOwn(c.Number, turn))],
        Unaccept => Accepted == 0 ? [] : [Unaccepting(Accepted)],

        ConfirmAnswer or DoubtAnswer when turn.Standing.Trust < Trust.Basic && !IsBy(1, turn) => Untrusted,
        ConfirmAnswer c when c.Number != Accepted || Accepted == 0 => NoAnswer,
        ConfirmAnswer c => ConfirmedBy(c, turn),
        DoubtAnswer c when c.Number != Accepted || Accepted == 0 => NoAnswer,
        DoubtAnswer c when ReasonFault(c.Reason) is { } fault => fault,
        DoubtAnswer c => IsSaid(turn, holds: false) ? [] : [new AnswerDoubted(c.Number, Author(c.Number), c.Reason)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private ThreadEvent.Accepted Accepting(int number, bool isSelf = false) =>
        new(number, Author(number), Author(number) == Author(1) || isSelf);

    private Unaccepted Unaccepting(int number) =>
        new(number, Author(number), Author(number) == Author(1) || IsSelfAccepted);

    // The word of who keeps order ends all doubts that were there before.
    private Decision<ThreadEvent> ConfirmedBy(ConfirmAnswer c, Turn turn)
    {
        var isSettled = IsModerated(turn) && Verdicts?.Values.Any(verdict => !verdict.Holds) == true;
        return IsSaid(turn, holds: true) && !isSettled ? [] : [new AnswerConfirmed(c.Number, isSettled)];
    }

    private bool IsSaid(Turn turn, bool holds) => Verdicts is not null
        && (Verdicts.TryGetValue(turn.By, out var verdict)
            ? verdict.Holds == holds && turn.At - verdict.At < VerdictFor
            : Verdicts.Count >= VerdictsMax);

    private Thread Answered(ThreadEvent happened, Moment moment) => happened switch
    {
        ThreadEvent.Accepted e => this with
        {
            Accepted = e.Number, IsSelfAccepted = e.IsOwn && e.Author != Author(1), Verdicts = null,
        },
        Unaccepted => this with { Accepted = 0, IsSelfAccepted = false, Verdicts = null },
        AnswerConfirmed { IsSettled: true } => this with
        {
            Verdicts = Without(Verdicts, holds: false).SetItem(moment.By, new Verdict(true, moment.At)),
        },
        AnswerConfirmed => Said(moment, holds: true),
        AnswerDoubted => Said(moment, holds: false),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private Thread Said(Moment moment, bool holds) => this with
    {
        Verdicts = (Verdicts ?? ImmutableDictionary<string, Verdict>.Empty)
            .SetItem(moment.By, new Verdict(holds, moment.At)),
    };

    // What was said was said of another text.
    private Thread Reread(int number) => number == Accepted && Verdicts is not null ? this with { Verdicts = null }
        : this;

    private static ImmutableDictionary<string, Verdict> Without(
        ImmutableDictionary<string, Verdict>? verdicts, bool holds) =>
        (verdicts ?? ImmutableDictionary<string, Verdict>.Empty).RemoveRange(
            (verdicts ?? ImmutableDictionary<string, Verdict>.Empty)
                .Where(one => one.Value.Holds == holds).Select(one => one.Key));
}

/// <summary>What a reader said of an accepted answer.</summary>
/// <param name="Holds">It still holds.</param>
/// <param name="At">When it was said.</param>
public sealed record Verdict(bool Holds, DateTimeOffset At);

[JsonDerivedType(typeof(ConfirmAnswer), "confirm-answer"), JsonDerivedType(typeof(DoubtAnswer), "doubt-answer")]
public abstract partial record ThreadCommand
{
    /// <summary>Says that the accepted answer, which has this number, still holds.</summary>
    public sealed record ConfirmAnswer(int Number) : ThreadCommand;

    /// <summary>Says that the accepted answer, which has this number, no longer holds, and perhaps why.</summary>
    public sealed record DoubtAnswer(int Number, string? Reason = null) : ThreadCommand;
}

[JsonDerivedType(typeof(AnswerConfirmed), "thread.answer-confirmed")]
[JsonDerivedType(typeof(AnswerDoubted), "thread.answer-doubted")]
public abstract partial record ThreadEvent
{
    /// <summary>Somebody finds that the accepted answer still holds; settled: doubts before it count no more.</summary>
    public sealed record AnswerConfirmed(
        int Number, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsSettled = false)
        : ThreadEvent;

    /// <summary>Somebody finds that the accepted answer, which this author wrote, no longer holds.</summary>
    public sealed record AnswerDoubted(int Number, string Author, string? Reason = null) : ThreadEvent;
}
