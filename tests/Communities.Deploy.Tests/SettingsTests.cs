using System.Text.RegularExpressions;
using Communities.Deploy.Tests.Bicep;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>The table of settings in the README: what is set stands there, and what stands there is read.</summary>
public sealed partial class SettingsTests
{
    // Read by the runtime, by Azure's or OpenTelemetry's packages, or by Orleans itself, and not by our code.
    private static readonly string[] _readByOthers = ["AZURE_CLIENT_ID", "OTEL_", "Orleans__"];

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
    public void What_stands_in_the_table_is_set_somewhere() =>
        Assert.Empty(_table.Except(Set).Except(["OTEL_EXPORTER_OTLP_ENDPOINT"]));

    [Fact]
    public void What_stands_in_the_table_is_read()
    {
        if (!Directory.Exists(Path.Combine(Repository.Root, "src/Communities.Silo")))
            Assert.Skip("The silo is not part of this checkout.");
        var code = string.Concat(Repository.Files("src", ".cs", ".json").Select(Repository.Read));
        Assert.Empty(
            from name in _table
            where !_readByOthers.Any(name.StartsWith)
            let setting = Index().Replace(name, "").Replace("__", ":")
            where !code.Contains(setting) && !code.Contains($"\"{setting[(setting.IndexOf(':') + 1)..]}\"")
            select setting);
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

    [GeneratedRegex(@"__\d+$")]
    private static partial Regex Index();
}
