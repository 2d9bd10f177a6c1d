using System.Text.RegularExpressions;
using Communities.Deploy.Tests.Bicep;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>azure.yaml, the hooks and the image: what they name is there.</summary>
public sealed partial class AzdTests
{
    private static readonly IReadOnlyDictionary<object, object> _file = Compose.Load("azure.yaml");

    private static readonly HashSet<string> _outputs = [.. BicepFile.Main.Of("output").Select(o => o.Name)];

    private static IEnumerable<KeyValuePair<object, object>> Services => Compose.Map(_file["services"]);

    [Fact]
    public void Paths_are_there()
    {
        var infra = Compose.Map(_file["infra"]);
        Assert.True(Exists($"{infra["path"]}/{infra["module"]}.bicep"));
        Assert.True(Exists($"{infra["path"]}/{infra["module"]}.parameters.json"));
        foreach (var service in Services.Select(s => Compose.Map(s.Value)))
        {
            var project = (string)service["project"];
            Assert.Contains($"{infra["path"]}/{service["module"]}.bicep", Parameters.All.Keys);
            var docker = Compose.Map(service["docker"]);
            Assert.True(Exists($"{project}/{docker["path"]}"));
            Assert.True(Exists($"{project}/{docker["context"]}/Communities.sln"));
            if (!service.TryGetValue("hooks", out var hooks)) continue;
            Assert.All(Compose.Map(hooks).Values, h => Assert.True(Exists($"{project}/{Compose.Map(h)["run"]}")));
        }
    }

    [Fact]
    public void Only_the_web_is_tagged_as_a_service()
    {
        // azd takes the tag for the name of one resource, and there are several silos.
        var tags = BicepFile.All.SelectMany(f => f.Expressions).OfType<ObjectLiteral>()
            .Select(r => r["azd-service-name"]?.Plain).OfType<string>();
        Assert.Equal(["web"], tags);
        Assert.Equal(["silo", "web"], Services.Select(s => (string)s.Key).Order());
        Assert.Contains("AZURE_CONTAINER_REGISTRY_ENDPOINT", _outputs);
    }

    [Fact]
    public void Scripts_know_only_what_azd_knows()
    {
        var known = _outputs.Concat(Parameters.All.Values.SelectMany(p => p.Variables)).Append("SILO_IN_PLACE")
            .ToHashSet();
        var scripts = Repository.Files("deploy", ".sh").ToList();
        Assert.NotEmpty(scripts);
        Assert.Empty(
            from path in scripts
            from variable in Variable().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value)
                .Concat(Asked().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value))
            where !known.Contains(variable)
            select $"{path} {variable}");
        Assert.All(scripts, path => Assert.Equal(["#!/bin/sh", "set -eu"], Repository.Lines(path)
            .Where(line => line is "#!/bin/sh" or "set -eu")));
    }

    [Fact]
    public void The_image_copies_what_is_there_and_is_not_ignored()
    {
        var kept = Repository.Lines(".dockerignore").Where(l => l.StartsWith('!')).Select(l => l[1..]).ToHashSet();
        var copied = Copied().Matches(Repository.Read("deploy/Dockerfile"))
            .Select(match => match.Groups[1].Value.TrimEnd('/')).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, path =>
        {
            Assert.True(Exists(path));
            Assert.Contains(path, kept);
        });
    }

    [Fact]
    public void The_image_is_rootless_and_listens_where_it_is_asked()
    {
        var text = Repository.Read("deploy/Dockerfile");
        var last = text[text.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];
        Assert.Contains("chiseled-extra", last.Split('\n')[1]); // ICU, for French.
        Assert.Contains("\nUSER $APP_UID\n", last);
        Assert.DoesNotContain("HEALTHCHECK", text);
        Assert.DoesNotContain(":latest", text);
        Assert.Contains("src/Communities.Silo/Communities.Silo.csproj", text);
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"Communities.Silo.dll\"]", last);
        var verbs = string.Concat(Repository.Files("src/Communities.Hosting", ".cs").Select(Repository.Read));
        var command = last[last.IndexOf("CMD ", StringComparison.Ordinal)..];
        Assert.All(Asks().Matches(command), asked => Assert.Contains($"\"{asked.Groups[1]}\"", verbs));
        var listens = Port().Matches(last).Select(match => match.Value).ToHashSet();
        var asked = BicepFile.All.SelectMany(f => f.Expressions).OfType<ObjectLiteral>()
            .SelectMany(r => new[] { r["targetPort"], r["port"] }).OfType<Constant>().Select(c => c.Value);
        Assert.Equal(asked.Distinct().Order(), listens.Order());
    }

    private static bool Exists(string path) => Path.Exists(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"""(serve|--\w+)""")]
    private static partial Regex Asks();

    [GeneratedRegex(@"get-value ([A-Z_]+)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"^COPY (?!--from)(\S+) ", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex(@"(?<=^EXPOSE .*)\d+", RegexOptions.Multiline)]
    private static partial Regex Port();
}
