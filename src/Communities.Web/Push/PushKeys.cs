using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using Microsoft.AspNetCore.DataProtection;

namespace Communities.Web;

/// <summary>
/// The key by which push services know this site (VAPID, RFC 8292): made when it is first needed, kept by the site
/// under the server's own encryption, the same for all processes.
/// </summary>
internal sealed class PushKeys(IActors actors, IDataProtectionProvider protection, TimeProvider time) : IDisposable
{
    private const string Name = "push";

    /// <summary>How long a push service may take what we show it for ours; a day is the most that it accepts.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly IDataProtector _lock = protection.CreateProtector("Communities.Push");
    private readonly SemaphoreSlim _once = new(1, 1);
    private ECDsa? _key;
    private string _public = "";

    /// <summary>The public key, in base64url, as browsers want it.</summary>
    /// <exception cref="JournalUnavailableException">There is none yet, and none can be kept now.</exception>
    public async ValueTask<string> Public(CancellationToken ct)
    {
        await Load(ct);
        return _public;
    }

    /// <summary>What shows a push service that a message is ours.</summary>
    public async ValueTask<string> Authorization(Uri endpoint, string contact, CancellationToken ct)
    {
        var key = await Load(ct);
        var (audience, expires) = (endpoint.GetLeftPart(UriPartial.Authority), time.GetUtcNow() + Life);
        var claims = $$"""{"aud":"{{audience}}","exp":{{expires.ToUnixTimeSeconds()}},"sub":"{{contact}}"}""";
        var token = $"{Encode("""{"typ":"JWT","alg":"ES256"}""")}.{Encode(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(token), HashAlgorithmName.SHA256);
        return $"vapid t={token}.{Base64Url.EncodeToString(signature)}, k={_public}";
    }

    public void Dispose()
    {
        _key?.Dispose();
        _once.Dispose();
    }

    private async ValueTask<ECDsa> Load(CancellationToken ct)
    {
        if (_key is not null) return _key;
        await _once.WaitAsync(ct);
        try
        {
            if (_key is not null) return _key;
            var site = await actors.See<Site>(Keys.Site, ct);
            if (!site.LockedKeys.ContainsKey(Name))
            {
                // Another process may be as far as we are: what is kept then is the first one's.
                using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                var locked = _lock.Protect(Convert.ToBase64String(fresh.ExportPkcs8PrivateKey()));
                await actors.Ask(Keys.Site, new SiteCommand.KeepKey(Name, locked), Call.System(), ct);
                site = await actors.See<Site>(Keys.Site, ct);
            }

            var key = ECDsa.Create();
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(_lock.Unprotect(site.LockedKeys[Name])), out _);
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            _public = Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
            return _key = key;
        }
        finally
        {
            _once.Release();
        }
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
