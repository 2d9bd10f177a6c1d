using System.Net.Sockets;

namespace Communities.Chaos;

/// <summary>An Azurite that keeps its blobs in files, so that it can be away and come again with all it had.</summary>
internal sealed class BlobServer : IAsyncDisposable
{
    // Azurite's own, published for everybody; it guards nothing.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string Program = "azurite-blob";

    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Child _child;
    private readonly int _port;

    private BlobServer(Child child, int port) => (_child, _port) = (child, port);

    /// <summary>Why there cannot be one here, in a sentence; null where there can.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)))
            ? null : "Azurite is not installed: npm install -g azurite (tests/run does it).";

    /// <summary>For its only account.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{_port}/devstoreaccount1;";

    /// <summary>Its process, now.</summary>
    public int ProcessId => _child.ProcessId;

    /// <summary>Starts one on a port and in a folder of its own.</summary>
    public static async Task<BlobServer> Start(CancellationToken ct)
    {
        var port = Ports.Free();
        var server = new BlobServer(
            Child.Prepare("azurite", [
                Program, "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "--location", ".",
                "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            ]),
            port);
        await server.Resume(ct);
        return server;
    }

    /// <summary>Ends it, in good order: what it promises when it is killed is not ours to find out.</summary>
    public async Task Stop(CancellationToken ct)
    {
        await _child.AskToEnd();
        while (!_child.HasEnded) await Task.Delay(_lookEvery, ct);
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task Resume(CancellationToken ct)
    {
        await _child.Start();
        while (!await Listens(ct)) await Task.Delay(_lookEvery, ct);
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task<bool> Listens(CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", _port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
