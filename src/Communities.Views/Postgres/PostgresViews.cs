using Communities.Actors;
using Npgsql;

namespace Communities.Views;

/// <summary>
/// The views in a PostgreSQL, read by any number of processes. Their schemas can be deleted while nobody has them open:
/// they are written anew from the feeds.
/// </summary>
/// <remarks>
/// Each partition is written by whoever calls <see cref="Project"/> for it. Should two do so, one of them finds the
/// position moved and has written nothing.
/// </remarks>
public sealed partial class PostgresViews : Queries, IAsyncDisposable
{
    private readonly PostgresViewsOptions _options;
    private readonly Feeds _feeds;
    private readonly Generations _generations;
    private readonly PostgresReaders _readers;
    private readonly int _opened; // The generation that answered then.
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;
    private readonly Task _telling;

    private PostgresViews(
        PostgresViewsOptions options, Feeds feeds, Generations generations, int generation, IEnumerable<long> positions)
    {
        (_options, _feeds, _generations, _opened) = (options, feeds, generations, generation);
        _readers = new PostgresReaders(options, generations, generation);
        _reached = [.. positions.Select(position => new Reached(position))];
        _known = [.. _reached.Select(reached => reached.Position)];
        _listening = Task.Run(Listen);
        _telling = Task.Run(TellAll);
    }

    /// <summary>
    /// Opens the views, and makes the tables where there are none. Views of another version are left to those who read
    /// them; those of other journals are written anew. <see cref="WaitFor"/> tells when they have caught up.
    /// </summary>
    /// <exception cref="ViewsUnavailableException">The database cannot be reached.</exception>
    public static async Task<PostgresViews> Open(
        PostgresViewsOptions options, Feeds feeds, CancellationToken ct = default)
    {
        options.Check();
        var generations = new Generations(options.DataSource, options.Schema, feeds.Partitions);
        try
        {
            var (generation, isOther) = await generations.Establish(ct);
            await using var connection = await options.DataSource.OpenConnectionAsync(ct);
            var progress = await generations.Progress(connection, generation, ct: ct);
            isOther |= !await Belong(progress, feeds, ct);
            if (isOther)
                options.Announce("The views are ahead of the journal, or of another one, and are being rebuilt.");
            if (isOther && progress.Any(one => one.Position != 0))
            {
                generation = await generations.Replace(generation, ct);
                progress = await generations.Progress(connection, generation, ct: ct);
            }

            return new PostgresViews(options, feeds, generations, generation, progress.Select(one => one.Position));
        }
        catch (NpgsqlException e)
        {
            throw new ViewsUnavailableException($"The views cannot be opened or made: {e.Message}", e);
        }
    }

    /// <summary>Stops following the feeds and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested) return;
        await _closing.CancelAsync();
        await Task.WhenAll([_listening, _telling, .. _projecting.Keys]);
        await _rebuilding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // Cancelled with the rest.
        foreach (var reached in _reached) reached.Close();
        _readers.Dispose();
        _writers.Dispose();
    }

    internal override async ValueTask<T> Read<T>(Func<Database, T> read, CancellationToken ct = default)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        return await _readers.Read(read, ct);
    }

    // True where the last envelopes that were written are those that the feeds have there.
    private static async Task<bool> Belong(
        IReadOnlyList<(long Position, string Mark)> progress, Feeds feeds, CancellationToken ct)
    {
        for (var partition = 0; partition < progress.Count; partition++)
        {
            var (position, mark) = progress[partition];
            if (position == 0) continue;
            var before = feeds.Partitions.Position(partition, feeds.Partitions.NumberOf(position) - 1);
            var last = await feeds.All[partition].Read(before, 1, ct);
            if (last is not [var envelope] || envelope.Position != position || Progress.MarkOf(envelope) != mark)
                return false;
        }

        return true;
    }
}
