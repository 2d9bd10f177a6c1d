using Communities.Actors;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>What all of the HTTP API has in common.</summary>
internal static class Api
{
    /// <summary>Where it begins.</summary>
    public const string Root = "/api/v1";

    /// <summary>
    /// The largest request, in bytes: the longest post with every character written as three percent-encoded bytes, as
    /// a form does it with Chinese, and its other fields.
    /// </summary>
    public const int BodyMax = 9 * Text.PostMax + 100_000;

    /// <summary>The deepest JSON: what is asked has three levels, and what describes it in OpenAPI some ten.</summary>
    public const int JsonDepthMax = 32;

    /// <summary>True where who asks is a program, and wants problems rather than pages.</summary>
    public static bool Asks(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi")
        || request.Path.StartsWithSegments("/health");

    /// <summary>The problem of an answer that no endpoint wrote: no such address, no such method there.</summary>
    public static Problem Unanswered(int status) => new(status, status switch
    {
        404 => new Refusal("address.missing", "There is nothing at this address."),
        405 => new Refusal("method.unknown", "This address does not take that method."),
        415 => new Refusal("body.unknown", "Please send JSON (Content-Type: application/json)."),
        413 => new Refusal("body.long", $"A request has {BodyMax} bytes at most."),
        _ => new Refusal("request.malformed", "The request is malformed."),
    });
}
