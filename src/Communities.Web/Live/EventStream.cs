using Communities.Actors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;

namespace Communities.Web;

/// <summary>An answer of server-sent events, which lasts as long as its reader and the program.</summary>
internal static class EventStream
{
    /// <summary>The "no" to who has opened too many.</summary>
    public static readonly Refusal TooMany =
        new("live.exceeded", "Too many live pages are open; please close some.");

    /// <summary>Answers with what is written, until that ends, the reader goes or the program stops.</summary>
    /// <param name="http">The request that is answered.</param>
    /// <param name="program">Whose end ends the stream.</param>
    /// <param name="write">Writes the events; its token says that nobody reads them any more.</param>
    public static async Task<EmptyHttpResult> Write(
        HttpContext http, IHostApplicationLifetime program, Func<CancellationToken, Task> write)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, program.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // A proxy in between must not wait for more.
        try
        {
            await write(ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader has gone, or the program stops: the stream simply ends.
            return TypedResults.Empty;
        }

        return TypedResults.Empty;
    }
}
