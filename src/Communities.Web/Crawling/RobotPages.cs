using System.Globalization;
using System.Text;
using System.Xml;
using Communities.Actors;
using Communities.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What search engines and other crawlers ask first: what they may read, and what there is.</summary>
internal static class RobotPages
{
    /// <summary>Where every crawler looks.</summary>
    public const string Robots = "/robots.txt";

    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Maps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // Pages that are nobody's but the reader's, or that have no end.
    private static readonly string[] Ours =
    [
        "/account", "/api/", "/communities/new", "/new", "/operations", "/preview", "/reading", "/search", "/set-up",
        "/sign-in", "/sign-up", "/c/*/new", "/c/*/settings", "/c/*/profile", "/c/*?cursor=", "/c/*/edit",
        "/c/*/revisions", "/c/*?reply=", "/c/*?quote=", "/c/*?more=", "/c/*?post=", "/c/*?on=",
    ];

    public static void MapRobotPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Robots, Tell).WithMetadata(new CachedAttribute(Shows.Site));
        pages.MapGet("/sitemap.xml", Index).WithMetadata(new CachedAttribute(Shows.Site));
        pages.MapGet("/sitemap/{community}/{page:int}.xml", Map).WithMetadata(new CachedAttribute(Shows.Community));
    }

    private static async Task<IResult> Tell(
        HttpContext http, IViews views, IActors actors, WebOptions options, CancellationToken ct)
    {
        var text = new StringBuilder();
        var listed = await Listed(views, actors, ct);
        foreach (var name in KnownCrawlers.Collecting) text.Append("User-agent: ").Append(name).Append('\n');
        if (options.Crawlers != Crawlers.Everybody) text.Append("Disallow: /\n");
        else Disallow(text, listed.Where(of => of.Crawlers != Crawlers.Everybody));
        text.Append("\nUser-agent: *\n");
        if (options.Crawlers == Crawlers.Nobody) text.Append("Disallow: /\n");
        else
        {
            Disallow(text, listed.Where(of => of.Crawlers == Crawlers.Nobody));
            text.Append("\nSitemap: ").Append(SiteAddress.Of(http)).Append("/sitemap.xml\n");
        }

        return Results.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }

    private static void Disallow(StringBuilder text, IEnumerable<(CommunityView View, Crawlers Crawlers)> communities)
    {
        foreach (var path in Ours) text.Append("Disallow: ").Append(path).Append('\n');
        foreach (var (view, _) in communities) text.Append($"Disallow: /c/{view.Slug}$\nDisallow: /c/{view.Slug}/\n");
    }

    private static async Task<IResult> Index(
        HttpContext http, IViews views, IActors actors, WebOptions options, CancellationToken ct)
    {
        if (options.Crawlers == Crawlers.Nobody) return Results.NotFound();
        var site = SiteAddress.Of(http);
        var maps = from of in await Listed(views, actors, ct)
                   where of.Crawlers != Crawlers.Nobody
                   from page in Enumerable.Range(1, PagesOf(of.View))
                   select ($"{site}/sitemap/{of.View.Slug}/{page}.xml", (DateTimeOffset?)null);
        return Results.Bytes(Write("sitemapindex", "sitemap", maps), "application/xml");
    }

    private static async Task<IResult> Map(
        string community, int page, HttpContext http, IViews views, IActors actors, WebOptions options,
        CancellationToken ct)
    {
        var known = (await Listed(views, actors, ct)).FirstOrDefault(of => of.View.Slug == community);
        var isOpen = known.View is not null && known.Crawlers != Crawlers.Nobody && options.Crawlers != Crawlers.Nobody;
        if (!isOpen || page < 1 || page > PagesOf(known.View!)) return Results.NotFound();
        var home = $"{SiteAddress.Of(http)}/c/{community}";
        var threads = (await views.Listed(community, page, Viewer.Visitor, ct))
            .Select(thread => ($"{home}/threads/{thread.Id}", (DateTimeOffset?)thread.LastPostAt));
        return Results.Bytes(
            Write("urlset", "url", page == 1 ? threads.Prepend((home, null)) : threads), "application/xml");
    }

    private static int PagesOf(CommunityView view) =>
        Math.Max(1, (view.Counters.Threads + ListedThread.PageSize - 1) / ListedThread.PageSize);

    // Those that anybody is shown, each with what it says of crawlers.
    private static async ValueTask<List<(CommunityView View, Crawlers Crawlers)>> Listed(
        IViews views, IActors actors, CancellationToken ct)
    {
        var listed = new List<(CommunityView, Crawlers)>();
        foreach (var view in await views.Communities(null, ct))
            listed.Add((view, (await actors.See<Community>(view.Slug, ct)).Crawlers));
        return listed;
    }

    private static byte[] Write(
        string root, string element, IEnumerable<(string Address, DateTimeOffset? ChangedAt)> addresses)
    {
        using var target = new MemoryStream();
        using (var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Maps);
            foreach (var (address, changedAt) in addresses)
            {
                xml.WriteStartElement(element, Maps);
                xml.WriteElementString("loc", Maps, address);
                if (changedAt is { } at)
                    xml.WriteElementString(
                        "lastmod", Maps, at.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return target.ToArray();
    }
}
