using System.Threading.Channels;

namespace Communities.Local;

/// <summary>
/// Writes snapshots behind the turns that they were taken in, a few at a time, so that a wave of them does not take
/// the processor from the turns.
/// </summary>
internal sealed class SnapshotWriter
{
    /// <summary>Snapshots on their way to the journal at once: they share commits.</summary>
    private const int BatchMax = 16;

    // Bounded by the actors: one has to decide hundreds of commands before its next snapshot is due.
    private readonly Channel<IPendingSnapshot> _pending =
        Channel.CreateUnbounded<IPendingSnapshot>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Task _writing;

    public SnapshotWriter() => _writing = Task.Run(Write);

    public void Post(IPendingSnapshot snapshot) => _pending.Writer.TryWrite(snapshot);

    /// <summary>Writes what is waiting, and takes no more.</summary>
    public Task Finish()
    {
        _pending.Writer.TryComplete();
        return _writing;
    }

    private async Task Write()
    {
        List<Task> batch = [];
        while (await _pending.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < BatchMax && _pending.Reader.TryRead(out var snapshot))
            {
                batch.Add(snapshot.Save());
            }

            await Task.WhenAll(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }
}
