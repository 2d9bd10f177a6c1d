using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// Proves that an archive has no gap, no repeat and no alteration, and, where it is given the journal, that both hold
/// the same events byte for byte.
/// </summary>
/// <remarks>
/// May run while the archive is written. Holds the version of each actor of one community and the name of each segment
/// in memory, no events. Who can rewrite every file of a community can also rewrite its chain: only the journal tells.
/// </remarks>
public sealed class ArchiveVerifier(IArchiveStore store)
{
    /// <summary>
    /// The feeds of the journal that the archive was written from, or null to look at the archive alone.
    /// </summary>
    public Feeds? Journal { get; init; }

    /// <summary>
    /// Where that journal keeps how far it is archived, by partition; with it, events that should be in the archive
    /// are missed and heads that were set back are found.
    /// </summary>
    public Func<int, ICheckpoints>? Checkpoints { get; init; }

    /// <summary>As in <see cref="ArchiveOptions.ExcludedPrefixes"/> of the writer.</summary>
    public IReadOnlySet<string> ExcludedPrefixes { get; init; } = new ArchiveOptions().ExcludedPrefixes;

    /// <summary>
    /// Is shown each event while it is read, a community after the other, in the order of the journal.
    /// </summary>
    public Action<Envelope>? Visit { get; init; }

    /// <summary>Reads the whole archive, and the journal if there is one.</summary>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    public async Task<ArchiveReport> Verify(CancellationToken ct = default)
    {
        var findings = new Findings();
        var archive = await Identity(findings, ct).ConfigureAwait(false);
        var partitions = Journal?.Partitions ?? Partitions.One;
        var marks = new ArchiveMark?[partitions.Count];
        for (var p = 0; p < marks.Length && archive is not null && Checkpoints is not null; p++)
            marks[p] = await ArchiveMark.Load(Checkpoints(p), archive, ct).ConfigureAwait(false);
        var journal = Journal is null ? null : new JournalCheck(findings, ExcludedPrefixes);

        var folders = new List<string>();
        await foreach (var entry in store.List("", deep: false, ct).ConfigureAwait(false))
        {
            if (entry.EndsWith('/') && ObjectName.Is(entry[..^1]))
                folders.Add(entry[..^1]);
            else if (entry != ObjectName.Identity)
                findings.Problem(entry, "It does not belong to the archive.");
        }

        if (archive is null && folders.Count > 0)
            findings.Problem(ObjectName.Identity, "It is missing, or it has been altered.");
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            var chain = new ChainCheck(store, folder, archive, MarkOf, findings, journal) { Visit = Visit };
            await chain.Run(ct).ConfigureAwait(false);
        }

        for (var p = 0; p < partitions.Count && journal is not null; p++)
            await journal.Run(Journal!.All[p], marks[p]?.Done ?? 0, ct).ConfigureAwait(false);
        journal?.Finish();
        return findings.Report(journal);

        ArchiveMark? MarkOf(long position) => marks[partitions.OfPosition(position)];
    }

    private async ValueTask<ArchiveIdentity?> Identity(Findings findings, CancellationToken ct)
    {
        try
        {
            return await ArchiveIdentity.Read(store, ct).ConfigureAwait(false);
        }
        catch (ArchiveDamagedException e)
        {
            findings.Problem(e.Name, e.Sentence);
            return null;
        }
    }
}
