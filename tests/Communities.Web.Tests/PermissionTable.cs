using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Communities.Web.Tests;

/// <summary>
/// One line of the permission table: how an endpoint answers each role. The files of the table are in
/// <c>Permissions</c>, one a feature; <c>Permissions/README.txt</c> says how a line reads.
/// </summary>
public sealed partial record PermissionLine(
    string Method, string Path, IReadOnlyList<int> Statuses, IReadOnlyList<int>? InPrivate,
    IReadOnlyList<int>? Unlisted, int? Keeper, int? Suspended, string? Body, string Place)
    : IXunitSerializable
{
    /// <summary>Each column of the table.</summary>
    public static readonly string[] Roles =
        ["visitor", "stranger", "member", "author", "moderator", "manager", "owner", "operator"];

    /// <summary>
    /// Who has no column: a member who keeps order in another category is answered like any member, and one who is
    /// suspended like a stranger, unless the line says otherwise.
    /// </summary>
    public static readonly string[] Others = ["keeper", "suspended"];

    /// <summary>Of whom a private community keeps itself hidden: the first columns.</summary>
    public const int Outsiders = 2;

    [Obsolete("For the runner of tests alone.")]
    public PermissionLine()
        : this("", "", [], null, null, null, null, null, "")
    {
    }

    /// <summary>The endpoint it is about, as the program maps it: without values and without a query.</summary>
    public string Endpoint => $"{Method} {KeyOf(Path)}";

    public bool IsOfCommunity => Path.Contains("{community", StringComparison.Ordinal);

    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Every line, of all files.</summary>
    public static IReadOnlyList<PermissionLine> All { get; } = [.. Read()];

    public static string KeyOf(string path) => "/" + Value().Replace(path.Split('?')[0].Trim('/'), "{$1}");

    /// <summary>The address with each name between braces replaced by its value.</summary>
    public static string Fill(string path, Func<string, string> valueOf) => Value().Replace(
        path, match => match.Groups[2].Success ? match.Groups[2].Value : valueOf(match.Groups[1].Value));

    /// <summary>
    /// How one of the <see cref="Others"/> is answered, where these are the answers of those with columns.
    /// </summary>
    public int StatusOf(string other, IReadOnlyList<int> statuses) => other == "keeper"
        ? Keeper ?? statuses[Array.IndexOf(Roles, "member")]
        : Suspended ?? statuses[Array.IndexOf(Roles, "stranger")];

    public override string ToString() => $"{Method} {Path}{(Body is null ? "" : " " + Body)}";

    public void Deserialize(IXunitSerializationInfo info) => throw new NotSupportedException();

    public void Serialize(IXunitSerializationInfo info) => throw new NotSupportedException();

    private static IEnumerable<PermissionLine> Read()
    {
        var folder = System.IO.Path.Combine(Checkout.Root, "tests", "Communities.Web.Tests", "Permissions");
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            if (System.IO.Path.GetFileName(file) == "README.txt") continue;
            foreach (var (index, line) in File.ReadAllLines(file).Index())
                if (line.Length > 0 && line[0] != '#')
                    yield return Parse(line, $"{System.IO.Path.GetFileName(file)}:{index + 1}");
        }
    }

    private static PermissionLine Parse(string line, string place)
    {
        var match = Form().Match(line);
        if (!match.Success) throw new InvalidOperationException($"{place} is no line of the table: {line}");
        var body = match.Groups["body"];
        return new(
            match.Groups["method"].Value, match.Groups["path"].Value, Numbers(match.Groups["statuses"].Value)!,
            Numbers(match.Groups["private"].Value), Numbers(match.Groups["unlisted"].Value),
            Numbers(match.Groups["keeper"].Value)?[0], Numbers(match.Groups["suspended"].Value)?[0],
            body.Length > 0 ? body.Value : null, place);
    }

    private static int[]? Numbers(string text) => text.Length == 0 ? null
        : [.. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    // GET /c/{community}  200 200 200 200 200 200 200 200  {"name":"N"}
    [GeneratedRegex(
        @"^(?<method>[A-Z]+) +(?<path>/\S*) +(?<statuses>(?:\d{3} *){8})"
        + @"(?:private=(?<private>\d{3}(?:,\d{3}){7}) *)?(?:unlisted=(?<unlisted>\d{3}(?:,\d{3}){7}) *)?"
        + @"(?:keeper=(?<keeper>\d{3}) *)?(?:suspended=(?<suspended>\d{3}) *)?"
        + @"(?<body>\S.*)?$")]
    private static partial Regex Form();

    // {thread}, {number:int}, {**name}, {action=close}
    [GeneratedRegex(@"\{\*{0,2}(\w+)(?::\w+(?:\(\d+\))?)?(?:=([^}]*))?\??\}")]
    private static partial Regex Value();
}

/// <summary>Where this checkout lies.</summary>
public static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Communities.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
