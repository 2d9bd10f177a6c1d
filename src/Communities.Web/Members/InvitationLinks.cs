using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// What the links of invitations hold: eighty bits by chance, of which the journal knows a digest, and themselves only
/// as this site's keys seal them.
/// </summary>
internal sealed class InvitationLinks(IDataProtectionProvider keys)
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz"; // As in the ids of threads.
    private const int Length = 16;

    private readonly IDataProtector _seal = keys.CreateProtector("Communities.Invitations");

    /// <summary>What a new link holds, the id of its invitation, and the sealed form.</summary>
    public (string Code, string Id, string Sealed) New()
    {
        var code = RandomNumberGenerator.GetString(Digits, Length);
        return (code, IdOf(code), _seal.Protect(code));
    }

    /// <summary>The id of the invitation whose link holds this.</summary>
    public static string IdOf(string code)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(code));
        return string.Create(Length, digest, static (id, digest) =>
        {
            for (var i = 0; i < id.Length; i++) id[i] = Digits[digest[i] & 31];
        });
    }

    /// <summary>What the link holds; null where the keys that sealed it are gone.</summary>
    public string? CodeOf(string sealedCode)
    {
        try
        {
            return _seal.Unprotect(sealedCode);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The whole link.</summary>
    public static string Link(HttpRequest request, string community, string code) =>
        $"{request.Scheme}://{request.Host}/c/{community}/join/{code}";
}
