using System.Security.Cryptography;
using System.Text;

namespace Communities.Web;

/// <summary>
/// API tokens: <c>cmt_{account}_{id}_{secret}</c>. The account keeps only the digest of the secret, so that nobody who
/// reads the journal can act for anybody.
/// </summary>
public static class ApiTokens
{
    private const string Prefix = "cmt_";

    // 48 bits tell apart an account's few tokens; 160 bits cannot be guessed.
    private const int IdBytes = 6;
    private const int SecretBytes = 20;

    /// <summary>A new token of an account: the text that is shown once, and the command that makes it known.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="label">What the person calls it.</param>
    /// <param name="session">The session in which it is asked for; null where the program itself does.</param>
    public static (string Text, AccountCommand.IssueToken Command) New(
        string account, string label, string? session = null)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{Prefix}{account}_{id}_{secret}", new AccountCommand.IssueToken(id, HashOf(secret), label, session));
    }

    /// <summary>The parts of a token's text, or null where it is none. It may still be a wrong one.</summary>
    public static (string Account, string Id, string Secret)? Parse(string text)
    {
        // From the right: an account's name may hold the same separator.
        var beforeSecret = text.LastIndexOf('_');
        var beforeId = beforeSecret <= 0 ? -1 : text.LastIndexOf('_', beforeSecret - 1);
        if (beforeId <= Prefix.Length || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var account = text[Prefix.Length..beforeId];
        var (id, secret) = (text[(beforeId + 1)..beforeSecret], text[(beforeSecret + 1)..]);
        return id.Length == 2 * IdBytes && secret.Length == 2 * SecretBytes && Keys.IsAccount(account)
            ? (account, id, secret)
            : null;
    }

    /// <summary>True where this is the secret of that token of the account.</summary>
    public static bool Matches(Account account, string id, string secret)
    {
        foreach (var token in account.Tokens)
            if (token.Id == id)
                return CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(HashOf(secret)));
        return false;
    }

    private static string HashOf(
        string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
