using Communities.Suites;
using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Communities.Server.Tests;

/// <summary>The program is killed in the middle of its work, at moments drawn from a seed, and begun again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Callers = 16;

    private static readonly int _rounds = KilledServer.Rounds(usual: 2, big: 20);

    private readonly KilledServer _killed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _killed.Dispose();

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_ends_as_if_it_had_not_been()
    {
        const int threads = 1_200;
        var file = await _killed.Records("killed", Written.Records(threads));
        for (var round = 0; round < _rounds; round++)
        {
            using var import = Server.Start("import", file, "--data", _killed.Data);
            await Grown(_killed.Chance.Next(100, 900) * 1_000L, import);
            await import.Kill();
        }

        var (code, output, errors) = await Server.Run("import", file, "--data", _killed.Data);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains($"{threads * 6:N0}", output, StringComparison.Ordinal);
        var verified = await _killed.Verified();
        Assert.Contains($"{threads:N0}", verified, StringComparison.Ordinal);
        Assert.Contains($"{threads * 6:N0}", verified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_that_were_answered_are_there_after_each_kill()
    {
        await _killed.Import(threads: 4, replies: 0);
        var token = await _killed.Token(KilledServer.Brought(1));
        var answered = new ConcurrentDictionary<string, (string Thread, int Number)>();
        for (var round = 0; round < _rounds; round++)
        {
            var (name, enough) = (round, new Enough(_killed.Chance.Next(40, 160)));
            await _killed.Round(enough, address => Enumerable.Range(0, Callers).Select(
                caller => Write(KilledServer.Client(address, token), $"{name}-{caller}", answered, enough)));
        }

        Assert.NotEmpty(answered);
        await _killed.Verified(); // What one kill had broken would be broken still.
        using var last = _killed.Start();
        using var reader = KilledServer.Client(await last.Serving(), token);
        foreach (var thread in answered.GroupBy(reply => reply.Value.Thread))
        {
            var texts = await Texts(reader, thread.Key);
            Assert.All(thread, reply => Assert.Equal(reply.Key, texts[reply.Value.Number]));
        }
    }

    // As much as that is in the journal: a moment that depends on work done and not on how fast the machine is.
    private async Task Grown(long bytes, RunningProgram program)
    {
        var wal = Path.Combine(_killed.Data, "journal.db-wal");
        var journal = Path.Combine(_killed.Data, "journal.db");
        var target = Size() + bytes;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Size() < target && !program.HasEnded) await ticks.WaitForNextTickAsync(Ct);

        long Size() => (File.Exists(wal) ? new FileInfo(wal).Length : 0) + (
            File.Exists(journal) ? new FileInfo(journal).Length : 0);
    }

    // Writes until the server is gone. Only what was answered with a number counts.
    private static async Task Write(
        HttpClient http, string name, ConcurrentDictionary<string, (string, int)> answered, Enough enough)
    {
        using (http)
            try
            {
                var threads = await KilledServer.Threads(http);
                for (var i = 0; ; i++)
                {
                    var (text, thread) = ($"reply {name}-{i}", threads[i % threads.Count]);
                    using var response = await http.PostAsJsonAsync($"threads/{thread}/posts", new { text }, Ct);
                    if (!response.IsSuccessStatusCode)
                    {
                        await enough.Refuse(response);
                        return;
                    }

                    var number = (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("number")
                        .GetInt32();
                    answered[text] = (thread, number);
                    enough.Count();
                }
            }
            catch (Exception e) when (KilledServer.IsGone(e))
            {
                return; // This one was not answered.
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
