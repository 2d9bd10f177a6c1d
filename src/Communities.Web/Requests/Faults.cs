using System.Text.Json;
using Communities.Actors;
using Communities.Files;
using Communities.Views;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>A request that no actor can be asked: it is malformed, or what it needs is not there now.</summary>
public sealed class RequestFault(int status, Refusal refusal, TimeSpan? after = null) : Exception(refusal.Reason)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Why not.</summary>
    public Refusal Refusal { get; } = refusal;

    /// <summary>When it may be asked again, where that is known.</summary>
    public TimeSpan? After { get; } = after;
}

/// <summary>
/// What becomes of exceptions: one clear problem, for pages as for the API, and never a stack trace.
/// </summary>
internal sealed partial class Faults(ILogger<Faults> log) : IExceptionHandler
{
    private static readonly Refusal Broken = new("server.broken", "Something went wrong here. It has been noted.");

    public static RequestFault Bad(string code, string reason) =>
        new(StatusCodes.Status400BadRequest, new Refusal(code, reason));

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        var problem = ProblemOf(exception);
        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
            Unforeseen(exception, http.Request.Method, http.Request.Path);
        SecurityHeaders.Set(http.Response);
        http.Features.Set(problem.Refusal);
        if (!Api.Asks(http.Request))
        {
            // The page of this status says it, in the reader's language.
            problem.Mark(http.Response);
            return true;
        }

        await problem.ExecuteAsync(http);
        return true;
    }

    internal static Problem ProblemOf(Exception exception) => exception switch
    {
        RequestFault fault => new(fault.Status, fault.Refusal, fault.After),
        MalformedCursorException => new(400, new Refusal("cursor.malformed", exception.Message)),
        JournalUnavailableException => new(
            503, new Refusal("journal.unavailable", "Nothing can be written now, and nothing was. Please try again.")),
        ViewsUnavailableException => new(
            503, new Refusal("views.unavailable", "Nothing can be read now. Please try again.")),
        FilesUnavailableException => new(
            503, new Refusal("files.unavailable", "Files cannot be reached now. Please try again.")),
        BadHttpRequestException { StatusCode: 413 } => new(
            413, new Refusal("body.long", $"A request has {Api.BodyMax} bytes at most.")),
        BadHttpRequestException { StatusCode: 415 } => new(
            415, new Refusal("body.unknown", "Please send JSON (Content-Type: application/json).")),
        BadHttpRequestException { InnerException: JsonException json } => new(
            400, new Refusal("json.malformed", Told(json))),
        BadHttpRequestException bad => new(
            bad.StatusCode, new Refusal("request.malformed", bad.Message.ReplaceLineEndings(" "))),
        OperationCanceledException => new(499, new Refusal("request.aborted", "The request was given up.")),
        _ => new(500, Broken),
    };

    // Where it is wrong helps; what is there could be somebody's secret, and is not repeated.
    private static string Told(JsonException json) =>
        json.LineNumber is { } line
            ? "The JSON is malformed or not what is asked for "
                + $"(line {line + 1}, byte {json.BytePositionInLine + 1}, at {json.Path ?? "$"})."
            : "The JSON is malformed or not what is asked for.";

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {Path} met something unforeseen.")]
    private partial void Unforeseen(Exception exception, string method, string path);
}
