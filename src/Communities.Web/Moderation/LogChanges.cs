using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Communities.Web;

/// <summary>What changed between two settings, field by field.</summary>
internal static class LogChanges
{
    // What an object in a list is called by: its place in the list may change without its meaning.
    private static readonly string[] Names = ["slug", "id", "name"];

    /// <summary>
    /// The fields that differ, each with its path and both values; null where one of the two is no JSON object, but a
    /// text.
    /// </summary>
    public static IReadOnlyList<(string Path, string Before, string After)>? Between(string? before, string? after)
    {
        if (Parse(before) is not { } old || Parse(after) is not { } now) return null;
        var (was, isNow) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        Flatten(old, "", was);
        Flatten(now, "", isNow);
        return [
            .. was.Keys.Union(isNow.Keys)
                .Select(path => (path, was.GetValueOrDefault(path, ""), isNow.GetValueOrDefault(path, "")))
                .Where(change => change.Item2 != change.Item3),
        ];
    }

    // Nothing at all is an object without fields: what was not there before, or is not any more.
    private static JsonObject? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json)) return [];
        if (json[0] != '{') return null;
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // A text that begins with a brace.
        }
    }

    private static void Flatten(JsonNode? node, string path, Dictionary<string, string> fields)
    {
        switch (node)
        {
            case JsonObject one:
                foreach (var (name, value) in one) Flatten(value, Join(path, name), fields);
                break;
            case JsonArray many when many.Any(item => item is JsonObject):
                foreach (var (i, item) in many.Index()) Flatten(item, Join(path, NameOf(item, i)), fields);
                break;
            case JsonArray many: fields[path] = string.Join(", ", many.Select(Text)); break;
            case not null: fields[path] = Text(node); break;
            default: break; // Nothing is said there.
        }
    }

    private static string NameOf(JsonNode? item, int index) => item is JsonObject one
        && Names.Select(name => one[name]).FirstOrDefault(name => name is not null) is { } found
            ? Text(found)
            : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path} › {name}";

    private static string Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "";
}
