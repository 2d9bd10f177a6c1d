using Communities.Suites;
namespace Communities.Server.Tests;

public sealed class VerbTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;

    private string Data => Path.Combine(_directory, "data");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("demo", "--help")]
    [InlineData("import", "--help")]
    [InlineData("export", "--help")]
    [InlineData("archive", "--help")]
    [InlineData("archive", "verify", "--help")]
    [InlineData("archive", "list", "--help")]
    [InlineData("token", "--help")]
    [InlineData("reset", "--help")]
    [InlineData("filter", "train", "--help")]
    [InlineData("filter", "measure", "--help")]
    public async Task Each_verb_explains_itself(params string[] args)
    {
        var (code, output, errors) = await Server.Run(args);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("--data", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("import")]
    [InlineData("export", "only-one")]
    [InlineData("serve", "--nonsense")]
    public async Task What_is_not_understood_ends_with_2(params string[] args)
    {
        var (code, _, errors) = await Server.Run(args);
        Assert.Equal(2, code);
        Sentence(errors);
    }

    [Fact]
    public async Task What_cannot_be_done_ends_with_1_and_one_sentence()
    {
        await Fails("import", Path.Combine(_directory, "none.jsonl"));
        await Fails("export", "nowhere", Path.Combine(_directory, "x.jsonl"));
        await Fails("token", "nobody");
        await Fails("token", "Not A Name");
        await Fails("serve", "--urls", "nonsense");
        await Fails("archive", "list", "--archive", "https://nowhere.blob.core.windows.net");
        Assert.False(File.Exists(Path.Combine(_directory, "x.jsonl")));
    }

    [Fact]
    public async Task A_directory_has_one_process_and_a_port_too()
    {
        var urls = $"http://127.0.0.1:{RunningProgram.FreePort()}";
        using var first = Server.Start("--data", Data, "--urls", urls);
        await first.Serving();
        await first.Says("/set-up?key=");
        Assert.Contains("in use by another process", await Fails("token", "alice", "--create"),
            StringComparison.Ordinal);
        var (code, _, errors) = await Server.Run("--data", Data + "2", "--urls", urls);
        Assert.Equal(1, code);
        Assert.Contains("in use", Sentence(errors), StringComparison.Ordinal);
        await first.Kill();
    }

    [Fact]
    public async Task A_community_goes_out_and_in_by_the_command_line()
    {
        var file = Path.Combine(_directory, "small.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(20), TestContext.Current.CancellationToken);
        var (code, output, errors) = await Server.Run("import", file, "--data", Data);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Imported into small", output, StringComparison.Ordinal);
        var (first, second) = (Path.Combine(_directory, "a.jsonl.gz"), Path.Combine(_directory, "b.jsonl.gz"));
        Assert.Equal(0, (await Server.Run("export", "small", first, "--data", Data)).Code);
        if (!OperatingSystem.IsWindows()) // Where who reads a file is said otherwise.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(first));
        Assert.Equal(0, (await Server.Run("import", first, "--data", Data + "2")).Code);
        Assert.Equal(0, (await Server.Run("export", "small", second, "--data", Data + "2")).Code);
        Assert.Equal(
            await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken));
        var token = await Server.Run("token", "alice", "--create", "--data", Data);
        Assert.StartsWith("cmt_alice_", token.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_cut_or_altered_is_found()
    {
        var file = Path.Combine(_directory, "small.jsonl");
        await File.WriteAllLinesAsync(file, Written.Records(20), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Server.Run("import", file, "--data", Data)).Code);
        Assert.Equal(0, (await Server.Run("archive", "verify", "--data", Data)).Code);

        var segment = Directory.GetFiles(Path.Combine(Data, "archive"), "*.ndjson.gz", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        File.SetAttributes(segment, FileAttributes.Normal);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes, TestContext.Current.CancellationToken);
        var (code, _, errors) = await Server.Run("archive", "verify", "--data", Data);
        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);

        await using (var journal = File.OpenWrite(Path.Combine(Data, "journal.db"))) journal.SetLength(5_000);
        Assert.Contains("journal", await Fails("archive", "verify"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_for_another_password_is_printed_where_no_e_mail_is_sent()
    {
        await Fails("reset", "nobody");
        await Fails("reset", "Not A Name");
        Assert.Equal(0, (await Server.Run("token", "alice", "--create", "--data", Data)).Code);
        var (code, output, _) = await Server.Run(
            "reset", "alice", "--data", Data, "--set", "Communities:BaseUrl=https://forum.example.org");
        Assert.Equal(0, code);
        Assert.StartsWith("https://forum.example.org/reset?key=alice.", output, StringComparison.Ordinal);
        foreach (var setting in new[]
        {
            "nonsense", "Communities:Mail:Host=localhost", "Communities:Mail:Port=x", "Communities:Mail:Required=true",
            "Communities:Providers:0:Name=x",
        })
            await Fails("archive", "verify", "--set", setting);
    }

    private async Task<string> Fails(params string[] args)
    {
        var (code, _, errors) = await Server.Run([.. args, "--data", Data]);
        Assert.Equal(1, code);
        return Sentence(errors);
    }

    private static string Sentence(string errors)
    {
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        return errors;
    }
}
