using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Communities.Actors;
using Communities.Web;

namespace Communities.Benchmarks;

/// <summary>
/// Two thousand new accounts throw links, slurs and repeated texts at one community, each as fast as it is answered and
/// fifty times a second at most, while members of another community read and write.
/// </summary>
internal static class Raid
{
    private const int Raiders = 2_000;
    private const int Members = 100; // Of the community that is raided, and of the other one.
    private const int Threads = 50;
    private const int Callers = 8; // Of the other community: some four hundred requests a second.
    private const int Rounds = 3; // Of which the medians count: others may use this machine, too.
    private const int RampMs = 5_000; // Nobody has two thousand accounts begin within a millisecond.
    private const string Calm = "calm";
    private const string Moderator = "user0000";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        var (tokens, raiders) = await Prepare(directory.Path);
        using (var server = await Running.Server(directory.Path, Load.Get("/health/ready")))
            await Run(server, tokens, raiders);
        await using var site = await Site.Reopen(directory.Path);
        var held = 0;
        for (long position = 0; await site.Engine.Journal.Read(position, 10_000) is { Count: > 0 } batch;)
        {
            position = batch[^1].Position;
            held += batch.Count(
                envelope => Domain.Happened(envelope) is ThreadEvent.Replied { Screening.IsHeld: true });
        }

        Console.WriteLine($"  {held:#,0} of what was posted waits for moderators.");
    }

    private static async Task Run(Running server, string[] tokens, string[] raiders)
    {
        await Measure(server.Port, tokens); // Code is compiled by what it does.
        var (quiet, loud, queue, answers) = (new List<Times>(), new List<Times>(), new List<double>(), new Answers());
        var connections = await Load.Connect(server.Port, Raiders);
        for (var round = 0; round < Rounds; round++)
        {
            quiet.Add(await Measure(server.Port, tokens));
            using var over = new CancellationTokenSource();
            var raid = Enumerable.Range(0, Raiders)
                .Select(n => Task.Run(() => Attack(connections[n], raiders[n], n, answers, over.Token))).ToList();
            raid.Add(Task.Run(() => Look(server.Port, tokens[0], queue, over.Token)));
            loud.Add(await Measure(server.Port, tokens));
            await over.CancelAsync();
            await Task.WhenAll(raid);
        }

        foreach (var connection in connections) connection.Dispose();
        Tell("raid-read", loud, quiet, times => times.Reads);
        Tell("raid-write", loud, quiet, times => times.Writes);
        Harness.Tell(
            "raid-queue", At(queue, 0.99), "ms at p99", At(queue, 0.5), "its median",
            "The first page of the queue of cases.");
        Console.WriteLine($"  Raiders were answered {answers}");
    }

    private static void Tell(string name, List<Times> loud, List<Times> quiet, Func<Times, List<double>> which) =>
        Harness.Tell(
            name, Harness.Median(loud.Select(times => At(which(times), 0.99))), "ms at p99",
            Harness.Median(quiet.Select(times => At(which(times), 0.99))), "undisturbed", "Goal: 1.5 times at most.");

    // The members of the other community: three of four requests read a thread, one replies.
    private static async Task<Times> Measure(int port, string[] tokens)
    {
        var times = new Times([], []);
        var loads = await Load.Connect(port, Callers);
        var end = Stopwatch.GetTimestamp() + (long)(Window.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                var who = tokens[((i * Callers) + caller) % Members];
                var path = $"/api/v1/communities/{Calm}/threads/{ThreadOf(i % Threads)}";
                var isRead = i % 4 != 3;
                var start = Stopwatch.GetTimestamp();
                await loads[caller].Ask(isRead
                    ? Load.Get(path, who)
                    : Load.Post(path + "/posts", $$"""{"text":"{{i}}. {{Site.Text}}"}""", who));
                var took = Stopwatch.GetElapsedTime(start);
                lock (times) (isRead ? times.Reads : times.Writes).Add(took.TotalMilliseconds);
                if (took < Between) await Task.Delay(Between - took);
            }
        })));
        foreach (var load in loads) load.Dispose();
        return times;
    }

    private static async Task Attack(Load load, string token, int n, Answers answers, CancellationToken over)
    {
        await Task.Delay(n * RampMs / Raiders, CancellationToken.None);
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var status = await load.Try(Load.Post(
                $"/api/v1/communities/{Site.Slug}/threads/{ThreadOf((n + i) % Threads)}/posts",
                $$"""{"text":"{{Says(n, i)}}"}""", token));
            answers.Count(status, load.Body);
            if (Stopwatch.GetElapsedTime(start) is var took && took < Between) await Task.Delay(Between - took);
        }
    }

    private static string Says(int n, int i) => ((n + i) % 4) switch
    {
        0 => $"Buy now at https://spam{n}.example/{i} and tell your friends",
        1 => $"You are all slurword and you know it, says number {n}",
        2 => "The same words again and again until nobody can read anything else here.",
        _ => $"Nothing in particular from {n}, {i} times over, just to fill the page of this thread.",
    };

    // A moderator who reads the queue while it goes on.
    private static async Task Look(int port, string token, List<double> times, CancellationToken over)
    {
        using var load = await Load.Connect(port);
        while (!over.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await load.Ask(Load.Get($"/c/{Site.Slug}/moderation", token));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
        }
    }

    private static string ThreadOf(int n) =>
        Keys.NewThread(DateTimeOffset.UnixEpoch.AddDays(20_000), (uint)n);

    private static double At(List<double> times, double share)
    {
        times.Sort();
        return times[(int)(share * (times.Count - 1))];
    }

    // Accounts whose names begin with "raid" have joined today; the others are known and trusted.
    private static async Task<(string[] Members, string[] Raiders)> Prepare(string directory)
    {
        await using var site = await Site.Open(directory);
        await site.Ask(Calm, new CommunityCommand.Found("Calm", null, "en", Visibility.Public, null), Call.System());
        foreach (var rule in Rules())
            await site.Ask(Site.Slug, new CommunityCommand.SetAutomodRule(rule), Call.System());
        var members = await Enter(site, Members, Site.Account, 2, Site.Slug, Calm);
        await site.Ask(
            Keys.OfMember(Site.Slug, Moderator), new MemberCommand.Appoint(Role.Moderator), Call.System());
        foreach (var slug in (string[])[Site.Slug, Calm])
            for (var n = 0; n < Threads; n++)
                await site.Ask(
                    Keys.OfThread(slug, ThreadOf(n)), new ThreadCommand.Open($"Thread {n}", Site.Text, null, []),
                    new Call(Site.Account(n), new Standing(Role.Member, 2)));
        var raiders = await Enter(site, Raiders, n => $"raid{n:D4}", 0, Site.Slug);
        await site.Engine.WhenQuiet();
        return (members, raiders);
    }

    private static async Task<string[]> Enter(
        Site site, int count, Func<int, string> named, int trust, params string[] communities)
    {
        var tokens = Enumerable.Range(0, count).Select(n => ApiTokens.New(named(n), "load")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, count).Select(async n =>
        {
            var account = named(n);
            await site.Ask(Keys.OfAccount(account), new AccountCommand.Open(account, null, "en"), Call.System());
            await site.Ask(Keys.OfAccount(account), tokens[n].Command, Call.System());
            foreach (var slug in communities)
                await site.Ask(
                    Keys.OfMember(slug, account), new MemberCommand.Join(account, Role.Member, null, trust),
                    Call.System());
        }));
        return [.. tokens.Select(token => token.Text)];
    }

    private static IEnumerable<AutomodRule> Rules()
    {
        var newcomers = new AutomodScope(SparedTrust: 1);
        yield return new("links", "Links of new members", AutomodTest.Links, [], 1, 0, newcomers,
            new(AutomodActionKind.Block, "New members post no links here."), true);
        yield return new("slurs", "Slurs", AutomodTest.Words, ["slurword", "slurish*"], 0, 0,
            AutomodScope.Everybody, new(AutomodActionKind.Hold), true);
        yield return new("again", "The same again", AutomodTest.Repeated, [], 3, 10, newcomers,
            new(AutomodActionKind.Hold), true);
        yield return new("score", "What the filter finds", AutomodTest.Score, [], 90, 0, newcomers,
            new(AutomodActionKind.Hold), true);
    }

    private sealed record Times(List<double> Reads, List<double> Writes);

    /// <summary>How often each answer was given.</summary>
    private sealed class Answers
    {
        private readonly ConcurrentDictionary<string, int> _counts = new();

        public void Count(int status, ReadOnlyMemory<byte> body) => _counts.AddOrUpdate(
            status < 300 ? "posted" : Code(body) ?? $"{status}", 1, (_, count) => count + 1);

        public override string ToString() => string.Join(
            ", ", _counts.OrderByDescending(one => one.Value).Select(one => $"{one.Key} {one.Value:#,0} times"));

        private static string? Code(ReadOnlyMemory<byte> body)
        {
            var (text, name) = (Encoding.UTF8.GetString(body.Span), "\"code\":\""); // It may have come in chunks.
            var start = text.IndexOf(name, StringComparison.Ordinal);
            return start < 0 ? null : text[(start + name.Length)..text.IndexOf('"', start + name.Length)];
        }
    }
}
