namespace Communities.Web;

/// <summary>Asks whoever reads an address whether it was they who named it.</summary>
internal sealed class ConfirmationLetters(LetterKeys keys) : ILetterSource
{
    public LetterKind Kind => LetterKind.Confirmation;

    public ValueTask<LetterBody?> Write(LetterOrder order, CancellationToken ct)
    {
        if (order.Recipient is { IsConfirmed: true } or { AskedAt: null }) return new((LetterBody?)null);
        var until = order.Recipient.AskedAt.Value + Recipient.ConfirmationLife;
        return new(new LetterBody(order.Texts.SubscribeSubject(order.CommunityName))
            .Paragraph(order.Texts.SubscribeText(order.CommunityName))
            .Action(order.Texts.SubscribeAction, $"/mail/confirm/{keys.OfConfirmation(order.Key, until)}")
            .Note(order.Texts.SubscribeEnds(Recipient.ConfirmationLife.Days)));
    }
}
