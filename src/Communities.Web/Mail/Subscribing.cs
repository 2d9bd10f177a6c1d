using Communities.Actors;

namespace Communities.Web;

/// <summary>People who want letters, with an account and without.</summary>
internal sealed class Subscribing(IActors actors, LetterKeys keys, Smtp smtp, TimeProvider time)
{
    private static readonly Refusal NoMail = new(
        "mail.closed", "This site sends no e-mail, so that no address could be confirmed.");

    private static readonly Refusal LinkWrong = new(
        "link.wrong", "This link is not, or no longer, valid. Please ask for another one.");

    /// <summary>True where the site sends e-mail.</summary>
    public bool IsOpen => smtp.IsOpen;

    /// <summary>Sends a letter to an address that asks whether it wants the newsletter.</summary>
    /// <remarks>Nobody learns here whether the address has it already: the answer is the same.</remarks>
    public async ValueTask<Answer> Ask(Place place, string address, string language, CancellationToken ct)
    {
        if (place.Community.Visibility == Visibility.Private) return No(Refusals.MembersOnly);
        if (!smtp.IsOpen) return No(NoMail);
        return await actors.Ask(
            Keys.OfSubscriber(place.Slug, address), new RecipientCommand.Subscribe(address, language), Call.System(),
            ct);
    }

    /// <summary>Whose confirmation this key is; null where it is none, or no longer one.</summary>
    public string? RecipientOf(string? key) =>
        keys.ReadConfirmation(key) is var (recipient, until) && until > time.GetUtcNow() ? recipient : null;

    /// <summary>Says yes, for whoever reads the address.</summary>
    public async ValueTask<Answer> Confirm(string? key, CancellationToken ct) => RecipientOf(key) is { } recipient
        ? await actors.Ask(recipient, new RecipientCommand.Confirm(), Call.System(), ct)
        : No(LinkWrong);

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
