using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Where in a request's way the page cache stands: kept pages are given before anything else is done.
/// </summary>
internal static class PageCaching
{
    /// <summary>Gives what is kept. Before routing and authentication: neither matters for a finished page.</summary>
    public static IApplicationBuilder UseKeptPages(this IApplicationBuilder app, PageCache cache, ViewCounter views) =>
        app.Use((http, next) =>
        {
            if (KeyOf(http.Request) is not { } key) return next(http);
            if (cache.Find(key) is not { } page)
            {
                http.Features.Set(new Wanted(key));
                return next(http);
            }

            if (page.Thread.Length > 0) views.Opened(http, page.Community, page.Thread);
            return page.Write(http);
        });

    /// <summary>Keeps what may be kept. After routing, which finds out whether it may.</summary>
    public static IApplicationBuilder UsePageKeeping(this IApplicationBuilder app, PageCache cache) =>
        app.Use((http, next) => http.Features.Get<Wanted>() is { } wanted
            && http.GetEndpoint()?.Metadata.GetMetadata<CachedAttribute>() is { } cached
            ? cache.Make(http, wanted.Key, cached.Shows, next)
            : next(http));

    // Only for those of whom nothing is known: neither a session nor a token. A read that waits for a write is new.
    private static PageKey? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) || request.Headers.Authorization.Count > 0) return null;
        if (request.Headers.Cookie.Count > 0 && request.Cookies.ContainsKey(Authentication.Cookie)) return null;
        var query = request.QueryString.Value ?? "";
        if (query.Contains(AtLeast.Parameter, StringComparison.Ordinal)) return null;
        if (query.Contains(FeedKeys.Parameter, StringComparison.Ordinal)) return null; // It says who reads.
        return new PageKey(
            request.Host.Value ?? "", request.Path.Value ?? "", query, Visitor.Of(request),
            EncodingOf(request.Headers.AcceptEncoding.ToString()));
    }

    private static PageEncoding EncodingOf(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? PageEncoding.Brotli
        : accepted.Contains("gzip", StringComparison.Ordinal) ? PageEncoding.Gzip
        : PageEncoding.None;

    private sealed record Wanted(PageKey Key);
}
