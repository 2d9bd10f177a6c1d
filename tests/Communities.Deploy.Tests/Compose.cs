using Communities.Tests;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Communities.Deploy.Tests;

/// <summary>Files of YAML, with what is merged into what (<c>&lt;&lt;</c>) merged.</summary>
internal static class Compose
{
    public static IReadOnlyDictionary<object, object> File { get; } = Load("deploy/compose.yaml");

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<object, object>> Services { get; } =
        Map(File["services"]).ToDictionary(s => (string)s.Key, s => Map(s.Value));

    public static IReadOnlyDictionary<object, object> Load(string path)
    {
        var parser = new MergingParser(new YamlDotNet.Core.Parser(new StringReader(Repository.Read(path))));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(parser);
    }

    public static IReadOnlyDictionary<object, object> Map(object value) => (IReadOnlyDictionary<object, object>)value;

    public static IEnumerable<string> Strings(object value) => ((IEnumerable<object>)value).Cast<string>();

    public static IReadOnlyDictionary<string, string> SettingsOf(IReadOnlyDictionary<object, object> service) =>
        service.TryGetValue("environment", out var settings)
            ? Map(settings).ToDictionary(s => (string)s.Key, s => (string)s.Value)
            : new Dictionary<string, string>();
}
