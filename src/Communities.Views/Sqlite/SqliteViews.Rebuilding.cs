using Communities.Actors;
using Microsoft.Data.Sqlite;

namespace Communities.Views;

public sealed partial class SqliteViews
{
    private static async Task<ViewsFile> OpenFile(string path, IFeed feed, ViewsOptions options, CancellationToken ct)
    {
        var generations = ViewsFile.Generations(path);
        ViewsFile? file = null;
        foreach (var generation in generations)
        {
            if (file is null) file = await OpenSound(path, generation, feed, options, ct);
            if (file?.Generation != generation) ViewsFile.Delete(path, generation);
        }

        if (file is not null) return file;
        file = ViewsFile.Create(path, generations.FirstOrDefault(0) + 1);
        file.Complete(); // There is nothing else to answer: it fills while it is read.
        return file;
    }

    // Null where the file cannot go on with this feed.
    private static async Task<ViewsFile?> OpenSound(
        string path, int generation, IFeed feed, ViewsOptions options, CancellationToken ct)
    {
        ViewsFile? file = null;
        try
        {
            file = ViewsFile.Open(path, generation);
            if (file is null)
                options.Announce("The views are of another version, or were never finished, and are being rebuilt.");
            else if (!await Belongs(file, feed, ct))
                options.Announce("The views are ahead of the journal, or of another one, and are being rebuilt.");
            else
                return file;
        }
        catch (SqliteException e) when (ViewsFile.IsDamage(e))
        {
            options.Announce($"The views are damaged ({e.Message}) and are being rebuilt.");
        }
        catch
        {
            file?.Dispose();
            throw;
        }

        file?.Dispose();
        return null;
    }

    // True where the last envelope that was written is the one that the feed has there.
    private static async Task<bool> Belongs(ViewsFile file, IFeed feed, CancellationToken ct)
    {
        var position = file.Projection.Position;
        if (position == 0) return true;
        var last = await feed.Read(position - 1, 1, ct);
        return last.Count == 1 && last[0].Position == position && Progress.MarkOf(last[0]) == file.Projection.Mark;
    }

    private async Task RebuildNow()
    {
        var ct = _closing.Token;
        var old = _file;
        var file = ViewsFile.Create(_path, old.Generation + 1);
        try
        {
            while (await Advance(file, ct))
            {
                // The present file goes on answering, and following the feed, meanwhile.
            }

            await _turn.WaitAsync(ct);
            try
            {
                while (await Advance(file, ct))
                {
                    // The present file stands still now, so that the new one comes to the very same position.
                }

                file.Complete();
                _file = file;
                _reached.Move(file.Projection.Position);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch
        {
            file.IsObsolete = true;
            file.Dispose();
            throw;
        }

        old.IsObsolete = true;
        old.Dispose();
    }

    // One batch into a file that nobody reads yet. It never comes ahead of the present one, since those who wait and
    // subscribe are told by whoever follows the feed.
    private async Task<bool> Advance(ViewsFile file, CancellationToken ct)
    {
        var from = file.Projection.Position;
        var most = (int)Math.Min(_options.BatchMax, Position - from);
        if (most <= 0) return false;
        var batch = await _feed.Read(from, most, ct);
        if (batch.Count == 0) return false;
        file.Projection.TryApply(batch);
        return true;
    }
}
