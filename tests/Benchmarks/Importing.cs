using Communities.Actors;
using System.IO.Compression;
using System.Text.Json;
using Communities.Archive;
using Communities.Exchange;
using Communities.Views;

namespace Communities.Benchmarks;

/// <summary>
/// Real communities brought in, views and archive following at once as in the program; against parsing the same lines
/// and inserting them bare.
/// </summary>
internal static class Importing
{
    private const int BareRowsPerCommit = 2_000;
    private static readonly string[] Sets = ["travel_se_2017", "slicer_discourse"];

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        var files = Sets.Select(SharedData).OfType<string>().ToList();
        if (files.Count == 0) files = [await Generate(directory["generated.jsonl.gz"])];
        foreach (var file in files) await Run(file);
    }

    private static async Task Run(string file)
    {
        using var directory = Harness.NewDirectory();
        await using var site = await Site.Reopen(directory.Path);
        await using var views = await SqliteViews.Open(directory["views.db"], site.Engine.Journal);
        await using var archive = new ArchiveWriter(
            site.Engine.Journal, site.Engine.Journal, ArchiveStores.Open(null, directory["archive"]));
        archive.Start();
        var import = new Import(
            site.Engine, new Feeds(site.Engine.Journal), new ImportOptions { Community = "imported" });
        await using var stream = File.OpenRead(file);
        var seconds = await Harness.Seconds(() => import.Run(stream));
        var rest = await Harness.Seconds(async () =>
        {
            await site.Engine.WhenQuiet();
            await views.WaitFor(site.Engine.Journal.Head);
            await archive.WhenCaughtUp(site.Engine.Journal.Head);
        });
        var posts = import.Tally.Of(Record.Post).Imported;
        Harness.Tell(
            $"import {Path.GetFileName(Path.GetDirectoryName(file))}", posts / seconds, "posts/s",
            posts / await Harness.Seconds(() => Bare(file)), "parsing and inserting the same lines, no more",
            $"Goal: 30,000. {import.Tally.Read / seconds:N0} records/s; views and archive: {rest:0.0} s later.");
    }

    private static async Task Bare(string file)
    {
        using var directory = Harness.NewDirectory();
        using var bare = new Bare(directory["bare.db"]);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var rows = new List<byte[]>();
        while (await reader.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            rows.Add(JsonSerializer.SerializeToUtf8Bytes(json.RootElement));
            if (rows.Count < BareRowsPerCommit) continue;
            bare.Commit(rows);
            rows.Clear();
        }

        bare.Commit(rows);
    }

    private static string? SharedData(string set)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared/data", set, "community.jsonl.gz") is var file && File.Exists(file))
                return file;
        return null;
    }

    private static async Task<string> Generate(string file)
    {
        await using var output = new StreamWriter(new GZipStream(File.Create(file), CompressionLevel.Fastest));
        for (var member = 0; member < 1_000; member++)
            await Write("member", $"m{member}", new { title = $"User {member}" });
        for (var post = 0; post < 200_000; post++)
        {
            var (thread, author) = ($"t{post / 50}", $"m{post % 1_000}");
            if (post % 50 == 0) await Write("thread", thread, new { author, title = $"Thread {post / 50}" });
            await Write("post", $"p{post}", new { thread, author, text = Site.Text, format = "markdown" });
        }

        return file;

        Task Write(string kind, string id, object more)
        {
            var record = JsonSerializer.SerializeToNode(more)!.AsObject();
            (record["kind"], record["id"], record["time"]) = (kind, id, "2024-01-01T00:00:00Z");
            return output.WriteLineAsync(record.ToJsonString());
        }
    }
}
