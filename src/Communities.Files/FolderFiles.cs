using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Communities.Files;

/// <summary>Files in a folder.</summary>
/// <remarks>
/// A file is written under a temporary name, flushed, renamed, and then its folder is flushed: it appears whole or not
/// at all.
/// </remarks>
internal sealed class FolderFiles(string root, bool isShared) : IFiles
{
    // On the same file system as the files, so that a rename is one step. No name begins with a dot.
    private const string Unfinished = ".unfinished";

    private readonly string _root = Path.GetFullPath(root);

    public bool IsShared => isShared;

    public async ValueTask Put(string name, Stream content, CancellationToken ct = default)
    {
        var path = PathOf(name);
        await Try(name, async () =>
        {
            var unfinished = Path.Combine(_root, Unfinished);
            MakeFolder(unfinished);
            var temporary = Path.Combine(unfinished, Guid.NewGuid().ToString("n"));
            try
            {
                await Write(temporary, content, ct).ConfigureAwait(false);
                MakeFolder(Path.GetDirectoryName(path)!);
                File.Move(temporary, path, overwrite: true);
                FlushFolder(Path.GetDirectoryName(path)!);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }

            return true;
        }).ConfigureAwait(false);
    }

    public ValueTask<Stream?> Open(string name, CancellationToken ct = default)
    {
        var path = PathOf(name);
        return Try(name, () => Task.FromResult<Stream?>(File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, true)
            : null));
    }

    public async ValueTask Delete(string name, CancellationToken ct = default)
    {
        var path = PathOf(name);
        await Try(name, () =>
        {
            if (File.Exists(path)) File.Delete(path);
            return Task.FromResult(true);
        }).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<FileEntry> List([EnumeratorCancellation] CancellationToken ct = default)
    {
        var all = await Try("its list", () => Task.FromResult(Entries(_root, deep: true))).ConfigureAwait(false);
        foreach (var file in all)
        {
            ct.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.StartsWith('.')) yield return new FileEntry(name, file.LastWriteTimeUtc);
        }
    }

    public async ValueTask ClearUnfinished(DateTimeOffset before, CancellationToken ct = default) =>
        await Try(Unfinished, () =>
        {
            foreach (var file in Entries(Path.Combine(_root, Unfinished), deep: false))
                if (!isShared || file.LastWriteTimeUtc < before) file.Delete();
            return Task.FromResult(true);
        }).ConfigureAwait(false);

    /// <inheritdoc/>
    public override string ToString() => _root;

    private static List<FileInfo> Entries(string folder, bool deep) => !Directory.Exists(folder) ? []
        : [.. new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions
        {
            RecurseSubdirectories = deep,
            AttributesToSkip = 0,
            IgnoreInaccessible = false, // What cannot be read must not look as if it were not there.
        })];

    private string PathOf(string name) => Path.Combine(_root, FileName.Check(name));

    private static async Task Write(string path, Stream content, CancellationToken ct)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, ct).ConfigureAwait(false);

            // A flush blocks for milliseconds, and the pool's few threads have people to serve.
            await Task.Factory.StartNew(() => file.Flush(flushToDisk: true), CancellationToken.None,
                TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    // A new folder is as durable as the entry for it in the one above.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        var above = Path.GetDirectoryName(folder);
        if (above is not null) MakeFolder(above);
        Directory.CreateDirectory(folder);
        if (above is not null) FlushFolder(above);
    }

    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return; // NTFS keeps its own log of names.
        using var handle = new SafeFileHandle(OpenFolder(folder, flags: 0), ownsHandle: true);
        if (handle.IsInvalid) throw new IOException($"{folder} cannot be opened to flush it.");
        RandomAccess.FlushToDisk(handle);
    }

    // The only way to a handle of a folder: File.OpenHandle takes files.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    private static async ValueTask<T> Try<T>(string name, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FilesUnavailableException($"The files cannot reach {name}. {e.Message}", e);
        }
    }
}
