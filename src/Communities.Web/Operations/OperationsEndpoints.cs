using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Communities.Web;

/// <summary>What whoever runs the site asks of it.</summary>
internal static class OperationsEndpoints
{
    public static void MapOperationsEndpoints(this RouteGroupBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("Operations");
        operations.MapGet("", Read).WithName("ReadOperations").WithSummary("How the program is, in figures.");
        operations.MapPost("/views/rebuild", Rebuild).WithName("RebuildViews")
            .WithSummary("Builds what people read anew from the journal, while the present views answer.");
    }

    private static Results<Ok<ConditionView>, Problem> Read(Caller caller, Condition condition) =>
        caller.IsOperator ? TypedResults.Ok(condition.Now()) : Problem.Of(Refusals.OperatorsOnly, caller);

    private static Results<Accepted<RebuildView>, Problem> Rebuild(Caller caller, Rebuilding rebuilding) =>
        caller.IsOperator
            ? TypedResults.Accepted($"{Api.Root}/operations", rebuilding.Begin())
            : Problem.Of(Refusals.OperatorsOnly, caller);
}
