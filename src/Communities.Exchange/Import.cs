using System.Threading.Channels;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>
/// Brings a community in: each record becomes commands with their original author and time. Safe to repeat, and to
/// resume after a crash: what the journal holds of an earlier import is not done again.
/// </summary>
/// <remarks>
/// Memory: some thousand records under way, and an entry for each member, thread and post. A community, member or
/// thread that was there before, and did not come from an import, is left as it is.
/// </remarks>
public sealed class Import(IActors actors, Feeds feeds, ImportOptions options)
{
    /// <summary>Batches of lines that are read and parsed ahead: work for each core, and one waiting.</summary>
    private static readonly int _aheadMax = Environment.ProcessorCount * 2;

    /// <summary>
    /// What became of the records so far; complete when <see cref="Run(Stream, CancellationToken)"/> ends.
    /// </summary>
    public ImportTally Tally { get; } = new();

    /// <summary>The slug that a file's name makes, or null where it makes none.</summary>
    public static string? SlugFrom(string name) => Names.Community(name);

    /// <summary>Imports a file, plain or gzip.</summary>
    /// <remarks>
    /// That a gzip file breaks off is only seen where the host runs with
    /// <c>System.IO.Compression.UseStrictValidation</c>.
    /// </remarks>
    /// <exception cref="ExchangeException">It cannot be imported at all.</exception>
    /// <exception cref="JournalUnavailableException">The journal takes no more; repeat the import later.</exception>
    public async Task<ImportTally> Run(Stream file, CancellationToken ct = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var session = new ImportSession(actors, feeds, options, Tally);
        var batches = Channel.CreateBounded<Task<ParsedBatch>>(_aheadMax);
        var reading = Task.Run(() => ReadAhead(file, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var parsing in batches.Reader.ReadAllAsync(ct).ConfigureAwait(false))
                await Take(session, await parsing.ConfigureAwait(false), ct).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await session.WhenIdle().ConfigureAwait(false);
        }

        await session.End(isWhole: Tally.Fault is null, ct).ConfigureAwait(false);
        return Tally;
    }

    /// <summary>Imports records that stand in no file.</summary>
    /// <exception cref="ExchangeException">They cannot be imported at all.</exception>
    public async Task<ImportTally> Run(IEnumerable<Record> records, CancellationToken ct = default)
    {
        var session = new ImportSession(actors, feeds, options, Tally);
        try
        {
            foreach (var record in records) await session.Take(record, ct).ConfigureAwait(false);
        }
        finally
        {
            await session.WhenIdle().ConfigureAwait(false);
        }

        await session.End(isWhole: true, ct).ConfigureAwait(false);
        return Tally;
    }

    private async Task ReadAhead(Stream file, ChannelWriter<Task<ParsedBatch>> batches, CancellationToken ct)
    {
        try
        {
            var content = await Input.Open(file, options.RatioMax, ct).ConfigureAwait(false);
            var lines = new LineReader(content, options.LineMax);
            while (await lines.Next(ct).ConfigureAwait(false) is { } batch)
            {
                var latest = options.Time.GetUtcNow() + _clockSkew;
                await batches.WriteAsync(Task.Run(() => RecordReader.Read(batch, latest), ct), ct)
                    .ConfigureAwait(false);
            }
        }
        catch (InvalidDataException)
        {
            Tally.Fault = "The file is damaged or cut short: its compression breaks off. "
                + "What came before was imported.";
        }
        catch (IOException e)
        {
            Tally.Fault = $"The file cannot be read on: {e.Message} What came before was imported.";
        }
        finally
        {
            batches.Complete();
        }
    }

    /// <summary>Clocks of two machines may differ by this much; a record from later on is an error.</summary>
    private static readonly TimeSpan _clockSkew = TimeSpan.FromDays(1);

    private async ValueTask Take(ImportSession session, ParsedBatch batch, CancellationToken ct)
    {
        foreach (var bad in batch.Bad)
        {
            options.BadLine?.Invoke(bad.Number, bad.Reason);
            Tally.Count(ImportTally.BadLines, Outcome.Skipped(bad.Reason), bad.Number);
        }

        if (batch.UnknownKeys.Count > 0) Tally.CountUnknownKeys(batch.UnknownKeys);
        foreach (var (record, _) in batch.Records) await session.Take(record, ct).ConfigureAwait(false);
    }
}
