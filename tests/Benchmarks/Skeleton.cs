using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Communities.Benchmarks;

/// <summary>
/// The least that a server of the same shape can be: bare Kestrel, a group commit to SQLite behind a POST, a finished
/// page from memory, and a finished JSON from SQLite.
/// </summary>
internal static class Skeleton
{
    public const string Verb = "skeleton";
    public const string PageFile = "page";
    public const string JsonFile = "json";
    private const int RowsPerCommit = 1_000;

    public static async Task Serve(string directory, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var rows = Channel.CreateUnbounded<Row>(new UnboundedChannelOptions { SingleReader = true });
        var writer = Task.Run(() => Write(Path.Combine(directory, "bare.db"), rows.Reader));
        app.MapPost("/posts", async (Reply reply) =>
        {
            var row = new Row(System.Text.Encoding.UTF8.GetBytes(reply.Text));
            rows.Writer.TryWrite(row);
            return TypedResults.Ok(new Posted(await row.Done.Task));
        });

        var page = Bytes(directory, PageFile);
        app.MapGet("/page", (HttpContext http) => Send(http, page, "text/html; charset=utf-8"));
        using var json = Store(Path.Combine(directory, "json.db"), Bytes(directory, JsonFile));
        app.MapGet("/json/{id:int}", (HttpContext http, int id) => Send(http, Find(json, id), "application/json"));
        var live = new Crowd();
        app.MapGet("/live", live.Serve);
        app.MapPost("/live", (Reply reply) => TypedResults.Ok(new Posted(live.Tell(reply.Text.Length))));
        await app.RunAsync();
        await writer;
    }

    private static Task Send(HttpContext http, byte[] body, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }

    private static byte[] Bytes(string directory, string name) =>
        Path.Combine(directory, name) is var file && File.Exists(file) ? File.ReadAllBytes(file) : [];

    private static async Task Write(string path, ChannelReader<Row> rows)
    {
        using var bare = new Bare(path);
        var batch = new List<Row>();
        while (await rows.WaitToReadAsync())
        {
            while (batch.Count < RowsPerCommit && rows.TryRead(out var row)) batch.Add(row);
            bare.Commit(batch.Select(row => row.Json));
            foreach (var row in batch) row.Done.SetResult(1);
            batch.Clear();
        }
    }

    // One connection for each thread of the pool.
    private static ThreadLocal<SqliteCommand> Store(string path, byte[] json)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE pages(id INTEGER PRIMARY KEY, json BLOB NOT NULL)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO pages VALUES($id, $json)";
        for (var id = 0; id < 200; id++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$id", id);
            command.Parameters.AddWithValue("$json", json);
            command.ExecuteNonQuery();
        }

        return new(() =>
        {
            var reading = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
            reading.Open();
            var find = reading.CreateCommand();
            find.CommandText = "SELECT json FROM pages WHERE id = $id";
            find.Parameters.Add("$id", SqliteType.Integer);
            find.Prepare();
            return find;
        });
    }

    private static byte[] Find(ThreadLocal<SqliteCommand> json, int id)
    {
        var command = json.Value!;
        command.Parameters[0].Value = id;
        return (byte[])command.ExecuteScalar()!;
    }

    // Whoever listens is told, from memory, and nothing is checked or kept.
    private sealed class Crowd
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Channel<byte[]>, byte> _open = new();
        private long _told;

        public async Task Serve(HttpContext http)
        {
            var told = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(64) { SingleReader = true });
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.WriteAsync(":\n\n"u8.ToArray());
            _open[told] = 0;
            await foreach (var one in told.Reader.ReadAllAsync(http.RequestAborted))
                await http.Response.Body.WriteAsync(one, http.RequestAborted);
        }

        public long Tell(int length)
        {
            var number = Interlocked.Increment(ref _told);
            var one = System.Text.Encoding.UTF8.GetBytes(
                $"id: {number}\nevent: change\ndata: {{\"number\":{number},\"length\":{length}}}\n\n");
            foreach (var (open, _) in _open) open.Writer.TryWrite(one);
            return number;
        }
    }

    private sealed record Reply(string Text);

    private sealed record Posted(long Version);

    private sealed record Row(byte[] Json)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
