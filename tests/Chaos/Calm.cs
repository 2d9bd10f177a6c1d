using System.Diagnostics;
using System.Runtime.CompilerServices;
using Communities.Actors;
using Communities.Archive;
using Communities.Local;
using Communities.Views;
using Npgsql;

namespace Communities.Chaos;

/// <summary>What a set-up does while nothing is broken.</summary>
/// <param name="Scenario">What runs.</param>
/// <param name="Value">Replies a second that were answered, and so are durable.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Writers">Who wait for their answers.</param>
/// <param name="P50Ms">Half of them waited at most this long.</param>
/// <param name="P99Ms">All but a hundredth waited at most this long.</param>
/// <param name="FrontEndCpu">Processors that the front end, with its writers, kept busy.</param>
/// <param name="SilosCpu">Processors that all silos together kept busy.</param>
/// <param name="DatabaseCpu">Processors that PostgreSQL kept busy.</param>
/// <param name="BlobsCpu">Processors that Azurite kept busy.</param>
/// <param name="MicrosecondsAReply">Of processor, of all of them together.</param>
internal sealed record Measured(
    string Scenario, double Value, string Unit, int Writers, double P50Ms, double P99Ms, double FrontEndCpu,
    double SilosCpu, double DatabaseCpu, double BlobsCpu, double MicrosecondsAReply);

/// <summary>
/// Durable replies a second, through a client, with nothing broken: for one, two and three silos, or none.
/// </summary>
internal static class Calm
{
    /// <summary>Until code is compiled and caches are warm.</summary>
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan _windowMax = TimeSpan.FromSeconds(30);

    /// <summary>In each community; a thread takes 10,000 posts, and none may be full before the end.</summary>
    private const int Threads = 50;

    /// <summary>They wait for nothing but their answers.</summary>
    private static readonly Manners _manners = new(TimeSpan.Zero, RepliesOnly: true);

    /// <summary>Measures what is asked.</summary>
    public static async IAsyncEnumerable<Measured> Run(
        Asked asked, Action<string> tell, [EnumeratorCancellation] CancellationToken ct)
    {
        if (asked.IsLocal)
        {
            yield return await Local(asked, isWhole: false, ct);
            yield return await Local(asked, isWhole: true, ct);
            yield break;
        }

        foreach (var silos in asked.IsSilosSaid ? [asked.Silos] : new[] { 1, 2, 3 })
        {
            await using var cluster = await Cluster.Start(silos, asked.Program, asked.Partitions, ct);
            await using var front = await FrontEnd.Join(cluster, ct);
            await using var database = NpgsqlDataSource.Create(cluster.Database.ConnectionString);
            tell($"{silos} silos are ready.");
            var scenario = silos == 1 ? "1 silo" : $"{silos} silos";
            yield return await Measure(asked, scenario, front.Actors, async () => new Used(
                Processors.Of(Environment.ProcessId), cluster.Silos.Sum(silo => Processors.Of(silo.ProcessId)),
                await Processors.Of(database), Processors.Of(cluster.Blobs.ProcessId)), ct);
        }
    }

    // Alone, as benchmarks measure it, and with the views and the archive that a silo has to keep up, too.
    private static async Task<Measured> Local(Asked asked, bool isWhole, CancellationToken ct)
    {
        var directory = Directory.CreateTempSubdirectory("communities-chaos-").FullName;
        try
        {
            await using var engine = await LocalEngine.Start(
                new LocalOptions { Directory = directory }, Domain.Kinds, Domain.Reactors, ct);
            await using var views = !isWhole ? null
                : await SqliteViews.Open(Path.Combine(directory, "views.db"), engine.Journal, ct: ct);
            await using var archive = !isWhole ? null : new ArchiveWriter(
                engine.Journal, engine.Journal, ArchiveStores.Open(null, Path.Combine(directory, "archive")));
            archive?.Start();
            var scenario = isWhole ? "local engine, views and archive" : "local engine";
            return await Measure(asked, scenario, engine, () =>
                Task.FromResult(new Used(Processors.Of(Environment.ProcessId), 0, 0, 0)), ct);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<Measured> Measure(
        Asked asked, string scenario, IActors actors, Func<Task<Used>> used, CancellationToken ct)
    {
        var town = new Town(new Book(), asked.Seed, Threads);
        await town.Found(actors, asked.Writers);
        var (waits, troubles) = (new Waits(asked.Writers), new Troubles());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = Enumerable.Range(0, asked.Writers)
            .Select(n => new Writer(n, town, actors, null, waits, troubles, asked.Seed))
            .Select(writer => Task.Run(() => writer.Run(_manners, stop.Token, ct), ct)).ToList();
        await Task.Delay(_warmUp, ct);
        var (from, before, watch) = (waits.Now, await used(), Stopwatch.StartNew());
        await Task.Delay(asked.Length < _windowMax ? asked.Length : _windowMax, ct);
        var (to, after, seconds) = (waits.Now, await used(), watch.Elapsed.TotalSeconds);
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        var took = waits.All.Where(wait => wait.End >= from && wait.End < to)
            .Select(wait => wait.Took.TotalMilliseconds).Order().ToList();
        if (took.Count == 0) throw new InvalidOperationException($"Nobody was answered with {scenario}.");
        if (troubles.Failures.Count + troubles.Refusals.Count > 0)
            throw new InvalidOperationException($"Something failed with {scenario}: "
                + string.Join(", ", troubles.Failures.Concat(troubles.Refusals)));
        var spent = after - before;
        return new Measured(
            scenario, Math.Round(took.Count / seconds), "replies/s", asked.Writers, Math.Round(took[took.Count / 2], 2),
            Math.Round(took[took.Count * 99 / 100], 2), Math.Round(spent.FrontEnd / seconds, 2),
            Math.Round(spent.Silos / seconds, 2), Math.Round(spent.Database / seconds, 2),
            Math.Round(spent.Blobs / seconds, 2), Math.Round(spent.Total / took.Count * 1e6, 1));
    }

    private readonly record struct Used(double FrontEnd, double Silos, double Database, double Blobs)
    {
        public double Total => FrontEnd + Silos + Database + Blobs;

        public static Used operator -(Used a, Used b) => new(
            a.FrontEnd - b.FrontEnd, a.Silos - b.Silos, a.Database - b.Database, a.Blobs - b.Blobs);
    }
}
