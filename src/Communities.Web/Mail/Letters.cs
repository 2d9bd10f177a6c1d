namespace Communities.Web;

/// <summary>What the site writes to people, in their language.</summary>
internal sealed class Letters(WebOptions options)
{
    /// <summary>Asks who reads this address to confirm it.</summary>
    public Letter Confirmation(string address, Account account, string key)
    {
        var texts = Texts.Of(account.Preferences.Language);
        return Letter.Of(
            address, texts.Code, texts.MailConfirmSubject,
            [texts.MailGreeting(account.Name), texts.MailConfirmText(texts.SiteName)],
            (texts.MailConfirmAction, At($"/email?key={key}")),
            [texts.MailConfirmEnds, texts.MailConfirmElse]);
    }

    /// <summary>Gives a link by which the person chooses another password.</summary>
    public Letter Reset(string account, Account state, string key)
    {
        var texts = Texts.Of(state.Preferences.Language);
        return Letter.Of(
            state.Email!, texts.Code, texts.MailResetSubject,
            [texts.MailGreeting(state.Name), texts.MailResetText(account)],
            (texts.MailResetAction, At(ResetLinks.PathOf(key))),
            [texts.MailResetEnds, texts.MailResetElse]);
    }

    /// <summary>Tells what happened to an account.</summary>
    public Letter Alert(string address, string account, Account state, Matter matter, DateTimeOffset at)
    {
        var texts = Texts.Of(state.Preferences.Language);
        return Letter.Of(
            address, texts.Code, texts.MatterOf(matter),
            [texts.MailGreeting(state.Name), texts.MatterOf(matter), texts.MailAlertWhen(account, texts.Exact(at))],
            (texts.MailAlertAction, At("/account/security")),
            [matter == Matter.Locked ? texts.MailLockedElse : texts.MailAlertElse]);
    }

    private string At(string path) => new Uri(options.BaseUrl!, path).ToString();
}
