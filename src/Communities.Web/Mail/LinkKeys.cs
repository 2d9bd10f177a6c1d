using System.Security.Cryptography;
using System.Text;

namespace Communities.Web;

/// <summary>
/// What a link in an e-mail holds: whose it is, and a secret of which the account knows the digest alone.
/// </summary>
internal static class LinkKeys
{
    private const int SecretBytes = 24; // 192 bits cannot be guessed.
    private const int Max = 100;

    /// <summary>A new key, and the digest by which the account will know it again.</summary>
    public static (string Key, string Hash) New(string account)
    {
        var key = $"{account}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (key, HashOf(key));
    }

    /// <summary>Whose key it says it is; null where it is none.</summary>
    public static string? AccountOf(string? key)
    {
        if (key is null or { Length: > Max } || key.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot))
            return null;
        return Keys.IsAccount(key[..dot]) ? key[..dot] : null;
    }

    /// <summary>The digest of a key.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
