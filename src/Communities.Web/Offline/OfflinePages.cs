using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What makes the site an application of its own that opens without a network.</summary>
internal static class OfflinePages
{
    public static void MapOfflinePages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/manifest.webmanifest", Manifest).WithMetadata(new CachedAttribute(Shows.Site));
        pages.MapGet("/sw.js", Worker);
        pages.MapGet("/offline", (HttpContext http) => Show.Page<OfflinePage>(Reader.Of(http)));
    }

    private static IResult Manifest(HttpContext http)
    {
        var reader = Reader.Of(http);
        var manifest = new AppManifest(
            reader.Texts.SiteName, reader.Texts.SiteName, reader.Texts.Code, "/", "/", "standalone",
            "#fbf9f4", "#fbf9f4",
            [
                new(Assets.Url("icon-192.png"), "192x192", "image/png"),
                new(Assets.Url("icon-512.png"), "512x512", "image/png"),
                new(Assets.Url("icon-maskable.png"), "512x512", "image/png", "maskable"),
            ]);
        return Results.Bytes(
            JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.AppManifest),
            "application/manifest+json");
    }

    // At the root, for it answers for all pages; and never kept, or an old one would keep itself.
    private static IResult Worker(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(Assets.Content("sw.js"), "text/javascript; charset=utf-8");
    }
}

/// <summary>The web application manifest, https://www.w3.org/TR/appmanifest/.</summary>
internal sealed record AppManifest(
    string Name, string ShortName, string Lang, string StartUrl, string Scope, string Display, string ThemeColor,
    string BackgroundColor, IReadOnlyList<AppIcon> Icons);

/// <summary>An icon of it.</summary>
internal sealed record AppIcon(string Src, string Sizes, string Type, string? Purpose = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AppManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
