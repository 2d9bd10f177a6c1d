using System.Globalization;
using System.Security.Cryptography;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>
/// Passkeys (WebAuthn), added and shown. ASP.NET Core's own handler speaks with the browser; the account keeps them.
/// </summary>
internal sealed class Passkeys(IDataProtectionProvider protection, TimeProvider time)
{
    // What was asked of the browser, until it answers.
    private const string Cookie = "passkey";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Refusal Wrong = new("passkey.wrong", "This passkey opens no account here.");

    private readonly IDataProtector _protector = protection.CreateProtector("Communities.Passkeys");

    /// <summary>What a browser is asked to make a passkey for this account.</summary>
    public async Task<string> AskToMake(HttpContext http, string account, Account state)
    {
        var asked = await Handler(http).MakeCreationOptionsAsync(
            new() { Id = account, Name = account, DisplayName = state.Name }, http);
        Remember(http, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>The passkey that a browser made, or why it is none.</summary>
    public async Task<(Passkey? Passkey, Refusal? Refusal)> Made(HttpContext http, string credential, string label)
    {
        if (Recall(http) is not { } state) return (null, Wrong);
        var result = await Handler(http).PerformAttestationAsync(
            new() { CredentialJson = credential, AttestationState = state, HttpContext = http });
        return result.Succeeded ? (Kept(result.Passkey, label), null) : (null, Wrong);
    }

    /// <summary>What a browser is asked to show a passkey: of this account, or of any.</summary>
    public async Task<string> AskToShow(HttpContext http, Keyholder? holder)
    {
        var asked = await Handler(http).MakeRequestOptionsAsync(holder, http);
        Remember(http, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>
    /// Whose passkey a browser showed, and the passkey as it is by now; null where it is none of ours.
    /// </summary>
    public async Task<(Keyholder Holder, Passkey Passkey)?> Shown(HttpContext http, string credential)
    {
        if (Recall(http) is not { } state) return null;
        var result = await Handler(http).PerformAssertionAsync(
            new() { CredentialJson = credential, AssertionState = state, HttpContext = http });
        return result.Succeeded ? (result.User, Kept(result.Passkey, "")) : null;
    }

    /// <summary>A passkey as the handler knows it.</summary>
    public static UserPasskeyInfo InfoOf(Passkey key) => new(
        WebEncoders.Base64UrlDecode(key.Id), Convert.FromBase64String(key.PublicKey), key.AddedAt ?? default,
        (uint)key.SignCount, [.. key.Transports], isUserVerified: true, key.IsBackupEligible, key.IsBackedUp, [], []);

    private static Passkey Kept(UserPasskeyInfo info, string label) => new(
        WebEncoders.Base64UrlEncode(info.CredentialId), Convert.ToBase64String(info.PublicKey), label,
        info.Transports is null ? [] : [.. info.Transports], info.SignCount, info.IsBackupEligible, info.IsBackedUp);

    // Of this request: the handler's parts are.
    private static IPasskeyHandler<Keyholder> Handler(HttpContext http) =>
        http.RequestServices.GetRequiredService<IPasskeyHandler<Keyholder>>();

    private void Remember(HttpContext http, string? state)
    {
        var until = (time.GetUtcNow() + Patience).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{until}\n{state}"), new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Patience,
        });
    }

    // Once: what a browser answered is not taken again.
    private string? Recall(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } cookie) return null;
        http.Response.Cookies.Delete(Cookie);
        try
        {
            var parts = _protector.Unprotect(cookie).Split('\n', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? parts[1]
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
