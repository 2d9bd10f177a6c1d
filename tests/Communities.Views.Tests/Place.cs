namespace Communities.Views.Tests;

/// <summary>A directory of a test's own, gone afterwards.</summary>
internal sealed class Place : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("communities-views-").FullName;
    private int _paths;

    public string NewPath() => Path.Combine(_directory, $"views{++_paths}.db");

    public IEnumerable<string> Files => Directory.EnumerateFiles(_directory).Select(file => Path.GetFileName(file)!);

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
