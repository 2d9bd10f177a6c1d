using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Communities.Suites;

namespace Communities.Server.Tests;

/// <summary>The program is killed while files come in: what was answered is there, and nothing else is left.</summary>
public sealed class UploadKillTests : IDisposable
{
    private const int Seed = 20_261_122;
    private const int Accounts = 4;

    private static readonly int _rounds =
        Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") == "1" ? 4 : 2;

    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly Random _chance = new(Seed);

    private string Data => Path.Combine(_directory, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Files_that_were_answered_are_whole_after_each_kill_and_no_stray_is_left()
    {
        var file = Path.Combine(_directory, "live.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(Accounts, replies: 0), Ct);
        Assert.Equal(0, (await Server.Run("import", file, "--data", Data)).Code);
        var tokens = new List<string>();
        for (var i = 1; i <= Accounts; i++)
            tokens.Add((await Server.Run("token", $"member-{i}-m{i}", "--data", Data)).Output.Trim());
        var answered = new ConcurrentDictionary<string, byte[]>(); // By address.
        for (var round = 0; round < _rounds; round++)
        {
            using var server = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
            var address = await server.Serving();
            var (enough, target) = (new TaskCompletionSource(), answered.Count + _chance.Next(3, 9));
            var sending = tokens.Select(token => Send(address, token, answered, target, enough)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(sending));
            await server.Kill();
            await Task.WhenAll(sending);
        }

        Assert.NotEmpty(answered);
        // What a kill between the content and its event leaves, and what one in the middle of the content does.
        await File.WriteAllTextAsync(
            Path.Combine(Data, "files", "live", "01k0000000000000-0123456789abcdef"), "stray", Ct);
        Directory.CreateDirectory(Path.Combine(Data, "incoming"));
        await File.WriteAllTextAsync(Path.Combine(Data, "incoming", "half"), "half", Ct);

        using var last = Server.Start("--data", Data, "--urls", "http://127.0.0.1:0");
        using var reader = Client(await last.Serving(), tokens[0]);
        foreach (var (address, digest) in answered)
        {
            using var content = await reader.GetAsync(address, Ct);
            if (content.StatusCode == HttpStatusCode.NotFound) continue; // Another's, which no text shows.
            Assert.Equal(digest, SHA256.HashData(await content.Content.ReadAsByteArrayAsync(Ct)));
        }

        var known = 0;
        foreach (var token in tokens)
        {
            using var http = Client(reader.BaseAddress!, token);
            var items = (await http.GetFromJsonAsync<JsonElement>("/api/v1/communities/live/uploads", Ct))
                .GetProperty("items").EnumerateArray().ToList();
            known += items.Count;
            foreach (var item in items)
            {
                var address = $"/files/live/{item.GetProperty("id").GetString()}/x";
                var content = await http.GetByteArrayAsync(address, Ct);
                Assert.Equal(
                    item.GetProperty("digest").GetString(),
                    Convert.ToHexStringLower(SHA256.HashData(content)));
                answered.TryRemove(answered.Keys.FirstOrDefault(
                    sent => sent.Contains(item.GetProperty("id").GetString()!, StringComparison.Ordinal)) ?? "", out _);
            }
        }

        Assert.Empty(answered); // Every one of them was listed.
        await Swept(known);
    }

    // The sweep runs behind the start: it has ended when nothing is left but what has its event.
    private async Task Swept(int known)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var (files, incoming) = (Path.Combine(Data, "files"), Path.Combine(Data, "incoming"));
        while (Count(files) != known || Count(incoming) != 0) await ticks.WaitForNextTickAsync(Ct);
    }

    private static int Count(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;

    private static HttpClient Client(Uri address, string token) => new()
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    // Sends until the server is gone or there is no more room today. Only what was answered counts.
    private static async Task Send(
        Uri server, string token, ConcurrentDictionary<string, byte[]> answered, int target,
        TaskCompletionSource enough)
    {
        using var http = Client(server, token);
        try
        {
            while (true)
            {
                using var response = await http.PostAsync(
                    "/api/v1/communities/live/uploads?name=p.png", new ByteArrayContent(SampleFiles.Png), Ct);
                if (!response.IsSuccessStatusCode) return;
                var sent = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
                var address = sent.GetProperty("address").GetString()!;
                answered[address] = SHA256.HashData(
                    await http.GetByteArrayAsync(address, Ct));
                if (answered.Count >= target) enough.TrySetResult();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return; // The server is gone: this one was not answered.
        }
    }
}
