using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Communities.Actors;
using Communities.Web;

namespace Communities.Benchmarks;

/// <summary>
/// A thousand readers with one busy thread open: what a reader takes in memory, and how long after it was sent a reply
/// is told to each of them.
/// </summary>
internal static class Live
{
    private const int Readers = 1_000;

    // An address may have 50 live pages open, so that the readers come from twenty.
    private const int ReadersPerAddress = 50;

    // Four a second: a thread that nobody can read along with any more.
    private const int Replies = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task Run()
    {
        using var directory = Harness.NewDirectory();
        var token = await Prepare(directory.Path);
        var thread = Keys.LocalOf(Site.ThreadKey(0));
        var path = $"/api/v1/communities/{Site.Slug}/threads/{thread}";
        Figures ours, bare;
        using (var server = await Running.Server(directory.Path, Load.Get("/health/ready")))
            ours = await Measure(
                server, $"{path}/live", Load.Post($"{path}/posts", $$"""{"text":"{{Site.Text}}"}""", token));
        using (var server = await Running.Skeleton(directory.Path, Load.Get("/page")))
            bare = await Measure(server, "/live", Load.Post("/live", $$"""{"text":"{{Site.Text}}"}""", token));
        const string Reference = "bare Kestrel, told without a journal";
        Harness.Tell("live connection", ours.BytesEach, "bytes each", bare.BytesEach, Reference);
        Harness.Tell("live delay p50", ours.Median, "ms", bare.Median, Reference);
        Harness.Tell(
            "live delay p99", ours.High, "ms", bare.High, Reference,
            $"{Readers} readers, {Replies} replies, {ours.Told} of {Readers * Replies} told. Goal: 1,000 ms.");
    }

    private static async Task<Figures> Measure(Running server, string live, byte[] reply)
    {
        // What is compiled and loaded once is not a reader's.
        await using (var first = await Crowd.Gather(server.Port, live, ReadersPerAddress)) await Tell(first, 3);
        var before = server.Bytes();
        await using var crowd = await Crowd.Gather(server.Port, live, Readers);
        var bytes = (server.Bytes() - before) / (double)Readers;
        await Tell(crowd, 3);
        crowd.Delays.Clear();
        await Tell(crowd, Replies);
        var delays = crowd.Delays.Order().ToList();
        return new(bytes, delays[delays.Count / 2], delays[delays.Count * 99 / 100], delays.Count);

        async Task Tell(Crowd readers, int replies)
        {
            using var writer = await Load.Connect(server.Port);
            for (var i = 0; i < replies; i++)
            {
                readers.Begin();
                await writer.Ask(reply);
                await readers.AllTold();
                await Task.Delay(Pause);
            }
        }
    }

    private static async Task<string> Prepare(string directory)
    {
        await using var site = await Site.Open(directory);
        await site.OpenThreads([0]);
        await site.Fill([0], 100);
        var account = Site.Account(0);
        var token = ApiTokens.New(account, "load");
        await site.Ask(Keys.OfAccount(account), new AccountCommand.Open(account, null, "en"), Call.System());
        await site.Ask(Keys.OfAccount(account), token.Command, Call.System());
        await site.Ask(Keys.OfMember(Site.Slug, account), new MemberCommand.Join(account), Call.System());
        await site.Engine.WhenQuiet();
        return token.Text;
    }

    private readonly record struct Figures(double BytesEach, double Median, double High, int Told);

    /// <summary>Readers who wait for one event at a time.</summary>
    private sealed class Crowd : IAsyncDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly List<Socket> _sockets = [];
        private readonly List<Task> _reading = [];
        private TaskCompletionSource _told = new();
        private long _begun;
        private int _untold;

        /// <summary>Milliseconds from the sending of a reply to when each reader was told.</summary>
        public List<double> Delays { get; } = [];

        public static async Task<Crowd> Gather(int port, string path, int readers)
        {
            var crowd = new Crowd();
            var request = Load.Get(path);
            for (var reader = 0; reader < readers; reader++)
            {
                var address = IPAddress.Parse($"127.0.0.{2 + (reader / ReadersPerAddress)}");
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Loopback, port);
                await socket.SendAsync(request);
                crowd._sockets.Add(socket);
            }

            // Each is there when its stream has begun.
            foreach (var socket in crowd._sockets) await Until(socket, ":\n\n"u8.ToArray());
            foreach (var socket in crowd._sockets) crowd._reading.Add(Task.Run(() => crowd.Read(socket)));
            return crowd;
        }

        public void Begin()
        {
            _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _untold, _sockets.Count);
            Volatile.Write(ref _begun, Stopwatch.GetTimestamp());
        }

        /// <summary>Waits until everybody was told; whoever is not within ten seconds does not count.</summary>
        public Task AllTold() => Task.WhenAny(_told.Task, Task.Delay(Patience));

        public async ValueTask DisposeAsync()
        {
            foreach (var socket in _sockets) socket.Dispose();
            await Task.WhenAll(_reading);
        }

        private async Task Read(Socket socket)
        {
            var buffer = new byte[4 * 1024];
            try
            {
                while (await socket.ReceiveAsync(buffer) is > 0 and var read)
                {
                    if (buffer.AsSpan(0, read).IndexOf("event: change"u8) < 0) continue;
                    var delay = Stopwatch.GetElapsedTime(Volatile.Read(ref _begun)).TotalMilliseconds;
                    lock (Delays) Delays.Add(delay);
                    if (Interlocked.Decrement(ref _untold) == 0) _told.TrySetResult();
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // The crowd goes home.
            }
        }

        private static async Task Until(Socket socket, byte[] mark)
        {
            var answer = new List<byte>();
            var buffer = new byte[1024];
            while (answer.ToArray().AsSpan().IndexOf(mark) < 0)
            {
                var read = await socket.ReceiveAsync(buffer);
                if (read == 0) throw new InvalidOperationException(Encoding.UTF8.GetString([.. answer]));
                answer.AddRange(buffer.AsSpan(0, read));
            }
        }
    }
}
