using Communities.Files;

namespace Communities.Web;

/// <summary>Where what is being sent waits to be looked at: a file that is gone when it is closed.</summary>
internal sealed class Spool(WebOptions options, IFiles files)
{
    // A process of many may have no directory of its own that it can write to.
    private readonly string _folder = files.IsShared
        ? Path.Combine(Path.GetTempPath(), "communities-incoming")
        : Path.Combine(options.DataDirectory, "incoming");

    /// <summary>All that comes, from its beginning; null where it is longer than this.</summary>
    public async Task<FileStream?> Take(Stream coming, long bytesMax, CancellationToken ct)
    {
        Directory.CreateDirectory(_folder);
        var kept = new FileStream(
            Path.Combine(_folder, Guid.NewGuid().ToString("n")), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 65_536, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            var part = new byte[65_536];
            while (await coming.ReadAsync(part, ct) is > 0 and var length)
            {
                if (kept.Length + length > bytesMax)
                {
                    await kept.DisposeAsync();
                    return null;
                }

                await kept.WriteAsync(part.AsMemory(0, length), ct);
            }

            kept.Position = 0;
            return kept;
        }
        catch
        {
            await kept.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes what a kill left here; where other processes wait here too, only what is older.</summary>
    public void Clear(DateTimeOffset before)
    {
        var folder = new DirectoryInfo(_folder);
        if (!folder.Exists) return;
        foreach (var file in folder.EnumerateFiles())
            if (!files.IsShared || file.LastWriteTimeUtc < before) file.Delete();
    }
}
