using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Communities.Archive;

/// <summary>An archive in a folder: an object is a file, which appears whole or not at all.</summary>
/// <remarks>
/// A file is written under a temporary name, flushed, renamed, and then its folder is flushed. The temporary name
/// follows from the final one, so that a write which is done again after a crash leaves nothing behind. One program at
/// a time may write to a folder; any number may read.
/// </remarks>
internal sealed class FolderStore(string root) : IArchiveStore
{
    // On the same file system as the files, so that a rename is one step. No name of an object begins with a dot.
    private const string Unfinished = ".unfinished";

    private readonly string _root = Path.GetFullPath(root);

    public async ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default)
    {
        var path = PathOf(name);
        await Try(name, async () =>
        {
            if (File.Exists(path))
            {
                var there = await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false);
                if (!content.Span.SequenceEqual(there))
                    throw new ArchiveConflictException($"The archive already holds {name}, with other content.");
                FlushFolder(Path.GetDirectoryName(path)!); // It may have been renamed just before a crash.
            }
            else
            {
                await Write(name, path, content, overwrite: false, ct).ConfigureAwait(false);
            }

            return true;
        }).ConfigureAwait(false);
    }

    public async ValueTask<string> Replace(
        string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default)
    {
        var path = PathOf(name);
        return await Try(name, async () =>
        {
            var there = File.Exists(path)
                ? SegmentWriter.Digest(await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false))
                : null;
            if (there != tag)
                throw new ArchiveConflictException($"Somebody else has written {name} of this archive.");
            await Write(name, path, content, overwrite: true, ct).ConfigureAwait(false);
            return SegmentWriter.Digest(content.Span);
        }).ConfigureAwait(false);
    }

    public async ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default)
    {
        var path = PathOf(name);
        return await Try(name, async () =>
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return null;
            if (file.Length > ArchiveFormat.SegmentBytesMax)
                throw new ArchiveDamagedException(name, $"It has {file.Length} bytes; nothing here is so large.");
            var content = await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false);
            return new ArchiveObject(content, SegmentWriter.Digest(content));
        }).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<string> List(
        string folder, bool deep, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var path = Path.Combine(_root, ObjectName.CheckFolder(folder));
        var names = await Try(folder, () => Task.FromResult(Names(path, deep))).ConfigureAwait(false);
        foreach (var name in names)
        {
            ct.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _root;

    private List<string> Names(string path, bool deep)
    {
        var folder = new DirectoryInfo(path);
        if (!folder.Exists)
            return [];
        var everything = new EnumerationOptions
        {
            RecurseSubdirectories = deep,
            AttributesToSkip = 0,
            IgnoreInaccessible = false, // What cannot be read must not look as if it were not there.
        };
        return folder.EnumerateFileSystemInfos("*", everything)
            .Where(entry => !(deep && entry is DirectoryInfo))
            .Select(entry => Path.GetRelativePath(_root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/')
                + (entry is DirectoryInfo ? "/" : ""))
            .Where(name => !name.StartsWith(Unfinished, StringComparison.Ordinal))
            .ToList();
    }

    private string PathOf(string name) => Path.Combine(_root, ObjectName.Check(name));

    // On a thread of its own: a flush blocks for milliseconds, and the pool's few threads have people to serve.
    private Task Write(string name, string path, ReadOnlyMemory<byte> content, bool overwrite, CancellationToken ct) =>
        Task.Factory.StartNew(() => WriteNow(name, path, content, overwrite), ct,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    private void WriteNow(string name, string path, ReadOnlyMemory<byte> content, bool overwrite)
    {
        var folder = Path.GetDirectoryName(path)!;
        var unfinished = Path.Combine(_root, Unfinished);
        Directory.CreateDirectory(unfinished);
        var temporary = Path.Combine(unfinished, name.Replace('/', '+'));
        using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(file, content.Span, 0);
            RandomAccess.FlushToDisk(file);
        }

        MakeFolder(folder);
        File.Move(temporary, path, overwrite);
        FlushFolder(folder);
    }

    // A new folder is as durable as the entry for it in the one above.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder);
        if (above is not null)
            MakeFolder(above);
        Directory.CreateDirectory(folder);
        if (above is not null)
            FlushFolder(above);
    }

    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // NTFS keeps its own log of names.
        using var handle = new SafeFileHandle(Open(folder, flags: 0), ownsHandle: true);
        if (handle.IsInvalid)
            throw new IOException($"{folder} cannot be opened to flush it.");
        RandomAccess.FlushToDisk(handle);
    }

    // The only way to a handle of a folder: File.OpenHandle takes files.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    private static async ValueTask<T> Try<T>(string name, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveUnavailableException($"The archive cannot reach {name}. {e.Message}", e);
        }
    }
}
