using System.IO.Compression;
using System.Security.Cryptography;
using Communities.Actors;
using Communities.Archive;
using Communities.Local;

namespace Communities.Benchmarks;

/// <summary>From the journal into segments on disk, against compressing the same lines and nothing else.</summary>
internal static class Archiving
{
    private const int Events = 600_000;

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        await using var journal = SqliteJournal.Open(directory["journal.db"]);
        await Generated.Fill(journal, Events);
        var rates = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var store = ArchiveStores.Open(null, directory[$"archive{i}"]);
            await using var writer = new ArchiveWriter(journal, new NoMarks(), store);
            rates.Add(journal.Head / await Harness.Seconds(() =>
            {
                writer.Start();
                return writer.WhenCaughtUp(journal.Head);
            }));
        }

        Harness.Tell(
            "archive", Harness.Median(rates), "events/s", Bare(directory["bare.gz"]),
            "one thread that hashes and compresses the same JSON to a file", "Goal: 200,000.");
    }

    private static double Bare(string path)
    {
        using var file = File.Create(path);
        using var zip = new GZipStream(file, CompressionLevel.Fastest);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Events; i++)
        {
            zip.Write(Generated.Json(i));
            digest.AppendData(Generated.Json(i));
        }

        zip.Flush();
        file.Flush(flushToDisk: true);
        return Events / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Each run begins from nothing.</summary>
    private sealed class NoMarks : ICheckpoints
    {
        private readonly Dictionary<string, string> _marks = [];

        public ValueTask<string?> Load(string name, CancellationToken ct = default) =>
            ValueTask.FromResult(_marks.GetValueOrDefault(name));

        public ValueTask Save(string name, string mark, CancellationToken ct = default)
        {
            _marks[name] = mark;
            return ValueTask.CompletedTask;
        }
    }
}
