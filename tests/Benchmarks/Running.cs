using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Communities.Benchmarks;

/// <summary>A server in a process of its own, ready when it has answered once.</summary>
internal sealed class Running : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private Running(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>From the start of the process to the whole first answer.</summary>
    public TimeSpan ReadyAfter { get; private init; }

    /// <summary>The program itself, on this data directory.</summary>
    public static Task<Running> Server(string directory, byte[] first, params string[] more)
    {
        var port = FreePort();
        return Start(
            port, first,
            [
                Path.Combine(AppContext.BaseDirectory, "Communities.Server.dll"), "serve", "--data", directory,
                "--urls", $"http://127.0.0.1:{port}", .. more,
            ]);
    }

    /// <summary>The skeleton to compare it with.</summary>
    public static Task<Running> Skeleton(string directory, byte[] first)
    {
        var port = FreePort();
        return Start(port, first, typeof(Running).Assembly.Location, Benchmarks.Skeleton.Verb, directory, $"{port}");
    }

    /// <summary>What the process holds in memory now, in bytes.</summary>
    public long Bytes()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Running> Start(int port, byte[] first, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { }; // Read, so that it never waits to be read.
        process.BeginOutputReadLine();
        while (true)
        {
            try
            {
                using var load = await Load.Connect(port);
                await load.Ask(first);
                return new Running(process, port) { ReadyAfter = watch.Elapsed };
            }
            catch (SocketException) when (!process.HasExited && watch.Elapsed < Patience)
            {
                await Task.Delay(2); // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
