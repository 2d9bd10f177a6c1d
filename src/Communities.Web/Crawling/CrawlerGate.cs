using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Keeps out the crawlers that a community or the site does not want, whether or not they heed robots.txt.
/// </summary>
internal static class CrawlerGate
{
    private static readonly Refusal Unwanted = new(
        "crawler.unwanted", "This is not to be collected. Please heed robots.txt.");

    /// <summary>Before kept pages are given: they are for people.</summary>
    public static IApplicationBuilder UseCrawlerGate(
        this IApplicationBuilder app, IActors actors, WebOptions options) =>
        app.Use((http, next) => KnownCrawlers.IsCollecting(http.Request.Headers.UserAgent.ToString())
            ? Pass(http, next, actors, options)
            : next(http));

    private static async Task Pass(HttpContext http, RequestDelegate next, IActors actors, WebOptions options)
    {
        var path = http.Request.Path.Value ?? "";
        if (path != RobotPages.Robots && !await IsWelcome(path, actors, options, http.RequestAborted))
            throw new RequestFault(StatusCodes.Status403Forbidden, Unwanted);
        await next(http);
    }

    private static async ValueTask<bool> IsWelcome(
        string path, IActors actors, WebOptions options, CancellationToken ct)
    {
        if (options.Crawlers != Crawlers.Everybody) return false;
        var community = path.Split('/', 4) is ["", "c", var slug, ..] ? slug
            : path.Split('/', 6) is ["", "api", _, "communities", var named, ..] ? named
            : null;
        return !Keys.IsCommunity(community)
            || (await actors.See<Community>(community!, ct)).Crawlers == Crawlers.Everybody;
    }
}
