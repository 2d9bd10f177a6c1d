using System.Buffers;
using System.Threading.Channels;

namespace Communities.Actors.Hosting;

/// <summary>A state that is to be kept, with its serialization still to be done.</summary>
internal interface IPendingSnapshot
{
    /// <summary>Writes it behind what is in the buffer; it is valid as long as the buffer is not reset.</summary>
    ActorSnapshot Write(ArrayBufferWriter<byte> buffer);
}

/// <summary>
/// Writes snapshots behind the turns that they were taken in, a few at a time, so that a wave of them does not take
/// the processor from the turns.
/// </summary>
internal sealed class SnapshotWriter
{
    /// <summary>Snapshots on their way to the journal at once: they share a commit.</summary>
    private const int BatchMax = 64;

    /// <summary>Bytes on their way at once, so that large ones do not hold up the appends behind them.</summary>
    private const int BatchBytes = 1 << 20;

    /// <summary>
    /// The buffer that is kept; made anew each time, such arrays would make every collection a full one.
    /// </summary>
    private const int BufferKept = 8 << 20;

    private readonly ActorHost _host;
    private readonly Task _writing;

    // Bounded by the actors: one has to decide hundreds of commands before its next snapshot is due.
    private readonly Channel<IPendingSnapshot> _pending =
        Channel.CreateUnbounded<IPendingSnapshot>(new UnboundedChannelOptions { SingleReader = true });

    public SnapshotWriter(ActorHost host) => (_host, _writing) = (host, Task.Run(Write));

    public void Post(IPendingSnapshot snapshot) => _pending.Writer.TryWrite(snapshot);

    /// <summary>Writes what is waiting, and takes no more.</summary>
    public Task Finish()
    {
        _pending.Writer.TryComplete();
        return _writing;
    }

    private async Task Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        List<Task> saving = [];
        while (await _pending.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (saving.Count < BatchMax && buffer.WrittenCount < BatchBytes
                && _pending.Reader.TryRead(out var snapshot))
            {
                saving.Add(Save(snapshot, buffer));
            }

            await Task.WhenAll(saving).ConfigureAwait(false);
            saving.Clear();
            buffer = buffer.Capacity > BufferKept ? new() : buffer;
            buffer.ResetWrittenCount();
        }
    }

    private async Task Save(IPendingSnapshot pending, ArrayBufferWriter<byte> buffer)
    {
        try
        {
            var snapshot = pending.Write(buffer);
            await _host.JournalOf(snapshot.Actor.Key).SaveSnapshot(snapshot).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _host.Options.Trouble?.Invoke("A snapshot was not written; its actor will be read from its events.", e);
        }
    }
}
