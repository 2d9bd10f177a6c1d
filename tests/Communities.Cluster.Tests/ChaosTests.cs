using System.Net.Http.Json;
using System.Text.Json;
using Communities.Actors;
using Communities.Chaos;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>The chaos run, and what it is made of.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_happens_to_the_cluster_follows_from_the_seed()
    {
        var minutes = TimeSpan.FromMinutes(10);
        var faults = Schedule.Of(seed: 7, minutes, silos: 3);
        Assert.Equal(faults, Schedule.Of(seed: 7, minutes, silos: 3));
        Assert.NotEqual(faults, Schedule.Of(seed: 8, minutes, silos: 3));
        Assert.Equal(30, faults.Count(fault => fault.Kind == FaultKind.Kill));
        Assert.Equal(8, faults.Count(fault => fault.Kind == FaultKind.Pause));
        Assert.Single(faults, fault => fault.Kind == FaultKind.DatabaseRestarted);
        Assert.Single(faults, fault => fault.Kind == FaultKind.DatabaseKilled);
        Assert.Equal(
            TimeSpan.FromMinutes(1), Assert.Single(faults, fault => fault.Kind == FaultKind.ArchiveAway).Lasts);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void What_stands_still_is_not_killed_meanwhile(int silos)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var faults = Schedule.Of(seed, TimeSpan.FromMinutes(10), silos);
            foreach (var pause in faults.Where(fault => fault.Kind == FaultKind.Pause))
                Assert.DoesNotContain(faults, fault => fault.Kind == FaultKind.Kill && fault.Silo == pause.Silo
                    && fault.At >= pause.At && fault.At < pause.At + pause.Lasts);
        }
    }

    [Fact]
    public void How_long_a_fault_lasted_is_told_by_who_waited_from_then_on()
    {
        var waits = new Waits(writers: 2);
        waits.Add(0, waits.Now, tries: 1);
        Assert.Equal((TimeSpan.Zero, 0), waits.Recovery(TimeSpan.Zero, waits.Now));
        var start = waits.Now - TimeSpan.FromSeconds(5);
        waits.Add(1, start, tries: 3);
        Assert.Equal(0, waits.Recovery(start, start + TimeSpan.FromSeconds(1)).Kept);
        var (lasted, kept) = waits.Recovery(start, waits.Now);
        Assert.Equal(1, kept);
        Assert.InRange(lasted.TotalSeconds, 5, 60);
        Assert.Equal((2, 0.5), (waits.Figures().Asks, waits.Figures().FailedAtFirst));
    }

    [Fact]
    public async Task A_front_end_in_a_process_without_a_silo_asks_the_actors_and_any_silo_shows_what_came_of_it()
    {
        SkipWithout();
        await using var cluster = await Chaos.Cluster.Start(silos: 1, Asked.Of([]).Program, partitions: 4, Ct);
        await using var front = await FrontEnd.Join(cluster, Ct);
        var (actors, ann) = (front.Actors, new Call("ann", Town.Member));
        await actors.Ask(
            "devs", new CommunityCommand.Found("Devs", null, "en", Visibility.Public, null), Call.System(), Ct);
        await actors.Ask("devs/ann", new MemberCommand.Join("Ann"), ann, Ct);
        var thread = Keys.OfThread("devs", Keys.NewThread(DateTimeOffset.UtcNow, 1));
        await actors.Ask(thread, new ThreadCommand.Open("Hello", "From a front end.", null, []), ann, Ct);
        var reply = await actors.Ask(thread, new ThreadCommand.Reply("And once more."), ann, Ct);
        Assert.Equal(2, (await actors.See<Thread>(thread, Ct)).Counters.Posts);

        using var http = new HttpClient { BaseAddress = cluster.Silos[0].Address };
        var page = await http.GetFromJsonAsync<JsonElement>(
            $"/api/v1/communities/devs/threads/{Keys.LocalOf(thread)}?at-least={reply.Position}", Ct);
        Assert.Equal(["From a front end.", "And once more."],
            page.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_minute_of_silos_killed_and_paused_and_of_storage_away_loses_and_repeats_nothing()
    {
        var isBig = Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") == "1";
        Assert.SkipUnless(isBig, "It takes minutes: COMMUNITIES_BIG_TESTS=1.");
        SkipWithout();
        var (figures, problems) = await ChaosRun.Run(
            Asked.Of(["--minutes", "1", "--writers", "20"]), output.WriteLine, Ct);
        output.WriteLine(JsonSerializer.Serialize(figures));
        Assert.Empty(problems.Lines);
        Assert.True(figures.Acknowledged > 100, $"Only {figures.Acknowledged} posts were acknowledged.");
    }

    private static void SkipWithout()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        Assert.SkipWhen(BlobServer.Missing is not null, BlobServer.Missing ?? "");
    }
}
