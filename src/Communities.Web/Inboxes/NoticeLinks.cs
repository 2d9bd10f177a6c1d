using Communities.Views;

namespace Communities.Web;

/// <summary>Where a notice leads.</summary>
internal static class NoticeLinks
{
    /// <summary>The page of what it is about.</summary>
    public static string Of(NoticeView notice)
    {
        var community = $"/c/{notice.Community}";
        return notice switch
        {
            { Reason: Reasons.GatheringSoon or Reasons.GatheringChanged or Reasons.GatheringSeat, Thread: { } of } =>
                $"{community}/gatherings/{of}",
            { Reason: Reasons.Interview, Thread: { } interview } => $"{community}/interviews/{interview}",
            { Thread: { } thread, Number: { } number } => $"{community}/threads/{thread}?post={number}",
            { Thread: { } thread } => $"{community}/threads/{thread}",
            { Reason: Reasons.Message, Subject: { } conversation } => $"/messages/{notice.Community}/{conversation}",
            { Reason: Reasons.Step, Subject: { } step } => $"{community}/welcome?step={step}",
            { Reason: Reasons.Ungreeted, Subject: { } waiting } => $"{community}/threads/{waiting}",
            { Reason: Reasons.Promoted, Subject: "ambassador" } or { Reason: Reasons.Thanks } =>
                $"{community}/ambassadors",
            { Reason: Reasons.Badge, Subject: { } badge } => $"{community}/badges/{badge}",
            { Reason: Reasons.Anniversary } => $"{community}/badges",
            { Reason: Reasons.Contest, Subject: { } about } =>
                $"{community}/contests/{about[(about.IndexOf('/', StringComparison.Ordinal) + 1)..]}",
            { Reason: Reasons.Promoted } => $"{community}/trust",
            { Reason: Reasons.Group, Subject: { } group } when Keys.IsAccount(group) => $"{community}/groups/{group}",
            { Reason: Reasons.Request, Subject: "asks" } => $"{community}/requests",
            { Reason: Reasons.Request, Subject: "declined" } => $"{community}/join",
            { Reason: Reasons.Request, Subject: ['@', .. var group] } => $"{community}/groups/{group}",
            { Reason: Reasons.Decision or Reasons.Appealed, Subject: { } decision } =>
                OfDecision(notice.Community, decision),
            { Reason: Reasons.Outcome } => $"{community}/reports",
            { Reason: Reasons.Case, Subject: { } found } => $"{community}/moderation/cases/{found}",
            { Reason: Reasons.Policy, Subject: { } version } =>
                $"{community}/policies/{version.Replace("/", "?version=", StringComparison.Ordinal)}",
            { Reason: Reasons.Slot, Subject: { } slot } => $"{community}/calendar/{SlotNotice.Of(slot).Slot}",
            _ => community,
        };
    }

    /// <summary>The page on which a decision is explained to whom it concerns.</summary>
    public static string OfDecision(string community, string decision) =>
        decision.LastIndexOf('.') is > 0 and var dot
            ? $"/c/{community}/decisions/{decision[..dot]}/{decision[(dot + 1)..]}"
            : $"/c/{community}";

    /// <summary>The address that sees the notice and leads there.</summary>
    public static string Following(NoticeView notice) => $"/inbox/{notice.Community}/{notice.Id}";
}
