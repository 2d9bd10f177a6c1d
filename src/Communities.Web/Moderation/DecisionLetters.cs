using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>Writes to who is suspended or banned, since they may not look at a page of the site again.</summary>
/// <remarks>Says what, until when, by which rule, and how to object; of what was lifted since, nothing.</remarks>
internal sealed class DecisionLetters(IActors actors, IViews views) : ILetterSource
{
    public LetterKind Kind => LetterKind.Decision;

    public async ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        if (order.Account is not { } account) return null;
        var member = await actors.See<Member>(Keys.OfMember(order.Community, account), ct);
        if (member.Sanctions.FindLast(one => one.Decision == order.Of && one.Bar >= Bar.Suspended) is not { } sanction
            || !sanction.IsInForce(order.Now)) return null;
        var (texts, name) = (order.Texts, order.CommunityName);
        var letter = new LetterBody(texts.MailSanctionSubject(name))
            .Paragraph(sanction.Bar == Bar.Banned ? texts.MailBanned(name) : texts.MailSuspended(name));
        if (sanction.Until is { } until) letter = letter.Paragraph(texts.BarUntil(order.Exact(until)));
        if (await RuleOf(order, ct) is { Length: > 0 } rule)
            letter = letter.Paragraph(texts.MailSanctionRule(texts.RuleSaid(rule)));
        return letter.Action(texts.BarWhy, NoticeLinks.OfDecision(order.Community, order.Of))
            .Note(texts.MailSanctionAppeal(Case.AppealDays));
    }

    // The words of a decision are in the views alone.
    private async ValueTask<string?> RuleOf(LetterOrder order, CancellationToken ct)
    {
        if (Case.PartsOf(order.Of) is not var (subject, number)) return null;
        return (await views.Decision(order.Community, subject.ToString(), number, order.Viewer, ct))?.Rule;
    }
}
