using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>The OpenAPI document tells all that can be asked, and refusals have one status each.</summary>
public sealed partial class ApiDocumentTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task The_document_lists_every_route_with_its_problems()
    {
        using var visitor = site.Visitor();
        var document = (await visitor.Get("//openapi/v1.json")).Is(200);
        var listed = document["paths"].EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"));
        var mapped = Endpoints().Select(endpoint => $"{endpoint.Method.ToLowerInvariant()} {endpoint.Path}").ToList();
        Assert.NotEmpty(mapped);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));

        foreach (var path in document["paths"].EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.False(string.IsNullOrWhiteSpace(operation.Value.GetProperty("summary").GetString()), path.Name);
                Assert.False(
                    string.IsNullOrWhiteSpace(operation.Value.GetProperty("operationId").GetString()), path.Name);
                if (path.Name.StartsWith("/api", StringComparison.Ordinal) && path.Name != "/api/v1/communities")
                    Assert.Contains("application/problem+json", operation.Value.GetProperty("responses").GetRawText());
            }

        Assert.Contains("cmt_", document["components"].GetProperty("securitySchemes").GetRawText());
        Assert.Contains("Idempotency-Key", document.Text);
        Assert.Contains("at-least", document.Text);
    }

    [Fact]
    public void Endpoints_have_names_of_their_own()
    {
        var names = site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName)
            .OfType<string>().ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_a_status()
    {
        var domain = Path.Combine(Checkout.Root, "src", "Communities");
        var codes = Directory.GetFiles(domain, "*.cs")
            .Concat(Directory.GetFiles(Path.Combine(Checkout.Root, "src", "Communities.Actors"), "*.cs"))
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .Distinct().ToList();
        Assert.True(codes.Count > 30, $"Only {codes.Count} codes were found.");
        Assert.All(codes, code => Assert.True(Problem.Knows(code), $"{code} has no status."));
    }

    [Theory]
    [InlineData("thread.missing", true, 404)]
    [InlineData("member.needed", true, 403)]
    [InlineData("member.needed", false, 401)]
    [InlineData("thread.closed", false, 403)]
    [InlineData("actor.busy", true, 503)]
    [InlineData("something.unheard-of", true, 422)]
    public void A_refusal_has_a_status(string code, bool isSignedIn, int status) =>
        Assert.Equal(status, Problem.StatusOf(new Actors.Refusal(code, ""), isSignedIn));

    private IEnumerable<(string Method, string Path)> Endpoints() =>
        from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":int}", "}", StringComparison.Ordinal)
        where path.StartsWith("/api/", StringComparison.Ordinal)
            || path.StartsWith("/health/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, path);

    // new Refusal("thread.closed", … and, with the type left out, new("thread.closed", … and new($"{field}.long", …
    [GeneratedRegex("""\bnew(?:\s+Refusal)?\(\s*\$?"((?:[a-z-]+|\{field\})\.[a-z-]+)",""")]
    private static partial Regex Code();
}
