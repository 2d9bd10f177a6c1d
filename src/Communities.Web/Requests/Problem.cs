using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Communities.Actors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Communities.Web;

/// <summary>A "no" as an answer of the API: an RFC 9457 problem with the refusal's code.</summary>
public sealed class Problem : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    private const string ContentType = "application/problem+json";

    // A refusal is named noun.adjective; the adjective says whose fault it is.
    private static readonly FrozenDictionary<string, int> StatusByAdjective = new Dictionary<string, int>
    {
        ["missing"] = StatusCodes.Status404NotFound,
        ["removed"] = StatusCodes.Status410Gone,
        ["moved"] = StatusCodes.Status410Gone,
        ["merged"] = StatusCodes.Status410Gone,
        ["erased"] = StatusCodes.Status410Gone,

        // Who asks may not; who has not said who that is may sign in first (401).
        ["needed"] = StatusCodes.Status403Forbidden,
        ["foreign"] = StatusCodes.Status403Forbidden,
        ["closed"] = StatusCodes.Status403Forbidden,
        ["reserved"] = StatusCodes.Status403Forbidden,
        ["archived"] = StatusCodes.Status403Forbidden,
        ["silenced"] = StatusCodes.Status403Forbidden,
        ["suspended"] = StatusCodes.Status403Forbidden,
        ["banned"] = StatusCodes.Status403Forbidden,
        ["higher"] = StatusCodes.Status403Forbidden,
        ["own"] = StatusCodes.Status403Forbidden,
        ["escalated"] = StatusCodes.Status403Forbidden,
        ["unreported"] = StatusCodes.Status403Forbidden,
        ["wrong"] = StatusCodes.Status401Unauthorized,

        // It could be asked of another state.
        ["exists"] = StatusCodes.Status409Conflict,
        ["pending"] = StatusCodes.Status409Conflict,
        ["withheld"] = StatusCodes.Status409Conflict,
        ["held"] = StatusCodes.Status409Conflict,
        ["taken"] = StatusCodes.Status409Conflict,
        ["full"] = StatusCodes.Status409Conflict,
        ["answered"] = StatusCodes.Status409Conflict,
        ["parent"] = StatusCodes.Status409Conflict,
        ["last"] = StatusCodes.Status409Conflict,
        ["counted"] = StatusCodes.Status409Conflict,
        ["left"] = StatusCodes.Status409Conflict,
        ["blocked"] = StatusCodes.Status409Conflict,
        ["claimed"] = StatusCodes.Status409Conflict,
        ["changed"] = StatusCodes.Status409Conflict,
        ["unread"] = StatusCodes.Status409Conflict,
        ["current"] = StatusCodes.Status409Conflict,
        ["resolved"] = StatusCodes.Status409Conflict,
        ["repeated"] = StatusCodes.Status409Conflict,
        ["replaced"] = StatusCodes.Status409Conflict,
        ["undone"] = StatusCodes.Status409Conflict,
        ["final"] = StatusCodes.Status409Conflict,
        ["early"] = StatusCodes.Status409Conflict,
        ["late"] = StatusCodes.Status409Conflict,
        ["unreviewed"] = StatusCodes.Status409Conflict,
        ["live"] = StatusCodes.Status409Conflict,
        ["over"] = StatusCodes.Status409Conflict,
        ["cancelled"] = StatusCodes.Status409Conflict,

        // What is asked makes no sense, whoever asks.
        ["empty"] = StatusCodes.Status422UnprocessableEntity,
        ["long"] = StatusCodes.Status422UnprocessableEntity,
        ["short"] = StatusCodes.Status422UnprocessableEntity,
        ["common"] = StatusCodes.Status422UnprocessableEntity,
        ["malformed"] = StatusCodes.Status422UnprocessableEntity,
        ["many"] = StatusCodes.Status422UnprocessableEntity,
        ["range"] = StatusCodes.Status422UnprocessableEntity,
        ["unknown"] = StatusCodes.Status422UnprocessableEntity,
        ["past"] = StatusCodes.Status422UnprocessableEntity,
        ["far"] = StatusCodes.Status422UnprocessableEntity,
        ["deep"] = StatusCodes.Status422UnprocessableEntity,
        ["opening"] = StatusCodes.Status422UnprocessableEntity,
        ["here"] = StatusCodes.Status422UnprocessableEntity,
        ["single"] = StatusCodes.Status422UnprocessableEntity,
        ["hidden"] = StatusCodes.Status422UnprocessableEntity,
        ["contrary"] = StatusCodes.Status422UnprocessableEntity,
        ["unfit"] = StatusCodes.Status422UnprocessableEntity,
        ["harmless"] = StatusCodes.Status422UnprocessableEntity,
        ["screened"] = StatusCodes.Status422UnprocessableEntity,
        ["refused"] = StatusCodes.Status422UnprocessableEntity,

        // Later, perhaps.
        ["slow"] = StatusCodes.Status429TooManyRequests,
        ["locked"] = StatusCodes.Status429TooManyRequests,
        ["exceeded"] = StatusCodes.Status429TooManyRequests,
        ["busy"] = StatusCodes.Status503ServiceUnavailable,
        ["unavailable"] = StatusCodes.Status503ServiceUnavailable,
        ["behind"] = StatusCodes.Status503ServiceUnavailable,
    }.ToFrozenDictionary();

    private readonly Refusal _refusal;
    private readonly int _status;
    private readonly TimeSpan _after;

    internal Problem(int status, Refusal refusal, TimeSpan? after = null) =>
        (_status, _refusal, _after) = (status, refusal, after ?? TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public int? StatusCode => _status;

    /// <summary>Why not.</summary>
    public Refusal Refusal => _refusal;

    /// <summary>The problem that this refusal is for who asked.</summary>
    public static Problem Of(Refusal refusal, Caller caller) => new(StatusOf(refusal, caller.IsSignedIn), refusal);

    /// <summary>The HTTP status of a refusal.</summary>
    public static int StatusOf(Refusal refusal, bool isSignedIn)
    {
        var adjective = AdjectiveOf(refusal.Code);
        var status = StatusByAdjective.GetValueOrDefault(adjective, StatusCodes.Status422UnprocessableEntity);

        // What is closed stays so for who signs in.
        return status == StatusCodes.Status403Forbidden && !isSignedIn && adjective != "closed"
            ? StatusCodes.Status401Unauthorized
            : status;
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        Mark(response);
        var problem = new ProblemView(
            $"urn:communities:refusal:{_refusal.Code}", _refusal.Reason, _status, _refusal.Code);
        return response.WriteAsJsonAsync(problem, WebJson.Default.ProblemView, ContentType, httpContext.RequestAborted);
    }

    /// <summary>Sets status and headers without a body, which a page then is.</summary>
    internal void Mark(HttpResponse response)
    {
        response.StatusCode = _status;
        response.Headers.CacheControl = "no-store";
        if (_status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
            response.Headers.RetryAfter = Math.Ceiling(_after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (_status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in (ReadOnlySpan<int>)[400, 401, 403, 404, 409, 422, 429, 503])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemView), [ContentType]));
    }

    internal static bool Knows(string code) => StatusByAdjective.ContainsKey(AdjectiveOf(code));

    private static string AdjectiveOf(string code) => code[(code.LastIndexOf('.') + 1)..];
}

/// <summary>A problem as RFC 9457 has it.</summary>
/// <param name="Type">A name of the kind of problem: <c>urn:communities:refusal:</c> and the code.</param>
/// <param name="Title">One English sentence for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code, for programs and translations.</param>
public sealed record ProblemView(string Type, string Title, int Status, string Code);
