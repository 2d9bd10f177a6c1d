using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Communities.Suites;

namespace Communities.Server.Tests;

/// <summary>The program is killed while files come in: what was answered is there, and nothing else is left.</summary>
public sealed class UploadKillTests : IDisposable
{
    private const int Accounts = 4;

    private static readonly int _rounds = KilledServer.Rounds(usual: 2, big: 4);

    private readonly KilledServer _killed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _killed.Dispose();

    [Fact]
    public async Task Files_that_were_answered_are_whole_after_each_kill_and_no_stray_is_left()
    {
        await _killed.Import(Accounts, replies: 0);
        var tokens = await _killed.Tokens(Enumerable.Range(1, Accounts).Select(KilledServer.Brought));
        var answered = new ConcurrentDictionary<string, byte[]>(); // By address.
        for (var round = 0; round < _rounds; round++)
        {
            var enough = new Enough(_killed.Chance.Next(3, 9));
            await _killed.Round(enough, address => tokens.Select(
                token => Send(KilledServer.Client(address, token), answered, enough)));
        }

        Assert.NotEmpty(answered);
        // What a kill between the content and its event leaves, and what one in the middle of the content does.
        await File.WriteAllTextAsync(
            Path.Combine(_killed.Data, "files", "live", "01k0000000000000-0123456789abcdef"), "stray", Ct);
        Directory.CreateDirectory(Path.Combine(_killed.Data, "incoming"));
        await File.WriteAllTextAsync(Path.Combine(_killed.Data, "incoming", "half"), "half", Ct);

        using var last = _killed.Start();
        var served = await last.Serving();
        using var reader = KilledServer.Client(served, tokens[0]);
        foreach (var (address, digest) in answered)
        {
            using var content = await reader.GetAsync(address, Ct);
            if (content.StatusCode == HttpStatusCode.NotFound) continue; // Another's, which no text shows.
            Assert.Equal(digest, SHA256.HashData(await content.Content.ReadAsByteArrayAsync(Ct)));
        }

        var known = 0;
        foreach (var token in tokens)
        {
            using var http = KilledServer.Client(served, token);
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
    private Task Swept(int known)
    {
        var (files, incoming) = (Path.Combine(_killed.Data, "files"), Path.Combine(_killed.Data, "incoming"));
        return KilledServer.Until(() => Task.FromResult(Count(files) == known && Count(incoming) == 0));
    }

    private static int Count(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;

    // Sends until the server is gone or there is no more room today. Only what was answered counts.
    private static async Task Send(HttpClient http, ConcurrentDictionary<string, byte[]> answered, Enough enough)
    {
        using (http)
            try
            {
                while (true)
                {
                    using var response = await http.PostAsync(
                        "uploads?name=p.png", new ByteArrayContent(SampleFiles.Png), Ct);
                    if (!response.IsSuccessStatusCode) return;
                    var sent = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
                    var address = sent.GetProperty("address").GetString()!;
                    answered[address] = SHA256.HashData(await http.GetByteArrayAsync(address, Ct));
                    enough.Count();
                }
            }
            catch (Exception e) when (KilledServer.IsGone(e))
            {
                return; // This one was not answered.
            }
    }
}
