using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Text.Json;
using Communities.Actors;
using Communities.Suites;
using Communities.Web;

namespace Communities.Benchmarks;

/// <summary>
/// An issue of a newsletter to a hundred thousand addresses, from the click to the last letter at a mail server on this
/// machine, by the program in a process of its own; beside it, letters by a bare client over as many connections.
/// </summary>
internal static class Newsletters
{
    private const int Connections = 64; // Of which each waits for the server most of the time.
    private const int BareLetters = 10_000;
    private const double Megabyte = 1024 * 1024;

    // Fewer for a quick look: COMMUNITIES_SUBSCRIBERS.
    private static readonly int _subscribers =
        int.TryParse(Environment.GetEnvironmentVariable("COMMUNITIES_SUBSCRIBERS"), out var count) ? count : 100_000;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using var sink = new MailSink();
        var token = await Prepare(directory.Path);
        using var server = await Running.Server(
            directory.Path, Load.Get("/health/live"),
            "--set", "Communities:BaseUrl=http://127.0.0.1", "--set", "Communities:Mail:Host=127.0.0.1",
            "--set", $"Communities:Mail:Port={sink.Port}", "--set", "Communities:Mail:Tls=false",
            "--set", $"Communities:Mail:Connections={Connections}", "--set", "Communities:Mail:From=site@example.org");
        using var http = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{server.Port}/api/v1/communities/{Site.Slug}/"),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        while (!(await http.GetAsync("/health/ready")).IsSuccessStatusCode) await Task.Delay(100); // Views are made.
        using var written = await http.PostAsJsonAsync("newsletters", new
        {
            words = new[] { new { language = "en", subject = "In May", introduction = Site.Text } },
        });
        var issue = (await written.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var (before, most) = (server.Bytes(), 0L);
        var watch = Stopwatch.StartNew();
        (await http.PostAsync($"newsletters/{issue}/send", null)).EnsureSuccessStatusCode();
        var all = sink.Reached(_subscribers);
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))) != all)
            most = Math.Max(most, server.Bytes());
        var seconds = watch.Elapsed.TotalSeconds;
        most = Math.Max(most, server.Bytes());
        var (connections, repeats) = (sink.Connections, sink.Count - sink.Taken.Count);
        Harness.Tell(
            "newsletter", _subscribers / seconds, "letters/s", await Bare(sink.Port), "bare client, nothing kept",
            $"{_subscribers:#,0} letters in {seconds:0.0} s over {connections} connections, {repeats} of them twice.");
        Harness.Tell(
            "newsletter-memory", most / Megabyte, "MB at most", before / Megabyte, "before",
            "What the program holds must not grow with the list.");
    }

    private static async Task<double> Bare(int port)
    {
        var seconds = await Harness.Seconds(() => Task.WhenAll(Enumerable.Range(0, Connections).Select(n =>
            Task.Factory.StartNew(() => Send(n), TaskCreationOptions.LongRunning))));
        return BareLetters / seconds;

        void Send(int first)
        {
            using var client = new SmtpClient("127.0.0.1", port);
            for (var i = first; i < BareLetters; i += Connections)
            {
                using var letter = new MailMessage("site@example.org", $"bare{i}@example.org", "In May", Site.Text);
                client.Send(letter);
            }
        }
    }

    private static async Task<string> Prepare(string directory)
    {
        await using var site = await Site.Open(directory);
        await site.Ask(Keys.OfAccount("olga"), new AccountCommand.Open("Olga", null, "en"), Call.System());
        var (token, issue) = ApiTokens.New("olga", "benchmark");
        await site.Ask(Keys.OfAccount("olga"), issue, Call.System());
        await site.Ask(
            Keys.OfMember(Site.Slug, "olga"), new MemberCommand.Join("Olga", Role.Owner), Call.System());
        foreach (var some in Enumerable.Range(0, _subscribers).Chunk(1_000))
            await Task.WhenAll(some.Select(Subscribe));
        await site.Engine.WhenQuiet();
        return token;

        async Task Subscribe(int n)
        {
            var address = $"reader{n}@example.org";
            var key = Keys.OfSubscriber(Site.Slug, address);
            await site.Ask(key, new RecipientCommand.Subscribe(address, "en"), Call.System());
            var asked = (await site.Engine.See<Recipient>(key)).Waiting.Keys.Single();
            await site.Ask(key, new RecipientCommand.Settle(asked, LetterOutcome.Skipped), Call.System());
            await site.Ask(key, new RecipientCommand.Confirm(), Call.System());
        }
    }
}
