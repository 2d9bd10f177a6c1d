using System.Text.Json.Serialization;
using Communities.Actors;
using static Communities.MemberEvent;

namespace Communities;

/// <content>The day on which the member joined, year after year.</content>
public sealed partial record Member
{
    /// <summary>How many anniversaries of joining have come.</summary>
    public int Years { get; init; }

    // Always from the day of joining: who joined on a 29 February celebrates on the 28th where there is none.
    private Decision<MemberEvent> Celebrating(DateTimeOffset at)
    {
        if (JoinedAt is not { } joined) return [];
        var years = at.Year - joined.Year;
        if (joined.AddYears(years) > at) years--;
        return years <= Years ? [] : [new Celebrated(years, joined.AddYears(years), joined.AddYears(years + 1))];
    }
}

/// <content>Anniversaries.</content>
[JsonDerivedType(typeof(Celebrate), "celebrate")]
public abstract partial record MemberCommand
{
    /// <summary>The program only: looks whether another year is full.</summary>
    public sealed record Celebrate : MemberCommand;
}

/// <content>Anniversaries.</content>
[JsonDerivedType(typeof(Celebrated), "member.celebrated")]
public abstract partial record MemberEvent
{
    /// <summary>So many years ago, on this day, the member joined; and the next time comes then.</summary>
    public sealed record Celebrated(int Years, DateTimeOffset On, DateTimeOffset Next) : MemberEvent;
}
