using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Communities.Server.Tests;

/// <summary>
/// The program is killed while cases are decided: what was answered holds, in threads and for members.
/// </summary>
public sealed class ModerationKillTests : IDisposable
{
    private const int Threads = 40;
    private const int Callers = 4;

    private static readonly int _rounds = KilledServer.Rounds(usual: 2, big: 10);

    private readonly KilledServer _killed = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _killed.Dispose();

    [Fact]
    public async Task Decisions_and_sanctions_that_were_answered_hold_after_each_kill()
    {
        await _killed.Import(Threads, replies: 1);
        var moderator = await _killed.Token("boss", isOperator: true);
        var author = await _killed.Token(KilledServer.Brought(2));
        var answered = new ConcurrentBag<string>(); // The threads whose second post was removed, and m2 silenced.
        for (var round = 0; round < _rounds; round++)
        {
            var enough = new Enough(_killed.Chance.Next(3, 12));
            await _killed.Round(enough, address => Enumerable.Range(0, Callers).Select(
                caller => Decide(KilledServer.Client(address, moderator), caller, answered, enough)));
        }

        Assert.NotEmpty(answered);
        using var last = _killed.Start();
        var address = await last.Serving();
        using var reader = KilledServer.Client(address, moderator);
        foreach (var thread in answered)
        {
            var decision = await reader.GetFromJsonAsync<JsonElement>($"cases/post-{thread}-2/decisions/1", Ct);
            Assert.Equal("none", decision.GetProperty("end").GetString());
        }

        // What follows from decisions in threads and members may have been under way.
        using var own = KilledServer.Client(address, author);
        using var visitor = KilledServer.Client(address, null);
        await KilledServer.Until(async () => await CountVisible(visitor, answered) == 0);
        using var reply = await own.PostAsJsonAsync(
            $"threads/{answered.First()}/posts", new { text = "Still here?" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("member.silenced", await reply.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await last.Kill();
        await _killed.Verified();
    }

    // Decides until the server is gone, each on threads of their own. Only what was answered counts.
    private static async Task Decide(HttpClient http, int caller, ConcurrentBag<string> answered, Enough enough)
    {
        using (http)
            try
            {
                var threads = await KilledServer.Threads(http);
                foreach (var thread in threads.Where((_, at) => at % Callers == caller).Except(answered))
                {
                    var @case = $"cases/post-{thread}-2";
                    var decision = new
                    {
                        measures = new object[] { new { kind = "remove" }, new { kind = "silence" } }, reason = "spam",
                        text = "Please do not.",
                    };
                    using var opened = await http.PostAsJsonAsync(@case, new { }, Ct);
                    using var decided = await http.PostAsJsonAsync($"{@case}/decisions", decision, Ct);
                    if (!decided.IsSuccessStatusCode)
                    {
                        await enough.Refuse(decided);
                        return;
                    }

                    answered.Add(thread);
                    enough.Count();
                }
            }
            catch (Exception e) when (KilledServer.IsGone(e))
            {
                return; // This one was not answered.
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
}
