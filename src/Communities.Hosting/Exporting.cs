using Communities.Actors;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Communities.Hosting;

/// <summary>
/// Sends metrics and traces to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and nothing where it says nothing. The
/// other variables of OpenTelemetry count too. What is sent stands in src/TELEMETRY.md.
/// </summary>
internal sealed class Exporting : IDisposable
{
    private readonly MeterProvider? _metrics;
    private readonly TracerProvider? _traces;

    private Exporting(IReadOnlyList<string> others)
    {
        string[] meters =
            [Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
        string[] sources = [Telemetry.Name, "Microsoft.AspNetCore"];
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name)
            .AddMeter([.. meters, .. others]).AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name)
            .AddSource([.. sources, .. others]).AddOtlpExporter().Build();
    }

    /// <summary>Begins, where somebody is to be told.</summary>
    /// <param name="others">Meters and sources of the engine besides.</param>
    public static Exporting? Begin(IReadOnlyList<string> others) =>
        Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 }
            ? new Exporting(others)
            : null;

    /// <summary>Sends what is still to be sent, and ends.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES are read behind it, and count.
    private static void Name(ResourceBuilder resource) => resource
        .AddService("communities", serviceInstanceId: Environment.MachineName).AddEnvironmentVariableDetector();
}
