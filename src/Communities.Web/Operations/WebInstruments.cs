using System.Diagnostics.Metrics;
using Communities.Actors;
using Communities.Views;

namespace Communities.Web;

/// <summary>
/// What the web measures beside the engine, whenever figures are collected: live pages, and how far what follows the
/// journal is behind.
/// </summary>
/// <remarks>The names stand in src/TELEMETRY.md too.</remarks>
internal sealed class WebInstruments : IDisposable
{
    /// <summary>The views as a consumer of the feed.</summary>
    public const string Views = "views";

    /// <summary>The archive as a consumer of the feed.</summary>
    public const string Archive = "archive";

    private readonly Meter _meter = new(Telemetry.Name);

    public WebInstruments(Feeds feeds, IViews views, WebOptions options, LiveConnections live)
    {
        _meter.CreateObservableGauge(
            "communities.live.connections", () => live.Count, "{connection}", "Live pages that are open.");
        _meter.CreateObservableGauge(
            Telemetry.FeedLag, () => Lags(Views, feeds, views.Positions),
            Telemetry.FeedLagUnit, Telemetry.FeedLagText);
        if (options.Figures is { } figures)
            _meter.CreateObservableGauge(
                Telemetry.FeedLag, () => Lags(Archive, feeds, figures().Archived),
                Telemetry.FeedLagUnit, Telemetry.FeedLagText);
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Lags(string consumer, Feeds feeds, IReadOnlyList<long> positions) =>
        positions.Select((position, partition) =>
            Telemetry.Lag(consumer, partition, feeds.Lag(partition, position)));
}
