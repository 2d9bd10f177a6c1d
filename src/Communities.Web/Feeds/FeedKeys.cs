using System.Globalization;
using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Keys in the addresses of a person's own feeds: programs that read feeds cannot sign in. A key opens feeds and
/// nothing else, and all of a person's are worthless once that person has renewed them.
/// </summary>
internal sealed class FeedKeys(IDataProtectionProvider protection, IActors actors)
{
    /// <summary>The part of an address that holds a key.</summary>
    public const string Parameter = "feed-key";

    // Longer, and it is none of ours.
    private const int KeyMax = 1_000;

    private readonly IDataProtector _protector = protection.CreateProtector("feeds");

    /// <summary>The present key of an account.</summary>
    public async ValueTask<string> KeyOf(string account, CancellationToken ct)
    {
        var number = (await actors.See<Account>(Keys.OfAccount(account), ct)).FeedsNumber;
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{number} {account}"));
    }

    /// <summary>Who reads: whose key the address holds, else who asks.</summary>
    public async ValueTask<Caller> ReaderOf(HttpContext http)
    {
        var key = http.Request.Query[Parameter].ToString();
        if (key.Length is 0 or > KeyMax || Opened(key) is not { } opened) return Caller.Of(http);
        var space = opened.IndexOf(' ', StringComparison.Ordinal);
        var account = opened[(space + 1)..];
        var state = await actors.See<Account>(Keys.OfAccount(account), http.RequestAborted);
        return opened[..space] == state.FeedsNumber.ToString(CultureInfo.InvariantCulture) && !state.IsMissing
            ? Caller.For(http, account, state)
            : Caller.Of(http);
    }

    private string? Opened(string key)
    {
        try
        {
            return _protector.Unprotect(key);
        }
        catch (CryptographicException)
        {
            return null; // No key of ours: whoever shows it is nobody in particular.
        }
    }
}
