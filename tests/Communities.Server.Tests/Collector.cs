using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Communities.Server.Tests;

/// <summary>A metric as it came: its name, its unit and the names of its tags.</summary>
internal sealed record Received(string Scope, string Name, string Unit, string Tags);

/// <summary>A span as it came.</summary>
internal sealed record ReceivedSpan(string Scope, string Name, string Trace, string Id, string Parent, string Tags);

/// <summary>Takes OTLP over HTTP, as a collector of OpenTelemetry does, and reads what the tests ask.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication app) => _app = app;

    public ConcurrentDictionary<Received, byte> Metrics { get; } = new();

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/metrics", http => collector.Take(http, collector.TakeMetrics));
        collector._app.MapPost("/v1/traces", http => collector.Take(http, collector.TakeSpans));
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until this is so of what came.</summary>
    public async Task Until(Func<bool> isSo, CancellationToken ct)
    {
        while (true)
        {
            var more = Volatile.Read(ref _more).Task;
            if (isSo()) return;
            await more.WaitAsync(ct);
        }
    }

    /// <summary>The first span of which this is so, once it has come.</summary>
    public async Task<ReceivedSpan> Span(Func<ReceivedSpan, bool> isIt, CancellationToken ct)
    {
        await Until(() => Spans.Any(isIt), ct);
        return Spans.First(isIt);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http, Action<ReadOnlyMemory<byte>> take)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        take(body.ToArray());
        Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        http.Response.ContentType = "application/x-protobuf";
    }

    // The numbers are those of the fields in opentelemetry/proto.
    private void TakeMetrics(ReadOnlyMemory<byte> request)
    {
        foreach (var scope in Parts(request, 1).SelectMany(resource => Parts(resource, 2)))
        {
            foreach (var metric in Parts(scope, 2))
            {
                var tags = Parts(metric, 5, 7).SelectMany(data => Parts(data, 1)).SelectMany(point => Parts(point, 7))
                    .Concat(Parts(metric, 9).SelectMany(data => Parts(data, 1)).SelectMany(point => Parts(point, 9)));
                Metrics[new(NameOf(scope), Text(metric, 1), Text(metric, 3), Names(tags))] = 0;
            }
        }
    }

    private void TakeSpans(ReadOnlyMemory<byte> request)
    {
        foreach (var scope in Parts(request, 1).SelectMany(resource => Parts(resource, 2)))
            foreach (var span in Parts(scope, 2))
                Spans.Enqueue(new(
                    NameOf(scope), Text(span, 5), Hex(span, 1), Hex(span, 2), Hex(span, 4), Names(Parts(span, 9))));
    }

    private static string NameOf(ReadOnlyMemory<byte> scope) => Text(Parts(scope, 1).First(), 1);

    private static string Names(IEnumerable<ReadOnlyMemory<byte>> tags) =>
        string.Join(' ', tags.Select(tag => Text(tag, 1)).Distinct().Order(StringComparer.Ordinal));

    private static string Text(ReadOnlyMemory<byte> message, int field) =>
        Parts(message, field).Select(part => Encoding.UTF8.GetString(part.Span)).FirstOrDefault("");

    private static string Hex(ReadOnlyMemory<byte> message, int field) =>
        Parts(message, field).Select(part => Convert.ToHexStringLower(part.Span)).FirstOrDefault("");

    // The fields of these numbers that hold texts, bytes or messages, by protobuf's encoding.
    private static List<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> message, params int[] fields)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        for (var at = 0; at < message.Length;)
        {
            var key = Number(message.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    Number(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message.Span, ref at);
                    if (fields.Contains((int)(key >> 3))) parts.Add(message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"No field is of the kind {key & 7}.");
            }
        }

        return parts;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return number;
        }
    }
}
