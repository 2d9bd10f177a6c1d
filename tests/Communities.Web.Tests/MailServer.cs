using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Communities.Web.Tests;

/// <summary>An e-mail as it came over the wire.</summary>
public sealed record ReceivedMail(string From, string To, string Data)
{
    public string Subject => Decoded(Header("Subject"));

    public string Text => Part("text/plain");

    public string Html => Part("text/html");

    /// <summary>The path of the link in it.</summary>
    public string Link => new Uri(Regex.Match(Text, @"https?://\S+").Value).PathAndQuery;

    public string Header(string name) => Regex.Replace(
        Regex.Match(Data, $@"(?m)^{name}: ((?:.*)(?:\n[ \t].*)*)").Groups[1].Value, @"\n[ \t]", "");

    private string Part(string type)
    {
        var start = Data.IndexOf($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase);
        var body = Data.IndexOf("\n\n", start, StringComparison.Ordinal) + 2;
        var end = Data.IndexOf("\n--", body, StringComparison.Ordinal);
        var headers = Data[start..body].ToLowerInvariant();
        var text = end < 0 ? Data[body..] : Data[body..end];
        return headers.Contains("base64", StringComparison.Ordinal)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(text))
            : headers.Contains("quoted-printable", StringComparison.Ordinal) ? Unquoted(text.Replace("=\n", "")) : text;
    }

    private static string Unquoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    // =?utf-8?B?…?= or =?utf-8?Q?…?=
    private static string Decoded(string header) => Regex.Replace(header, @"=\?utf-8\?([BQ])\?([^?]*)\?=\s*", match =>
        match.Groups[1].Value == "B"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[2].Value))
            : Unquoted(match.Groups[2].Value.Replace('_', ' ')), RegexOptions.IgnoreCase);
}

/// <summary>A real SMTP server of the test's own: it speaks the protocol, and keeps what it gets.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<ReceivedMail> _received = Channel.CreateUnbounded<ReceivedMail>();
    private readonly Task _accepting;
    private int _refusals;
    private int _connections;

    public MailServer()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How a site sends through it.</summary>
    public MailOptions Options => new()
    {
        Host = "127.0.0.1", Port = Port, Tls = false, From = "Communities <site@example.org>",
        User = "site", Password = "secret",
    };

    /// <summary>The next e-mail to this address; others are passed over.</summary>
    public async Task<ReceivedMail> Next(string to)
    {
        while (true)
        {
            var mail = await _received.Reader.ReadAsync(TestContext.Current.CancellationToken);
            if (mail.To == to) return mail;
        }
    }

    /// <summary>Addresses that there are not.</summary>
    public ConcurrentDictionary<string, bool> Nobody { get; } = new();

    /// <summary>All that it took, in order; what is taken is kept, whether or not the sender hears of it.</summary>
    public ConcurrentQueue<ReceivedMail> All { get; } = new();

    /// <summary>Done when it took an e-mail and before the sender hears of it; null for nothing.</summary>
    public Func<ReceivedMail, Task>? OnTaken { get; set; }

    /// <summary>How many connections were made to it.</summary>
    public int Connections => _connections;

    /// <summary>Puts off the next ones, as a server does that is busy.</summary>
    public void PutOff(int count) => _refusals = count;

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
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1)
            {
                AutoFlush = true, NewLine = "\r\n",
            };
            Interlocked.Increment(ref _connections);
            var (from, to) = ("", "");
            await writer.WriteLineAsync("220 test ready");
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-test\r\n250-AUTH LOGIN\r\n250 SMTPUTF8");
                        break;
                    case "AUTH":
                        if (line.Split(' ').Length < 3) await Ask(reader, writer, "VXNlcm5hbWU6");
                        await Ask(reader, writer, "UGFzc3dvcmQ6");
                        await writer.WriteLineAsync("235 welcome");
                        break;
                    case "MAIL" when Interlocked.Decrement(ref _refusals) >= 0:
                        await writer.WriteLineAsync("451 try again later");
                        break;
                    case "MAIL":
                        from = Between(line);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "RCPT" when Nobody.ContainsKey(Between(line)):
                        await writer.WriteLineAsync("550 5.1.1 nobody here");
                        break;
                    case "RCPT":
                        to = Between(line);
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        var mail = new ReceivedMail(from, to, await Data(reader));
                        All.Enqueue(mail);
                        _received.Writer.TryWrite(mail);
                        if (OnTaken is { } taken) await taken(mail);
                        await writer.WriteLineAsync("250 taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 ok");
                        break;
                }
            }
        }
    }

    private static async Task Ask(StreamReader reader, StreamWriter writer, string what)
    {
        await writer.WriteLineAsync($"334 {what}");
        await reader.ReadLineAsync();
    }

    private static async Task<string> Data(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append('\n');
        return data.ToString();
    }

    private static string Between(string line) => line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
}
