using System.Text;
using Communities.Actors;

namespace Communities.Suites;

public abstract partial class JournalSuite
{
    [Fact]
    public async Task An_empty_journal_has_nothing()
    {
        Assert.Equal(0, _journal.Head);
        Assert.Empty(await _journal.Read(0, 10, Ct));
        Assert.Equal((At(1), At(2)), (_journal.Next(0), _journal.Next(At(1))));
        Assert.Empty(await _journal.History(_anna, 0, 10, Ct));
        Assert.Null(await _journal.LoadSnapshot(_anna, Ct));
        Assert.Null(await _journal.NextAlarm(Ct));
        Assert.Empty(await _journal.DueAlarms(DateTimeOffset.MaxValue, 10, Ct));
        Assert.Null(await _journal.Load("follower", Ct));
    }

    [Fact]
    public async Task Positions_count_from_one_without_gaps()
    {
        Assert.Equal(At(1), await _journal.Append([Event(_anna, 1)]));
        Assert.Equal(At(4), await _journal.Append(Events(_bob, 1, 3)));
        Assert.Equal(At(5), await _journal.Append([Event(_anna, 2)]));
        Assert.Equal(At(5), _journal.Head);
        Assert.Equal([At(1), At(2), At(3), At(4), At(5)], (await _journal.Read(0, 10, Ct)).Select(e => e.Position));
    }

    [Fact]
    public async Task An_event_comes_back_as_it_was_written_from_memory_and_from_the_disk()
    {
        var json = Encoding.UTF8.GetBytes("""{"text":"É 🎈 \u202e \u0000"}""");
        Envelope[] written =
        [
            new(0, _anna, 1, "member.joined", DateTimeOffset.UnixEpoch.AddMilliseconds(-7), "", null, "{}"u8.ToArray()),
            new(0, _anna, 2, "member.renamed", _noon, "jürgen 🎈", new string('i', 100), json),
            new(0, _anna, 3, "member.wrote", _noon, "anna", "x", new byte[300_000]),
        ];
        await _journal.Append(written);
        await Compare();
        await Reopen();
        await Compare();

        async Task Compare()
        {
            var feed = await _journal.Read(0, 10, Ct);
            var history = await _journal.History(_anna, 0, 10, Ct);
            Assert.Equal((3, 3), (feed.Count, history.Count));
            for (var i = 0; i < written.Length; i++)
            {
                AssertSame(written[i] with { Position = At(i + 1) }, feed[i]);
                AssertSame(written[i] with { Position = At(i + 1) }, history[i]);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_version_that_does_not_follow_has_lost(long version)
    {
        await _journal.Append(Events(_anna, 1, 2));
        await Assert.ThrowsAsync<LostRaceException>(() => _journal.Append([Event(_anna, version)]));
        Assert.Equal(At(2), _journal.Head);
        Assert.Equal(At(3), await _journal.Append([Event(_anna, 3)]));
    }

    [Fact]
    public async Task Who_lost_takes_nobody_along_but_those_behind_it()
    {
        await _journal.Append([Event(_anna, 1)]);
        var lost = _journal.Append([Event(_anna, 3)]);
        var behind = _journal.Append([Event(_anna, 4)]);
        var others = Enumerable.Range(1, 50).Select(v => _journal.Append([Event(_bob, v)])).ToList();
        var right = _journal.Append([Event(_anna, 2)]);

        await Assert.ThrowsAsync<LostRaceException>(() => lost);
        await Assert.ThrowsAsync<LostRaceException>(() => behind);
        Assert.Equal(50, (await Task.WhenAll(others)).Distinct().Count());
        Assert.Equal(At(52), await right);
    }

    [Fact]
    public async Task Behind_a_failed_append_its_chain_fails_even_where_the_versions_follow()
    {
        await _journal.Append([Event(_anna, 1)]);
        var chain = new AppendChain();
        var winner = _journal.Append([Event(_anna, 2, "the winner")]);
        var lost = _journal.Append([Event(_anna, 2)], chain);
        var behind = _journal.Append([Event(_anna, 3)], chain);

        Assert.Equal(At(2), await winner);
        await Assert.ThrowsAsync<LostRaceException>(() => lost);
        await Assert.ThrowsAsync<LostRaceException>(() => behind);
        Assert.Equal(At(3), await _journal.Append([Event(_anna, 3)], new AppendChain()));
    }

    [Fact]
    public async Task A_second_writer_of_the_same_version_loses()
    {
        var both = new[] { _journal.Append([Event(_anna, 1, "a")]), _journal.Append([Event(_anna, 1, "b")]) };
        await Task.WhenAll(both).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(At(1), await both[0]);
        await Assert.ThrowsAsync<LostRaceException>(() => both[1]);
        Assert.Single(await _journal.History(_anna, 0, 10, Ct));
    }

    [Fact]
    public async Task Appends_need_not_be_awaited_in_between()
    {
        var appends = Enumerable.Range(0, 1_000).Select(i =>
            _journal.Append([Event(new("k", $"devs/{i % 10}"), 1 + (i / 10))]));
        var positions = await Task.WhenAll(appends);

        Assert.Equal(Enumerable.Range(1, 1_000).Select(n => At(n)), positions);
    }

    [Fact]
    public async Task History_comes_in_pages()
    {
        await _journal.Append(Events(_anna, 1, 10));
        await _journal.Append(Events(_bob, 1, 3));
        await _journal.Append(Events(_anna, 11, 10));

        Assert.Equal([1L, 2, 3], (await _journal.History(_anna, 0, 3, Ct)).Select(e => e.Version));
        Assert.Equal([9L, 10, 11, 12], (await _journal.History(_anna, 8, 4, Ct)).Select(e => e.Version));
        Assert.Equal([20L], (await _journal.History(_anna, 19, 100, Ct)).Select(e => e.Version));
        Assert.Empty(await _journal.History(_anna, 20, 100, Ct));
        Assert.Empty(await _journal.History(_anna, 25, 100, Ct));
        Assert.Empty(await _journal.History(new ActorId("thread", "devs/anna"), 0, 100, Ct));
    }

    [Fact]
    public async Task The_feed_comes_in_pages_from_any_place()
    {
        await _journal.Append(Events(_anna, 1, 10));
        Assert.Equal([At(1), At(2), At(3)], (await _journal.Read(0, 3, Ct)).Select(e => e.Position));
        Assert.Equal([At(8), At(9), At(10)], (await _journal.Read(At(7), 100, Ct)).Select(e => e.Position));
        Assert.Empty(await _journal.Read(At(10), 100, Ct));
        Assert.Empty(await _journal.Read(At(99), 100, Ct));
    }

    [Fact]
    public async Task The_feed_reaches_further_back_than_memory()
    {
        const int total = 40_000;
        var appends = Enumerable.Range(0, total / 100).Select(i =>
            _journal.Append(Events(new("k", $"devs/{i}"), 1, 100)));
        await Task.WhenAll(appends);
        var read = 0;
        while (await _journal.Read(At(read), 777, Ct) is { Count: > 0 } page)
        {
            Assert.Equal(At(read + 1), page[0].Position);
            Assert.Equal(At(read + page.Count), page[^1].Position);
            read += page.Count;
        }

        Assert.Equal((total, At(total)), (read, _journal.Head));
    }

    [Fact]
    public async Task Who_waits_for_more_is_told()
    {
        await _journal.WaitBeyond(-1, Ct);
        var first = _journal.WaitBeyond(0, Ct).AsTask();
        var third = _journal.WaitBeyond(At(2), Ct).AsTask();
        await _journal.Append([Event(_anna, 1)]);
        await first;
        Assert.False(third.IsCompleted);
        await _journal.Append(Events(_anna, 2, 2));
        await third;
        await _journal.WaitBeyond(At(2), Ct);
    }

    [Fact]
    public async Task Who_waits_may_give_up()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var waiting = _journal.WaitBeyond(0, enough.Token).AsTask();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task What_is_no_append_is_an_error_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _journal.Append([]));
        await Assert.ThrowsAsync<ArgumentException>(() => _journal.Append([Event(_anna, 1), Event(_bob, 2)]));
        await Assert.ThrowsAsync<ArgumentException>(() => _journal.Append([Event(_anna, 1), Event(_anna, 3)]));
        Assert.Equal(0, _journal.Head);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_acknowledged_is_there_when_it_is_opened_again(bool afterCrash)
    {
        await _journal.Append(Events(_anna, 1, 5));
        await Task.WhenAll(Enumerable.Range(1, 200).Select(v => _journal.Append([Event(_bob, v)])));
        await (afterCrash ? CrashAndOpen() : Reopen());

        Assert.Equal(At(205), _journal.Head);
        Assert.Equal(205, (await _journal.Read(0, 1_000, Ct)).Count);
        Assert.Equal(At(206), await _journal.Append([Event(_anna, 6)]));
        await Assert.ThrowsAsync<LostRaceException>(() => _journal.Append([Event(_bob, 200)]));
    }
}
