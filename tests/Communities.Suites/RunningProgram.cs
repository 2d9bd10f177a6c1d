using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Communities.Suites;

/// <summary>A real program, as built, in a process of its own; killed behind the test if it still runs.</summary>
public sealed class RunningProgram : IDisposable
{
    // A process that neither ends nor speaks for this long will not do so at all.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<string>? _line;

    private RunningProgram(string program, IReadOnlyDictionary<string, string> environment, string[] args)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
                ? path : "dotnet", [program, .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment)
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, e) => Take(_output, e.Data);
        _process.ErrorDataReceived += (_, e) => Take(_errors, e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private readonly List<(string Part, TaskCompletionSource Said)> _awaited = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    public string Errors
    {
        get { lock (_errors) return _errors.ToString(); }
    }

    /// <summary>Starts the program that has been built as this file.</summary>
    public static RunningProgram Start(
        string program, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        new(program, environment, args);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(
        string program, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var running = new RunningProgram(program, environment, args);
        var code = await running.Ended();
        return (code, running.Output, running.Errors);
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Where it serves, once it does.</summary>
    public async Task<Uri> Serving()
    {
        var first = await Task.WhenAny(_address.Task, _process.WaitForExitAsync(Ct)).WaitAsync(_patience, Ct);
        Assert.True(first == _address.Task, $"It ended: {Errors}");
        return new Uri(await _address.Task);
    }

    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(Ct).WaitAsync(_patience, Ct);
        return _process.ExitCode;
    }

    /// <summary>Waits until it has printed this.</summary>
    public Task Says(string part)
    {
        lock (_output)
        {
            if (_output.ToString().Contains(part, StringComparison.Ordinal)) return Task.CompletedTask;
            var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((part, said));
            return said.Task.WaitAsync(_patience, Ct);
        }
    }

    /// <summary>Is told of each line that it prints, from now on.</summary>
    public void OnLine(Action<string> line) => _line = line;

    public bool HasEnded => _process.HasExited;

    /// <summary>As by kill: it may end in good order.</summary>
    public void Terminate() => Assert.Equal(0, kill(_process.Id, 15));

    /// <summary>As by kill -9: nothing can be finished.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Ct);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [DllImport("libc")]
    private static extern int kill(int process, int signal);

    private void Take(StringBuilder to, string? line)
    {
        if (line is null) return;
        lock (to) to.AppendLine(line);
        lock (_output)
            foreach (var (part, said) in _awaited)
                if (line.Contains(part, StringComparison.Ordinal)) said.TrySetResult();
        _line?.Invoke(line);
        var at = line.IndexOf("http://", StringComparison.Ordinal);
        if (line.StartsWith("Communities is at ", StringComparison.Ordinal)) _address.TrySetResult(line[at..]);
    }
}
