using Communities.Actors;
using Communities.Files;

namespace Communities.Exchange;

/// <summary>
/// Writes a community out, whole: its settings, its members, every post with its revisions, and what became of them.
/// </summary>
/// <remarks>
/// The order is that of time, and what happened at the same time has a fixed order too: the same community gives the
/// same bytes, also when it was imported elsewhere in between. Credentials, sessions and tokens are no
/// part of a community.
/// </remarks>
public sealed class Export(Feeds feeds, IFiles? files = null)
{
    /// <summary>Envelopes read at once.</summary>
    private const int BatchMax = 4_096;

    private readonly SortedDictionary<string, long> _written = new(StringComparer.Ordinal);

    /// <summary>How many records of each kind have been written.</summary>
    public IReadOnlyDictionary<string, long> Written => _written;

    /// <summary>Writes the community to this stream, one JSON object a line.</summary>
    /// <exception cref="ExchangeException">There is no such community.</exception>
    public async Task Run(string community, Stream output, CancellationToken ct = default)
    {
        var superseded = new Superseded();
        var facts = new FactWriter(community, superseded);
        await Walk(community, envelope =>
        {
            superseded.Take(envelope);
            return ValueTask.CompletedTask;
        }, ct).ConfigureAwait(false);
        using var lines = new SortedLines();
        await Walk(community, async envelope =>
        {
            if (superseded.IsGone(envelope)) return;
            foreach (var (order, record) in facts.Of(envelope))
            {
                if (record.Fact is UploadEvent.Stored stored)
                {
                    if (files is null) continue;
                    var parts = await ContentParts.Of(files, community, record, stored, ct).ConfigureAwait(false);
                    if (parts is null) continue; // Its content is lost: what is left is no file.
                    for (var i = 0; i < parts.Count; i++) Write(order with { Ordinal = i - parts.Count }, parts[i]);
                }

                Write(order, record);
            }
        }, ct).ConfigureAwait(false);

        void Write(LineOrder order, Record record)
        {
            _written[record.Kind] = _written.GetValueOrDefault(record.Kind) + 1;
            lines.Add(order, RecordWriter.Write(record));
        }

        if (!_written.ContainsKey(Record.Community))
            throw new ExchangeException($"There is no community called {Text.CleanLine(community, 60)} here.");
        await lines.WriteTo(output, ct).ConfigureAwait(false);
    }

    private async Task Walk(string community, Func<Envelope, ValueTask> take, CancellationToken ct)
    {
        var feed = feeds.Of(community);
        var head = feed.Head;
        for (var position = 0L; position < head;)
        {
            var batch = await feed.Read(position, BatchMax, ct).ConfigureAwait(false);
            if (batch.Count == 0) break;
            foreach (var envelope in batch)
                if (envelope.Actor.Prefix == community && envelope.Position <= head)
                    await take(envelope).ConfigureAwait(false);
            position = batch[^1].Position;
        }
    }
}
