using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Communities.Suites;

/// <summary>
/// A real SMTP server that takes what comes and counts it: who got which letter, and on which connection, so that it is
/// known of which letters the sender may not have heard that they were taken.
/// </summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TakenMail>> _taken = new();
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _count;
    private int _connections;

    public MailSink()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Letters that were taken.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Connections that were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>By address, what was taken for it, in order.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<TakenMail>> Taken => _taken;

    /// <summary>
    /// Letters that came again although their sender had heard that they were taken: it had gone on behind them.
    /// </summary>
    public IEnumerable<string> Repeats =>
        from one in _taken
        from mail in one.Value.SkipLast(1)
        where !mail.IsLastOfBroken
        select $"{one.Key} {mail.Id}";

    /// <summary>When so many have been taken.</summary>
    public Task Reached(int count)
    {
        lock (_lock)
        {
            if (_count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Talk(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // It is closed.
        }
    }

    private async Task Talk(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        TakenMail? last = null;
        try
        {
            using (client)
                if (!await Talk(client, mail => last = mail)) Break(last);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            Break(last);
        }
    }

    // True where the other side said goodbye.
    private async Task<bool> Talk(TcpClient client, Action<TakenMail> taken)
    {
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1)
        {
            AutoFlush = true, NewLine = "\r\n",
        };
        var to = "";
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var mail = new TakenMail(await IdOf(reader));
                    taken(mail);
                    Take(to, mail); // Before it is said, as a server does that answers for it.
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return true;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }

        return false;
    }

    private void Take(string to, TakenMail mail)
    {
        _taken.GetOrAdd(to, _ => new()).Enqueue(mail);
        lock (_lock)
        {
            _count++;
            foreach (var (count, reached) in _waiting)
                if (_count >= count) reached.TrySetResult();
            _waiting.RemoveAll(wait => _count >= wait.Count);
        }
    }

    private static void Break(TakenMail? last)
    {
        if (last is not null) last.IsLastOfBroken = true;
    }

    private static async Task<string> IdOf(StreamReader reader)
    {
        var id = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".") return id;
            if (line.StartsWith("Message-ID: ", StringComparison.OrdinalIgnoreCase)) id = line[12..].Trim();
        }

        throw new IOException("The connection broke within a letter, which is not taken.");
    }
}

/// <summary>A letter that a <see cref="MailSink"/> took.</summary>
/// <param name="Id">Its Message-ID.</param>
public sealed record TakenMail(string Id)
{
    /// <summary>Its connection broke behind it: whether the sender heard that it was taken is not known.</summary>
    public bool IsLastOfBroken { get; set; }
}
