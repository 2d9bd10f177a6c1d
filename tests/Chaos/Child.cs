using System.Diagnostics;
using System.Globalization;

namespace Communities.Chaos;

/// <summary>
/// A program in a process of its own, in a folder of its own, that can be killed, paused and started again. It ends
/// with the process that started it, however that ends, and leaves nothing behind.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    // It stands between this process and the program, does what it is told on its standard input, and when that ends,
    // as it does when this process is killed, it kills the program and removes its folder.
    private const string Watchman = """
        trap '' INT
        place=$1 pid=
        shift
        end() {
          [ -z "$pid" ] || kill -9 "$pid" 2> /dev/null
          rm -rf "$place"
        }
        trap end EXIT
        cd "$place" || exit 1
        while read -r verb rest; do
          case $verb in
            start)
              env $rest "$@" >> log 2>&1 < /dev/null &
              pid=$!
              echo "$pid" ;;
            KILL)
              kill -9 "$pid"
              wait "$pid"
              pid=
              echo done ;;
            *)
              kill -"$verb" "$pid"
              echo done ;;
          esac 2> /dev/null
        done 2> /dev/null
        """;

    private readonly Process _watchman;
    private readonly SemaphoreSlim _gate = new(1);

    private Child(Process watchman, string place) => (_watchman, Place) = (watchman, place);

    /// <summary>Its folder, where its <c>log</c> is, too.</summary>
    public string Place { get; }

    /// <summary>Of the program, or of the last one that was started; 0 before.</summary>
    public int ProcessId { get; private set; }

    /// <summary>True where it was not started, was killed, or has ended of itself.</summary>
    public bool HasEnded => ProcessId == 0 || ProcessState(ProcessId) is null or 'Z';

    /// <summary>A place for this program; it is not started yet.</summary>
    /// <param name="name">The first part of its folder's name.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">What it finds in its environment besides.</param>
    public static Child Prepare(
        string name, IReadOnlyList<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var place = Directory.CreateTempSubdirectory($"communities-{name}-").FullName;
        var start = new ProcessStartInfo("sh", ["-c", Watchman, "watchman", place, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>()) start.Environment[key] = value;
        return new Child(Process.Start(start)!, place);
    }

    /// <summary>Starts it.</summary>
    /// <param name="settings">What it finds in its environment this time: <c>NAME=value</c>, without spaces.</param>
    public async Task Start(params string[] settings) =>
        ProcessId = int.Parse(await Tell($"start {string.Join(' ', settings)}"), CultureInfo.InvariantCulture);

    /// <summary>Kills it, so that it cannot finish anything.</summary>
    public Task Kill() => Tell("KILL");

    /// <summary>Lets it stand still: it holds its connections, and does nothing.</summary>
    public Task Pause() => Tell("STOP");

    /// <summary>Lets it go on as if nothing had been.</summary>
    public Task Resume() => Tell("CONT");

    /// <summary>Asks it to end in good order.</summary>
    public Task AskToEnd() => Tell("TERM");

    /// <summary>The last lines of what it said.</summary>
    public IReadOnlyList<string> LastLines(int most)
    {
        var log = Path.Combine(Place, "log");
        return File.Exists(log) ? [.. File.ReadLines(log).TakeLast(most)] : [];
    }

    public async ValueTask DisposeAsync()
    {
        _watchman.StandardInput.Close();
        await _watchman.WaitForExitAsync();
        _watchman.Dispose();
        _gate.Dispose();
    }

    /// <summary>The fields of a process behind its name, as Linux tells them; null where there is none.</summary>
    public static string[]? StatusOf(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return status[(status.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null; // It has ended, perhaps while we looked.
        }
    }

    private static char? ProcessState(int process) => StatusOf(process)?[0][0];

    private async Task<string> Tell(string order)
    {
        await _gate.WaitAsync();
        try
        {
            await _watchman.StandardInput.WriteLineAsync(order);
            await _watchman.StandardInput.FlushAsync();
            return await _watchman.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"The watchman of {Place} is gone.");
        }
        finally
        {
            _gate.Release();
        }
    }
}
