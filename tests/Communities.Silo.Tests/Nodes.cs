using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Communities.Suites;

namespace Communities.Silo.Tests;

/// <summary>The processes of one cluster on one PostgreSQL, as an operator starts them.</summary>
internal sealed class Nodes(PostgresPlace place) : IAsyncDisposable
{
    private readonly List<RunningProgram> _running = [];
    private readonly string _archive = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly string _cluster = Guid.NewGuid().ToString("n");

    public static string Program => typeof(ClusterSite).Assembly.Location;

    public static Dictionary<string, string> Nothing { get; } = [];

    public async Task<Node> Start(string role)
    {
        var program = RunningProgram.Start(
            Program, Settings(role), "serve", "--urls", $"http://127.0.0.1:{RunningProgram.FreePort()}");
        _running.Add(program);
        return new Node(program, await program.Serving());
    }

    /// <summary>Runs a verb to its end, beside those that run.</summary>
    public Task<(int Code, string Output, string Errors)> Run(params string[] args) =>
        RunningProgram.Run(Program, Settings("silo"), args);

    public ValueTask DisposeAsync()
    {
        _running.ForEach(program => program.Dispose());
        Directory.Delete(_archive, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Dictionary<string, string> Settings(string role) => new()
    {
        ["Communities__Role"] = role,
        ["Communities__Postgres__ConnectionString"] = place.ConnectionString,
        ["Communities__Postgres__Schema"] = $"site_{_cluster[..20]}",
        ["Communities__Partitions"] = "4",
        ["Communities__Archive"] = _archive,
        ["Orleans__ClusterId"] = _cluster,
        ["Orleans__ServiceId"] = _cluster,
        ["Orleans__Clustering__ProviderType"] = "PostgreSql",
        ["Orleans__Reminders__ProviderType"] = "PostgreSql",
        ["Orleans__Endpoints__AdvertisedIPAddress"] = "127.0.0.1",
        ["Orleans__Endpoints__SiloPort"] = $"{RunningProgram.FreePort()}",
        ["Orleans__Endpoints__GatewayPort"] = $"{RunningProgram.FreePort()}",
    };
}

/// <summary>One of them, and a way to ask it.</summary>
internal sealed class Node(RunningProgram program, Uri address)
{
    public RunningProgram Program => program;

    public Uri Address => address;

    /// <summary>A program that shows this token.</summary>
    public HttpClient As(string token)
    {
        var program = new HttpClient { BaseAddress = address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    /// <summary>A browser, on a page of this address.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient { BaseAddress = address };
        browser.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        return browser;
    }
}

/// <summary>The API in a word or two.</summary>
internal static class ApiClient
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<JsonElement> Posted(this HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1{path}", body, Ct);
        return await Read(answer);
    }

    public static async Task<JsonElement> Got(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync($"/api/v1{path}", Ct);
        return await Read(answer);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
