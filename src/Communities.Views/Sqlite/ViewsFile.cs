using System.Collections.Concurrent;
using Communities.Actors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Communities.Views;

/// <summary>One views file: its writer, its readers, and how far it has come.</summary>
/// <remarks>
/// Beside the path that was asked for lie generations of it: <c>views.1.db</c>, and <c>views.2.db</c> once it has been
/// rebuilt. The highest complete one counts; being complete, and of which version, is written into the file itself, so
/// that a rebuild takes the place of the one before in a single commit, and one that was interrupted never counts.
/// </remarks>
internal sealed class ViewsFile : IDisposable
{
    // Connections beyond it are closed after use: what many readers need at once is rare, and each holds a page cache.
    private static readonly int ReadersKept = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SqliteDatabase _writer;
    private readonly ConcurrentBag<SqliteDatabase> _readers = [];
    private int _users = 1; // The owner is one.

    private ViewsFile(string path, int generation, SqliteDatabase writer)
    {
        (Path, Generation, _writer) = (path, generation, writer);
        Projection = new Projection(writer, Partitions.One, 0);
    }

    public string Path { get; }

    public int Generation { get; }

    public Projection Projection { get; }

    /// <summary>Makes an empty file of this generation in place of whatever was there.</summary>
    public static ViewsFile Create(string path, int generation)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        var file = PathOf(path, generation);
        Delete(file);
        var writer = SqliteDatabase.Writer(file);
        try
        {
            writer.Execute($"BEGIN; {SqliteDialect.Instance.Tables} COMMIT;");
            return new ViewsFile(file, generation, writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Opens a generation that is complete and of this schema; null where it is not.</summary>
    /// <exception cref="SqliteException">It is damaged, or cannot be opened at all.</exception>
    public static ViewsFile? Open(string path, int generation)
    {
        var file = PathOf(path, generation);
        var writer = SqliteDatabase.Writer(file);
        ViewsFile? opened = null;
        try
        {
            if (writer.Number("PRAGMA user_version") == Schema.Version)
                opened = new ViewsFile(file, generation, writer);
            return opened;
        }
        finally
        {
            if (opened is null) writer.Dispose();
        }
    }

    /// <summary>The generations that lie there, the highest first.</summary>
    public static IReadOnlyList<int> Generations(string path)
    {
        var (directory, name, extension) = Parts(path);
        if (!Directory.Exists(directory)) return [];
        return [.. Directory.EnumerateFiles(directory, $"{name}.*{extension}")
            .Select(file => System.IO.Path.GetFileName(file)[(name.Length + 1)..^extension.Length])
            .Select(number => int.TryParse(number, out var generation) ? generation : 0)
            .Where(generation => generation > 0)
            .OrderDescending()];
    }

    /// <summary>Removes a generation that nobody has open.</summary>
    public static void Delete(string path, int generation) => Delete(PathOf(path, generation));

    /// <summary>From now on this file counts, and not one of a lower generation.</summary>
    public void Complete() => _writer.Execute($"PRAGMA user_version = {Schema.Version}");

    /// <summary>Reads from one state of the file.</summary>
    /// <returns>False where the file has been put away.</returns>
    public bool TryRead<T>(Func<Database, T> read, out T result)
    {
        result = default!;
        if (!TryEnter()) return false;
        try
        {
            if (!_readers.TryTake(out var reader)) reader = SqliteDatabase.Reader(Path);
            var isSound = true;
            try
            {
                result = reader.Read(read);
            }
            catch (SqliteException)
            {
                isSound = false;
                throw;
            }
            finally
            {
                if (isSound && _readers.Count < ReadersKept) _readers.Add(reader);
                else reader.Dispose();
            }

            return true;
        }
        finally
        {
            Exit();
        }
    }

    /// <summary>Closes it once its last reader has finished.</summary>
    public void Dispose() => Exit();

    /// <summary>True for what only a new file can mend.</summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    private static (string Directory, string Name, string Extension) Parts(string path) => (
        System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!,
        System.IO.Path.GetFileNameWithoutExtension(path), System.IO.Path.GetExtension(path));

    private static string PathOf(string path, int generation)
    {
        var (directory, name, extension) = Parts(path);
        return System.IO.Path.Combine(directory, $"{name}.{generation}{extension}");
    }

    private static void Delete(string file)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm"]) File.Delete(file + suffix);
    }

    private bool TryEnter()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users) return true;
            users = seen;
        }

        return false;
    }

    private void Exit()
    {
        if (Interlocked.Decrement(ref _users) > 0) return;
        while (_readers.TryTake(out var reader)) reader.Dispose();
        _writer.Dispose();
        if (IsObsolete) Delete(Path);
    }

    /// <summary>Set where another generation has taken its place: the file goes when it is closed.</summary>
    public bool IsObsolete { get; set; }
}
