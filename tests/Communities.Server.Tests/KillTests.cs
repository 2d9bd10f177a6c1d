using Communities.Suites;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Communities.Server.Tests;

/// <summary>The program is killed in the middle of its work, at moments drawn from a seed, and begun again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Seed = 20_261_122;
    private const int Callers = 16;

    private static readonly int _rounds =
        Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") == "1" ? 20 : 3;

    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly Random _chance = new(Seed);

    private string Data => Path.Combine(_directory, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_ends_as_if_it_had_not_been()
    {
        const int threads = 2_500;
        var file = Path.Combine(_directory, "killed.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(threads), Ct);
        for (var round = 0; round < _rounds; round++)
        {
            using var import = Server.Start("import", file, "--data", Data);
            await Grown(_chance.Next(100, 900) * 1_000L, import);
            await import.Kill();
        }

        var (code, output, errors) = await Server.Run("import", file, "--data", Data);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains($"{threads * 6:N0}", output, StringComparison.Ordinal);
        var verified = await Server.Run("archive", "verify", "--data", Data);
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.Contains("drift = 0", verified.Output, StringComparison.Ordinal);
        Assert.Contains($"{threads:N0}", verified.Output, StringComparison.Ordinal);
        Assert.Contains($"{threads * 6:N0}", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_that_were_answered_are_there_after_each_kill()
    {
        var file = Path.Combine(_directory, "live.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(4, replies: 0), Ct);
        Assert.Equal(0, (await Server.Run("import", file, "--data", Data)).Code);
        var token = (await Server.Run("token", "member-1-m1", "--data", Data)).Output.Trim();
        var answered = new ConcurrentDictionary<string, (string Thread, int Number)>();
        for (var round = 0; round < _rounds; round++)
        {
            using var server = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
            using var http = Client(await server.Serving(), token);
            var threads = await Threads(http);
            var enough = new TaskCompletionSource();
            var target = answered.Count + _chance.Next(40, 160);
            var writing = Enumerable.Range(0, Callers)
                .Select(caller => Write(http, threads, $"{round}-{caller}", answered, target, enough)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(writing));
            await server.Kill();
            await Task.WhenAll(writing);
            var verified = await Server.Run("archive", "verify", "--data", Data);
            Assert.Equal((0, ""), (verified.Code, verified.Errors));
        }

        Assert.NotEmpty(answered);
        using var last = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
        using var reader = Client(await last.Serving(), token);
        foreach (var thread in answered.GroupBy(reply => reply.Value.Thread))
        {
            var texts = await Texts(reader, thread.Key);
            Assert.All(thread, reply => Assert.Equal(reply.Key, texts[reply.Value.Number]));
        }
    }

    // As much as that is in the journal: a moment that depends on work done and not on how fast the machine is.
    private async Task Grown(long bytes, RunningProgram program)
    {
        var wal = Path.Combine(Data, "journal.db-wal");
        var journal = Path.Combine(Data, "journal.db");
        var target = Size() + bytes;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Size() < target && !program.HasEnded) await ticks.WaitForNextTickAsync(Ct);

        long Size() => (File.Exists(wal) ? new FileInfo(wal).Length : 0) + (
            File.Exists(journal) ? new FileInfo(journal).Length : 0);
    }

    private static HttpClient Client(Uri address, string token) => new()
    {
        BaseAddress = new Uri(address, "/api/v1/communities/live/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static async Task<List<string>> Threads(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("threads", Ct)).GetProperty("items").EnumerateArray()
            .Select(thread => thread.GetProperty("id").GetString()!)];

    // Writes until the server is gone. Only what was answered with a number counts.
    private static async Task Write(
        HttpClient http, List<string> threads, string name,
        ConcurrentDictionary<string, (string, int)> answered, int target, TaskCompletionSource enough)
    {
        for (var i = 0; ; i++)
        {
            var text = $"reply {name}-{i}";
            var thread = threads[i % threads.Count];
            try
            {
                using var response = await http.PostAsJsonAsync($"threads/{thread}/posts", new { text }, Ct);
                if (!response.IsSuccessStatusCode)
                {
                    enough.TrySetException(new InvalidOperationException(await response.Content.ReadAsStringAsync(Ct)));
                    return;
                }

                var number = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("number")
                    .GetInt32();
                answered[text] = (thread, number);
                if (answered.Count >= target) enough.TrySetResult();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                return; // The server is gone: this one was not answered.
            }
        }
    }

    private static async Task<Dictionary<int, string>> Texts(HttpClient http, string thread)
    {
        var texts = new Dictionary<int, string>();
        for (var page = 1; ; page++)
        {
            var view = await http.GetFromJsonAsync<JsonElement>($"threads/{thread}?page={page}", Ct);
            foreach (var post in view.GetProperty("posts").EnumerateArray())
                texts[post.GetProperty("number").GetInt32()] = post.GetProperty("text").GetString()!;
            if (page >= view.GetProperty("pageCount").GetInt32()) return texts;
        }
    }
}
