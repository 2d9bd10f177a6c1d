namespace Communities.Tests;

/// <summary>Where the project lies, and the data that may lie beside it.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, "Communities.sln")
        ?? throw new DirectoryNotFoundException("These tests run from within the repository.");

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>A file of the shared data, or null where it does not lie beside the project.</summary>
    public static string? SharedData(string path) =>
        Above(Path.GetDirectoryName(Root)!, "shared/data") is { } above
        && Path.Combine(above, "shared/data", path) is var file && File.Exists(file) ? file : null;

    private static string? Above(string folder, string holds)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Path.Exists(Path.Combine(at.FullName, holds))) return at.FullName;
        return null;
    }
}
