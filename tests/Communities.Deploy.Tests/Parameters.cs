using System.Text.Json;
using System.Text.RegularExpressions;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>What azd hands to a deployment out of its environment: <c>${NAME=default}</c>.</summary>
internal sealed partial class Parameters
{
    private readonly JsonElement _file;

    private Parameters(string path) => _file = JsonDocument.Parse(Repository.Read(path)).RootElement;

    /// <summary>Those of each file of Bicep that azd deploys, by its path.</summary>
    public static IReadOnlyDictionary<string, Parameters> All { get; } = Repository.Files("deploy", ".parameters.json")
        .ToDictionary(path => path.Replace(".parameters.json", ".bicep"), path => new Parameters(path));

    /// <summary>Each value by the name of its parameter, as it stands there.</summary>
    public IReadOnlyDictionary<string, string> Values => _file.GetProperty("parameters").EnumerateObject()
        .ToDictionary(p => p.Name, p => p.Value.GetProperty("value").ToString());

    /// <summary>The variables it reads.</summary>
    public IEnumerable<string> Variables => Variable().Matches(_file.GetRawText()).Select(m => m.Groups[1].Value);

    /// <summary>The variables without which it cannot do.</summary>
    public IEnumerable<string> Needs => Variable().Matches(_file.GetRawText())
        .Where(match => !match.Groups[2].Success).Select(match => match.Groups[1].Value);

    /// <summary>What holds where the variable is not set.</summary>
    public static string Default(string value) => Variable().Match(value).Groups[2].Value;

    [GeneratedRegex(@"\$\{([A-Z_]+)(?:=([^}]*))?\}")]
    private static partial Regex Variable();
}
