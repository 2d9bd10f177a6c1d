using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Communities.Web;

/// <summary>
/// Gives an answer without a body one: a problem for programs, the page <c>/problem/404</c> for people. Why it is so,
/// where somebody said it, stands in the request's features as a <see cref="Communities.Actors.Refusal"/>.
/// </summary>
internal static class Unanswered
{
    public static IApplicationBuilder UseAnswerToEverything(
        this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        var response = http.Response;
        var isAnswered = response.StatusCode < 400 || response.ContentLength > 0 || response.ContentType is not null;
        if (response.HasStarted || isAnswered) return;

        if (Api.Asks(http.Request))
        {
            await Api.Unanswered(response.StatusCode).ExecuteAsync(http);
            return;
        }

        // The page is read, whatever was asked before, and at no address but its own.
        http.SetEndpoint(null);
        http.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        http.Request.Method = HttpMethods.Get;
        http.Request.QueryString = QueryString.Empty;
        http.Request.Path = $"/problem/{response.StatusCode}";
        await next(http);
    });
}
