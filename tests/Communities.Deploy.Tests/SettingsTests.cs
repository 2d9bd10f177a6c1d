using System.Text.RegularExpressions;
using Communities.Deploy.Tests.Bicep;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>The table of settings in the README: what is set stands there, and what stands there is read.</summary>
public sealed partial class SettingsTests
{
    // What stands under Orleans:, AZURE_ and OTEL_ is read by those packages.
    private static readonly string[] _readers =
    [
        "src/Communities.Silo/SiloSettings.cs", "src/Communities.Hosting/SiteSettings.cs",
        "src/Communities.Web/Mail/MailOptions.cs", "src/Communities.Web/Accounts/ProviderOptions.cs",
    ];

    private static readonly string[] _table = [.. Row().Matches(Repository.Read("deploy/README.md"))
        .Select(match => match.Groups[1].Value)];

    private static IEnumerable<string> Set =>
        BicepFile.All.SelectMany(file => file.Expressions).OfType<ObjectLiteral>()
            .Where(record => record.Fields.Count == 2 && record["value"] is not null)
            .Select(record => record["name"]?.Plain).OfType<string>()
            .Concat(Compose.Services.Values.SelectMany(Compose.SettingsOf).Select(setting => setting.Key))
            .Where(name => name.Contains("__", StringComparison.Ordinal) || name.StartsWith("AZURE_")
                || name.StartsWith("OTEL_"));

    [Fact]
    public void What_is_set_stands_in_the_table() => Assert.Empty(Set.Distinct().Except(_table));

    [Fact]
    public void What_the_silo_reads_stands_in_the_table()
    {
        if (!File.Exists(Path.Combine(Repository.Root, _readers[0])))
            Assert.Skip("The silo is not part of this checkout.");
        var read = _readers.SelectMany(reader => Property().Matches(Repository.Read(reader)))
            .Select(match => match.Groups[1].Value).ToHashSet();
        var told = _table.Where(name => name.StartsWith("Communities__"))
            .SelectMany(name => Index().Replace(name, "").Split("__").Skip(1)).ToHashSet();
        Assert.NotEmpty(read);
        Assert.Equal(read.Order(), told.Order());
    }

    [Fact]
    public void What_azd_is_told_stands_in_the_readme()
    {
        var readme = Repository.Read("deploy/README.md");
        Assert.All(
            Parameters.All.Values.SelectMany(p => p.Variables.Except(p.Needs)).Append("SILO_IN_PLACE"),
            name => Assert.Matches($"`({name}[`=]|[A-Z_]+`, `{name}`)", readme));
    }

    [GeneratedRegex(@"^\| `((?:\w+__\w+)|AZURE_CLIENT_ID|OTEL_\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"public [\w<>?]+ (\w+) \{ get; set; \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"__\d+(?=__|$)")]
    private static partial Regex Index();
}
