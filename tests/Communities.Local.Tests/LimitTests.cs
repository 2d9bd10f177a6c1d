using Communities.Actors;
using Communities.Actors.Hosting;
using Communities.Local.Sqlite;
using Communities.Suites;

namespace Communities.Local.Tests;

public sealed class LimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_does_not_grow_without_bound_while_followers_read()
    {
        using var directory = new TemporaryDirectory();
        await using var journal = SqliteJournal.Open(directory.Journal);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var following = Task.Run(() => Follow(journal, enough.Token), Ct);
        var json = new byte[8_000];
        for (var version = 1; version <= 6_000; version += 100)
        {
            await journal.Append([.. Enumerable.Range(version, 100).Select(v => new Envelope(
                0, new ActorId("k", "devs"), v, "k.grew", DateTimeOffset.UnixEpoch, "", null, json))]);
        }

        await enough.CancelAsync();
        await following;
        Assert.InRange(new FileInfo(directory.Journal).Length, 24 << 20, 128 << 20);
        Assert.InRange(new FileInfo(directory.Journal + "-wal").Length, 1, 40 << 20);
    }

    [Fact]
    public void Very_long_events_do_not_fill_the_memory()
    {
        var recent = new RecentEnvelopes(0);
        var json = new byte[1 << 20];
        for (var position = 1; position <= 100; position++)
        {
            recent.Add([new(position, new("k", "devs"), position, "k.grew", DateTimeOffset.UnixEpoch, "", null, json)]);
        }

        Assert.Equal(100, recent.Head);
        Assert.Null(recent.Read(0, 10));
        Assert.Equal(10, recent.Read(90, 100)!.Count);
    }

    [Fact]
    public async Task Too_many_actors_in_memory_make_room()
    {
        using var directory = new TemporaryDirectory();
        await using var engine = await LocalEngine.Start(
            new() { Directory = directory.Path, ActivationsMax = 50, Time = new ManualTime() }, Tins.Kinds, [], Ct);
        for (var n = 0; n < 300; n++)
        {
            await engine.Ask($"devs/{n}", new TinCommand.Put(n), Call.System(), Ct);
        }

        while (engine.Activations > 51)
        {
            Ct.ThrowIfCancellationRequested();
            await engine.Ask("devs/0", new TinCommand.Put(1), Call.System(), Ct);
        }

        Assert.Equal(299, (await engine.See<Tin>("devs/299", Ct)).Coins);
    }

    [Fact]
    public void Command_ids_are_remembered_up_to_a_number()
    {
        const int Forgotten = 344;
        var ids = new CommandIds();
        for (var n = 1; n <= Forgotten + CommandIds.Max; n++)
        {
            ids.Add($"id-{n}", n, 1);
        }

        Assert.False(ids.TryFind($"id-{Forgotten}", out _));
        for (var n = Forgotten + 1; n <= Forgotten + CommandIds.Max; n++)
        {
            Assert.True(ids.TryFind($"id-{n}", out var mark));
            Assert.Equal(n, mark.Value.Last);
        }

        Assert.Equal(
            Enumerable.Range(Forgotten + 1, CommandIds.Max).Select(n => (long)n),
            ids.ToArray().Select(i => i.Mark.Last));
    }

    [Fact]
    public void Events_of_one_command_are_one_mark()
    {
        var ids = new CommandIds();
        ids.Follow("a", 1);
        ids.Follow("a", 2);
        ids.Follow("b", 3);
        ids.Follow("a", 5);

        Assert.Equal(
            [new CommandMark(2, 2), new CommandMark(3, 1), new CommandMark(5, 1)], ids.ToArray().Select(i => i.Mark));
    }

    [Fact]
    public async Task Two_ids_that_look_alike_are_two_commands()
    {
        var seen = new Dictionary<uint, string>();
        var (one, other) = Enumerable.Range(0, int.MaxValue)
            .Select(n => (Id: $"id-{n}", Twin: seen.GetValueOrDefault(CommandIds.HashOf($"id-{n}"))))
            .First(pair => pair.Twin is not null || !seen.TryAdd(CommandIds.HashOf(pair.Id), pair.Id));
        using var directory = new TemporaryDirectory();
        await using var engine = await LocalEngine.Start(new() { Directory = directory.Path }, Tins.Kinds, [], Ct);

        await engine.Ask("devs/a", new TinCommand.Put(1), Call.System(other), Ct);
        var answer = await engine.Ask("devs/a", new TinCommand.Put(2), Call.System(one), Ct);
        Assert.False(answer.IsRepeat);
        Assert.Equal(3, (await engine.See<Tin>("devs/a", Ct)).Coins);
        Assert.True((await engine.Ask("devs/a", new TinCommand.Put(2), Call.System(one), Ct)).IsRepeat);
    }

    [Theory]
    [InlineData("")]
    [InlineData("alarm")]
    [InlineData("with/slash")]
    [InlineData("Upper")]
    public async Task A_reactor_needs_a_name_that_fits_into_command_ids(string name)
    {
        using var directory = new TemporaryDirectory();
        var reactor = new Reactor(name, new HashSet<string>(), (_, _, _) => []);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            LocalEngine.Start(new() { Directory = directory.Path }, Tins.Kinds, [reactor], Ct));
        await using var engine = await LocalEngine.Start(new() { Directory = directory.Path }, Tins.Kinds, [], Ct);
    }

    [Fact]
    public void The_format_of_a_snapshot_tells_shapes_apart()
    {
        var tin = SnapshotFormat.Of(Tins.Json.GetTypeInfo(typeof(Tin)));
        var again = new System.Text.Json.JsonSerializerOptions(Tins.Json);
        Assert.Equal(tin, SnapshotFormat.Of(again.GetTypeInfo(typeof(Tin))));
        Assert.NotEqual(tin, SnapshotFormat.Of(Tins.Json.GetTypeInfo(typeof(Ledger))));
        Assert.All(Domain.Kinds, kind => Assert.Equal(16, kind.Host(new FormatOf()).Length));
    }

    private static async Task Follow(SqliteJournal journal, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            // From the beginning, so that it reads the file and not the memory.
            await journal.Read(0, 20, CancellationToken.None);
            await Task.Yield();
        }
    }

    private sealed class FormatOf : IActorHost<string>
    {
        public string Host<TActor, TCommand, TEvent>(ActorKind<TActor, TCommand, TEvent> kind)
            where TActor : class, IActor<TActor, TCommand, TEvent>
            where TCommand : class, ICommand<TActor>
            where TEvent : class => SnapshotFormat.Of(kind.Json.GetTypeInfo(typeof(TActor)));
    }
}
