using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Communities.Web;

/// <summary>A page that was fetched: its bytes, from where they came in the end, and how they are written.</summary>
internal sealed record FetchedPage(byte[] Html, Uri From, string? Charset);

/// <summary>
/// Fetches pages that members name, as one fetches what one must not trust: from the public web alone, without a
/// cookie, a proxy or a name to be found by, and never much of it or for long.
/// </summary>
internal sealed class SafeFetcher : IDisposable
{
    /// <summary>How much of a page is read: its head comes first, and is seldom longer.</summary>
    public const int BytesMax = 512 * 1024;

    /// <summary>How often a page may lead elsewhere: to https, to www, to its language.</summary>
    public const int RedirectsMax = 3;

    /// <summary>How long all of it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;

    /// <summary>Asks the public web on its two ports.</summary>
    public SafeFetcher()
        : this(Dns.GetHostAddressesAsync, (address, port) => port is 80 or 443 && PublicAddresses.Has(address))
    {
    }

    /// <param name="resolve">Gives the addresses of a name.</param>
    /// <param name="mayAsk">True for an address and a port that may be asked.</param>
    internal SafeFetcher(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, int, bool> mayAsk)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new GuardedConnection(mayAsk, resolve).Open,
            MaxResponseHeadersLength = 32, // Kilobytes.
            PooledConnectionLifetime = TimeSpan.FromSeconds(10), // Addresses are looked at anew.
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // The patience below counts the body, too.
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Communities-LinkCards", "1.0"));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xhtml+xml"));
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The page at this address, or null where there is none to be had safely.</summary>
    public async Task<FetchedPage?> Fetch(string url, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await Follow(url, patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or InvalidDataException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // Not there, not now, not within our patience, or not where one may look: all the same to a card.
            return null;
        }
    }

    private async Task<FetchedPage?> Follow(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var at)) return null;
        for (var redirects = 0; redirects <= RedirectsMax; redirects++)
        {
            if (at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0) return null;
            using var answer = await _http.GetAsync(at, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
                or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            {
                if (answer.Headers.Location is not { } next || !Uri.TryCreate(at, next, out at)) return null;
                continue;
            }

            var type = answer.Content.Headers.ContentType;
            return answer.StatusCode == HttpStatusCode.OK && type?.MediaType is "text/html" or "application/xhtml+xml"
                ? new FetchedPage(await Read(answer.Content, ct), at, type.CharSet)
                : null;
        }

        return null;
    }

    // As it stands after it was unpacked: a small answer that becomes a large page is cut, too.
    private static async Task<byte[]> Read(HttpContent content, CancellationToken ct)
    {
        await using var stream = await content.ReadAsStreamAsync(ct);
        var page = new byte[BytesMax];
        var length = await stream.ReadAtLeastAsync(page, BytesMax, throwOnEndOfStream: false, ct);
        return page[..length];
    }
}
