using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberCommand;
using static Communities.MemberEvent;

namespace Communities;

/// <content>
/// Which questions the member was asked to answer: seldom, never twice the same, and not at all where the member does
/// not want it.
/// </content>
public sealed partial record Member
{
    /// <summary>How long nobody asks again after a member was asked: a request is an honour, not a duty.</summary>
    public static readonly TimeSpan AskedFor = TimeSpan.FromDays(7);

    /// <summary>How many requests are remembered, so that none is repeated: more than two years of them.</summary>
    public const int RequestsKept = 120;

    /// <summary>The questions that the member was asked to answer, latest last.</summary>
    public ImmutableList<AnswerRequest> AnswerRequests { get; init; } = [];

    /// <summary>The member does not want to be asked for answers.</summary>
    public bool IsNotAsked { get; init; }

    private Decision<MemberEvent> Answering(MemberCommand command, Turn turn) => command switch
    {
        SetAsked when turn.Standing.Role != Role.System => Refusals.ProgramOnly,
        SetAsked c => c.IsAsked != IsNotAsked ? [] : [new AskedSet(c.IsAsked)],
        DeclineAnswer when !IsOwn(turn) => Refusals.OwnOnly,
        DeclineAnswer c => AnswerRequests.Exists(one => one.Thread == c.Thread && !one.IsDeclined)
            ? [new AnswerDeclined(c.Thread)]
            : [],
        RequestAnswer when !turn.Standing.Is(Role.Moderator) => Refusals.ModeratorsOnly,
        RequestAnswer c when !Keys.IsThread(c.Thread) => new Refusal("thread.missing", "There is no such thread."),
        RequestAnswer when turn.By == Keys.LocalOf(turn.Key) =>
            new Refusal("asking.own", "You can simply answer; there is no need to ask yourself."),
        RequestAnswer when IsNotAsked => new Refusal("asking.closed", "This member does not want to be asked."),
        RequestAnswer when BarAt(turn.At) != Bar.None =>
            new Refusal("asking.unfit", "This member cannot answer at present."),
        RequestAnswer c when AnswerRequests.Exists(one => one.Thread == c.Thread) =>
            new Refusal("asking.repeated", "This member was asked about this question already."),
        RequestAnswer when AnswerRequests is [.., var last] && turn.At < last.At + AskedFor =>
            new Refusal("asking.slow", $"Nobody is asked more than once in {AskedFor.Days} days."),
        RequestAnswer c => [new AnswerRequested(c.Thread)],
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private Member Answering(MemberEvent happened, Moment moment) => happened switch
    {
        AnswerRequested e => this with
        {
            AnswerRequests = AnswerRequests.RemoveRange(0, Math.Max(0, AnswerRequests.Count + 1 - RequestsKept))
                .Add(new AnswerRequest(e.Thread, moment.At)),
        },
        AnswerDeclined e => this with
        {
            AnswerRequests = AnswerRequests.ConvertAll(one => one.Thread == e.Thread ? one with { IsDeclined = true }
                : one),
        },
        AskedSet e => this with { IsNotAsked = !e.IsAsked },
        _ => throw new UnreachableException(happened.GetType().Name),
    };
}

/// <summary>A question that a member was asked to answer.</summary>
/// <param name="Thread">The id of its thread.</param>
/// <param name="At">When.</param>
/// <param name="IsDeclined">The member said that somebody else should.</param>
public sealed record AnswerRequest(string Thread, DateTimeOffset At, bool IsDeclined = false);

/// <content>Questions that members are asked to answer.</content>
[JsonDerivedType(typeof(RequestAnswer), "request-answer"), JsonDerivedType(typeof(DeclineAnswer), "decline-answer")]
[JsonDerivedType(typeof(SetAsked), "set-asked")]
public abstract partial record MemberCommand
{
    /// <summary>Asks the member to answer the question of this thread; for moderators.</summary>
    public sealed record RequestAnswer(string Thread) : MemberCommand;

    /// <summary>The member would rather not answer that one.</summary>
    public sealed record DeclineAnswer(string Thread) : MemberCommand;

    /// <summary>The program only: the member wants to be asked for answers, or not.</summary>
    public sealed record SetAsked(bool IsAsked) : MemberCommand;
}

/// <content>Questions that members are asked to answer.</content>
[JsonDerivedType(typeof(AnswerRequested), "member.answer-requested")]
[JsonDerivedType(typeof(AnswerDeclined), "member.answer-declined")]
[JsonDerivedType(typeof(AskedSet), "member.asked-set")]
public abstract partial record MemberEvent
{
    /// <summary>The member was asked to answer the question of this thread.</summary>
    public sealed record AnswerRequested(string Thread) : MemberEvent;

    /// <summary>The member would rather not answer that one.</summary>
    public sealed record AnswerDeclined(string Thread) : MemberEvent;

    /// <summary>The member wants to be asked for answers, or not.</summary>
    public sealed record AskedSet(bool IsAsked) : MemberEvent;
}
