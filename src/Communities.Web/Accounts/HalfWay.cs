using System.Globalization;
using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;

namespace Communities.Web;

/// <summary>
/// Who has shown the password and is asked for a second factor: what the form between the two carries, which only this
/// site can have written.
/// </summary>
internal sealed class HalfWay(IDataProtectionProvider protection, TimeProvider time)
{
    // Long enough to find the phone.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Communities.HalfWay");

    /// <summary>What the form carries.</summary>
    public string Of(string account, Account state, Way way) => _protector.Protect(string.Join(
        '\n', account, Stamp(state), way, (time.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(
            CultureInfo.InvariantCulture)));

    /// <summary>Whose it is and how the person came; null where it is none, too old, or of another password.</summary>
    public async ValueTask<(string Account, Account State, Way Way)?> Read(
        string? form, IActors actors, CancellationToken ct)
    {
        if (Parts(form) is not [var account, var stamp, var way, var until]) return null;
        if (long.Parse(until, CultureInfo.InvariantCulture) <= time.GetUtcNow().ToUnixTimeSeconds()) return null;
        var state = await actors.See<Account>(Keys.OfAccount(account), ct);
        return stamp == Stamp(state) ? (account, state, Enum.Parse<Way>(way)) : null;
    }

    private string[]? Parts(string? form)
    {
        try
        {
            return form is null ? null : _protector.Unprotect(form).Split('\n');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The digest of a password holds no line break and is salted: its end tells two of them apart, and nothing else.
    private static string Stamp(Account state) => state.PasswordHash is { Length: > 12 } hash ? hash[^12..] : "";
}
