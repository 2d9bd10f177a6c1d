using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Finished pages for visitors, compressed, as long as what they show is unchanged. See <see cref="CachedAttribute"/>.
/// </summary>
internal sealed class PageCache(WebOptions options, Freshness freshness, TimeProvider time)
{
    // A larger answer would push out too many others.
    private const int PageMax = 1024 * 1024;

    // Pages say "two minutes ago", and lists "this week": time changes them, too.
    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(1);

    // What an entry takes besides its bytes.
    private const int Overhead = 500;

    private readonly ConcurrentDictionary<PageKey, TaskCompletionSource> _inTheMaking = new();
    private readonly TwoGenerations<PageKey, KeptPage> _kept = new(options.PageCacheBytes);

    /// <summary>The page kept under this key, where it is up to date; else null.</summary>
    public KeptPage? Find(PageKey key) =>
        _kept.Find(key) is { } page && IsTrue(page) ? page : null;

    /// <summary>Makes a page once for all who ask for it now, and keeps it where it may be kept.</summary>
    public async Task Make(HttpContext http, PageKey key, Shows shows, RequestDelegate next)
    {
        var making = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _inTheMaking.GetOrAdd(key, making);
        if (first != making)
        {
            // Where nothing came of it that may be kept, each makes its own.
            await first.Task.WaitAsync(http.RequestAborted);
            await (Find(key)?.Write(http) ?? next(http));
            return;
        }

        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            var madeAt = freshness.Now;
            await next(http);
            http.Response.Body = body;
            await Finish(http, key, shows, madeAt, buffer);
        }
        finally
        {
            http.Response.Body = body;
            if (_inTheMaking.TryRemove(key, out var done)) done.SetResult();
        }
    }

    private bool IsTrue(KeptPage page) =>
        page.MadeAt >= freshness.LastChange(page.Shows, page.Community, page.ThreadKey)
        && time.GetElapsedTime(page.MadeWhen) < AgeMax;

    private async Task Finish(HttpContext http, PageKey key, Shows shows, long madeAt, MemoryStream buffer)
    {
        var response = http.Response;
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var isPlain = response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        if (!isPlain || bytes.Length > PageMax)
        {
            // Nothing is left unwritten: who stands before this writes the page of an empty answer.
            if (bytes.Length > 0) await response.Body.WriteAsync(bytes, http.RequestAborted);
            return;
        }

        var content = key.Encoding switch
        {
            PageEncoding.Brotli => Compression.Brotli(bytes.Span),
            PageEncoding.Gzip => Compression.Gzip(bytes.Span),
            _ => bytes.ToArray(),
        };
        var community = http.Request.RouteValues["community"] as string ?? "";
        var thread = http.Request.RouteValues["thread"] as string ?? "";
        var page = new KeptPage(
            content, response.ContentType ?? "text/html; charset=utf-8", key.Encoding, madeAt, time.GetTimestamp(),
            shows, community, thread,
            $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
        _kept.Put(key, page, content.Length + Overhead + (2 * (key.Path.Length + key.Query.Length)));
        await page.Write(http);
    }
}

/// <summary>How a kept page is compressed.</summary>
internal enum PageEncoding
{
    None = 0,
    Gzip = 1,
    Brotli = 2,
}

/// <summary>What makes one finished page another than the next.</summary>
internal readonly record struct PageKey(
    string Host, string Path, string Query, Preferences Preferences, PageEncoding Encoding);

/// <summary>A finished page.</summary>
internal sealed record KeptPage(
    byte[] Content, string ContentType, PageEncoding Encoding, long MadeAt, long MadeWhen,
    Shows Shows, string Community, string Thread, string Tag)
{
    public string ThreadKey { get; } = Keys.OfThread(Community, Thread);

    /// <summary>Sends it, or that the browser has it already.</summary>
    public Task Write(HttpContext http)
    {
        var (response, headers) = (http.Response, http.Response.Headers);
        headers.ETag = Tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        if (http.Request.Headers.IfNoneMatch == Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (Encoding != PageEncoding.None) headers.ContentEncoding = Encoding == PageEncoding.Brotli ? "br" : "gzip";
        response.ContentType = ContentType;
        response.ContentLength = Content.Length;
        return response.Body.WriteAsync(Content, http.RequestAborted).AsTask();
    }
}
