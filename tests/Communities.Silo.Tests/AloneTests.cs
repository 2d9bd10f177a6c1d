using Communities.Suites;

namespace Communities.Silo.Tests;

/// <summary>A silo that is told nothing needs nothing.</summary>
public sealed class AloneTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;

    private string[] Alone =>
    [
        "--set", $"Communities:Data={Path.Combine(_directory, "data")}",
        "--set", $"Orleans:Endpoints:SiloPort={RunningProgram.FreePort()}",
        "--set", $"Orleans:Endpoints:GatewayPort={RunningProgram.FreePort()}",
    ];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_community_comes_in_is_archived_and_goes_out()
    {
        var (file, copy) = (Path.Combine(_directory, "small.jsonl"), Path.Combine(_directory, "copy.jsonl"));
        await File.WriteAllLinesAsync(file, Written.Records(20), TestContext.Current.CancellationToken);
        Assert.Contains("Imported into small", await Done(["import", file]), StringComparison.Ordinal);
        Assert.Contains("drift = 0", await Done(["archive", "verify"]), StringComparison.Ordinal);
        Assert.Contains("thread", await Done(["export", "small", copy]), StringComparison.Ordinal);
        Assert.Contains("small", await Done(["archive", "list"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A web without silos", "Communities:Role=web")]
    [InlineData("A setting is NAME=VALUE", "Communities")]
    [InlineData("is Entra or not said", "Communities:Postgres:Authentication=Kerberos",
        "Communities:Postgres:ConnectionString=Host=127.0.0.1")]
    public async Task Settings_that_cannot_be_are_told_in_one_sentence(string told, params string[] settings)
    {
        var (code, output, errors) = await RunningProgram.Run(
            Nodes.Program, Nodes.Nothing, ["token", "olga", .. settings.SelectMany(s => new[] { "--set", s })]);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains(told, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private async Task<string> Done(string[] args)
    {
        var (code, output, errors) = await RunningProgram.Run(Nodes.Program, Nodes.Nothing, [.. args, .. Alone]);
        Assert.True(code == 0, errors);
        return output;
    }
}
