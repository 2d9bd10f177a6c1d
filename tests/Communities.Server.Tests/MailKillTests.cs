using System.Net.Http.Json;
using System.Text.Json;
using Communities.Actors;
using Communities.Local;
using Communities.Suites;

namespace Communities.Server.Tests;

/// <summary>The program is killed while it sends a newsletter, and begun again.</summary>
public sealed class MailKillTests : IAsyncLifetime
{
    private const int Subscribers = 300;

    private static readonly int _rounds = KilledServer.Rounds(usual: 2, big: 12);

    private readonly KilledServer _killed = new();
    private readonly MailSink _sink = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _killed.Dispose();
    }

    [Fact]
    public async Task Each_gets_a_newsletter_once_unless_the_connection_broke_when_it_was_taken()
    {
        await Prepare();
        var token = await _killed.Token("olga");
        using (var first = Serve())
        {
            using var owner = KilledServer.Client(await first.Serving(), token);
            using var written = await owner.PostAsJsonAsync(
                "newsletters", new { words = new[] { new { language = "en", subject = "In May" } } }, Ct);
            var id = (await written.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetString();
            using var sent = await owner.PostAsync($"newsletters/{id}/send", null, Ct);
            Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Ct));
            await Kill(first);
        }

        for (var round = 1; round < _rounds; round++)
        {
            using var next = Serve();
            await next.Serving();
            await Kill(next);
        }

        using (var last = Serve())
        {
            await last.Serving();
            await KilledServer.Until(() => Task.FromResult(_sink.Taken.Count == Subscribers));
            using var owner = KilledServer.Client(await last.Serving(), token);
            await KilledServer.Until(async () => await Sent(owner) == Subscribers);
            await last.Kill();
        }

        Assert.Empty(_sink.Repeats);
        Assert.All(_sink.Taken.Values, mails => Assert.Single(mails.Select(mail => mail.Id).Distinct()));
        await _killed.Verified();
    }

    private RunningProgram Serve() => _killed.Start(
        "--set", "Communities:BaseUrl=http://127.0.0.1", "--set", "Communities:Mail:Host=127.0.0.1",
        "--set", $"Communities:Mail:Port={_sink.Port}", "--set", "Communities:Mail:Tls=false",
        "--set", "Communities:Mail:From=site@example.org");

    // In the middle of it: so many more letters have been taken.
    private async Task Kill(RunningProgram server)
    {
        await _sink.Reached(_sink.Count + _killed.Chance.Next(10, Subscribers / (_rounds + 1))).WaitAsync(Ct);
        await server.Kill();
    }

    private static async Task<int> Sent(HttpClient owner)
    {
        var all = await owner.GetFromJsonAsync<JsonElement>("newsletters", Ct);
        var id = all.GetProperty("items")[0].GetProperty("id").GetString();
        return (await owner.GetFromJsonAsync<JsonElement>($"newsletters/{id}/figures", Ct))
            .GetProperty("sent").GetInt32();
    }

    private async Task Prepare()
    {
        await using var engine = await LocalEngine.Start(
            new LocalOptions { Directory = _killed.Data }, Domain.Kinds, Domain.Reactors, Ct);
        await Ask(Keys.OfAccount("olga"), new AccountCommand.Open("Olga", null, "en"));
        await engine.Ask(
            KilledServer.Community, new CommunityCommand.Found("Live", null, "en", Visibility.Public, "Olga"),
            new Call("olga", new Standing(Role.None, IsOperator: true)), Ct);
        await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(async n =>
        {
            var (address, at) = ($"reader{n}@example.org", KilledServer.Community);
            await Ask(Keys.OfSubscriber(at, address), new RecipientCommand.Subscribe(address, "en"));
            await Ask(Keys.OfSubscriber(at, address), new RecipientCommand.Confirm());
        }));
        await engine.WhenQuiet();

        async Task Ask<TActor>(string key, ICommand<TActor> command) where TActor : class, IActor =>
            Assert.Null((await engine.Ask(key, command, Call.System(), Ct)).Refusal);
    }
}
