using System.Text.RegularExpressions;
using Communities.Deploy.Tests.Bicep;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>Nothing is secret, nobody may more than is said, and nothing is open that need not be.</summary>
public sealed partial class RightsTests
{
    // Azure's own, the same in every subscription.
    private static readonly Dictionary<string, string> _roles = new()
    {
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["43d0d8ad-25c7-4714-9337-8ba259a9fe05"] = "Monitoring Reader",
    };

    [Fact]
    public void A_role_is_what_the_comment_above_it_says()
    {
        var said = Repository.Files("deploy", ".bicep").Select(Repository.Read)
            .SelectMany(text => Role().Matches(text)).ToList();
        Assert.Equal(
            Repository.Files("deploy", ".bicep").Sum(path => Identity().Count(Repository.Read(path))), said.Count);
        Assert.All(said, match => Assert.Equal(_roles[match.Groups[2].Value], match.Groups[1].Value));
        Assert.Equal(_roles.Values.Order(), said.Select(match => match.Groups[1].Value).Distinct().Order());
        var readme = Repository.Read("deploy/README.md");
        Assert.All(_roles.Values, name => Assert.Contains(name, readme));
    }

    [Fact]
    public void Nothing_is_secret() =>
        Assert.Empty(
            from path in Repository.Files("deploy", "").Append("azure.yaml")
            from line in Repository.Lines(path).Index()
            where Secret().IsMatch(line.Item)
            select $"{path}:{line.Index + 1}");

    [Fact]
    public void A_secret_would_be_seen()
    {
        Assert.Matches(Secret(), "Host=x;Username=y;Password=z");
        Assert.Matches(Secret(), "sharedKey: workspace.listKeys().primarySharedKey");
        Assert.Matches(Secret(), "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq");
        Assert.DoesNotMatch(Secret(), "PasswordAuth: 'Disabled'");
    }

    [Theory]
    [InlineData("modules/storage", "account", "properties.allowSharedKeyAccess", "false")]
    [InlineData("modules/storage", "account", "properties.allowBlobPublicAccess", "false")]
    [InlineData("modules/storage", "account", "properties.publicNetworkAccess", "Disabled")]
    [InlineData("modules/storage", "account", "properties.minimumTlsVersion", "TLS1_2")]
    [InlineData("modules/database", "server", "properties.authConfig.passwordAuth", "Disabled")]
    [InlineData("modules/database", "server", "properties.network.publicNetworkAccess", "Disabled")]
    [InlineData("modules/database", "server", "properties.storage.autoGrow", "Enabled")]
    [InlineData("modules/registry", "registry", "properties.adminUserEnabled", "false")]
    [InlineData("web", "web", "properties.configuration.ingress.allowInsecure", "false")]
    public void What_need_not_be_open_is_closed(string file, string resource, string path, string value)
    {
        var at = BicepFile.At($"deploy/{file}.bicep").Of("resource").Single(r => r.Name == resource).Value;
        foreach (var step in path.Split('.')) at = ((ObjectLiteral)at!)[step];
        Assert.Equal(value, at is Constant constant ? constant.Value : at!.Plain);
    }

    [Fact]
    public void Silos_listen_in_an_environment_without_a_public_address()
    {
        var inside = BicepFile.Main.Of("module").Single(m => m.Name == "inside");
        Assert.Equal("true", ((Constant)((ObjectLiteral)inside.Body!["params"]!)["internal"]!).Value);
        var output = BicepFile.Main.Of("output").Single(o => o.Name == "INSIDE_ENVIRONMENT_ID").Value;
        Assert.Equal("inside", ((Name)((Member)((Member)output!).Of).Of).Value);
        Assert.Equal("${INSIDE_ENVIRONMENT_ID}", Parameters.All["deploy/silo.bicep"].Values["environmentId"]);
    }

    [GeneratedRegex(
        @"// Built-in role ([\w ]+)\.\s+var \w+ = subscriptionResourceId\([^']*" +
        @"(?:'Microsoft[^']+')?[^']*'([0-9a-f-]{36})'\)")]
    private static partial Regex Role();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Identity();

    [GeneratedRegex(
        @"(?i)\blist(?:\w*)Keys?\s*\(|(?:password|pwd|accountkey|sharedaccesskey|sig|client_?secret)\s*=\s*[^;\s$]" +
        "|secretRef|[A-Za-z0-9+/]{60,}")]
    private static partial Regex Secret();
}
