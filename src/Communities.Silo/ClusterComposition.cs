using System.CommandLine;
using Communities.Archive;
using Communities.Hosting;
using Communities.Local;
using Communities.Postgres;

namespace Communities.Silo;

/// <summary>The program of many processes: what it is told stands in its configuration.</summary>
internal sealed class ClusterComposition : IComposition
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "A setting, as Communities:Role=web or Orleans:ClusterId=blue; before those of the environment.",
        HelpName = "NAME=VALUE",
        Recursive = true,
    };

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

    private IConfigurationRoot ConfigurationOf(ParseResult asked)
    {
        var said = new Dictionary<string, string?>();
        foreach (var setting in asked.GetValue(_set) ?? [])
        {
            var parts = setting.Split('=', 2);
            if (parts.Length != 2 || parts[0].Length == 0)
                throw new ArgumentException($"A setting is NAME=VALUE, and not {setting}.");
            said[parts[0]] = parts[1];
        }

        return new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(said)
            .Build();
    }
}
