using Npgsql;

namespace Communities.Postgres;

/// <summary>One partition of the journal.</summary>
internal sealed partial class PartitionJournal : IJournal
{
    private readonly PostgresJournal _journal;
    private readonly Sessions _readers;
    private readonly Sessions _writers;
    private readonly RecentEnvelopes _recent;
    private readonly Writer _writer;

    public PartitionJournal(
        PostgresJournal journal, int partition, (long Events, long Fence) stand, Sessions readers, Sessions writers,
        long recentBytes)
    {
        (_journal, Partition, _readers, _writers) = (journal, partition, readers, writers);
        Statements = new Statements(Schema.TableOf(partition));
        _recent = new RecentEnvelopes(journal.Partitions, Position(stand.Events), recentBytes);
        _writer = new Writer(this, writers, stand.Events, stand.Fence);
    }

    public int Partition { get; }

    public int Partitions => _journal.Partitions.Count;

    /// <summary>Stands beside each event that this process writes, so that it finds its own again.</summary>
    public int WriterId => _journal.WriterId;

    public Statements Statements { get; }

    public long Head => _recent.Head;

    public long Next(long position) => _journal.Partitions.Next(Partition, position);

    public long Position(long number) => _journal.Partitions.Position(Partition, number);

    public long Number(long position) => _journal.Partitions.NumberOf(position);

    /// <summary>Said by the writer: these are durable.</summary>
    public void Wrote(IReadOnlyList<Envelope> envelopes)
    {
        _recent.Add(envelopes);
        _journal.Wrote(Partition, envelopes);
    }

    /// <summary>Said where it is seen that so many events are durable, whoever wrote them.</summary>
    public void WroteElsewhere(long events, bool isSetBack)
    {
        if (isSetBack)
        {
            _recent.SetBack(Position(events));
            _journal.Tell($"Partition {Partition} of the journal was set back to its event {events}.", null);
        }
        else
        {
            _recent.Advance(Position(events));
        }
    }

    /// <summary>What somebody else has seen to be durable.</summary>
    public void Offer(IReadOnlyList<Envelope> envelopes) => _recent.Add(envelopes);

    public Task<long> Append(IReadOnlyList<Envelope> events, AppendChain? chain = null)
    {
        AppendRequest.Inspect(events);
        var request = new AppendRequest(events, chain);
        try
        {
            _writer.Post(request);
        }
        catch (JournalUnavailableException e)
        {
            chain?.Break();
            request.Fail(e);
        }

        return request.Done;
    }

    public async ValueTask<IReadOnlyList<Envelope>> Read(long after, int most, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        after = Math.Max(after, 0);
        if (_recent.Read(after, most) is { } kept)
        {
            return kept;
        }

        var read = await Rows(new(Statements.Feed, Partition, after, (long)most), EventRows.Read, ct)
            .ConfigureAwait(false);
        if (read.Count > 0)
        {
            _recent.Add(read);
        }

        return read;
    }

    public ValueTask WaitBeyond(long position, CancellationToken ct = default) => _recent.WaitBeyond(position, ct);

    public async ValueTask<IReadOnlyList<Envelope>> History(
        ActorId actor, long afterVersion, int most, CancellationToken ct = default) =>
        await Rows(
            new(Statements.History, Partition, actor.Kind, actor.Key, afterVersion, (long)most), EventRows.Read, ct)
            .ConfigureAwait(false);

    /// <summary>Writes what waits, and takes no more.</summary>
    public async Task Close()
    {
        await _writer.Close().ConfigureAwait(false);
        _recent.Close();
    }

    private async Task<List<T>> Rows<T>(Statement statement, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        await _readers.Run(
            (session, ct) => session.Read(
                statement,
                async rows =>
                {
                    var found = new List<T>();
                    while (await rows.ReadAsync(ct).ConfigureAwait(false))
                    {
                        found.Add(read(rows));
                    }

                    return found;
                },
                ct),
            ct).ConfigureAwait(false);

    private async ValueTask<T?> Row<T>(Statement statement, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        (await Rows(statement, read, ct).ConfigureAwait(false)).FirstOrDefault();

    private async ValueTask<int> Write(Statement statement, CancellationToken ct) =>
        await _writers.Run((session, ct) => session.Write(statement, ct), ct).ConfigureAwait(false);
}
