using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Communities.Web;

/// <summary>
/// What the OpenAPI document says besides the endpoints themselves: who may ask, and what every one takes.
/// </summary>
internal static class ApiDescription
{
    private const string Bearer = "token";
    private const string Cookie = "session";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.ShouldInclude = endpoint =>
                endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true
                || endpoint.RelativePath?.StartsWith("health/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                Describe(operation, context.Description.HttpMethod ?? "");
                return Task.CompletedTask;
            });
        });

    private static void Describe(OpenApiDocument document)
    {
        document.Info.Title = "Communities";
        document.Info.Version = "v1";
        document.Info.Description =
            "Lists answer items and the cursor of the next part. Writes answer the version, and a read that names it "
            + "as at-least sees them. A no is an RFC 9457 problem with a stable code.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API token: cmt_…",
            },
            [Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Authentication.Cookie,
                Description = "The session of a browser, for pages of this site only.",
            },
        };

        // Public things are read by anybody; who shows neither is a visitor.
        document.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Cookie, document)] = [] },
        ];
    }

    private static void Describe(OpenApiOperation operation, string method)
    {
        operation.Parameters ??= [];
        if (HttpMethods.IsGet(method))
            operation.Parameters.Add(Parameter(
                AtLeast.Parameter, ParameterLocation.Query, JsonSchemaType.Integer,
                "Waits until this version can be read."));
        else if (HttpMethods.IsPost(method))
            operation.Parameters.Add(Parameter(
                Asking.KeyHeader, ParameterLocation.Header, JsonSchemaType.String,
                "Names this request: a repeat of it is done once."));
    }

    private static OpenApiParameter Parameter(
        string name, ParameterLocation place, JsonSchemaType type, string description) =>
        new() { Name = name, In = place, Description = description, Schema = new OpenApiSchema { Type = type } };
}
