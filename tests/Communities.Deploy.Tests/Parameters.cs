using System.Text.Json;
using System.Text.RegularExpressions;
using Communities.Tests;

namespace Communities.Deploy.Tests;

/// <summary>What azd hands to the deployment: <c>${NAME=default}</c> out of its environment.</summary>
internal static partial class Parameters
{
    private static readonly JsonElement _file =
        JsonDocument.Parse(Repository.Read("deploy/main.parameters.json")).RootElement;

    public static IReadOnlyDictionary<string, JsonElement> All { get; } =
        _file.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("value"));

    /// <summary>The variables it reads.</summary>
    public static IEnumerable<string> Variables =>
        Variable().Matches(_file.GetRawText()).Select(match => match.Groups[1].Value);

    /// <summary>What holds where the variable is not set.</summary>
    public static string Default(string value) => Variable().Match(value).Groups[2].Value;

    [GeneratedRegex(@"\$\{([A-Z_]+)(?:=([^}]*))?\}")]
    private static partial Regex Variable();
}
