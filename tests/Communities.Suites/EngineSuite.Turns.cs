using Communities.Actors;

namespace Communities.Suites;

public abstract partial class EngineSuite
{
    [Fact]
    public async Task Commands_of_one_actor_are_done_in_the_order_in_which_they_came()
    {
        var asked = Enumerable.Range(1, 300).Select(coins => Put(coins).AsTask()).ToList();
        var answers = await Task.WhenAll(asked);

        Assert.Equal(Enumerable.Range(1, 300).Select(n => (long)n), answers.Select(a => a.Version));
        Assert.Equal(Enumerable.Range(1, 300), (await See()).Puts);
        Assert.Equal(answers.Select(a => a.Position), answers.Select(a => a.Position).Order());
    }

    [Fact]
    public async Task An_answer_tells_what_happened_and_where_it_stands()
    {
        await Put(5);
        var answer = await Ask(new TinCommand.PutEach([1, 2, 3]));

        Assert.Null(answer.Refusal);
        Assert.False(answer.IsRepeat);
        Assert.Equal(4, answer.Version);
        Assert.Equal((await History())[^1].Position, answer.Position);
        Assert.Equal([new TinEvent.Put(1), new TinEvent.Put(2), new TinEvent.Put(3)], answer.Events);
        Assert.Equal(new TinEvent.Put(1), answer.First<TinEvent.Put>());
    }

    [Fact]
    public async Task A_refusal_says_why_and_leaves_nothing()
    {
        await Put(5);
        var answer = await Ask(new TinCommand.Take(6));

        Assert.Equal("tin.empty", answer.Refusal!.Code);
        Assert.Equal((1, 0), (answer.Version, answer.Position));
        Assert.Empty(answer.Events);
        Assert.Single(await History());
    }

    [Fact]
    public async Task What_is_already_so_happens_not_again()
    {
        await Put(5);
        var answer = await Put(0);

        Assert.Null(answer.Refusal);
        Assert.Equal((1, 0, 0), (answer.Version, answer.Position, answer.Events.Count));
    }

    [Fact]
    public async Task Who_asks_and_when_reach_the_decision_and_the_journal()
    {
        var denied = await _engine.Actors.Ask(
            "devs/a", new TinCommand.Take(1), new Call("eve", Standing.None), Ct);
        await Put(2);

        Assert.Equal("tin.denied", denied.Refusal!.Code);
        var envelope = Assert.Single(await History());
        Assert.Equal(("anna", _place.Time.GetUtcNow()), (envelope.By, envelope.At));
        Assert.Equal(("tin.put", 1L, At(1)), (envelope.Name, envelope.Version, envelope.Position));
    }

    [Fact]
    public async Task An_import_keeps_its_times_and_so_do_the_reactors()
    {
        var then = new DateTimeOffset(2011, 5, 6, 7, 8, 9, 123, TimeSpan.Zero);
        await Put(2, at: then.AddTicks(4567).ToOffset(TimeSpan.FromHours(2)));
        await _engine.WhenQuiet();

        Assert.Equal(then, (await See()).LastAt);
        Assert.Equal(then, Assert.Single(await History()).At);
        Assert.Equal(then, (await SeeLedger()).LastAt);
    }

    [Fact]
    public async Task Nothing_is_answered_before_it_is_durable()
    {
        await Restart(reactors: []);
        _engine.Journal.Hold();
        var put = Put(5).AsTask();
        var refused = Ask(new TinCommand.Take(6)).AsTask();
        var nothing = Put(0).AsTask();
        var seen = See().AsTask();
        var last = Put(1).AsTask();
        await _engine.Journal.WhenHolding(2);

        Assert.All<Task>([put, refused, nothing, seen, last], t => Assert.False(t.IsCompleted));
        _engine.Journal.Release();

        Assert.Equal(1, (await put).Version);
        Assert.Equal("tin.empty", (await refused).Refusal!.Code);
        Assert.Equal(1, (await nothing).Version);
        Assert.Equal(5, (await seen).Coins);
    }

    [Fact]
    public async Task The_next_command_is_decided_without_waiting_for_the_disk()
    {
        _engine.Journal.Hold();
        var put = Put(5).AsTask();
        var take = Ask(new TinCommand.Take(5)).AsTask();
        var late = Ask(new TinCommand.Take(1)).AsTask();
        _engine.Journal.Release();

        Assert.Equal(1, (await put).Version);
        Assert.Equal(2, (await take).Version);
        Assert.Equal("tin.empty", (await late).Refusal!.Code);
    }

    [Fact]
    public async Task A_full_mailbox_refuses_and_recovers()
    {
        await Restart(new EngineLimits { MailboxMax = 3 });
        await Put(1);
        _engine.Journal.Hold();
        var taken = Enumerable.Range(0, 3).Select(_ => Put(1).AsTask()).ToList();
        var refused = await Put(1);
        _engine.Journal.Release();

        Assert.Equal(EngineRefusals.Busy, refused.Refusal);
        Assert.Equal([2L, 3, 4], (await Task.WhenAll(taken)).Select(a => a.Version));
        Assert.Equal(5, (await Put(1)).Version);
    }

    [Fact]
    public async Task A_command_cancelled_before_its_turn_is_not_done()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _engine.Actors.Ask("devs/a", new TinCommand.Put(1), _anna, cancelled.Token).AsTask());
        Assert.Equal(1, (await Put(1)).Version);
    }

    [Fact]
    public async Task A_key_that_cannot_be_one_is_an_error()
    {
        foreach (var key in (string[])["", "devs/\ud800", "devs/\udc00x"])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Put(1, key).AsTask());
            await Assert.ThrowsAnyAsync<ArgumentException>(() => See(key).AsTask());
        }
    }

    [Fact]
    public async Task A_key_may_be_this_long_and_no_longer()
    {
        Assert.Equal(1, (await Put(1, new string('k', ActorId.KeyMax))).Version);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Put(1, new string('k', ActorId.KeyMax + 1)).AsTask());
    }

    [Fact]
    public async Task An_id_that_cannot_be_one_is_an_error()
    {
        foreach (var id in (string[])["", "~tallying/9.0", "half\ud800"])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Put(1, id: id).AsTask());
        }
    }

    [Fact]
    public async Task An_id_may_be_this_long_and_no_longer()
    {
        Assert.Equal(1, (await Put(1, id: new string('i', Call.IdMax))).Version);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Put(1, id: new string('i', Call.IdMax + 1)).AsTask());
    }
}
