using Communities.Archive;
using Communities.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Hosting;

/// <summary>Serves a site over HTTP.</summary>
internal static class Serving
{
    /// <summary>Serves until the process is told to stop.</summary>
    /// <param name="site">What is served.</param>
    /// <param name="asked">Where, and how it ends.</param>
    /// <param name="ready">Is told the addresses once requests are answered.</param>
    /// <param name="ownerless">Is told the key of the set-up link where nobody runs the site.</param>
    public static async Task Run(
        ISite site, ServeOptions asked, Action<IReadOnlyList<string>, CancellationToken> ready,
        Action<string>? ownerless = null)
    {
        using var exporting = Exporting.Begin(site.Telemetry);
        await using var app = Build(site, asked.Urls);
        using var draining = new Draining(
            app.Lifetime, app.Services.GetRequiredService<Readiness>(), asked.Drain, TimeProvider.System);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        ready([.. addresses], app.Lifetime.ApplicationStopping);
        if (ownerless is not null && await Operators.AreMissing(site))
        {
            var firstOwner = app.Services.GetRequiredService<FirstOwner>();
            ownerless(firstOwner.Await(async _ => await Operators.AreMissing(site)));
        }

        await app.WaitForShutdownAsync(CancellationToken.None);
    }

    private static WebApplication Build(ISite site, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseKestrelHttpsConfiguration();
        // A start that fails is told by us, in one sentence; what a server notes of itself means nothing to its
        // operator.
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .AddFilter(null, LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
        builder.Services
            .AddSingleton(site.Actors)
            .AddSingleton(site.Journals.Feeds)
            .AddSingleton(site.Views)
            .AddSingleton(site.Files)
            .AddSingleton(new Past((community, ct) => new ArchiveReader(site.Archive).Events(community, ct: ct)))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostLifetime, StoppedByDraining>()
            .AddCommunitiesWeb(site.Web);
        site.Add(builder);
        var app = builder.Build();
        app.MapCommunities();
        site.Map(app);
        return app;
    }
}
