using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>E-mail addresses of accounts: named, confirmed by a link that is sent there, and found again.</summary>
internal sealed class Emails(
    IActors actors, WebOptions options, OwnAccount own, Alerts alerts, Letters letters, Postbox postbox)
{
    private static readonly Refusal NoMail = new(
        "mail.closed", "This site sends no e-mail, so that no address could be confirmed.");

    private static readonly Refusal LinkWrong = new(
        "link.wrong", "This link is not, or no longer, valid. Please ask for another one.");

    private static readonly Refusal Needed = new("email.needed", "Please confirm your e-mail address first.");

    /// <summary>True where the site sends e-mail.</summary>
    public bool AreOn => postbox.IsOpen;

    /// <summary>True where who has confirmed none can only read.</summary>
    public bool AreNeeded => options.Mail.Required;

    /// <summary>Names an address for who asks, and sends the link that confirms it.</summary>
    public async ValueTask<Answer> Propose(HttpContext http, string address, CancellationToken ct)
    {
        if (!AreOn) return No(NoMail);
        if (Caller.Of(http).Account is not { } account) return No(Entrance.SignInFirst);
        var (key, hash) = LinkKeys.New(account);
        var answer = await own.Ask(
            http, session => new AccountCommand.ProposeEmail(address.Trim(), hash, session), ct);
        await Send(account, key, answer, ct);
        return answer;
    }

    /// <summary>Names an address for an account that was opened just now.</summary>
    public async ValueTask<Answer> ProposeFirst(string account, string address, CancellationToken ct)
    {
        var (key, hash) = LinkKeys.New(account);
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.ProposeEmail(address, hash), Call.System(), ct);
        await Send(account, key, answer, ct);
        return answer;
    }

    /// <summary>Confirms the address to which this key was sent.</summary>
    public async ValueTask<Answer> Confirm(string? key, CancellationToken ct)
    {
        if (LinkKeys.AccountOf(key) is not { } account) return No(LinkWrong);
        var hash = LinkKeys.HashOf(key!);
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.PendingEmail is not { } pending || pending.KeyHash != hash) return No(LinkWrong);

        // Asked first, since it may be another account's. A claim that nothing follows harms nobody but who made it.
        var claimed = await actors.Ask(
            Keys.OfEmail(pending.Address), new IdentifierCommand.Claim(account), Call.System(), ct);
        if (claimed.Refusal is not null) return claimed;
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.ConfirmEmail(hash), Call.System(), ct);
        await alerts.Tell(account, answer, ct);
        return answer;
    }

    /// <summary>The account that is called so, or whose confirmed address this is; null where there is none.</summary>
    public async ValueTask<string?> Find(string who, CancellationToken ct)
    {
        if (Keys.IsAccount(who)) return who;
        return Account.IsEmail(who) ? (await actors.See<Identifier>(Keys.OfEmail(who), ct)).Account : null;
    }

    /// <summary>Why this account may not write here yet, or null.</summary>
    public Refusal? FaultOf(Account account) =>
        AreNeeded && account is { Email: null, IsOperator: false } ? Needed : null;

    private async ValueTask Send(string account, string key, Answer answer, CancellationToken ct)
    {
        if (answer.IsRepeat || answer.First<AccountEvent.EmailProposed>() is not { } proposed) return;
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        postbox.Post(letters.Confirmation(proposed.Address, state, key));
    }

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
