using Communities.Actors;
using Communities.Files;
using Communities.Views;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Communities.Web;

/// <summary>
/// Deletes content that belongs to no upload: what a kill left between the file and its event, and what was taken away
/// while its place could not be reached. At the start, and every hour.
/// </summary>
/// <remarks>The views say quickly what is there; before anything is deleted, the upload itself is asked.</remarks>
internal sealed partial class FileSweep(
    IFiles files, Spool spool, IViews views, IActors actors, TimeProvider time, ILogger<FileSweep> log)
    : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>
    /// Where other processes write too, what is younger than this may be on its way; no upload takes so long.
    /// </summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(1);

    private const int BatchMax = 500;

    // What is younger than this process came through it, and is on its way or has its event.
    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary>Sweeps once, and says how many files were deleted.</summary>
    internal async Task<int> Sweep(CancellationToken ct)
    {
        var before = files.IsShared ? time.GetUtcNow() - Age : _started;
        var deleted = 0;
        var batch = new List<string>(BatchMax);
        await foreach (var file in files.List(ct))
        {
            if (file.At >= before && file.At >= time.GetUtcNow() - Age) continue;
            batch.Add(file.Name);
            if (batch.Count < BatchMax) continue;
            deleted += await Sweep(batch, ct);
            batch.Clear();
        }

        return deleted + await Sweep(batch, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // Nobody waits for it to start.
        await Try(async () =>
        {
            spool.Clear(_started - Age);
            await files.ClearUnfinished(_started - Age, stoppingToken);
        });
        using var timer = new PeriodicTimer(Every, time);
        do await Try(() => Sweep(stoppingToken));
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> Sweep(List<string> names, CancellationToken ct)
    {
        var deleted = 0;
        foreach (var group in names.GroupBy(name => UploadFiles.Parse(name)?.Community))
        {
            if (group.Key is null) continue; // Not ours: somebody put it there by hand.
            var there = await views.UploadsThere(
                group.Key, [.. group.Select(name => UploadFiles.Parse(name)!.Value.Upload).Distinct()], ct);
            foreach (var name in group)
            {
                var (_, upload, digest) = UploadFiles.Parse(name)!.Value;
                if (IsOf(there.GetValueOrDefault(upload), digest)) continue;
                var state = await actors.See<Upload>(Keys.OfUpload(group.Key, upload), ct);
                if (!state.IsRemoved && IsOf(state.Digest, digest)) continue;
                await files.Delete(name, ct);
                deleted++;
            }
        }

        return deleted;
    }

    private static bool IsOf(string? whole, string beginning) =>
        whole is { Length: > 0 } && whole.StartsWith(beginning, StringComparison.Ordinal);

    private async Task Try(Func<Task> sweep)
    {
        try
        {
            await sweep();
        }
        catch (Exception e) when (e is FilesUnavailableException or ViewsUnavailableException
            or JournalUnavailableException or IOException or UnauthorizedAccessException)
        {
            Unswept(e.Message);
        }
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "Strays could not be swept now: {Why}")]
    private partial void Unswept(string why);
}
