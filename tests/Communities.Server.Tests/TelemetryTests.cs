using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Communities.Server.Tests;

/// <summary>What the running program sends to whoever watches it.</summary>
public sealed partial class TelemetryTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_directory, "data");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task What_it_measures_and_traces_arrives_by_OTLP_under_the_names_of_the_tables()
    {
        await using var collector = await Collector.Start();
        var token = (await Server.Run("token", "alice", "--create", "--data", Data)).Output.Trim();
        using var program = Server.Start(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
            "--data", Data, "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await program.Serving() };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var named = await http.PutAsJsonAsync(
            "/api/v1/me", new { name = "Alice", language = "fr" }, Ct);

        Assert.True(named.IsSuccessStatusCode, await named.Content.ReadAsStringAsync(Ct));

        var table = Table();
        string[] awaited = [.. table.Keys.Except(Silent), "http.server.request.duration"];
        await collector.Until(
            () => awaited.All(name => collector.Metrics.Keys.Any(metric => metric.Name == name)), Ct);
        foreach (var metric in collector.Metrics.Keys.Where(m => m.Scope == "Communities"))
            Assert.Equal(table[metric.Name], (metric.Unit, metric.Tags));
        Assert.Equal("s", collector.Metrics.Keys.First(m => m.Name == "http.server.request.duration").Unit);

        // Each span is sent when it ends, and so the innermost first.
        var append = await collector.Span(span => span.Name == "communities.append", Ct);
        var command = await collector.Span(span => span.Id == append.Parent, Ct);
        Assert.Equal(("communities.command", append.Trace), (command.Name, command.Trace));
        Assert.Equal("command kind outcome", command.Tags); // An account is in no community, and is not named.
        var request = await collector.Span(span => span.Id == command.Parent, Ct);
        Assert.Equal(("Microsoft.AspNetCore", "PUT /api/v1/me"), (request.Scope, request.Name));
        Assert.Equal("http.request.method http.response.status_code http.route", request.Tags);
    }

    [Fact]
    public async Task Told_to_stop_it_is_not_ready_and_still_serves_until_it_has_drained()
    {
        using var program = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0", "--drain", "600");
        using var http = new HttpClient { BaseAddress = await program.Serving() };
        Assert.Contains("\"ok\"", await http.GetStringAsync("/health/ready", Ct), StringComparison.Ordinal);
        program.Terminate();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var ready = "ok";
        while (!ready.Contains("draining", StringComparison.Ordinal) && await ticks.WaitForNextTickAsync(Ct))
        {
            using var answer = await http.GetAsync("/health/ready", Ct);
            ready = await answer.Content.ReadAsStringAsync(Ct);
            Assert.True(answer.IsSuccessStatusCode != ready.Contains("draining", StringComparison.Ordinal));
        }

        Assert.Contains("\"ok\"", await http.GetStringAsync("/health/live", Ct), StringComparison.Ordinal);
        Assert.Contains("</html>", await http.GetStringAsync("/", Ct), StringComparison.Ordinal);
        program.Terminate(); // Somebody will not wait.
        Assert.Equal(0, await program.Ended());
    }

    // Measured only where something is wrong.
    private static readonly string[] Silent = ["communities.reactions.refused"];

    private static Dictionary<string, (string Unit, string Tags)> Table() => Row()
        .Matches(File.ReadAllText(Path.Combine(Root(), "src", "TELEMETRY.md")))
        .ToDictionary(
            row => row.Groups["name"].Value,
            row => (row.Groups["unit"].Value, string.Join(' ', Named().Matches(row.Groups["tags"].Value)
                .Select(tag => tag.Groups[1].Value).Order(StringComparer.Ordinal))));

    private static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Communities.sln"))) directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    [GeneratedRegex(@"^\| `(?<name>[\w.]+)` \| (?:counter|histogram|gauge) \| `(?<unit>[^`]+)` \| (?<tags>[^|]*)\|",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Named();
}
