using System.Diagnostics;

namespace Communities.Actors;

/// <summary>
/// A feed as one follower reads it who pays for each batch more than for each event: batches come at most so often, and
/// bring what has happened meanwhile. What happens after a silence is read at once. For one reader at a time.
/// </summary>
public sealed class PacedFeed(IFeed feed, TimeSpan every) : IFeed
{
    private long _lastRead;

    /// <inheritdoc/>
    public long Head => feed.Head;

    /// <inheritdoc/>
    public long Next(long position) => feed.Next(position);

    /// <inheritdoc/>
    public ValueTask WaitBeyond(long position, CancellationToken ct = default) => feed.WaitBeyond(position, ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        var early = _lastRead == 0 ? TimeSpan.Zero : every - Stopwatch.GetElapsedTime(_lastRead);
        if (early > TimeSpan.Zero && feed.Head > after)
        {
            // The machine's time and never a test's: how much work there is has nothing to do with what time it is.
            await Task.Delay(early, ct).ConfigureAwait(false);
        }

        var batch = await feed.Read(after, most, ct).ConfigureAwait(false);
        if (batch.Count > 0)
        {
            // Who is behind goes on without a pause.
            _lastRead = batch.Count < most ? Stopwatch.GetTimestamp() : 0;
        }

        return batch;
    }
}
