using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Communities.Suites;

/// <summary>A real Azurite, started with the first test that needs it and ended with the last.</summary>
/// <remarks>
/// A project says <c>[assembly: AssemblyFixture(typeof(Azurite))]</c>, and its test classes take it as a parameter.
/// </remarks>
public sealed class Azurite : IAsyncDisposable
{
    // Azurite's own, published for everybody; it guards nothing.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Lazy<Task<string>> _address;
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private Process? _process;

    public Azurite() => _address = new Lazy<Task<string>>(Start);

    /// <summary>The connection string of its account.</summary>
    public async Task<string> ConnectionString() =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};"
        + $"BlobEndpoint={await _address.Value}/devstoreaccount1;";

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Start()
    {
        var file = OperatingSystem.IsWindows() ? "azurite-blob.cmd" : "azurite-blob";
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "Azurite is not installed: npm install -g azurite (tests/run does it).");

        _process = Process.Start(new ProcessStartInfo(program!,
            ["--blobHost", "127.0.0.1", "--blobPort", "0", "--skipApiVersionCheck", "--disableTelemetry",
             "--inMemoryPersistence", "--silent"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var said = "";
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said += line + "\n";
            if (Regex.Match(said, @"http://127\.0\.0\.1:\d+") is { Success: true } match)
                return match.Value;
        }

        throw new InvalidOperationException($"Azurite has not started. It said: {said}");
    }
}
