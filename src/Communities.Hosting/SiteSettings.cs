using System.CommandLine;
using Communities.Exchange;
using Communities.Web;
using Microsoft.Extensions.Configuration;

namespace Communities.Hosting;

/// <summary>
/// What a site is told whatever its engine, as <c>Communities:…</c> in .NET's configuration (deploy/README.md has the
/// table).
/// </summary>
public class SiteSettings
{
    /// <summary>The address by which people reach the site, where it has one for good.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Addresses or networks of proxies whose word on who asks is believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>Whether pages that posts show are fetched, for cards of them.</summary>
    public bool LinkCards { get; set; } = true;

    /// <summary>The file of a filter for abuse and spam, in place of the one that the program comes with.</summary>
    public string? Filter { get; set; }

    /// <summary>
    /// Which crawlers may read public communities at most: <c>SearchEngines</c>, <c>Everybody</c> or <c>Nobody</c>.
    /// </summary>
    public string Crawlers { get; set; } = nameof(Communities.Crawlers.SearchEngines);

    /// <summary>
    /// What members of trust level 0 may write in one community in a minute, all of them together, by each process.
    /// </summary>
    public int NewMembersPostsPerMinute { get; set; } = WebOptions.NewMembersPostsPerMinuteNormally;

    /// <summary>Pages that one address without an account may read in a minute.</summary>
    public int VisitorReadsPerMinute { get; set; } = WebOptions.VisitorReadsPerMinuteNormally;

    /// <summary>How e-mail is sent.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>Other sites by which people come in.</summary>
    public IReadOnlyList<ProviderOptions> Providers { get; set; } = [];

    /// <summary>Which crawlers these settings let read.</summary>
    public Crawlers LetCrawlers => Enum.Parse<Crawlers>(Crawlers, ignoreCase: true);

    /// <summary>The filter of that file; null where none is named.</summary>
    /// <exception cref="ExchangeException">It holds none.</exception>
    public TextFilter? ReadFilter() => Filter is { Length: > 0 } path ? FilterVerbs.Read(new FileInfo(path)) : null;

    /// <summary>The option by which settings are told on the command line.</summary>
    public static Option<string[]> NewOption(string examples) => new("--set")
    {
        Description = $"A setting, as {examples}; before those of the environment.",
        HelpName = "NAME=VALUE",
        Recursive = true,
    };

    /// <summary>All settings: of the command line, the environment, and appsettings.json beside the program.</summary>
    /// <exception cref="ArgumentException">One of the command line is none.</exception>
    public static IConfigurationRoot Configuration(IEnumerable<string>? set)
    {
        var said = new Dictionary<string, string?>();
        foreach (var setting in set ?? [])
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

    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">They contradict each other, or one is not what it should be.</exception>
    public static TSettings Of<TSettings>(IConfiguration configuration) where TSettings : SiteSettings, new()
    {
        try
        {
            var settings = configuration.GetSection("Communities").Get<TSettings>() ?? new TSettings();
            if (settings.CrawlingFault() is { } crawling) throw new ArgumentException(crawling);
            if (settings.Mail.Fault(settings.BaseUrl) is { } fault) throw new ArgumentException(fault);
            foreach (var provider in settings.Providers)
                if (provider.Fault() is { } wrong) throw new ArgumentException(wrong);
            return settings;
        }
        catch (InvalidOperationException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }

    // A number, which .NET would take for a name, is none.
    private string? CrawlingFault() =>
        !Enum.GetNames<Crawlers>().Contains(Crawlers, StringComparer.OrdinalIgnoreCase)
            ? $"Communities:Crawlers is {string.Join(", ", Enum.GetNames<Crawlers>())}, and not {Crawlers}."
        : RangeFault(nameof(NewMembersPostsPerMinute), NewMembersPostsPerMinute)
            ?? RangeFault(nameof(VisitorReadsPerMinute), VisitorReadsPerMinute);

    private static string? RangeFault(string name, int number) => number is >= 1 and <= WebOptions.PerMinuteMax ? null
        : $"Communities:{name} is a number from 1 to {WebOptions.PerMinuteMax}, and not {number}.";
}
