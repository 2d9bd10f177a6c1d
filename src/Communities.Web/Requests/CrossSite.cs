using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Refuses what another site makes a browser send here: an unsafe request must come from a page of this site, or show a
/// token, which no other site has.
/// </summary>
/// <remarks>Pages' forms carry an antiforgery token besides.</remarks>
internal static class CrossSite
{
    private static readonly Refusal Foreign = new(
        "origin.foreign", "This request comes from another site, or does not say from which. Please use a token.");

    public static IApplicationBuilder UseCrossSiteDefence(this IApplicationBuilder app) => app.Use((http, next) =>
        IsSafe(http.Request.Method) || IsOurs(http.Request)
            ? next(http)
            : throw new RequestFault(StatusCodes.Status403Forbidden, Foreign));

    public static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        // A browser adds a cookie by itself, but never a token.
        if (request.Headers.Authorization.Count > 0) return true;

        // The key of a letter is in its address, and no cookie counts there: mail programs end what they bring with one
        // click from wherever they run (RFC 8058).
        if (request.Path.StartsWithSegments("/mail", out var letter) && letter.Value?.LastIndexOf('/') == 0)
            return true;

        // Every browser of today says it, and no script can say it otherwise.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";

        // Older browsers, and http: without TLS, say at least from where. Programs say nothing and have no cookie.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && HostString.FromUriComponent(from) == Normal(request)
            : request.Headers.Cookie.Count == 0;
    }

    private static HostString Normal(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            ? HostString.FromUriComponent(here)
            : request.Host;
}
