using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Keeps what a host maps besides for those who run the site.</summary>
public static class ForOperators
{
    // A host's own pages may be anybody's work: they may style themselves, but still load nothing from elsewhere.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>
    /// Operators alone are answered; whoever is not signed in is led to where they can do so.
    /// </summary>
    public static TBuilder RequireOperator<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter<TBuilder>(async (context, next) =>
    {
        var http = context.HttpContext;
        var reader = Reader.Of(http);
        if (!reader.Caller.IsOperator)
            return reader.Caller.IsSignedIn ? Show.No(http, Refusals.OperatorsOnly) : Show.SignIn(reader);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return await next(context);
    });
}
