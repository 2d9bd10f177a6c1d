using System.Runtime.InteropServices;
using Communities.Web;
using Microsoft.Extensions.Hosting;

namespace Communities.Hosting;

/// <summary>
/// Ends a server so that nobody is cut off: told to stop, it says that it is not ready any more, and goes on serving
/// until whoever directs people to it has noticed.
/// </summary>
/// <remarks>Ctrl-C, and being told a second time, end it at once.</remarks>
internal sealed class Draining : IDisposable
{
    private readonly IHostApplicationLifetime _program;
    private readonly Readiness _readiness;
    private readonly TimeSpan _time;
    private readonly TimeProvider _clock;
    private readonly PosixSignalRegistration[] _signals;

    public Draining(IHostApplicationLifetime program, Readiness readiness, TimeSpan time, TimeProvider clock)
    {
        (_program, _readiness, _time, _clock) = (program, readiness, time, clock);
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Told(signal, TimeSpan.Zero)),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => Told(signal, TimeSpan.Zero)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Told(signal, _time)),
        ];
    }

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
    }

    private void Told(PosixSignalContext signal, TimeSpan wait)
    {
        signal.Cancel = true; // The program ends by itself.
        var isSecond = _readiness.IsDraining;
        _readiness.Drain();
        _ = End(isSecond ? TimeSpan.Zero : wait);
    }

    private async Task End(TimeSpan wait)
    {
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _clock);
        _program.StopApplication();
    }
}

/// <summary>A program that is told to stop by nobody but <see cref="Draining"/>.</summary>
internal sealed class StoppedByDraining : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
