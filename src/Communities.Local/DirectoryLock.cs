namespace Communities.Local;

/// <summary>
/// The right to be the only one who writes a data directory: a lock file held open. The operating system releases it
/// when the process ends, however it ends.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private const string FileName = "lock";

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="DataDirectoryInUseException">Somebody else holds it.</exception>
    public static DirectoryLock Take(string directory)
    {
        Directory.CreateDirectory(directory);
        try
        {
            return new(new FileStream(
                Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not DirectoryNotFoundException and not PathTooLongException)
        {
            throw new DataDirectoryInUseException(directory, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
