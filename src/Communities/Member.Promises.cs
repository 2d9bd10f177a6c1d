using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberEvent;

namespace Communities;

/// <content>The gatherings that the member answered, so that who goes for good keeps nobody's seat.</content>
public sealed partial record Member
{
    /// <summary>
    /// The answers that are remembered: who gives more before the first of these gatherings is over comes to few.
    /// </summary>
    public const int PromisesMax = 50;

    /// <summary>By id, what the member comes to, waits for or may come to; the latest answer last.</summary>
    public ImmutableList<string> Promises { get; init; } = [];

    /// <summary>When the member left; null for who has not, or came back.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    // What was answered just before may be heard of just after.
    private Decision<MemberEvent> Promising(MemberCommand.Promise c, Turn turn) =>
        !Keys.IsThread(c.Gathering) ? []
        : c.IsOff ? Promises.Contains(c.Gathering) ? [new Promised(c.Gathering, IsOff: true)] : []
        : LeftAt is { } left ? [new Excused([c.Gathering], left)]
        : Sanctions.Exists(IsForGood) ? [new Excused([c.Gathering], turn.At)]
        : Role == Role.None || Promises.Contains(c.Gathering) ? []
        : [new Promised(c.Gathering)];

    private IEnumerable<MemberEvent> Excusing(Turn turn)
    {
        if (!Promises.IsEmpty) yield return new Excused([.. Promises], turn.At);
    }

    private Member Promised(MemberEvent happened) => this with
    {
        Promises = happened switch
        {
            Promised { IsOff: true } e => Promises.Remove(e.Gathering),
            Promised e => Promises.RemoveRange(0, Math.Max(0, Promises.Count + 1 - PromisesMax)).Add(e.Gathering),
            Excused e => Promises.RemoveRange(e.Gatherings),
            _ => throw new UnreachableException(happened.GetType().Name),
        },
    };

    private static bool IsForGood(Sanction sanction) => sanction is { Until: null, Bar: >= Bar.Suspended };
}

/// <content>Gatherings.</content>
[JsonDerivedType(typeof(Promise), "promise")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: the member comes to this gathering, waits or may come; or no longer.</summary>
    public sealed record Promise(string Gathering, bool IsOff = false) : MemberCommand;
}

/// <content>Gatherings.</content>
[JsonDerivedType(typeof(Promised), "member.promised"), JsonDerivedType(typeof(Excused), "member.excused")]
public abstract partial record MemberEvent
{
    /// <summary>The member comes to this gathering, waits for a seat or may come; or does not any more.</summary>
    public sealed record Promised(
        string Gathering, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOff = false)
        : MemberEvent;

    /// <summary>From then on the member comes to none of these any more: they left, or are kept out for good.</summary>
    public sealed record Excused(ImmutableArray<string> Gatherings, DateTimeOffset From) : MemberEvent;
}
