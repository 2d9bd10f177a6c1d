using Communities.Actors;
using Communities.Suites;
using static Communities.Postgres.Tests.Journals;

namespace Communities.Postgres.Tests;

/// <summary>Connections that are lost in the middle, and what those who asked are told.</summary>
public sealed class LossTests(SharedPostgres postgres)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fate.CutBefore)]
    [InlineData(Fate.CutBehind)]
    public async Task An_append_whose_connection_is_lost_is_found_or_done_again_and_never_twice(Fate fate)
    {
        await using var far = await Far.Open(postgres);
        await far.Partition.Append([Event(Anna, 1)]);
        far.Link.Disturb(fate);
        var chain = new AppendChain();
        var lost = far.Partition.Append(Marked(2), chain);
        var behind = far.Partition.Append([Event(Anna, 4)], chain);

        Assert.Equal((3, 4), (await lost, await behind));
        Assert.True(far.Link.IsUsed);
        Assert.Equal([1L, 2, 3, 4], (await Written(far.Place)).Select(e => e.Version));
        Assert.Equal([1L, 2, 3, 4], (await far.Partition.Read(0, 10, Ct)).Select(e => e.Version));
        Assert.Equal(5, await far.Partition.Append([Event(Anna, 5)]));
    }

    [Fact]
    public async Task A_connection_that_is_lost_again_and_again_loses_nothing()
    {
        await using var far = await Far.Open(postgres);
        far.Link.Disturb(Fate.CutBefore, Fate.CutBefore, Fate.CutBefore, Fate.CutBehind);
        Assert.Equal(2, await far.Partition.Append(Marked(1)));
        Assert.True(far.Link.IsUsed);
        Assert.Equal([1L, 2], (await Written(far.Place)).Select(e => e.Version));
    }

    [Fact]
    public async Task A_request_that_comes_when_it_is_given_up_does_nothing()
    {
        await using var far = await Far.Open(postgres);
        far.Link.Disturb(Fate.Held);
        Assert.Equal(2, await far.Partition.Append(Marked(1)));
        await far.Link.Release();
        Assert.Equal(3, await far.Partition.Append([Event(Anna, 3)]));
        AssertWhole(await Written(far.Place), Partitions.One);
    }

    [Fact]
    public async Task A_request_that_comes_when_others_have_gone_on_does_nothing()
    {
        await using var far = await Far.Open(postgres, patience: TimeSpan.Zero);
        await far.Partition.Append([Event(Bob, 1)]);
        far.Link.Disturb(Fate.Held);
        far.Link.Refuses = true;
        await Assert.ThrowsAsync<JournalUnavailableException>(() => far.Partition.Append(Marked(1)));

        far.Link.Refuses = false;
        Assert.Empty(await far.Partition.History(Anna, 0, 10, Ct));
        Assert.Equal(2, await far.Partition.Append([Event(Bob, 2)]));
        await far.Link.Release();
        Assert.Empty(await far.Partition.History(Anna, 0, 10, Ct));
        Assert.Equal(3, await far.Partition.Append([Event(Anna, 1)]));
        AssertWhole(await Written(far.Place), Partitions.One);
    }

    [Fact]
    public async Task Where_nothing_can_be_found_out_everybody_is_told_that_it_is_not_known()
    {
        await using var far = await Far.Open(postgres, patience: TimeSpan.Zero);
        await far.Partition.Append([Event(Anna, 1)]);
        far.Link.Disturb(Fate.CutBehind);
        far.Link.Refuses = true;
        var chain = new AppendChain();
        var told = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => far.Partition.Append(Marked(2), chain));
        Assert.Contains("not known", told.Message, StringComparison.Ordinal);
        Assert.True(chain.IsBroken);
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(
            () => far.Partition.Append([Event(Bob, 1)]));
        Assert.DoesNotContain("not known", refused.Message, StringComparison.Ordinal);

        far.Link.Refuses = false;
        await Assert.ThrowsAsync<LostRaceException>(() => far.Partition.Append([Event(Anna, 2)]));
        Assert.Equal(4, await far.Partition.Append([Event(Anna, 4)]));
        AssertWhole(await Written(far.Place), Partitions.One);
    }

    [Fact]
    public async Task What_may_be_done_twice_is_done_again_when_its_connection_is_lost()
    {
        await using var far = await Far.Open(postgres);
        far.Link.Disturb(Fate.CutBehind, Fate.CutBefore, Fate.CutBehind);
        await far.Partition.Save("follower", Link.Mark, Ct);
        Assert.Equal(Link.Mark, await far.Partition.Load("follower", Ct));
        Assert.Null(await far.Partition.Load(Link.Mark, Ct));
        Assert.True(far.Link.IsUsed);
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_in_the_middle_of_a_commit_is_asked_again()
    {
        await using var place = await postgres.NewPlace();
        await using var journal = await PostgresJournal.Open(Options(place) with { Partitions = 1 }, Ct);
        await place.Execute($"""
            CREATE SEQUENCE {place.Schema}.kills;
            CREATE FUNCTION {place.Schema}.kill() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('{place.Schema}.kills') IN (3, 7, 8) THEN
                PERFORM pg_terminate_backend(pg_backend_pid());
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER kill BEFORE INSERT ON {place.Schema}.events FOR EACH ROW
            EXECUTE FUNCTION {place.Schema}.kill()
            """);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(i + 1, await journal[0].Append([Event(Anna, i + 1)]));
        }

        AssertWhole(await Written(place), Partitions.One);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_is_started_again_under_load_loses_nothing_that_was_answered(bool inGoodOrder)
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        await using var place = server.NewPlace();
        await using var journal = await PostgresJournal.Open(Options(place) with { Partitions = 3 }, Ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writers = Enumerable.Range(0, 30).Select(n => Task.Run(() => Write(journal, n, enough.Token), Ct)).ToList();
        for (var i = 0; i < 3; i++)
        {
            await journal.Feeds.All[i].WaitBeyond(journal.Feeds.All[i].Head, Ct);
            await server.Restart(inGoodOrder);
        }

        await journal.Feeds.All[0].WaitBeyond(journal.Feeds.All[0].Head, Ct);
        await enough.CancelAsync();
        var answered = (await Task.WhenAll(writers)).SelectMany(positions => positions).Order().ToList();

        var written = new List<long>();
        for (var p = 0; p < 3; p++)
        {
            var feed = await Written(place, p);
            AssertWhole(feed, journal.Partitions, p);
            written.AddRange(feed.Select(e => e.Position));
        }

        Assert.Equal(written.Order(), answered);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_told_of_and_taken_up_when_it_is_back()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var server = await PostgresServer.Start();
        await using var place = server.NewPlace();
        var told = new List<string>();
        await using var journal = await PostgresJournal.Open(Options(place) with
        {
            Partitions = 1,
            Patience = TimeSpan.FromMilliseconds(300),
            Trouble = (what, _) => told.Add(what),
        }, Ct);
        await journal[0].Append([Event(Anna, 1)]);
        await server.Stop();
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal[0].Append([Event(Anna, 2)]));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal[0].Load("follower", Ct).AsTask());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal[0].History(Anna, 0, 9, Ct).AsTask());

        await server.Resume();
        Assert.Equal(2, await journal[0].Append([Event(Anna, 2)]));
        Assert.Equal(2, (await journal[0].History(Anna, 0, 9, Ct)).Count);
        Assert.Contains(told, what => what.Contains("went away", StringComparison.Ordinal));
        Assert.Contains("PostgreSQL answers again.", told);
    }

    [Fact]
    public async Task What_waits_has_a_bound()
    {
        await using var far = await Far.Open(postgres);
        far.Link.Disturb(Fate.Held);
        var held = far.Partition.Append(Marked(1));
        var large = new byte[1 << 20];
        var waiting = Enumerable.Range(1, 80)
            .Select(v => far.Partition.Append([Event(Bob, v) with { Json = large }])).ToList();
        var told = await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting[^1]);
        Assert.Contains("Too much is waiting", told.Message, StringComparison.Ordinal);
        await held;
        Assert.InRange(waiting.Count(append => append.IsFaulted), 1, 20);
    }

    private static Envelope[] Marked(long version) => [Event(Anna, version, Link.Mark), Event(Anna, version + 1)];

    // One actor at a time, each append as soon as the one before is answered.
    private static async Task<List<long>> Write(PostgresJournal journal, int n, CancellationToken enough)
    {
        var positions = new List<long>();
        var actor = new ActorId("member", $"devs{n}/a");
        for (var version = 1; !enough.IsCancellationRequested; version++)
        {
            positions.Add(await journal.Of(actor.Key).Append([Event(actor, version)]));
        }

        return positions;
    }
}
