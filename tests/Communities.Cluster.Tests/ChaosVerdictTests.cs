using Communities.Actors;
using Communities.Archive;
using Communities.Chaos;
using Communities.Local;
using Communities.Views;

namespace Communities.Cluster.Tests;

/// <summary>What the chaos run concludes can fail: all that could have gone wrong is done here, and found.</summary>
public sealed class ChaosVerdictTests : IAsyncLifetime
{
    private const int Writers = 4;

    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;
    private readonly Book _book = new();
    private LocalEngine _engine = null!;
    private SqliteViews _views = null!;
    private string _thread = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string ArchivePath => Path.Combine(_directory, "archive");

    private static Call Writer => new(Town.Account(1), Town.Member);

    public async ValueTask InitializeAsync()
    {
        _engine = await LocalEngine.Start(
            new LocalOptions { Directory = _directory }, Domain.Kinds, Domain.Reactors, Ct);
        _views = await SqliteViews.Open(Path.Combine(_directory, "views.db"), _engine.Journal, ct: Ct);
        var town = new Town(_book, seed: 1);
        await town.Found(_engine, Writers);
        _thread = town.AnyThread(town.Communities[1], new Random(1));
        foreach (var text in (string[])["one", "two", "three"]) await Reply(text);
    }

    public async ValueTask DisposeAsync()
    {
        await _views.DisposeAsync();
        await _engine.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task What_is_as_it_was_promised_holds()
    {
        var verdict = await Judge();
        Assert.Empty(verdict.Problems.Lines);
        Assert.Equal(63, verdict.Texts);
        Assert.Equal(verdict.Events, verdict.Compared);
    }

    [Fact]
    public async Task A_post_that_was_acknowledged_and_is_not_there_is_lost()
    {
        _book.Sends("never", _thread, Writer.By);
        _book.Acknowledged("never", 9);
        await Found("lost");
    }

    [Fact]
    public async Task A_post_that_nobody_was_told_of_may_be_there_or_not()
    {
        _book.Sends("perhaps", _thread, Writer.By);
        await Reply("unheard", isHeard: false);
        Assert.True((await Judge()).Holds);
    }

    [Fact]
    public async Task A_post_that_was_refused_and_is_there_is_told()
    {
        await Reply("no", isHeard: false);
        _book.Refused("no");
        await Found("refused");
    }

    [Fact]
    public async Task A_text_that_is_there_twice_is_told()
    {
        await Reply("again");
        await _engine.Ask(_thread, new ThreadCommand.Reply("again"), Writer, Ct);
        await Found("twice", "elsewhere");
    }

    [Fact]
    public async Task A_text_that_nobody_has_sent_is_told()
    {
        await _engine.Ask(_thread, new ThreadCommand.Reply("altered"), Writer, Ct);
        await Found("altered");
    }

    [Fact]
    public async Task A_post_that_is_another_number_than_was_told_is_elsewhere()
    {
        await Reply("here");
        _book.Acknowledged("here", 2);
        await Found("elsewhere");
    }

    [Fact]
    public async Task A_reaction_that_was_acknowledged_and_is_not_there_is_lost()
    {
        _book.Acknowledged(new Given(_thread, 1, Reactions.Like, Writer.By));
        await Found("lost");
    }

    [Fact]
    public async Task A_tally_that_was_counted_twice_is_drift()
    {
        await _engine.Ask(
            Keys.CommunityOf(_thread), new CommunityCommand.Tally(new CommunityCounters(Posts: 1)), Call.System(), Ct);
        await Found("drift", "views");
    }

    [Fact]
    public async Task An_archive_with_one_byte_altered_is_told()
    {
        await Archived();
        var segment = Directory.GetFiles(ArchivePath, "*.gz", SearchOption.AllDirectories).Order().First();
        var bytes = await File.ReadAllBytesAsync(segment, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes, Ct);
        Assert.Contains("archive", (await Judged()).Problems.Counts.Keys);
    }

    [Fact]
    public async Task An_archive_without_one_of_its_segments_is_told()
    {
        await Archived();
        File.Delete(Directory.GetFiles(ArchivePath, "*.gz", SearchOption.AllDirectories).Order().Last());
        var problems = (await Judged()).Problems.Counts.Keys;
        Assert.Contains("archive", problems);
        Assert.Contains("lost", problems);
    }

    [Fact]
    public async Task What_waits_to_be_archived_is_told()
    {
        await Archived();
        await Reply("late");
        await _views.WaitFor(_engine.Journal.Head, Ct);
        Assert.Contains("unarchived", (await Judged()).Problems.Counts.Keys);
    }

    [Theory]
    [InlineData(3, "c:2", "order")]
    [InlineData(1, "c:2", "order")]
    [InlineData(2, "c:0", "twice")]
    public void A_history_with_a_gap_or_with_a_command_done_twice_is_told(int version, string command, string told)
    {
        var problems = new Problems();
        var facts = new Facts(problems, "journal");
        var opened = """{"title":"t","text":"0"}"""u8.ToArray();
        facts.Take(Replied(0, "c:0") with { Name = "thread.opened", Json = opened });
        facts.Take(Replied(1, "c:1"));
        Assert.Equal(0, problems.Count);
        facts.Take(Replied(version, command));
        Assert.Equal([told], problems.Counts.Keys);

        static Envelope Replied(int version, string command) => new(
            version + 1, new ActorId("thread", "c/t"), version + 1, "thread.replied", DateTimeOffset.UnixEpoch, "ann",
            command,
            System.Text.Encoding.UTF8.GetBytes($$"""{"number":{{version + 1}},"text":"{{command}} {{version}}"}"""));
    }

    private async Task Reply(string text, bool isHeard = true)
    {
        _book.Sends(text, _thread, Writer.By);
        var answer = await _engine.Ask(_thread, new ThreadCommand.Reply(text), Writer, Ct);
        if (isHeard) _book.Acknowledged(text, answer.First<ThreadEvent.Replied>()!.Number);
    }

    private async Task Found(params string[] kinds) =>
        Assert.Equal(kinds.Order(), (await Judge()).Problems.Counts.Keys.Order());

    private async Task<Chaos.Verdict> Judge()
    {
        await Archived();
        return await Judged();
    }

    private Task<Chaos.Verdict> Judged() => Chaos.Verdict.Of(
        _book,
        new Remains(new SoleJournal(_engine.Journal), _engine, ArchiveStores.Open(null, ArchivePath), _views), Ct);

    // Once: what happens behind it waits.
    private async Task Archived()
    {
        await _engine.WhenQuiet(Ct);
        await _views.WaitFor(_engine.Journal.Head, Ct);
        await using var writer = new ArchiveWriter(
            _engine.Journal, _engine.Journal, ArchiveStores.Open(null, ArchivePath));
        writer.Start();
        await writer.WhenCaughtUp(_engine.Journal.Head, Ct);
    }
}
