using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Communities.Web;

/// <summary>
/// Keys in the links of letters: who has one may choose what that recipient is sent, and nothing else. They last as
/// long as the site's keys: who finds an old letter can still end the next ones.
/// </summary>
internal sealed class LetterKeys(IDataProtectionProvider protection)
{
    // Longer, and it is none of ours.
    private const int KeyMax = 1_000;

    private readonly IDataProtector _protector = protection.CreateProtector("letters");
    private readonly IDataProtector _confirming = protection.CreateProtector("letters", "confirmation");

    /// <summary>The key of a letter: whose, which, and of what kind.</summary>
    public string Of(string recipient, string delivery, LetterKind kind) =>
        _protector.Protect($"{recipient}\n{kind} {delivery}");

    /// <summary>Whose letter, which, and of what kind; null where the key is none of ours.</summary>
    public (string Recipient, string Delivery, LetterKind Kind)? Read(string? key) =>
        Parts(_protector, key) is var (recipient, letter) && letter.Split(' ', 2) is [var name, var delivery]
            && Enum.TryParse<LetterKind>(name, out var kind)
            ? (recipient, delivery, kind)
            : null;

    /// <summary>The key by which an address says yes, until then.</summary>
    public string OfConfirmation(string recipient, DateTimeOffset until) =>
        _confirming.Protect($"{recipient}\n{until.ToUnixTimeSeconds()}");

    /// <summary>Whose confirmation it is, and until when; null where the key is none of ours.</summary>
    public (string Recipient, DateTimeOffset Until)? ReadConfirmation(string? key) =>
        Parts(_confirming, key) is var (recipient, until) && long.TryParse(until, out var seconds)
            ? (recipient, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;

    private static (string, string)? Parts(IDataProtector protector, string? key)
    {
        if (key is null or { Length: 0 or > KeyMax }) return null;
        try
        {
            return protector.Unprotect(key).Split('\n', 2) is [var first, var second] ? (first, second) : null;
        }
        catch (CryptographicException)
        {
            return null; // Whoever shows it is nobody in particular.
        }
    }
}
