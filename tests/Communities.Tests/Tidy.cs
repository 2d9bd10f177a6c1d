using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Communities.Tests;

/// <summary>The house as drawn in src/ARCHITECTURE.md: who knows whom, how long a file gets.</summary>
public sealed partial class Tidy
{
    private const int LinesMax = 300;
    private const int ColumnsMax = 120;

    // Each project under src, whom it knows, and what it takes from others. A new arrow is drawn here first.
    private static readonly (string Project, string[] Knows, string[] Packages)[] House =
    [
        ("Communities.Actors", [], []),
        ("Communities", ["Communities.Actors"], ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "NodaTime"]),
        ("Communities.Local", ["Communities.Actors"], ["Microsoft.Data.Sqlite"]),
        ("Communities.Postgres", ["Communities.Actors"], ["Npgsql"]),
        ("Communities.Archive", ["Communities.Actors"], ["Azure.Identity", "Azure.Storage.Blobs"]),
        ("Communities.Views", ["Communities", "Communities.Actors"], ["Microsoft.Data.Sqlite", "Npgsql"]),
        ("Communities.Files",
            ["Communities.Actors"],
            [
                "Azure.Identity", "Azure.Storage.Blobs", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies",
            ]),
        ("Communities.Exchange", ["Communities", "Communities.Actors", "Communities.Files"], ["AngleSharp"]),
        ("Communities.Web",
            ["Communities", "Communities.Actors", "Communities.Files", "Communities.Views"],
            [
                "AngleSharp", "Markdig", "Microsoft.AspNetCore.OpenApi", "Otp.NET", "QRCoder",
                "System.ServiceModel.Syndication",
            ]),
        ("Communities.Hosting",
            ["Communities.Archive", "Communities.Exchange", "Communities.Files", "Communities.Web"],
            [
                "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "Spectre.Console",
                "System.CommandLine",
            ]),
        ("Communities.Server", ["Communities.Hosting", "Communities.Local"], []),
        ("Communities.Cluster",
            ["Communities.Actors"],
            ["Microsoft.Orleans.Reminders", "Microsoft.Orleans.Server", "Microsoft.Orleans.Streaming", "Npgsql"]),
        ("Communities.Silo",
            ["Communities.Cluster", "Communities.Hosting", "Communities.Local", "Communities.Postgres"],
            [
                "Azure.Identity", "Microsoft.Orleans.Clustering.AzureStorage", "Microsoft.Orleans.Dashboard",
                "Microsoft.Orleans.Persistence.AzureStorage", "Microsoft.Orleans.Reminders.AzureStorage",
                "Microsoft.Orleans.Streaming.AzureStorage", "Microsoft.Orleans.Streaming.EventHubs",
            ]),
    ];

    public static TheoryData<string> Projects { get; } = [.. Repository.Files("src", ".csproj")];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_knows_whom_the_arrows_say(string path)
    {
        var (knows, packages) = Drawn(path);
        Assert.Equal(knows, Included(path, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Equal(packages, Included(path, "PackageReference").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_built_and_tested()
    {
        var solutions = string.Concat(
            Repository.Files("", ".sln", ".slnx").Select(path => Repository.Read(path).Replace('\\', '/')));
        Assert.All(Repository.Files("", ".csproj"), path => Assert.Contains(Path.GetFileName(path), solutions));
    }

    [Fact]
    public void A_file_has_300_lines_at_most() =>
        None(Repository.Files("src", ".cs", ".razor")
            .Select(path => (path, Lines: Repository.Lines(path).Length)).Where(file => file.Lines > LinesMax));

    [Fact]
    public void A_line_has_120_columns_at_most() =>
        None(Places(Repository.Files("", ".cs"), line => line.EnumerateRunes().Count() > ColumnsMax));

    [Fact]
    public void Nothing_is_left_to_do() =>
        None(Places(Code, line => LeftToDo().IsMatch(line)));

    [Fact]
    public void A_name_says_what_it_is_and_not_that_it_helps()
    {
        None(Code.Where(path => Vague().IsMatch(Path.GetFileNameWithoutExtension(path))));
        None(Places(Code, line => TypeName().Matches(line).Any(type => Vague().IsMatch(type.Value))));
    }

    [Theory]
    [InlineData("README.md", "")]
    [InlineData("src/ARCHITECTURE.md", "src")]
    [InlineData("src/Communities.Exchange/FORMAT.md", "src/Communities.Exchange")]
    [InlineData("deploy/README.md", "deploy")]
    [InlineData("deploy/SCALE.md", "deploy")]
    public void What_the_documents_name_is_there(string document, string folder)
    {
        var text = Repository.Read(document);
        var paths = NamedPath().Matches(text).Select(match => match.Value.TrimEnd('.', '/'))
            .Concat(Link().Matches(text).Select(match => Path.Combine(folder, match.Groups[1].Value)));
        None(paths.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))));

        var names = Repository.Files("", "").SelectMany(path => path.Split('/')).ToHashSet();
        None(NamedFile().Matches(text).Select(match => match.Groups[1].Value).Where(name => !names.Contains(name)));
    }

    [Fact]
    public void Nothing_tells_on_which_machine_it_was_made()
    {
        None(Repository.Files("", "").Where(path => Path.GetFileName(path).ToLowerInvariant()
            is "nuget.config" or ".npmrc" or "pip.conf"));
        None(Places(Repository.Files("", "").Where(IsText), line => OfAMachine().IsMatch(line)));
    }

    private static IEnumerable<string> Code => Repository.Files("", ".cs", ".razor");

    private static (string[] Knows, string[] Packages) Drawn(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var drawn = House.SingleOrDefault(project => project.Project == name);
        Assert.True(drawn.Project is not null, $"{path} is not drawn: a new project needs a line in the table above.");
        return (drawn.Knows, drawn.Packages);
    }

    private static IEnumerable<string> Included(string path, string item) =>
        XDocument.Parse(Repository.Read(path)).Descendants(item).Select(e => e.Attribute("Include")!.Value);

    private static void None<T>(IEnumerable<T> bad)
    {
        var all = bad.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static bool IsText(string path) => Path.GetExtension(path)
        is not (".gz" or ".png" or ".ico" or ".woff2" or ".jpg" or ".webp" or ".db");

    private static IEnumerable<string> Places(IEnumerable<string> files, Predicate<string> isBad) =>
        from path in files
        from line in Repository.Lines(path).Index()
        where isBad(line.Item)
        select $"{path}:{line.Index + 1}";

    [GeneratedRegex(@"\b(?:T[O]DO|F[I]XME|H[A]CK|XX[X])\b|Not[I]mplemented")]
    private static partial Regex LeftToDo();

    [GeneratedRegex(@"(?:Manager|Helpers?|Utils?|Utilities|Base|Impl|Dto|Service)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"(?<=^\s*(?:public|internal|private|file)\s[\w\s]*\b(?:class|record|struct|interface)\s+)\w+")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<![\w/.])(?:src|tests|deploy|\.ci)/[\w./-]+")]
    private static partial Regex NamedPath();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:Communities\.\w+)|(?:\w+\.cs))`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"(?<![\w.:])/(?:work|home|root|Users)/\w|[A-Z]:\\Users\\")]
    private static partial Regex OfAMachine();
}
