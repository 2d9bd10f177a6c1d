using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web;

/// <summary>Whole addresses, for what is read elsewhere: feeds, site maps, previews.</summary>
internal static class SiteAddress
{
    /// <summary>
    /// The site's own address without a slash at the end: the one it has for good, else the one it was asked by.
    /// </summary>
    public static string Of(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<WebOptions>();
        return options.BaseUrl is { } ours
            ? ours.GetLeftPart(UriPartial.Authority)
            : $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
    }

    /// <summary>Whole addresses in place of those that begin at our root, in HTML of our own making.</summary>
    public static string Absolute(string html, string site) => html
        .Replace("href=\"/", $"href=\"{site}/", StringComparison.Ordinal)
        .Replace("src=\"/", $"src=\"{site}/", StringComparison.Ordinal);
}
