using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>The one way in which a person changes the own account: what matters is told by e-mail, too.</summary>
internal sealed class OwnAccount(Alerts alerts)
{
    /// <summary>Asks the account of who asks.</summary>
    /// <param name="http">The request.</param>
    /// <param name="command">
    /// What is asked, given the session in which it is; null for who shows a token, which may do nothing sensitive.
    /// </param>
    /// <param name="ct">Ends the wait.</param>
    public async ValueTask<Answer> Ask(
        HttpContext http, Func<string?, AccountCommand> command, CancellationToken ct)
    {
        var asking = Asking.Of(http);
        if (asking.Caller.Account is not { } account) return new Answer(0, 0, [], Entrance.SignInFirst);
        var answer = await asking.Ask(Keys.OfAccount(account), command(asking.Caller.Session), ct: ct);
        await alerts.Tell(account, answer, ct);
        return answer;
    }
}
