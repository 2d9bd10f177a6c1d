using System.Text.RegularExpressions;

namespace Communities.Web.Tests;

/// <summary>
/// One line of the table of pages: who looks at a page, and what is opened on it. The files of the table are in
/// <c>Pages</c>, one a feature; <c>Pages/README.txt</c> says how a line reads.
/// </summary>
public sealed partial record AccessibleLine(
    string Path, IReadOnlyList<string> People, string? Click, string? WhyNone, string Place)
{
    /// <summary>Every line, of all files.</summary>
    public static IReadOnlyList<AccessibleLine> All { get; } = [.. Read()];

    /// <summary>The endpoint that answers, as the program maps it.</summary>
    public string Endpoint => PermissionLine.KeyOf(Path);

    private static IEnumerable<AccessibleLine> Read()
    {
        var folder = System.IO.Path.Combine(Checkout.Root, "tests", "Communities.Web.Tests", "Pages");
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (System.IO.Path.GetFileName(file) == "README.txt") continue;
            foreach (var (index, line) in File.ReadAllLines(file).Index())
                if (line.Length > 0 && line[0] != '#')
                    yield return Parse(line, $"{System.IO.Path.GetFileName(file)}:{index + 1}");
        }
    }

    private static AccessibleLine Parse(string line, string place)
    {
        var match = Form().Match(line);
        if (!match.Success) throw new InvalidOperationException($"{place} is no line of the table: {line}");
        return new(
            match.Groups["path"].Value,
            match.Groups["people"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries),
            match.Groups["click"].Success ? match.Groups["click"].Value : null,
            match.Groups["none"].Success ? match.Groups["none"].Value : null,
            place);
    }

    // /c/{community}/threads/{thread}  visitor,mia  click=#p1 [data-more]
    [GeneratedRegex(@"^(?<path>/\S*) +(?:none: (?<none>\S.*)|(?<people>[a-z,]+)(?: +click=(?<click>\S.*))?)$")]
    private static partial Regex Form();
}
