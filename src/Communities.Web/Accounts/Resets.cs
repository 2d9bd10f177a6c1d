using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Links by which somebody who has forgotten the password chooses another one.</summary>
internal sealed class Resets(
    IActors actors, Emails emails, Alerts alerts, Letters letters, Postbox postbox, TimeProvider time)
{
    private static readonly Refusal LinkWrong = new(
        "link.wrong", "This link is not, or no longer, valid. Please ask for another one.");

    private static readonly Refusal NoMail = new(
        "mail.closed", "This site sends no e-mail. Who runs it can give you a link for another password.");

    /// <summary>Sends a link to the confirmed address of this account, where there is one.</summary>
    /// <param name="who">An account's name, or an address.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>
    /// The same whether there is such an account or not; refused only where no e-mail is sent at all.
    /// </returns>
    public async ValueTask<Refusal?> Send(string who, CancellationToken ct)
    {
        if (!postbox.IsOpen) return NoMail;
        if (await emails.Find(who, ct) is not { } account) return null;
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        if (state.Email is null) return null;
        var (key, hash) = LinkKeys.New(account);
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.IssueReset(hash), Call.System(), ct);
        if (answer.Refusal is null) postbox.Post(letters.Reset(account, state, key));
        return null;
    }

    /// <summary>Makes a link for somebody, whom who runs the site then gives it.</summary>
    public async ValueTask<(Answer Answer, string Key)> Issue(
        HttpContext http, string account, bool dropsSecondFactor, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        if (caller.Account is not { } by) return (No(Entrance.SignInFirst), "");
        if (!caller.IsOperator) return (No(Refusals.OperatorsOnly), "");
        if (!(await actors.See<Account>(Keys.OfAccount(by), ct)).IsConfirmedAt(caller.Session, time.GetUtcNow()))
            return (No(Refusals.ConfirmFirst), "");
        if (!Keys.IsAccount(account)) return (No(new("account.missing", "There is no such account.")), "");
        var (key, hash) = LinkKeys.New(account);
        var answer = await Asking.Of(http).Ask(
            Keys.OfAccount(account), new AccountCommand.IssueReset(hash, dropsSecondFactor), ct: ct);
        return (answer.IsRepeat ? No(LinkWrong) : answer, key);
    }

    /// <summary>Gives the account of this key another password, and ends its sessions.</summary>
    public async ValueTask<Answer> Use(string? key, string next, CancellationToken ct)
    {
        if (LinkKeys.AccountOf(key) is not { } account) return No(LinkWrong);
        var (hash, state) = (LinkKeys.HashOf(key!), await actors.See<Account>(Keys.OfAccount(account), ct));

        // Before the slow digest: nobody keeps cores busy with keys that he made up.
        if (state.PendingReset?.KeyHash != hash || state.PendingReset.Until <= time.GetUtcNow()) return No(LinkWrong);
        if (Passwords.Fault(next, account, state.Name, state.Email) is { } fault) return No(fault);
        var password = await Passwords.HashAsync(next, ct);
        var answer = await actors.Ask(
            Keys.OfAccount(account), new AccountCommand.ResetPassword(hash, password), Call.System(), ct);
        await alerts.Tell(account, answer, ct);
        return answer;
    }

    private static Answer No(Refusal refusal) => new(0, 0, [], refusal);
}
