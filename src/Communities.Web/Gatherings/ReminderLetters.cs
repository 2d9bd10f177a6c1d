using Communities.Views;

namespace Communities.Web;

/// <summary>Writes the e-mails that remind of a gathering, to whoever still comes to it by then.</summary>
internal sealed class ReminderLetters(IViews views) : ILetterSource
{
    public LetterKind Kind => LetterKind.Reminder;

    public async ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        if (await views.Gathering(order.Community, order.Of, order.Viewer, ct) is not { Gathering: var one }
            || one.Status is GatheringStatus.Cancelled or GatheringStatus.Ended || one.Starts <= order.Now
            || !IsExpected(one, order.Account))
            return null;
        var letter = new LetterBody(order.Texts.LetterSoonSubject(one.Title))
            .Paragraph(order.Texts.LetterSoon(one.Title, order.Exact(one.Starts)));
        if (one.Place is { } place) letter = letter.Paragraph(order.Texts.LetterSoonPlace(place));
        return letter.Action(order.Texts.LetterSoonLink, FoundGathering.PathOf(one.Community, one.Id));
    }

    private static bool IsExpected(GatheringView one, string? account) =>
        one.Mine is Rsvp.Going or Rsvp.Interested
        || (account is not null && (one.Planner == account || one.Hosts.Contains(account)));
}
