using Communities.Actors;
using Microsoft.Data.Sqlite;

namespace Communities.Views;

/// <summary>How <see cref="SqliteViews"/> follow the feed.</summary>
public sealed record ViewsOptions
{
    /// <summary>The most envelopes in one transaction, 1 to 100,000. Larger ones are cheaper and show later.</summary>
    public int BatchMax { get; init; } = 2_000;

    /// <summary>Is told, a sentence each, when views are made anew and when the feed cannot be followed.</summary>
    public Action<string> Announce { get; init; } = _ => { };

    /// <summary>Times the pause before what failed is tried again.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>The views in a SQLite file. It can be deleted at any time: it is written anew from the feed.</summary>
public sealed partial class SqliteViews : Queries, IAsyncDisposable
{
    private readonly string _path;
    private readonly IFeed _feed;
    private readonly ViewsOptions _options;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _following;
    private volatile ViewsFile _file;

    private SqliteViews(string path, IFeed feed, ViewsOptions options, ViewsFile file)
    {
        (_path, _feed, _options, _file) = (path, feed, options, file);
        _reached = new Reached(file.Projection.Position);
        _following = Task.Run(Follow);
    }

    /// <summary>
    /// Opens the views at this path and follows the feed from where they stand. Views of another version, damaged
    /// ones and those of another feed are written anew; <see cref="WaitFor"/> tells when they have caught up.
    /// </summary>
    /// <exception cref="IOException">The directory cannot be made or the file not be written.</exception>
    public static async Task<SqliteViews> Open(
        string path, IFeed feed, ViewsOptions? options = null, CancellationToken ct = default)
    {
        options ??= new ViewsOptions();
        ArgumentOutOfRangeException.ThrowIfNotEqual(options.BatchMax, Math.Clamp(options.BatchMax, 1, 100_000));
        try
        {
            return new SqliteViews(path, feed, options, await OpenFile(path, feed, options, ct));
        }
        catch (SqliteException e)
        {
            throw new IOException($"The views at {path} cannot be opened or made: {e.Message}", e);
        }
    }

    /// <summary>Stops following the feed and closes the file; reads that go on finish.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested) return;
        await _closing.CancelAsync();
        await _following;
        await _rebuilding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Cancelled with the rest.
        _reached.Close();
        _file.Dispose();
    }

    // A read of SQLite's own pages takes microseconds, so that it is done where it is asked. A file found damaged is
    // made anew first: late is better than an error.
    internal override ValueTask<T> Read<T>(Func<Database, T> read, CancellationToken ct = default)
    {
        try
        {
            return ValueTask.FromResult(ReadNow(read));
        }
        catch (SqliteException e) when (ViewsFile.IsDamage(e))
        {
            return new ValueTask<T>(ReadAfterRebuild(read, e));
        }
    }

    private T ReadNow<T>(Func<Database, T> read)
    {
        T result;
        while (!_file.TryRead(read, out result))
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        return result;
    }

    private async Task<T> ReadAfterRebuild<T>(Func<Database, T> read, SqliteException cause)
    {
        _options.Announce($"The views are damaged ({cause.Message}) and are being rebuilt.");
        await Rebuild(_closing.Token);
        return ReadNow(read);
    }
}
