namespace Communities.Suites;

/// <summary>Real data that may lie beside the checkout, in shared/data.</summary>
public static class SharedData
{
    /// <summary>The path of this file or directory of it, or null where there is none.</summary>
    public static string? Find(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "shared", "data", name);
            if (Path.Exists(path)) return path;
        }

        return null;
    }
}
