using System.Text;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Local.Tests;

public sealed class DamageTests : IDisposable
{
    private static readonly ActorId _tin = new(Tin.Kind, "devs/a");

    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_directory_has_one_engine_at_a_time()
    {
        await using (await Start())
        {
            var refused = await Assert.ThrowsAsync<DataDirectoryInUseException>(Start);
            Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
        }

        await using var second = await Start();
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no database, but a text that somebody has put here.")]
    public async Task A_file_that_is_no_journal_is_told_of(string content)
    {
        await File.WriteAllTextAsync(_directory.Journal, content, Ct);
        await Assert.ThrowsAsync<JournalDamagedException>(Start);
    }

    [Fact]
    public async Task Another_programs_database_is_told_of()
    {
        using (var other = new Sqlite.Connection(_directory.Journal, create: true))
        {
            other.Execute("CREATE TABLE notes(text)");
        }

        await Assert.ThrowsAsync<JournalDamagedException>(Start);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_told_of_and_left_alone()
    {
        await Write(10);
        using (var newer = new Sqlite.Connection(_directory.Journal, create: false))
        {
            newer.Execute("PRAGMA user_version=999");
        }

        var told = await Assert.ThrowsAsync<JournalDamagedException>(Start);
        Assert.Contains("newer version", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_journal_that_was_cut_short_is_told_of(double kept)
    {
        await Write(2_000);
        using (var file = File.OpenWrite(_directory.Journal))
        {
            file.SetLength((long)(file.Length * kept));
        }

        await Assert.ThrowsAsync<JournalDamagedException>(Start);
    }

    [Fact]
    public async Task A_missing_journal_with_its_log_still_there_is_told_of()
    {
        var journal = SqliteJournal.Open(_directory.Journal);
        await journal.Append([Event(1)]);
        journal.Abandon();
        File.Delete(_directory.Journal);

        await Assert.ThrowsAsync<JournalDamagedException>(Start);
    }

    [Fact]
    public async Task An_altered_event_stops_whoever_reads_it()
    {
        await Write(500);
        Alter("coin-250-", "coin-25O-");

        await using var journal = SqliteJournal.Open(_directory.Journal);
        Assert.Equal(249, (await journal.Read(0, 249, Ct)).Count);
        var told = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Read(0, 250, Ct).AsTask());
        Assert.Contains("position 250", told.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalDamagedException>(() => journal.History(_tin, 0, 1_000, Ct).AsTask());
        Assert.Equal(250, (await journal.History(_tin, 250, 1_000, Ct)).Count);
    }

    [Fact]
    public async Task An_actor_renamed_behind_our_back_is_noticed()
    {
        await Write(5);
        using (var other = new Sqlite.Connection(_directory.Journal, create: false))
        {
            other.Execute("UPDATE actors SET key='devs/b'");
        }

        await Assert.ThrowsAsync<JournalDamagedException>(Start);
    }

    [Fact]
    public async Task An_altered_event_stops_its_actor_and_no_other()
    {
        await using (var engine = await Start())
        {
            await Put(engine, "devs/a");
            await Put(engine, "devs/b");
        }

        using (var other = new Sqlite.Connection(_directory.Journal, create: false))
        {
            other.Execute("""UPDATE events SET json='{"Coins":1000000}' WHERE position=1""");
        }

        await using var again = await LocalEngine.Start(new() { Directory = _directory.Path }, Tins.Kinds, [], Ct);
        var told = await Assert.ThrowsAsync<ActorFaultException>(() => Put(again, "devs/a"));
        Assert.IsType<JournalDamagedException>(told.InnerException);
        Assert.Equal(2, (await Put(again, "devs/b")).Version);
    }

    [Fact]
    public async Task A_failed_start_lets_the_directory_go()
    {
        await File.WriteAllTextAsync(_directory.Journal, "no journal", Ct);
        await Assert.ThrowsAsync<JournalDamagedException>(Start);
        File.Delete(_directory.Journal);
        await using var engine = await Start();
    }

    [Fact]
    public async Task A_full_disk_refuses_what_does_not_fit_and_takes_it_when_there_is_room()
    {
        await using var journal = SqliteJournal.Open(_directory.Journal);
        await journal.Append([Event(1)]);
        await journal.Execute("PRAGMA max_page_count=40");
        var appends = Enumerable.Range(2, 60).Select(v => journal.Append([Event(v, size: 20_000)])).ToList();
        await Task.WhenAll(appends).ContinueWith(_ => { }, TaskScheduler.Default);

        var done = appends.TakeWhile(a => a.IsCompletedSuccessfully).Count();
        Assert.NotEqual(appends.Count, done);
        var first = Assert.IsType<JournalUnavailableException>(appends[done].Exception!.InnerException);
        Assert.Contains("full", first.Message, StringComparison.Ordinal);
        Assert.All(appends.Skip(done), a => Assert.True(a.IsFaulted));
        Assert.Equal(1 + done, journal.Head);
        Assert.Equal(1 + done, (await journal.History(_tin, 0, 1_000, Ct)).Count);

        await journal.Execute("PRAGMA max_page_count=100000");
        Assert.Equal(2 + done, await journal.Append([Event(2 + done, size: 20_000)]));
    }

    [Fact]
    public async Task The_engine_outlives_a_full_disk()
    {
        var journal = SqliteJournal.Open(_directory.Journal);
        await using var engine = LocalEngine.Start(new() { Directory = _directory.Path }, journal, Tins.Kinds, []);
        var before = (await Put(engine, "devs/a")).Version;
        await journal.Execute("PRAGMA max_page_count=1");
        var refused = Enumerable.Range(0, 2_000).Select(n => Put(engine, $"devs/{n}")).ToList();
        await Task.WhenAll(refused).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.All(
            refused.Where(r => r.IsFaulted),
            r => Assert.IsType<JournalUnavailableException>(r.Exception!.InnerException));
        Assert.Contains(refused, r => r.IsFaulted);

        await journal.Execute("PRAGMA max_page_count=100000");
        Assert.Equal(before + 1, (await Put(engine, "devs/a")).Version);
        Assert.Equal(
            refused.Count(r => r.IsCompletedSuccessfully) + 2, (await journal.Read(0, int.MaxValue, Ct)).Count);
    }

    private static async Task<Answer> Put(LocalEngine engine, string tin) =>
        await engine.Ask(tin, new TinCommand.Put(1), Call.System(), Ct);

    private static Envelope Event(long version, int size = 10) => new(
        0, _tin, version, "tin.put", DateTimeOffset.UnixEpoch, "", null,
        Encoding.UTF8.GetBytes($$"""{"Coins":1,"Note":"coin-{{version}}-{{new string('x', size)}}"}"""));

    private Task<LocalEngine> Start() =>
        LocalEngine.Start(new() { Directory = _directory.Path }, Tins.Kinds, Tins.Reactors, Ct);

    private async Task Write(int events)
    {
        await using var journal = SqliteJournal.Open(_directory.Journal);
        await journal.Append([.. Enumerable.Range(1, events).Select(v => Event(v))]);
    }

    private void Alter(string from, string to)
    {
        var bytes = File.ReadAllBytes(_directory.Journal);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(from));
        Assert.True(at > 0);
        Encoding.UTF8.GetBytes(to).CopyTo(bytes, at);
        File.WriteAllBytes(_directory.Journal, bytes);
    }
}
