using System.Net;
using System.Net.Http.Headers;

namespace Communities.Web;

/// <summary>What became of a push.</summary>
internal enum PushOutcome
{
    /// <summary>The push service took it.</summary>
    Sent,

    /// <summary>The device is gone: it has to subscribe anew.</summary>
    Gone,

    /// <summary>The push service could not take it; it is not sent again.</summary>
    Failed,
}

/// <summary>
/// Brings messages to push services. Their addresses come from browsers, so they are asked as what one must not trust:
/// on the public web alone, and for a short time.
/// </summary>
internal sealed class PushClient : IDisposable
{
    /// <summary>How long a push service may keep it for a device that is off: a day later it is no news.</summary>
    private const string Life = "86400";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PushKeys _keys;
    private readonly string _contact;
    private readonly HttpClient _http;

    public PushClient(PushKeys keys, WebOptions options)
    {
        _keys = keys;
        var connection = new GuardedConnection(
            options.MayPush ?? ((address, port) => port == 443 && PublicAddresses.Has(address)));
        _contact = options.BaseUrl?.GetLeftPart(UriPartial.Authority) ?? "https://localhost";
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = connection.Open,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // Addresses are looked at anew.
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = 64 * 1024, // What it answers is of no interest.
        };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a message to a device; messages of one topic replace each other while they wait.</summary>
    public async Task<PushOutcome> Send(PushDevice device, byte[] text, string topic, CancellationToken ct)
    {
        var endpoint = new Uri(device.Endpoint);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new ByteArrayContent(PushMessage.Encrypt(text, device)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            request.Content.Headers.ContentEncoding.Add("aes128gcm");
            request.Headers.TryAddWithoutValidation("Authorization", await _keys.Authorization(endpoint, _contact, ct));
            request.Headers.Add("TTL", Life);
            request.Headers.Add("Topic", topic);
            request.Headers.Add("Urgency", "normal");
            using var answer = await _http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode ? PushOutcome.Sent
                : answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone ? PushOutcome.Gone
                : PushOutcome.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return PushOutcome.Failed; // Not there, not now: the notice waits in the inbox all the same.
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return PushOutcome.Gone; // Its key is none, and never will be.
        }
    }
}
