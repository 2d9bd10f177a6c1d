using Communities.Actors;

namespace Communities;

/// <summary>Sanctions that end by themselves.</summary>
internal static class Sanctioning
{
    /// <summary>Sets the alarms of sanctions, and forgets those of what was lifted.</summary>
    public static Reactor Reactor { get; } = new(
        "sanctioning",
        new HashSet<string>
        {
            Domain.EventName<MemberEvent.Sanctioned>(), Domain.EventName<MemberEvent.Lifted>(),
            Domain.EventName<MemberEvent.SanctionEnded>(),
        },
        (happened, key, _) => happened switch
        {
            MemberEvent.Sanctioned { Until: { } until } e =>
                [Reaction.SetAlarm(key, AlarmOf(e.Decision, e.Kind), until, new MemberCommand.EndSanction(e.Decision))],
            MemberEvent.Lifted e =>
                from kind in (MeasureKind[])[MeasureKind.Silence, MeasureKind.Suspend, MeasureKind.Ban]
                select Reaction.CancelAlarm<Member>(key, AlarmOf(e.Decision, kind)),
            MemberEvent.SanctionEnded e => [Reaction.CancelAlarm<Member>(key, AlarmOf(e.Decision, e.Kind))],
            _ => [],
        });

    private static string AlarmOf(string decision, MeasureKind kind) => $"end {kind} of {decision}";
}
