using System.Security.Cryptography;

namespace Communities.Postgres;

/// <summary>
/// The journal of an engine of many processes, on PostgreSQL, in partitions. Any process may write any of them; the
/// database keeps the order, and a second activation of an actor cannot write. Every commit is on the server's disk
/// before it is answered.
/// </summary>
public sealed class PostgresJournal : IJournals, IAsyncDisposable
{
    /// <summary>What is kept of all partitions' ends in memory, in bytes; one has at least a megabyte.</summary>
    private const long RecentBytes = 64 << 20;
    private const long RecentBytesMin = 1 << 20;

    private readonly PostgresOptions _options;
    private readonly Sessions _readers;
    private readonly Sessions _writers;
    private readonly PartitionJournal[] _partitions;
    private readonly News _news;
    private int _isClosed;

    private PostgresJournal(
        PostgresOptions options, Partitions partitions, IReadOnlyList<(long Events, long Fence)> stands)
    {
        (_options, Partitions) = (options, partitions);
        (_readers, _writers) = (new Sessions(options, options.ReadersMax), new Sessions(options, options.WritersMax));
        var bytes = Math.Max(RecentBytes / partitions.Count, RecentBytesMin);
        _partitions = [.. stands.Select((stand, p) => new PartitionJournal(this, p, stand, _readers, _writers, bytes))];
        Feeds = new Feeds(_partitions);
        _news = new News(options, this);
    }

    /// <inheritdoc/>
    public Partitions Partitions { get; }

    /// <inheritdoc/>
    public Feeds Feeds { get; }

    /// <inheritdoc/>
    public IJournal this[int partition] => _partitions[partition];

    /// <summary>
    /// What this process has committed, per partition in order, before those who wait for it are answered. The next
    /// commit of that partition waits for the handler: it is quick, and does not throw.
    /// </summary>
    public event Action<int, IReadOnlyList<Envelope>> Committed = (_, _) => { };

    /// <summary>Stands beside each event that this process writes.</summary>
    internal int WriterId { get; } = RandomNumberGenerator.GetInt32(1, int.MaxValue);

    /// <summary>The journal in this schema, made if it is not there.</summary>
    /// <exception cref="JournalSetupException">The database cannot be this journal.</exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached.</exception>
    public static async Task<PostgresJournal> Open(PostgresOptions options, CancellationToken ct = default)
    {
        options = options.Checked();
        await using var opening = new Sessions(options, 1);
        var (partitions, stands) = await opening.Run(
            async (session, ct) =>
            {
                var partitions = await Schema.Ensure(session, options, ct).ConfigureAwait(false);
                return (partitions, await Schema.Stands(session, partitions, ct).ConfigureAwait(false));
            },
            ct).ConfigureAwait(false);
        var journal = new PostgresJournal(options, partitions, stands);
        journal._news.Start();
        return journal;
    }

    /// <summary>The journal of the partition in which this actor, or community, is.</summary>
    public IJournal Of(string key) => _partitions[Partitions.Of(key)];

    /// <summary>
    /// Tells of what another process has committed, as a stream brings it: where it follows it is kept, and followers
    /// here need not read it; a gap before it is read from the database.
    /// </summary>
    /// <exception cref="ArgumentException">They are not of this partition, or do not follow each other.</exception>
    public void Offer(int partition, IReadOnlyList<Envelope> envelopes)
    {
        var journal = _partitions[partition];
        for (var i = 0; i < envelopes.Count; i++)
        {
            var position = envelopes[i].Position;
            if (position <= 0 || Partitions.OfPosition(position) != partition
                || (i > 0 && position != journal.Next(envelopes[i - 1].Position)))
            {
                throw new ArgumentException($"Position {position} does not follow in partition {partition}.");
            }
        }

        if (envelopes.Count > 0)
        {
            journal.Offer(envelopes);
        }
    }

    /// <inheritdoc/>
    public Task<ICheckpoints> Claim(int partition, string follower, CancellationToken ct = default) =>
        _partitions[partition].Claim(follower, ct);

    /// <summary>
    /// Writes what waits, takes no more, and lets the connections go. The data source stays the caller's.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            await Task.WhenAll(_partitions.Select(partition => partition.Close())).ConfigureAwait(false);
            await CloseConnections().ConfigureAwait(false);
        }
    }

    /// <summary>For tests: lets everything go as a killed process would, what is under way with it.</summary>
    internal async Task Abandon()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            await CloseConnections().ConfigureAwait(false);
            await Task.WhenAll(_partitions.Select(partition => partition.Close())).ConfigureAwait(false);
        }
    }

    internal void Wrote(int partition, IReadOnlyList<Envelope> envelopes)
    {
        _news.Wrote(partition);
        try
        {
            Committed(partition, envelopes);
        }
        catch (Exception e)
        {
            // It is durable whatever a listener makes of it, and those who wait are told so.
            Tell($"A listener to the commits of partition {partition} failed ({e.Message}).", e);
        }
    }

    internal void WroteElsewhere(int partition, long events)
    {
        if (partition < _partitions.Length)
        {
            _partitions[partition].WroteElsewhere(events, isSetBack: false);
        }
    }

    internal long EventsOf(int partition) => Partitions.NumberOf(_partitions[partition].Head);

    internal void Tell(string what, Exception? why) => _options.Trouble?.Invoke(what, why);

    private async Task CloseConnections()
    {
        await _news.DisposeAsync().ConfigureAwait(false);
        await _writers.DisposeAsync().ConfigureAwait(false);
        await _readers.DisposeAsync().ConfigureAwait(false);
    }
}
