using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Communities.Suites;

/// <summary>
/// A PostgreSQL of a test's own: a data directory under the temporary one, a free port of this machine, everybody
/// trusted. It ends with the process that started it, however that ends, and leaves nothing behind.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Several silos' and several tests' connections at once.</summary>
    private const int ConnectionsMax = 400;

    // A free port may be taken by somebody else before the server has it.
    private const int StartsMax = 5;

    // It stands between this process and the server, as the server's user: PostgreSQL does not run as root. It does
    // what it is told on its standard input, and when that ends, as it does when this process is killed, it ends the
    // server and removes its files. What a watchman left that was killed himself is removed by the next.
    private const string Watchman = """
        umask 077
        bin=$1 temporary=$2 owner=$3
        for left in "$temporary"/communities-postgres-*; do
          pid=${left##*/communities-postgres-}
          if [ -d "$left" ] && [ ! -d "/proc/${pid%%-*}" ]; then
            "$bin/pg_ctl" -D "$left/data" -m immediate -s stop
            rm -rf "$left"
          fi
        done > /dev/null 2>&1
        place=$(mktemp -d "$temporary/communities-postgres-$owner-XXXXXX") || exit 1
        end() {
          [ ! -e "$place/data/postmaster.pid" ] || "$bin/pg_ctl" -D "$place/data" -m immediate -s stop
          rm -rf "$place"
        }
        trap end EXIT
        "$bin/initdb" -D "$place/data" -U postgres -A trust -E UTF8 --no-locale --no-sync > "$place/log" 2>&1 \
          || { echo "failed: $(tail -n 1 "$place/log")"; exit 1; }
        echo done
        while read -r verb rest; do
          case $verb in
            start) "$bin/pg_ctl" -D "$place/data" -l "$place/log" -o "$rest" -t 60 -w -s start ;;
            stop) "$bin/pg_ctl" -D "$place/data" -m "$rest" -t 60 -w -s stop ;;
          esac > /dev/null 2>&1 && echo done || echo "failed: $(tail -n 1 "$place/log")"
        done
        """;

    private readonly Process _watchman;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly bool _isSynchronous;

    private PostgresServer(Process watchman, bool isSynchronous) =>
        (_watchman, _isSynchronous) = (watchman, isSynchronous);

    /// <summary>Why there cannot be one here, in a sentence; null where there can.</summary>
    public static string? Missing { get; } =
        FindPrograms() is null ? "PostgreSQL is not installed: apt-get install postgresql (tests/run does it)." : null;

    /// <summary>On 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>For the server's only role, who may do everything.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Timeout=30";

    /// <summary>Starts a new, empty one.</summary>
    /// <param name="isSynchronous">
    /// Waits for the disk, as measurements need it. Without, only a power cut could lose anything, and tests are
    /// faster.
    /// </param>
    public static async Task<PostgresServer> Start(bool isSynchronous = false)
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(Missing);
        string[] command = ["sh", "-c", Watchman, "watchman", programs, Path.TrimEndingDirectorySeparator(
            Path.GetTempPath()), $"{Environment.ProcessId}"];
        if (Environment.IsPrivilegedProcess) command = ["runuser", "-u", "postgres", "--", .. command];

        // A session of his own, so that what ends a whole group of processes does not end him before his work.
        command = ["setsid", .. command];
        var watchman = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        var server = new PostgresServer(watchman, isSynchronous);
        try
        {
            await server.Answer();
            for (var tried = 1; !await server.TryStart(); tried++)
            {
                if (tried == StartsMax) throw new InvalidOperationException("PostgreSQL does not start.");
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and starts it again on the same port.</summary>
    public async Task Restart(bool inGoodOrder = true)
    {
        await Stop(inGoodOrder);
        await Resume();
    }

    /// <summary>
    /// Stops it: connections are cut, and not in good order it is killed and recovers at its next start.
    /// </summary>
    public Task Stop(bool inGoodOrder = true) => Tell($"stop {(inGoodOrder ? "fast" : "immediate")}");

    /// <summary>Starts it again where it was stopped.</summary>
    public Task Resume() => Tell(StartVerb);

    /// <summary>A new place on it, gone with the test.</summary>
    public PostgresPlace NewPlace() => new(this);

    public async ValueTask DisposeAsync()
    {
        _watchman.StandardInput.Close();
        await _watchman.WaitForExitAsync();
        _watchman.Dispose();
        _gate.Dispose();
    }

    private string StartVerb =>
        $"start -p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=64MB "
        + $"-c max_connections={ConnectionsMax} "
        + (_isSynchronous ? "-c fsync=on" : "-c fsync=off -c full_page_writes=off -c autovacuum=off");

    private async Task<bool> TryStart()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        try
        {
            await Tell(StartVerb);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async Task Tell(string verb)
    {
        await _gate.WaitAsync();
        try
        {
            await _watchman.StandardInput.WriteLineAsync(verb);
            await _watchman.StandardInput.FlushAsync();
            await Answer();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Answer()
    {
        var said = await _watchman.StandardOutput.ReadLineAsync();
        if (said != "done") throw new InvalidOperationException($"PostgreSQL does not do it ({said ?? "it ended"}).");
    }

    // The newest version that Debian has put on this machine, or the one on the path.
    private static string? FindPrograms()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
        return installed.OrderByDescending(bin => bin, StringComparer.Ordinal)
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
    }
}
