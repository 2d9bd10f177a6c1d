using System.Globalization;

namespace Communities.Server.Tests;

/// <summary>The verbs that make and measure a filter.</summary>
public sealed class FilterTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_filter_is_made_from_labelled_texts_and_measured_on_those_kept_from_it()
    {
        var data = Path.Combine(_directory, "data.jsonl");
        var file = Path.Combine(_directory, "filter.bin");
        await File.WriteAllLinesAsync(
            data, Enumerable.Range(0, 400).Select(Line), TestContext.Current.CancellationToken);
        var (code, output, errors) = await Server.Run(["filter", "train", data, "--out", file]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Learning from", output, StringComparison.Ordinal);
        Assert.Contains("100.0 %", output, StringComparison.Ordinal);

        var first = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await Server.Run(["filter", "train", data, "--out", file]);
        Assert.Equal(first, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        (code, output, _) = await Server.Run(["filter", "measure", data, "--filter", file]);
        Assert.Equal(0, code);
        Assert.Contains("precision", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_labelled_text_is_told_by_its_line()
    {
        var data = Path.Combine(_directory, "data.jsonl");
        await File.WriteAllLinesAsync(data, [Line(0), "{\"id\":1}"], TestContext.Current.CancellationToken);
        var (code, _, errors) = await Server.Run(["filter", "train", data, "--out", Path.Combine(_directory, "f")]);
        Assert.Equal((1, "Line 2 of data.jsonl is no labelled text."), (code, errors.Trim()));
        (code, _, errors) = await Server.Run(["filter", "measure", data, "--filter", data]);
        Assert.Equal((1, "data.jsonl is no filter."), (code, errors.Trim()));
    }

    private static string Line(int n)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Text(n)} number {n}");
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"set-en-{{n}}","set":"set","lang":"en","text":"{{text}}","task":"{{Task(n)}}","harmful":{{n % 2}}}
            """);
    }

    private static string Task(int n) => n % 4 < 2 ? "toxicity" : "spam";

    private static string Text(int n) => (n % 4) switch
    {
        1 => "you are a terrible idiot and a fool",
        3 => "win a prize now and claim your cash",
        _ => "shall we meet tomorrow for a walk in the park",
    };
}
