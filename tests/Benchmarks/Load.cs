using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Communities.Benchmarks;

/// <summary>
/// One connection that asks over HTTP/1.1 and waits for each answer: bytes in, bytes out, so that on two cores it takes
/// little from the server it measures.
/// </summary>
internal sealed class Load : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];

    private Load()
    {
    }

    /// <summary>The body of the last answer, still in chunks if it came so.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    public static async Task<Load> Connect(int port)
    {
        var load = new Load();
        await load._socket.ConnectAsync(IPAddress.Loopback, port);
        return load;
    }

    public static async Task<Load[]> Connect(int port, int count) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Connect(port)));

    public static byte[] Get(string path) => Request($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public static byte[] Get(string path, string token) => Request(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n");

    public static byte[] Post(string path, string json, string token) => Request(
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n" +
        $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Asks, and waits for the whole answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is no success.</exception>
    public async ValueTask Ask(byte[] request)
    {
        if (await Try(request) is < 200 or >= 300)
            throw new InvalidOperationException(Encoding.UTF8.GetString(Body.Span));
    }

    /// <summary>Asks, and waits for the whole answer, whatever it is.</summary>
    /// <returns>Its status.</returns>
    public async ValueTask<int> Try(byte[] request)
    {
        await _socket.SendAsync(request);
        for (var length = 0; ;)
        {
            if (length == _buffer.Length) Array.Resize(ref _buffer, 2 * length);
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException("The server hung up.");
            length += read;
            if (!IsWhole(_buffer.AsSpan(..length), out var body)) continue;
            Body = _buffer.AsMemory(body..length);
            return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + _buffer[11] - '0';
        }
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Request(string text) => Encoding.UTF8.GetBytes(text);

    private static bool IsWhole(ReadOnlySpan<byte> answer, out int body)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        body = head + 4;
        if (head < 0) return false;
        var at = answer[..head].IndexOf("\r\nContent-Length: "u8);
        if (at < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        Utf8Parser.TryParse(answer[(at + 18)..], out int length, out _);
        return answer.Length == body + length;
    }
}
