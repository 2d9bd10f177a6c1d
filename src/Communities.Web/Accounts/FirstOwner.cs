using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// The first person who runs the site, who shows the key that the program printed when it found no data.
/// </summary>
public sealed class FirstOwner(IActors actors, Entrance entrance)
{
    private static readonly Refusal Wrong = new("setup.wrong", "This set-up link is not, or no longer, valid.");

    private string? _key;

    /// <summary>Waits for the first owner, who shows this key, once: nobody runs the site yet.</summary>
    public void Await(string key) => _key = key;

    /// <summary>True while the site waits for its first owner and this is the key.</summary>
    public bool IsAwaitedWith(string? key) =>
        _key is { } expected && key is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(key));

    /// <summary>Opens the account, lets it run the site, and signs it in. The key works no more then.</summary>
    public async ValueTask<Answer> Open(
        HttpContext http, string key, string account, string name, string password, string language,
        CancellationToken ct = default)
    {
        // Whoever takes the key out first has it alone; it goes back where nothing came of it.
        if (!IsAwaitedWith(key) || Interlocked.Exchange(ref _key, null) is not { } taken)
            return new Answer(0, 0, [], Wrong);
        var done = false;
        try
        {
            var opened = await entrance.Open(http, account, name, password, language, ct);

            // Opened, but not yet made an operator before the program was stopped: the password says that it is theirs.
            if (opened.Refusal?.Code == "account.taken") opened = await entrance.SignIn(http, account, password, ct);
            if (opened.Refusal is not null) return opened;
            var made = await actors.Ask(Keys.OfAccount(account), new AccountCommand.MakeOperator(), Call.System(), ct);
            done = made.Refusal is null;
            return made;
        }
        finally
        {
            if (!done) _key = taken;
        }
    }
}
