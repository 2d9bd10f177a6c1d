using System.Text;
using Communities.Actors;
using Communities.Files;
using Communities.Local;
using Communities.Suites;
using Communities.Views;

namespace Communities.Exchange.Tests;

/// <summary>An engine with its views in a directory of its own, gone behind the test.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("communities-");

    private Place()
    {
    }

    public LocalEngine Engine { get; private set; } = null!;

    public SqliteViews Views { get; private set; } = null!;

    public IFiles Files => FileStores.Open(null, null, Path.Combine(_directory.FullName, "files"), isShared: false);

    public IFeed Feed => Engine.Journal;

    public Feeds Feeds => new(Feed);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Place> Open(TimeProvider? time = null)
    {
        var place = new Place();
        var options = new LocalOptions { Directory = place._directory.FullName, Time = time ?? TimeProvider.System };
        place.Engine = await LocalEngine.Start(options, Domain.Kinds, Domain.Reactors, Ct);
        place.Views = await SqliteViews.Open(Path.Combine(place._directory.FullName, "views.db"), place.Feed, null, Ct);
        return place;
    }

    public async Task<Answer> Does<TActor>(string key, ICommand<TActor> command, string by, DateTimeOffset at)
        where TActor : class, IActor
    {
        var answer =
            await Engine.Ask(key, command, new Call(by, new Standing(Role.Owner, 4, true, true), null, at), Ct);
        Assert.Null(answer.Refusal);
        Assert.NotEmpty(answer.Events);
        return answer;
    }

    /// <summary>The same ten seconds later, with all that follows from it.</summary>
    public async Task<Answer> Does<TActor>(
        ManualTime time, string key, ICommand<TActor> command, string by, Role role) where TActor : class, IActor
    {
        time.Advance(TimeSpan.FromSeconds(10));
        var standing = new Standing(role, 4, role == Role.Owner, MayJoin: true);
        var answer = await Engine.Ask(key, command, new Call(by, standing), Ct);
        Assert.Null(answer.Refusal);
        Assert.NotEmpty(answer.Events);
        await Engine.WhenQuiet(Ct);
        return answer;
    }

    /// <summary>So much time passes, and what it brings comes.</summary>
    public async Task Pass(ManualTime time, TimeSpan by)
    {
        time.Advance(by);
        await Engine.WhenQuiet(Ct);
    }

    public async Task<ImportTally> Imports(Stream file, ImportOptions? options = null) =>
        await Quiet(await new Import(
            Engine, Feeds, (options ?? new ImportOptions()) with { Files = Files }).Run(file, Ct));

    /// <summary>A file comes in whole, gives the same file again, and coming again changes nothing.</summary>
    public async Task TakesIn(byte[] file, ImportOptions? options = null)
    {
        var tally = await Imports(new MemoryStream(file), options);
        Assert.Empty(tally.Reasons);
        Assert.Equal(tally.Read, tally.Rows.Sum(row => row.Imported));
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(await Exports("devs")));

        var head = Feed.Head;
        var again = await Imports(new MemoryStream(file), options);
        Assert.Equal(head, Feed.Head);
        Assert.Equal(again.Read, again.Rows.Sum(row => row.Repeated));
    }

    public async Task<byte[]> Exports(string community)
    {
        await Engine.WhenQuiet(Ct);
        using var output = new MemoryStream();
        await new Export(Feeds, Files).Run(community, output, Ct);
        return output.ToArray();
    }

    public async Task<T> Quiet<T>(T result)
    {
        await Engine.WhenQuiet(Ct);
        await Views.WaitFor(Feed.Head, Ct);
        return result;
    }

    public async Task<List<Envelope>> Events()
    {
        var events = new List<Envelope>();
        while (events.Count < Feed.Head) events.AddRange(await Feed.Read(events.Count, 10_000, Ct));
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await Views.DisposeAsync();
        await Engine.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
