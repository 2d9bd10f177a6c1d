using Communities.Actors;
using Communities.Archive;
using Communities.Files;
using Communities.Views;
using Communities.Web;
using Microsoft.AspNetCore.Builder;

namespace Communities.Hosting;

/// <summary>All that works in an opened program, whatever its engine. Disposing it ends it in good order.</summary>
public interface ISite : IAsyncDisposable
{
    /// <summary>The actors.</summary>
    IActors Actors { get; }

    /// <summary>The journals, one a partition.</summary>
    IJournals Journals { get; }

    /// <summary>What people read.</summary>
    IViews Views { get; }

    /// <summary>Where the archive lies.</summary>
    IArchiveStore Archive { get; }

    /// <summary>Where the content of uploads lies.</summary>
    IFiles Files { get; }

    /// <summary>How the web is served.</summary>
    WebOptions Web { get; }

    /// <summary>Waits until reactors and alarms have done all that follows from what was answered so far.</summary>
    Task WhenQuiet(CancellationToken ct = default);

    /// <summary>Waits until reactors, views and archive have taken in all that has happened.</summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be written now.</exception>
    Task WhenCaughtUp(CancellationToken ct = default);

    /// <summary>Meters and sources of traces that this engine has besides; exported with all others.</summary>
    IReadOnlyList<string> Telemetry => [];

    /// <summary>Adds what this engine has besides to the web application that is being built.</summary>
    void Add(WebApplicationBuilder builder)
    {
    }

    /// <summary>Maps what this engine has besides, behind everything that all engines have.</summary>
    void Map(WebApplication app)
    {
    }
}
