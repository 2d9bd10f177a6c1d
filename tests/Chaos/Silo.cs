using System.Net;
using System.Net.Sockets;

namespace Communities.Chaos;

/// <summary>
/// A silo of the cluster in a process of its own, and whoever looks after it: as an orchestrator does, he starts again
/// what has ended of itself.
/// </summary>
internal sealed class Silo : IAsyncDisposable
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Child _child;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Task _keeping;
    private int _port;
    private int _silo;
    private int _gateway;
    private bool _isWanted;

    private Silo(string name, Child child)
    {
        (Name, _child) = (name, child);
        TakePorts();
        _keeping = Keep();
    }

    /// <summary>What it is called in the cluster.</summary>
    public string Name { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Its process, now.</summary>
    public int ProcessId => _child.ProcessId;

    /// <summary>How often it has ended without being killed.</summary>
    public int EndedOfItself { get; private set; }

    /// <summary>Prepares a silo; it is not started yet.</summary>
    public static Silo Prepare(string name, string program, IReadOnlyDictionary<string, string> settings) =>
        new(name, Child.Prepare("silo", ["sh", "-c", $"exec dotnet \"{program}\" serve --urls $URL"],
            new Dictionary<string, string>(settings) { ["Orleans__Name"] = name }));

    /// <summary>Starts it, and from now on whenever it has ended.</summary>
    public Task Start(bool isElsewhere = false) => Alone(async () =>
    {
        if (isElsewhere) TakePorts();
        _isWanted = true;
        await Begin();
    });

    /// <summary>Kills it in the middle of its work, and leaves it dead.</summary>
    public Task Kill() => Alone(async () =>
    {
        _isWanted = false;
        await _child.Kill();
    });

    /// <summary>Has it end in good order, and waits for it.</summary>
    public async Task Stop(CancellationToken ct)
    {
        await Alone(async () =>
        {
            _isWanted = false;
            await _child.AskToEnd();
        });
        while (!_child.HasEnded) await Task.Delay(_lookEvery, ct);
    }

    /// <summary>Lets it stand still.</summary>
    public Task Pause() => _child.Pause();

    /// <summary>Lets it go on.</summary>
    public Task Resume() => _child.Resume();

    /// <summary>Waits until it says that it is ready.</summary>
    /// <param name="mayEnd">How often it may end and be started again before that.</param>
    /// <param name="ct">Gives it up.</param>
    /// <exception cref="InvalidOperationException">It ended more often.</exception>
    public async Task WhenReady(int mayEnd, CancellationToken ct)
    {
        var most = EndedOfItself + mayEnd;
        while (!await IsReady(ct))
        {
            if (EndedOfItself > most) throw new InvalidOperationException($"{Name} does not start.");
            await Task.Delay(_lookEvery, ct);
        }
    }

    /// <summary>The end of its log.</summary>
    public IReadOnlyList<string> LastLines(int most) => _child.LastLines(most);

    /// <summary>Copies its log there.</summary>
    public void CopyLog(string directory) =>
        File.Copy(Path.Combine(_child.Place, "log"), Path.Combine(directory, $"{Name}.log"), overwrite: true);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keeping;
        await _child.DisposeAsync();
        _stop.Dispose();
        _gate.Dispose();
    }

    private async Task<bool> IsReady(CancellationToken ct)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(Address, "/health/ready"), ct);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return false; // Not listening yet.
        }
    }

    private async Task Keep()
    {
        while (!_stop.IsCancellationRequested)
        {
            await Alone(async () =>
            {
                if (!_isWanted || !_child.HasEnded) return;
                EndedOfItself++;
                await Begin();
            });
            await Task.Delay(_lookEvery, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task Begin() => _child.Start(
        $"URL={Address.OriginalString}", $"Orleans__Endpoints__SiloPort={_silo}",
        $"Orleans__Endpoints__GatewayPort={_gateway}");

    private async Task Alone(Func<Task> work)
    {
        await _gate.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _gate.Release();
        }
    }

    private void TakePorts() => (_port, _silo, _gateway) = (Ports.Free(), Ports.Free(), Ports.Free());
}

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>One that nobody listens on now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
