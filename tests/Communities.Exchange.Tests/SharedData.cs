namespace Communities.Exchange.Tests;

/// <summary>Real communities that may lie beside the checkout; they are never part of it.</summary>
internal static class SharedData
{
    public static string Require(string set)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "data", set, "community.jsonl.gz");
            if (File.Exists(file)) return file;
        }

        Assert.Skip($"The set {set} does not lie in shared/data beside the checkout.");
        return "";
    }

    public static Dictionary<string, int> Stats(string file)
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "stats.txt"));
        using var json = System.Text.Json.JsonDocument.Parse(text[text.IndexOf("{\n", StringComparison.Ordinal)..]);
        return json.RootElement.EnumerateObject()
            .Where(p => p.Value.ValueKind == System.Text.Json.JsonValueKind.Number && p.Value.TryGetInt32(out _))
            .ToDictionary(p => p.Name, p => p.Value.GetInt32());
    }
}
