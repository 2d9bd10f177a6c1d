using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>The page of whoever runs the site.</summary>
internal static class OperationsPages
{
    public static void MapOperationsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/operations", Read);
        pages.MapPost("/operations/views/rebuild", Rebuild);
    }

    private static IResult Read(HttpContext http, Condition condition)
    {
        var reader = Reader.Of(http);
        return reader.Caller.IsOperator
            ? Show.Page<OperationsPage>(reader, new() { [nameof(OperationsPage.Condition)] = condition.Now() })
            : No(reader, http);
    }

    // The form is named so that it is read, and with it what shows that it comes from a page of ours.
    private static IResult Rebuild(IFormCollection form, HttpContext http, Rebuilding rebuilding)
    {
        _ = form;
        var reader = Reader.Of(http);
        if (!reader.Caller.IsOperator) return No(reader, http);
        rebuilding.Begin();
        return Show.Done("/operations#rebuild");
    }

    private static IResult No(Reader reader, HttpContext http) =>
        reader.Caller.IsSignedIn ? Show.No(http, Refusals.OperatorsOnly) : Show.SignIn(reader);
}
