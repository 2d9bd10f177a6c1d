using System.Diagnostics;
using Communities.Actors;
using Communities.Archive;
using Communities.Postgres;
using Communities.Views;
using Npgsql;

namespace Communities.Chaos;

/// <summary>What came of a run.</summary>
internal sealed record ChaosFigures(
    double Minutes, int Silos, int Writers, int Seed, bool Holds, int Acknowledged, int Unanswered, long Events,
    long Segments, long Compared, long Drift, double PerSecond, WaitFigures Waits,
    IReadOnlyDictionary<string, int> Failures, IReadOnlyDictionary<string, int> Refusals, int SilosEnded,
    double CaughtUpAfterS, IReadOnlyList<FaultFigures> Faults, IReadOnlyDictionary<string, long> Problems);

/// <summary>What a fault did to those who wrote.</summary>
/// <param name="AtS">When it came, in seconds.</param>
/// <param name="What">What it was.</param>
/// <param name="LastedS">Until all were answered again who had to wait longer than a second, in seconds.</param>
/// <param name="Kept">How many asks had to.</param>
internal sealed record FaultFigures(double AtS, string What, double LastedS, int Kept);

/// <summary>Writers, a cluster, and everything that can happen to it; then the proof.</summary>
internal static class ChaosRun
{
    /// <summary>As people pause between two clicks, if they are in a hurry.</summary>
    private static readonly Manners _manners = new(TimeSpan.FromMilliseconds(800));

    /// <summary>What was begun has this long to be answered behind the end: a silo may have just come.</summary>
    private static readonly TimeSpan _endPatience = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Reactors, views and archive have this long to catch up; their longest pause after a failure is a minute.
    /// </summary>
    private static readonly TimeSpan _catchUpMax = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan _lookAgain = TimeSpan.FromSeconds(5);

    /// <summary>Runs it.</summary>
    /// <returns>The figures, and what does not hold.</returns>
    public static async Task<(ChaosFigures Figures, Problems Problems)> Run(
        Asked asked, Action<string> tell, CancellationToken ct)
    {
        await using var cluster = await Cluster.Start(asked.Silos, asked.Program, asked.Partitions, ct);
        try
        {
            tell($"{asked.Silos} silos, PostgreSQL and Azurite are ready.");
            await using var front = await FrontEnd.Join(cluster, ct);
            return await Run(asked, cluster, front.Actors, tell, ct);
        }
        finally
        {
            if (asked.Logs is { } logs)
            {
                Directory.CreateDirectory(logs);
                foreach (var silo in cluster.Silos) silo.CopyLog(logs);
            }
        }
    }

    private static async Task<(ChaosFigures, Problems)> Run(
        Asked asked, Cluster cluster, IActors actors, Action<string> tell, CancellationToken ct)
    {
        var (book, troubles) = (new Book(), new Troubles());
        var town = new Town(book, asked.Seed);
        await town.Found(actors, asked.Writers);
        tell($"{town.Communities.Count} communities are founded; {asked.Writers} writers begin.");

        var waits = new Waits(asked.Writers);
        var weather = new Weather(cluster, waits, tell);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = Enumerable.Range(0, asked.Writers)
            .Select(n => new Writer(n, town, actors, book, waits, troubles, asked.Seed))
            .Select(writer => Task.Run(() => writer.Run(_manners, stop.Token, end.Token), ct)).ToList();
        var telling = Tell(waits, tell, stop.Token);
        await weather.Run(Schedule.Of(asked.Seed, asked.Length, asked.Silos), ct);
        if (asked.Length - waits.Now is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, ct);
        var wrote = waits.Now;
        await stop.CancelAsync();
        end.CancelAfter(_endPatience);
        await Task.WhenAll([.. writing, telling]);
        tell($"{waits.Now:mm\\:ss} everybody has ended; everything is left to catch up.");

        var watch = Stopwatch.StartNew();
        var verdict = await Judge(book, cluster, actors, watch, tell, ct);
        foreach (var (mistake, count) in troubles.Mistakes)
            verdict.Problems.Add("mistake", $"Members were told {count} times: {mistake}");
        var figures = new ChaosFigures(
            asked.Minutes, asked.Silos, asked.Writers, asked.Seed, verdict.Holds, book.Count(Fate.Acknowledged),
            book.Count(Fate.Unanswered), verdict.Events, verdict.Segments, verdict.Compared, verdict.Drifted,
            Math.Round(waits.All.Count() / wrote.TotalSeconds, 1),
            waits.Figures(), troubles.Failures, troubles.Refusals,
            cluster.Silos.Sum(silo => silo.EndedOfItself), Math.Round(watch.Elapsed.TotalSeconds, 1),
            Suffered(weather.Struck, waits), verdict.Problems.Counts);
        return (figures, verdict.Problems);
    }

    // Looks until all of it holds, or long enough: what follows from the last posts takes its time.
    private static async Task<Verdict> Judge(
        Book book, Cluster cluster, IActors actors, Stopwatch watch, Action<string> tell, CancellationToken ct)
    {
        foreach (var silo in cluster.Silos)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(_catchUpMax);
            await silo.WhenReady(mayEnd: int.MaxValue / 2, patience.Token);
        }

        await using var database = NpgsqlDataSource.Create(cluster.Database.ConnectionString);
        await using var journals = await PostgresJournal.Open(new PostgresOptions { DataSource = database }, ct);
        await using var views = await PostgresViews.Open(
            new PostgresViewsOptions { DataSource = database, Schema = "communities_views" }, journals.Feeds, ct);
        var remains = new Remains(journals, actors, ArchiveStores.Open(cluster.Blobs.ConnectionString, ""), views);
        while (true)
        {
            var verdict = await Look(book, remains, ct);
            if (verdict.Holds || watch.Elapsed > _catchUpMax) return verdict;
            tell($"Not yet: {string.Join(", ", verdict.Problems.Counts.Select(kind => $"{kind.Value} {kind.Key}"))}.");
            await Task.Delay(_lookAgain, ct);
        }
    }

    // What cannot be looked at does not hold either.
    private static async Task<Verdict> Look(Book book, Remains remains, CancellationToken ct)
    {
        try
        {
            return await Verdict.Of(book, remains, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var problems = new Problems();
            problems.Add("away", $"It cannot be looked at: {e.GetType().Name}: {e.Message}");
            return new Verdict(problems, 0, 0, 0, 0, 0);
        }
    }

    private static async Task Tell(Waits waits, Action<string> tell, CancellationToken ct)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1));
        try
        {
            while (await minutes.WaitForNextTickAsync(ct)) tell($"{waits.Now:mm\\:ss} {waits.Count:N0} answers");
        }
        catch (OperationCanceledException)
        {
            return; // The run is over.
        }
    }

    private static List<FaultFigures> Suffered(IReadOnlyList<Struck> struck, Waits waits) =>
        [.. struck.Select((one, i) =>
        {
            var until = i + 1 < struck.Count ? struck[i + 1].At : waits.Now;
            var (lasted, kept) = waits.Recovery(one.At, until);
            return new FaultFigures(
                Math.Round(one.At.TotalSeconds, 1), $"{one.Fault}", Math.Round(lasted.TotalSeconds, 2), kept);
        })];
}
