using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// The first person who runs the site, who shows the key that the program printed when it found nobody who does.
/// </summary>
/// <remarks>
/// The key is something that only the site itself can have written, so every web of a cluster knows it, whichever of
/// them printed it; and it is of no use once somebody runs the site.
/// </remarks>
public sealed class FirstOwner : IDisposable
{
    private const string Said = "may run the site";

    private static readonly Refusal Wrong = new("setup.wrong", "This set-up link is not, or no longer, valid.");

    private readonly IActors _actors;
    private readonly Entrance _entrance;
    private readonly IDataProtector _protector;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Func<CancellationToken, ValueTask<bool>>? _isMissing;

    internal FirstOwner(IActors actors, Entrance entrance, IDataProtectionProvider protection) =>
        (_actors, _entrance, _protector) = (actors, entrance, protection.CreateProtector("Communities.FirstOwner"));

    /// <summary>Waits for the first owner, who shows the key that this gives.</summary>
    /// <param name="isMissing">Tells whether still nobody runs the site, as other processes know it, too.</param>
    public string Await(Func<CancellationToken, ValueTask<bool>> isMissing)
    {
        _isMissing = isMissing;
        return _protector.Protect(Said);
    }

    /// <summary>True while this web waits for the first owner and this is a key.</summary>
    public bool IsAwaitedWith(string? key) => _isMissing is not null && key is not null && IsOurs(key);

    /// <summary>Opens the account, lets it run the site, and signs it in. The key works no more then.</summary>
    public async ValueTask<Answer> Open(
        HttpContext http, string key, string account, string name, string password, string language,
        CancellationToken ct = default)
    {
        if (!IsAwaitedWith(key)) return new Answer(0, 0, [], Wrong);
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (_isMissing is null || !await _isMissing(ct)) return new Answer(0, 0, [], Wrong);
            var opened = await _entrance.Open(http, account, name, password, language, ct);

            // Opened, but not yet made an operator before the program was stopped: the password says that it is theirs.
            if (opened.Refusal?.Code == "account.taken") 
                opened = await _entrance.SignIn(http, account, password, null, ct);
            if (opened.Refusal is not null) return opened;
            var made = await _actors.Ask(Keys.OfAccount(account), new AccountCommand.MakeOperator(), Call.System(), ct);
            if (made.Refusal is null) _isMissing = null;
            return made;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private bool IsOurs(string key)
    {
        try
        {
            return _protector.Unprotect(key) == Said;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
