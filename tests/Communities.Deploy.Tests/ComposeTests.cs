using System.Text.RegularExpressions;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>compose.yaml, as far as it can be checked without an engine.</summary>
public sealed partial class ComposeTests
{
    [Fact]
    public void A_host_in_a_setting_is_a_service()
    {
        var hosts = Compose.Services.Values.SelectMany(Compose.SettingsOf)
            .SelectMany(setting => Host().Matches(setting.Value)).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(hosts);
        Assert.All(hosts, host => Assert.Contains(host, Compose.Services.Keys));
    }

    [Fact]
    public void What_is_waited_for_can_say_that_it_is_well() =>
        Assert.All(
            Compose.Services.Values.Where(s => s.ContainsKey("depends_on"))
                .SelectMany(s => Compose.Map(s["depends_on"])),
            needed =>
            {
                Assert.Equal("service_healthy", Compose.Map(needed.Value)["condition"]);
                Assert.True(Compose.Services[(string)needed.Key].ContainsKey("healthcheck"));
            });

    [Fact]
    public void Volumes_and_networks_are_declared()
    {
        var volumes = Compose.Map(Compose.File["volumes"]).Keys;
        var networks = Compose.Map(Compose.File["networks"]).Keys;
        foreach (var service in Compose.Services.Values)
        {
            if (service.TryGetValue("volumes", out var used))
                Assert.All(Compose.Strings(used), v => Assert.Contains(v.Split(':')[0], volumes));
            Assert.All(Compose.Strings(service["networks"]), n => Assert.Contains(n, networks));
        }
    }

    [Fact]
    public void Only_this_machine_reaches_it() =>
        Assert.All(
            Compose.Services.Values.Where(s => s.ContainsKey("ports")).SelectMany(s => Compose.Strings(s["ports"])),
            port => Assert.StartsWith("127.0.0.1:", port));

    [Fact]
    public void Two_silos_and_a_web_run_our_image_as_it_is_meant_to_run()
    {
        var nodes = Compose.Services.Values.Where(s => s.ContainsKey("build")).ToList();
        Assert.Equal(
            ["silo", "silo", "web"], nodes.Select(n => Compose.SettingsOf(n)["Communities__Role"]).Order());
        Assert.All(nodes, node =>
        {
            Assert.Equal("true", node["read_only"]);
            var build = Compose.Map(node["build"]);
            Assert.Equal("..", build["context"]);
            Assert.True(File.Exists(Path.Combine(Repository.Root, (string)build["dockerfile"])));
        });
        var names = nodes.Select(Compose.SettingsOf).Where(s => s["Communities__Role"] == "silo")
            .Select(s => s["Orleans__Name"]).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Images_have_versions() =>
        Assert.All(
            Compose.Services.Values.Select(s => (string)s["image"]),
            image => Assert.Matches(@":(?!latest)[\w.-]+$", image));

    [GeneratedRegex(@"(?:Host=|://)([\w.-]+)")]
    private static partial Regex Host();
}
