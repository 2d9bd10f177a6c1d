using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Communities.Suites;

namespace Communities.Server.Tests;

/// <summary>
/// The program is killed while cases are decided: what was answered holds, in threads and for members.
/// </summary>
public sealed partial class ModerationKillTests : IDisposable
{
    private const int Seed = 20_261_122;
    private const int Threads = 40;
    private const int Callers = 4;

    private static readonly int _rounds =
        Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") == "1" ? 10 : 2;

    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly Random _chance = new(Seed);

    private string Data => Path.Combine(_directory, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Decisions_and_sanctions_that_were_answered_hold_after_each_kill()
    {
        await SetUp();
        var file = Path.Combine(_directory, "live.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(Threads, replies: 1), Ct);
        Assert.Equal(0, (await Server.Run("import", file, "--data", Data)).Code);
        var moderator = (await Server.Run("token", "boss", "--data", Data)).Output.Trim();
        var author = (await Server.Run("token", "member-2-m2", "--data", Data)).Output.Trim();
        var answered = new ConcurrentBag<string>(); // The threads whose second post was removed, and m2 silenced.
        for (var round = 0; round < _rounds; round++)
        {
            using var server = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
            using var http = Client(await server.Serving(), moderator);
            var left = new ConcurrentQueue<string>((await AllThreads(http)).Except(answered));
            var (enough, target) = (new TaskCompletionSource(), answered.Count + _chance.Next(3, 12));
            var deciding = Enumerable.Range(0, Callers)
                .Select(_ => Decide(http, left, answered, target, enough)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(deciding));
            await server.Kill();
            await Task.WhenAll(deciding);
        }

        Assert.NotEmpty(answered);
        using var last = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
        var address = await last.Serving();
        using var reader = Client(address, moderator);
        foreach (var thread in answered)
        {
            var decision = await reader.GetFromJsonAsync<JsonElement>($"cases/post-{thread}-2/decisions/1", Ct);
            Assert.Equal("none", decision.GetProperty("end").GetString());
        }

        // What follows from decisions in threads and members may have been under way.
        using var own = Client(address, author);
        using var visitor = Client(address, null);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await CountVisible(visitor, answered) > 0) await ticks.WaitForNextTickAsync(Ct);
        using var reply = await own.PostAsJsonAsync(
            $"threads/{answered.First()}/posts", new { text = "Still here?" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("member.silenced", await reply.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await last.Kill();
        var verified = await Server.Run("archive", "verify", "--data", Data);
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.Contains("drift = 0", verified.Output, StringComparison.Ordinal);
    }

    private async Task SetUp()
    {
        using var server = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await server.Serving() };
        await server.Says("/set-up?key=");
        var key = Uri.UnescapeDataString(SetUpKey().Match(server.Output).Groups[1].Value);
        using var done = await http.PostAsJsonAsync(
            "/api/v1/setup", new { key, account = "boss", password = "a long enough pass phrase" }, Ct);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Ct));
        await server.Kill();
    }

    // Decides until the server is gone. Only what was answered counts.
    private static async Task Decide(
        HttpClient http, ConcurrentQueue<string> left, ConcurrentBag<string> answered, int target,
        TaskCompletionSource enough)
    {
        while (left.TryDequeue(out var thread))
        {
            var @case = $"cases/post-{thread}-2";
            var decision = new
            {
                measures = new object[] { new { kind = "remove" }, new { kind = "silence" } }, reason = "spam",
                text = "Please do not.",
            };
            try
            {
                using var opened = await http.PostAsJsonAsync(@case, new { }, Ct);
                using var decided = await http.PostAsJsonAsync($"{@case}/decisions", decision, Ct);
                if (!decided.IsSuccessStatusCode)
                {
                    enough.TrySetException(new InvalidOperationException(await decided.Content.ReadAsStringAsync(Ct)));
                    return;
                }

                answered.Add(thread);
                if (answered.Count >= target) enough.TrySetResult();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                return; // The server is gone: this one was not answered.
            }
        }
    }

    private static async Task<int> CountVisible(HttpClient http, IEnumerable<string> threads)
    {
        var count = 0;
        foreach (var thread in threads)
            if ((await http.GetStringAsync($"threads/{thread}", Ct)).Contains("Post 1 of", StringComparison.Ordinal))
                count++;
        return count;
    }

    private static async Task<List<string>> AllThreads(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("threads", Ct)).GetProperty("items").EnumerateArray()
            .Select(thread => thread.GetProperty("id").GetString()!)];

    private static HttpClient Client(Uri address, string? token) => new()
    {
        BaseAddress = new Uri(address, "/api/v1/communities/live/"),
        DefaultRequestHeaders =
        {
            Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token),
        },
    };

    [GeneratedRegex(@"/set-up\?key=(\S+)")]
    private static partial Regex SetUpKey();
}
