using System.CommandLine;
using Communities.Archive;
using Communities.Files;
using Communities.Hosting;
using Communities.Local;

namespace Communities.Server;

/// <summary>The program of one process: everything lies in its data directory.</summary>
internal sealed class LocalComposition : IComposition
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "The data directory.", DefaultValueFactory = _ => "data", HelpName = "DIR", Recursive = true,
    };

    private readonly Option<string?> _archive = new("--archive")
    {
        Description = "Where the archive lies: a folder, an Azure Storage connection string, or a container's address. "
            + "Default: archive in the data directory.",
        HelpName = "PLACE",
        Recursive = true,
    };

    private readonly Option<string?> _files = new("--files")
    {
        Description = "Where the content of uploads lies, in the same words. Default: in the archive's Azure account, "
            + "or files in the data directory.",
        HelpName = "PLACE",
        Recursive = true,
    };

    private readonly Option<string[]> _set =
        SiteSettings.NewOption("Communities:BaseUrl=https://forum.example.org or Communities:Mail:Host=localhost");

    public string Description => "Communities: a platform for communities, in one process.";

    public IReadOnlyList<Option> Options => [_data, _archive, _files, _set];

    public async Task<ISite> Open(ParseResult asked, CancellationToken ct) =>
        await LocalSite.Open(
            asked.GetValue(_data)!, PlacesUnder(asked, asked.GetValue(_data)!), SettingsOf(asked), ct);

    public async Task<ISite> OpenDemo(ParseResult asked, CancellationToken ct) =>
        asked.GetResult(_data) is { Implicit: false }
            ? await Open(asked, ct)
            : await LocalSite.OpenForOnce(directory => PlacesUnder(asked, directory), SettingsOf(asked), ct);

    public IArchiveStore OpenArchive(ParseResult asked) =>
        ArchiveStores.Open(asked.GetValue(_archive), ArchiveUnder(asked.GetValue(_data)!));

    public string? Explain(Exception error) => error switch
    {
        DataDirectoryInUseException =>
            error.Message + " Stop the server that runs on it, or name another one with --data.",
        JournalDamagedException => error.Message,
        _ => null,
    };

    private SiteSettings SettingsOf(ParseResult asked) =>
        SiteSettings.Of<SiteSettings>(SiteSettings.Configuration(asked.GetValue(_set)));

    private Places PlacesUnder(ParseResult asked, string directory) => new(
        ArchiveStores.Open(asked.GetValue(_archive), ArchiveUnder(directory)),
        FileStores.Open(
            asked.GetValue(_files), asked.GetValue(_archive), Path.Combine(directory, "files"), isShared: false));

    private static string ArchiveUnder(string directory) => Path.Combine(directory, "archive");
}
