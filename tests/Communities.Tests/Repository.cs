namespace Communities.Tests;

/// <summary>Where the project lies, and the data that may lie beside it.</summary>
internal static class Repository
{
    // What is made from the project, or kept by tools, is not the project.
    private static readonly HashSet<string> NotOurs =
        [".git", ".vs", ".vscode", ".idea", "artifacts", "bin", "obj", "data", "TestResults", "node_modules"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, "Communities.sln")
        ?? throw new DirectoryNotFoundException("These tests run from within the repository.");

    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The lines of a file, by its path from the root.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>Our files in a folder whose names end so, by their paths from the root, in order.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Below(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>A file of the shared data, or null where it does not lie beside the project.</summary>
    public static string? SharedData(string path) =>
        Above(Path.GetDirectoryName(Root)!, "shared/data") is { } above
        && Path.Combine(above, "shared/data", path) is var file && File.Exists(file) ? file : null;

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => !NotOurs.Contains(file.Name)).Concat(
            folder.EnumerateDirectories().Where(below => !NotOurs.Contains(below.Name)).SelectMany(Below));

    private static string? Above(string folder, string holds)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (Path.Exists(Path.Combine(at.FullName, holds))) return at.FullName;
        return null;
    }
}
