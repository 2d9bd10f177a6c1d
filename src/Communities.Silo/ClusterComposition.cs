using System.CommandLine;
using Communities.Archive;
using Communities.Hosting;
using Communities.Local;
using Communities.Postgres;

namespace Communities.Silo;

/// <summary>The program of many processes: what it is told stands in its configuration.</summary>
internal sealed class ClusterComposition : IComposition
{
    private readonly Option<string[]> _set =
        SiteSettings.NewOption("Communities:Role=web or Orleans:ClusterId=blue");

    public string Description =>
        "Communities: a platform for communities, as a cluster of Orleans silos. Without settings, one silo on files.";

    public IReadOnlyList<Option> Options => [_set];

    public async Task<ISite> Open(ParseResult asked, CancellationToken ct)
    {
        var configuration = ConfigurationOf(asked);
        return await ClusterSite.Open(SiloSettings.Of(configuration), configuration, ct);
    }

    public async Task<ISite> OpenDemo(ParseResult asked, CancellationToken ct)
    {
        var configuration = ConfigurationOf(asked);
        var settings = SiloSettings.Of(configuration);
        return settings.IsAlone && configuration["Communities:Data"] is null
            ? await ClusterSite.OpenForOnce(settings, configuration, ct)
            : await ClusterSite.Open(settings, configuration, ct);
    }

    public IArchiveStore OpenArchive(ParseResult asked) => Stores.OpenArchive(SiloSettings.Of(ConfigurationOf(asked)));

    public string? Explain(Exception error) => error switch
    {
        DataDirectoryInUseException =>
            error.Message + " Stop the silo that runs on it, or name another one with --set Communities:Data=DIR.",
        JournalDamagedException or JournalSetupException => error.Message,
        Orleans.Runtime.OrleansException or Orleans.Runtime.OrleansConfigurationException =>
            $"The cluster cannot be joined: {error.Message.ReplaceLineEndings("\n").Split('\n')[0]}",
        _ => null,
    };

    private IConfigurationRoot ConfigurationOf(ParseResult asked) => SiteSettings.Configuration(asked.GetValue(_set));
}
