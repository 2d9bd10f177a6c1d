using Communities.Actors;
using Communities.Archive;
using Communities.Cluster;

namespace Communities.Silo;

/// <summary>Writes the views of one partition.</summary>
[GrainType("communities.views")]
internal sealed class ViewsGrain(Stores stores) : FollowerGrain
{
    // The views keep their own mark, in the transaction that they write: there is nothing to save here.
    protected override Task Follow(int partition, ICheckpoints checkpoints, CancellationToken ct) =>
        stores.Project!(partition, ct);
}

/// <summary>How far the archive of a partition has come.</summary>
[GenerateSerializer, Immutable, Alias("communities.archived")]
internal sealed record ArchiveProgress([property: Id(0)] long Through, [property: Id(1)] string? Trouble);

/// <summary>An archive writer, for those who watch it or wait for it.</summary>
[Alias("communities.archive-writer"), Orleans.CodeGeneration.Version(1)]
internal interface IArchiveGrain : IGrainWithStringKey
{
    /// <summary>How far it has come.</summary>
    [Alias("progress")]
    Task<ArchiveProgress> Progress();

    /// <summary>
    /// Has everything up to this position archived now, and says how far it has come after some seconds at most.
    /// </summary>
    [Alias("hurry")]
    Task<ArchiveProgress> Hurry(long position);
}

/// <summary>Writes the archive of one partition.</summary>
[GrainType("communities.archive")]
internal sealed class ArchiveGrain(Stores stores) : FollowerGrain, IArchiveGrain
{
    /// <summary>What one call waits: well below the time after which Orleans gives a call up.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private volatile ArchiveWriter? _writer;

    public Task<ArchiveProgress> Progress() =>
        Task.FromResult(new ArchiveProgress(_writer?.ArchivedThrough ?? 0, _writer?.LastError?.Message));

    public async Task<ArchiveProgress> Hurry(long position)
    {
        using var patience = new CancellationTokenSource(_patience);
        var caughtUp = _writer?.WhenCaughtUp(position, patience.Token) ?? Task.CompletedTask;
        await Task.WhenAny(caughtUp);
        return await Progress();
    }

    protected override async Task Follow(int partition, ICheckpoints checkpoints, CancellationToken ct)
    {
        await using var writer = new ArchiveWriter(stores.Journals[partition], checkpoints, stores.Archive);
        _writer = writer;
        writer.Start();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        }
        finally
        {
            // Whoever follows next finishes what is interrupted here.
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await writer.Stop(now.Token);
            _writer = null;
        }
    }
}
