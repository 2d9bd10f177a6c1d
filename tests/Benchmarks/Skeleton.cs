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

    private sealed record Reply(string Text);

    private sealed record Posted(long Version);

    private sealed record Row(byte[] Json)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
