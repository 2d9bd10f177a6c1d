using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using QRCoder;

namespace Communities.Web;

/// <summary>
/// Codes of authenticator apps (TOTP, RFC 6238: six digits, thirty seconds, SHA-1, as every app has it), and recovery
/// codes for who has lost the app.
/// </summary>
internal sealed class SecondFactor(IDataProtectionProvider protection, TimeProvider time)
{
    private const int SecretBytes = 20; // As long as the digest, as RFC 4226 asks.
    private const int CodeGroups = 4;
    private const int GroupLetters = 4; // 80 bits in all: a fast digest is enough.
    private const string Letters = "abcdefghjkmnpqrstvwxyz0123456789"; // Without i, l, o and u: read aloud, typed in.
    private const int PixelsPerModule = 5;

    // A phone's clock may be half a minute wrong, and typing takes time.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly IDataProtector _secrets = protection.CreateProtector("Communities.Authenticator");

    /// <summary>The code of the refusal that asks for one.</summary>
    public const string Needed = "code.needed";

    public static Refusal Wrong { get; } = new("code.wrong", "This code is not, or no longer, valid.");

    /// <summary>What an app is to be told, not yet of any account.</summary>
    public static string NewSecret() =>
        Base32Encoding.ToString(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=');

    /// <summary>The secret as an account keeps it.</summary>
    public string Protect(string secret) => _secrets.Protect(secret);

    /// <summary>The secret that was protected here; null for anything else.</summary>
    public string? Unprotect(string? kept)
    {
        try
        {
            return kept is null ? null : _secrets.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What an app reads from a picture.</summary>
    public static string AddressOf(string secret, string account, string site) =>
        new OtpUri(OtpType.Totp, secret, account, site).ToString();

    /// <summary>The picture, as the address of an image.</summary>
    public static string PictureOf(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }

    /// <summary>The time step of this code, or null where it is wrong by now.</summary>
    public long? StepOf(string secret, string code)
    {
        var digits = Plain(code);
        return digits.Length == 6 && digits.All(char.IsAsciiDigit)
            && new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(
                time.GetUtcNow().UtcDateTime, digits, out var step, Window)
                ? step
                : null;
    }

    /// <summary>What this code shows, whichever of the two it is; null where it shows nothing.</summary>
    public Proof? ProofOf(Account account, string code)
    {
        if (Unprotect(account.Authenticator?.Secret) is not { } secret) return null;
        if (StepOf(secret, code) is { } step)
            return step > account.Authenticator!.LastStep ? new Proof(Step: step) : null;
        var hash = HashOf(code);
        return account.RecoveryCodes.Contains(hash) ? new Proof(CodeHash: hash) : null;
    }

    /// <summary>New recovery codes, as the person writes them down.</summary>
    public static IReadOnlyList<string> NewCodes() =>
        [.. Enumerable.Range(0, Account.RecoveryCodesMax).Select(_ => string.Join('-',
            Enumerable.Range(0, CodeGroups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLetters))))];

    /// <summary>The digest of a recovery code, however it is typed.</summary>
    public static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(code))));

    private static string Plain(string code) =>
        new([.. code.ToLowerInvariant().Where(c => c is not ('-' or ' ' or '\u00A0'))]);
}
