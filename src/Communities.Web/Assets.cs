using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace Communities.Web;

/// <summary>
/// Style sheets, scripts and images, which travel inside the assembly. Their address holds a digest of their content,
/// so that browsers may keep them for ever, and they are compressed once.
/// </summary>
public static partial class Assets
{
    private const string Folder = "wwwroot/";
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, Asset> ByName = Load();
    private static readonly FrozenDictionary<string, Asset> ByAddress =
        ByName.Values.ToFrozenDictionary(asset => asset.Address);

    /// <summary>The address of an asset: <c>app.css</c> is <c>/assets/app.1f2e3d4c5b6a.css</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such asset: a mistake of the programmer.</exception>
    public static string Url(string name) => ByName[name].Address;

    /// <summary>What an asset holds.</summary>
    internal static byte[] Content(string name) => ByName[name].Plain;

    internal static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapGet("/assets/{**name}", Serve).ExcludeFromDescription();
        if (ByName.TryGetValue("favicon.ico", out var icon))
            app.MapGet("/favicon.ico", (HttpContext http) => Write(http, icon)).ExcludeFromDescription();
    }

    private static Task Serve(HttpContext http)
    {
        if (ByAddress.TryGetValue(http.Request.Path.Value!, out var asset)) return Write(http, asset);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task Write(HttpContext http, Asset asset)
    {
        var (headers, accepted) = (http.Response.Headers, http.Request.Headers.AcceptEncoding.ToString());
        var body = asset.Plain;
        if (asset.Brotli is not null && accepted.Contains("br", StringComparison.Ordinal))
            (body, headers.ContentEncoding) = (asset.Brotli, "br");
        else if (asset.Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal))
            (body, headers.ContentEncoding) = (asset.Gzip, "gzip");
        if (asset.Brotli is not null) headers.Vary = "Accept-Encoding";
        headers.CacheControl = Forever;
        http.Response.ContentType = asset.ContentType;
        http.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assets = new Dictionary<string, Asset>();
        var types = new FileExtensionContentTypeProvider();
        foreach (var resource in typeof(Assets).Assembly.GetManifestResourceNames())
            if (resource.StartsWith(Folder, StringComparison.Ordinal))
                Add(resource[Folder.Length..].Replace('\\', '/'));
        return assets.ToFrozenDictionary();

        Asset Add(string name)
        {
            if (assets.TryGetValue(name, out var known)) return known;
            var plain = Read(name);
            // A module names its neighbours by their file names; browsers must ask for the digest's.
            if (name.EndsWith(".js", StringComparison.Ordinal))
                plain = Encoding.UTF8.GetBytes(Imports().Replace(
                    Encoding.UTF8.GetString(plain), import => $"\"{Add(import.Groups[1].Value).Address}\""));
            return assets[name] = Of(name, plain, types);
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new FileNotFoundException($"A script imports {name}, which there is not.");
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        return plain;
    }

    private static Asset Of(string name, byte[] plain, FileExtensionContentTypeProvider types)
    {
        var type = types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        if (type.StartsWith("text/", StringComparison.Ordinal)) type += "; charset=utf-8";
        var digest = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6));
        var isText = type.StartsWith("text/", StringComparison.Ordinal)
            || type.Contains("svg", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal);
        return new Asset(
            $"/assets/{Path.ChangeExtension(name, null)}.{digest}{Path.GetExtension(name)}", type, plain,
            isText ? Compression.Brotli(plain) : null, isText ? Compression.Gzip(plain) : null);
    }

    [GeneratedRegex("\"\\./([a-z-]+\\.js)\"")]
    private static partial Regex Imports();

    private sealed record Asset(string Address, string ContentType, byte[] Plain, byte[]? Brotli, byte[]? Gzip);
}

/// <summary>Compresses once what is sent many times.</summary>
internal static class Compression
{
    // Level 5 of 11: nearly as small as the best, at a hundredth of its time.
    private const int Quality = 5;
    private const int Window = 22;

    public static byte[] Brotli(ReadOnlySpan<byte> plain)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, target, out var written, Quality, Window)
            ? target[..written]
            : throw new InvalidOperationException("Brotli needs more room than it said.");
    }

    public static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(plain);
        return target.ToArray();
    }
}
