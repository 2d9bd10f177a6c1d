using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Communities.Postgres.Tests;

/// <summary>What becomes of a request with the mark.</summary>
public enum Fate
{
    /// <summary>The connection is cut before the server has it.</summary>
    CutBefore,

    /// <summary>The connection is cut when the server has answered it, before the client has the answer.</summary>
    CutBehind,

    /// <summary>It stays on its way until it is released; nobody is there any more for its answer.</summary>
    Held,
}

/// <summary>A network between a journal and the server, on which a test loses requests that bear a mark.</summary>
internal sealed class Link : IAsyncDisposable
{
    /// <summary>Stands in the JSON of the event whose append is to be disturbed.</summary>
    public const string Mark = "the-link-breaks-here";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<Fate> _fates = new();
    private readonly int _serverPort;
    private readonly Task _accepting;

    public Link(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What becomes of the next requests with the mark.</summary>
    public void Disturb(params Fate[] fates)
    {
        lock (_fates)
        {
            foreach (var fate in fates) _fates.Enqueue(fate);
        }
    }

    /// <summary>New connections are cut at once.</summary>
    public bool Refuses { get; set; }

    /// <summary>True once everything that should be disturbed has been.</summary>
    public bool IsUsed
    {
        get
        {
            lock (_fates)
            {
                return _fates.Count == 0;
            }
        }
    }

    /// <summary>Lets what is held go on to the server, and waits until the server has answered it.</summary>
    public Task Release()
    {
        _released.SetResult();
        return _answered.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(Connect(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Connect(TcpClient client)
    {
        using var server = new TcpClient();
        using var both = client;
        var isLost = false;
        try
        {
            if (Refuses) return;
            await server.ConnectAsync(IPAddress.Loopback, _serverPort);
            var requests = Forward(client, server, async request =>
            {
                var fate = FateOf(request);
                isLost |= fate is Fate.Held or Fate.CutBehind;
                return fate switch
                {
                    Fate.CutBefore => null,
                    Fate.Held => await Hold(client, request),
                    _ => request,
                };
            });
            var answers = Forward(server, client, answer =>
            {
                if (isLost) _answered.TrySetResult();
                return Task.FromResult<ReadOnlyMemory<byte>?>(isLost ? null : answer);
            });
            var ended = await Task.WhenAny(requests, answers);
            await (isLost ? answers : ended);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Whoever was at either end has gone, and so the other goes, too.
            client.Close();
        }
    }

    // All that the client has still sent when it gave up.
    private async Task<ReadOnlyMemory<byte>?> Hold(TcpClient client, ReadOnlyMemory<byte> request)
    {
        using var held = new MemoryStream();
        held.Write(request.Span);
        try
        {
            await client.GetStream().CopyToAsync(held, _closing.Token);
        }
        catch (IOException e)
        {
            Trace.WriteLine($"The client did not say goodbye: {e.Message}");
        }

        await _released.Task.WaitAsync(_closing.Token);
        return held.ToArray();
    }

    private Fate? FateOf(ReadOnlyMemory<byte> request)
    {
        lock (_fates)
        {
            return request.Span.IndexOf(Encoding.UTF8.GetBytes(Mark)) >= 0 && _fates.TryDequeue(out var fate)
                ? fate
                : null;
        }
    }

    private async Task Forward(
        TcpClient from, TcpClient to, Func<ReadOnlyMemory<byte>, Task<ReadOnlyMemory<byte>?>> judge)
    {
        var buffer = new byte[1 << 16];
        while (await from.GetStream().ReadAsync(buffer, _closing.Token) is > 0 and var count
            && await judge(buffer.AsMemory(0, count)) is { } passed)
        {
            await to.GetStream().WriteAsync(passed, _closing.Token);
        }
    }
}
