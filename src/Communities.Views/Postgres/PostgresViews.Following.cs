using System.Collections.Concurrent;
using Communities.Actors;

namespace Communities.Views;

public sealed partial class PostgresViews
{
    // As many batches as a database of a few processors takes in at a time from one node.
    private const int WritersMax = 4;

    // Long enough not to fill a log, short enough that readers hardly notice.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // A batch costs a transaction and half a dozen waits, whether it holds one event or many; and so much later may be
    // read what was just written, where much is written.
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(25);

    private readonly DatabaseThreads _writers = new("views writer", WritersMax, Partitions.Max);
    private readonly ConcurrentDictionary<Task, bool> _projecting = [];

    /// <summary>
    /// Follows the feed of a partition and writes what happens into the views, until it is cancelled or the views are
    /// closed. What goes wrong is announced and tried again.
    /// </summary>
    public async Task Project(int partition, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct, _closing.Token);
        var projecting = Follow(partition, until.Token);
        _projecting.TryAdd(projecting, true);
        await projecting;
        _projecting.TryRemove(projecting, out _);
    }

    private async Task Follow(int partition, CancellationToken ct)
    {
        var (feed, told) = (new PacedFeed(_feeds.All[partition], Every), (string?)null);
        PostgresProjector? projector = null;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                projector ??= await _writers.Run(() => OpenProjector(partition));
                var batch = await feed.Read(projector.Position, _options.BatchMax, ct);
                if (batch.Count == 0)
                {
                    await feed.WaitBeyond(projector.Position, ct);
                    continue;
                }

                var writing = projector;
                if (await _writers.Run(() => writing.TryApply(batch)))
                {
                    Know(writing.Generation, partition, batch[^1].Position);
                }
                else
                {
                    // Somebody else projects it, or another generation has taken the place of this one.
                    writing.Dispose();
                    projector = null;
                    _readers.TurnTo(await _generations.Present(ct));
                }

                told = null;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e) // Whatever it was: views that stay behind are better than a program that stops.
            {
                if (told != e.Message) _options.Announce($"The views stay behind the journal: {e.Message}");
                told = e.Message;
                projector?.Dispose();
                projector = null;
                await Pause(ct);
            }
        }

        projector?.Dispose();
    }

    private PostgresProjector OpenProjector(int partition)
    {
        var database = PostgresDatabase.Open(_options.DataSource);
        try
        {
            var generation = _generations.Present(CancellationToken.None).GetAwaiter().GetResult();
            _readers.TurnTo(generation);
            database.Use(_generations.SchemaOf(generation)).Channel = _generations.Channel;
            return new PostgresProjector(database, generation, _feeds.Partitions, partition);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private async Task Pause(CancellationToken ct)
    {
        try
        {
            await Task.Delay(RetryAfter, _options.Time, ct);
        }
        catch (OperationCanceledException)
        {
            // Who waits looks at that next.
        }
    }

    /// <summary>A projection of a partition into one generation, and its connection.</summary>
    private sealed class PostgresProjector(
        PostgresDatabase database, int generation, Partitions partitions, int partition) : IDisposable
    {
        private readonly Projection _projection = new(database, partitions, partition);

        public int Generation => generation;

        public long Position => _projection.Position;

        public bool TryApply(IReadOnlyList<Envelope> batch) => _projection.TryApply(batch);

        public void Dispose() => database.Dispose();
    }
}
