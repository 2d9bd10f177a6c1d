using Communities.Actors;
using Communities.Suites;
using static Communities.Postgres.Tests.Journals;

namespace Communities.Postgres.Tests;

/// <summary>Several processes on one journal.</summary>
public sealed class ProcessesTests(SharedPostgres postgres) : IAsyncLifetime
{
    private PostgresPlace _place = null!;
    private PostgresJournal _here = null!;
    private PostgresJournal _there = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await postgres.NewPlace();
        _here = await PostgresJournal.Open(Options(_place) with { Partitions = 3 }, Ct);
        _there = await PostgresJournal.Open(Options(_place), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        await _place.DisposeAsync();
    }

    [Fact]
    public async Task A_second_activation_in_another_process_can_only_fail()
    {
        Assert.Equal(4, await _here[1].Append([Event(Anna, 1)]));
        await Assert.ThrowsAsync<LostRaceException>(() => _there[1].Append([Event(Anna, 1)]));
        Assert.Equal(7, await _there[1].Append([Event(Anna, 2)]));
        await Assert.ThrowsAsync<LostRaceException>(() => _here[1].Append([Event(Anna, 2)]));
        await Assert.ThrowsAsync<LostRaceException>(() => _here[1].Append([Event(Anna, 4)]));
        Assert.Equal(10, await _here[1].Append([Event(Anna, 3)]));
        AssertWhole(await Written(_place, 1), _here.Partitions, 1);
    }

    [Fact]
    public async Task Of_two_that_write_the_same_at_once_one_wins_each_time()
    {
        for (var version = 1; version <= 100; version++)
        {
            var both = new[] { _here[0].Append([Event(Anna, version)]), _there[0].Append([Event(Anna, version)]) };
            await Task.WhenAll(both).ContinueWith(_ => { }, TaskScheduler.Default);
            Assert.True(both[0].IsCompletedSuccessfully ^ both[1].IsCompletedSuccessfully);
            Assert.IsType<LostRaceException>(both.Single(append => append.IsFaulted).Exception!.InnerException);
        }

        AssertWhole(await Written(_place), _here.Partitions);
    }

    [Fact]
    public async Task Two_that_write_one_partition_together_lose_nothing_and_leave_no_gap()
    {
        var appends = new List<Task<long>>();
        for (var version = 1; version <= 40; version++)
        {
            foreach (var n in Enumerable.Range(0, 25))
            {
                appends.Add(_here[2].Append([Event(Member(n), version)]));
                appends.Add(_there[2].Append([Event(Member(n + 25), version)]));
            }
        }

        var positions = await Task.WhenAll(appends);
        Assert.Equal(2_000, positions.Distinct().Count());
        var written = await Written(_place, 2);
        Assert.Equal(2_000, written.Count);
        AssertWhole(written, _here.Partitions, 2);
    }

    [Fact]
    public async Task Who_waits_in_one_process_is_told_of_what_another_commits()
    {
        var waiting = _here[1].WaitBeyond(0, Ct).AsTask();
        await _there[1].Append(Events(Anna, 1, 3));
        await waiting;
        Assert.Equal(10, _here[1].Head);
        Assert.Equal([4L, 7, 10], (await _here[1].Read(0, 10, Ct)).Select(e => e.Position));
        Assert.Equal(0, _here[0].Head);
    }

    [Fact]
    public async Task What_nobody_told_of_is_found_by_looking()
    {
        var time = new ManualTime();
        await using var looking = await PostgresJournal.Open(
            Options(_place) with { Time = time, LookEvery = TimeSpan.FromSeconds(2) }, Ct);
        await _place.Execute($"UPDATE {_place.Schema}.partitions SET events = 5 WHERE partition = 2");
        var waiting = looking[2].WaitBeyond(0, Ct).AsTask();
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(17, looking[2].Head);
    }

    [Fact]
    public async Task Who_listens_is_told_again_after_his_connection_was_cut()
    {
        await _place.Execute($"""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE query LIKE 'LISTEN {_place.Schema}%' OR query LIKE '%FROM partitions'
            """);
        await _there[1].Append([Event(Anna, 1)]);
        await _here[1].WaitBeyond(0, Ct);
        await _there[1].Append([Event(Anna, 2)]);
        await _here[1].WaitBeyond(4, Ct);
    }

    [Fact]
    public async Task What_a_process_commits_is_told_in_order_and_only_there()
    {
        var (told, elsewhere) = (new List<Envelope>(), 0);
        _here.Committed += (partition, envelopes) =>
        {
            Assert.Equal(1, partition);
            told.AddRange(envelopes);
        };
        _there.Committed += (_, _) => elsewhere++;
        await Task.WhenAll(Enumerable.Range(1, 200).Select(v => _here[1].Append([Event(Anna, v)])));

        Assert.Equal(
            Enumerable.Range(1, 200).Select(n => _here.Partitions.Position(1, n)), told.Select(e => e.Position));
        Assert.Equal(0, elsewhere);
    }

    [Fact]
    public async Task A_listener_that_fails_keeps_nobody_from_his_answer()
    {
        var told = new List<string>();
        await using var journal = await PostgresJournal.Open(
            Options(_place) with { Trouble = (what, _) => told.Add(what) }, Ct);
        journal.Committed += (_, _) => throw new InvalidOperationException("no");
        Assert.Equal(3, await journal[0].Append([Event(Anna, 1)]));
        Assert.Equal(6, await journal[0].Append([Event(Anna, 2)]));
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task What_a_stream_brings_need_not_be_read_and_gaps_are_read()
    {
        var streamed = new List<IReadOnlyList<Envelope>>();
        _here.Committed += (_, envelopes) => streamed.Add(envelopes);
        for (var version = 1; version <= 5; version++)
        {
            await _here[1].Append([Event(Anna, version)]);
        }

        // The rows are gone, so that what can be read was kept.
        _there.Offer(1, streamed[0]);
        _there.Offer(1, streamed[1]);
        _there.Offer(1, streamed[0]);
        await _place.Execute($"DELETE FROM {_place.Schema}.events WHERE version <= 2");
        Assert.Equal([4L, 7], (await _there[1].Read(0, 2, Ct)).Select(e => e.Position));

        _there.Offer(1, streamed[4]);
        Assert.Equal(16, _there[1].Head);
        Assert.Equal([10L, 13, 16], (await _there[1].Read(7, 10, Ct)).Select(e => e.Position));
        await _place.Execute($"DELETE FROM {_place.Schema}.events");
        Assert.Equal([16L], (await _there[1].Read(13, 10, Ct)).Select(e => e.Position));
        Assert.Throws<ArgumentException>(() => _there.Offer(2, streamed[0]));
        Assert.Throws<ArgumentException>(() => _there.Offer(1, [.. streamed[0], .. streamed[2]]));
    }

    [Fact]
    public async Task Who_claimed_checkpoints_before_cannot_save_any_more()
    {
        var first = await _here.Claim(1, "archive", Ct);
        await first.Save("archive", "5", Ct);
        var second = await _there.Claim(1, "archive", Ct);
        Assert.Equal("5", await second.Load("archive", Ct));
        await Assert.ThrowsAsync<CheckpointLostException>(() => first.Save("archive", "6", Ct).AsTask());
        await second.Save("archive", "7", Ct);
        await Assert.ThrowsAsync<CheckpointLostException>(() => first.Save("another", "6", Ct).AsTask());
        Assert.Equal("7", await first.Load("archive", Ct));

        var other = await _here.Claim(2, "archive", Ct);
        await other.Save("archive", "1", Ct);
        await second.Save("archive", "8", Ct);
        Assert.Equal(("8", "1"), (await _here[1].Load("archive", Ct), await _here[2].Load("archive", Ct)));
    }

    [Fact]
    public async Task A_journal_that_was_set_back_is_taken_as_it_is()
    {
        await _here[0].Append(Events(Anna, 1, 5));
        await _place.Execute($"""
            DELETE FROM {_place.Schema}.events WHERE version > 3;
            UPDATE {_place.Schema}.partitions SET events = 3 WHERE partition = 0
            """);
        await Assert.ThrowsAsync<LostRaceException>(() => _here[0].Append([Event(Anna, 6)]));
        Assert.Equal(9, _here[0].Head);
        Assert.Equal(12, await _here[0].Append([Event(Anna, 4, "another")]));
        AssertWhole(await _here[0].Read(0, 10, Ct), _here.Partitions);
    }
}
