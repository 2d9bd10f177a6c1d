using System.Globalization;
using Communities.Actors;
using Communities.Archive;

namespace Communities.Silo;

/// <summary>Knows how far the archive of every partition has come, whichever silos write it.</summary>
internal sealed class ArchiveWatch : IAsyncDisposable
{
    /// <summary>What an operator looks at may be so old.</summary>
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<IArchiveGrain> _writers;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private volatile ArchiveProgress[] _known;

    public ArchiveWatch(IGrainFactory grains, Partitions partitions)
    {
        _writers = [.. Enumerable.Range(0, partitions.Count).Select(partition => grains.GetGrain<IArchiveGrain>(
            GrainId.Create("communities.archive", partition.ToString(CultureInfo.InvariantCulture))))];
        _known = [.. _writers.Select(_ => new ArchiveProgress(0, null))];
        _watching = Task.Run(Watch);
    }

    /// <summary>The positions through which everything is archived, by partition.</summary>
    public IReadOnlyList<long> Through => [.. _known.Select(p => p.Through)];

    /// <summary>Why one of them does not get on; null while all do.</summary>
    public string? Trouble => _known.FirstOrDefault(p => p.Trouble is not null)?.Trouble;

    /// <summary>Waits until everything up to these positions, one a partition, is archived.</summary>
    /// <exception cref="ArchiveUnavailableException">The archive cannot be written now.</exception>
    public async Task WhenCaughtUp(IReadOnlyList<long> heads, CancellationToken ct)
    {
        await Task.WhenAll(heads.Select(async (head, partition) =>
        {
            while (true)
            {
                ct.ThrowIfCancellationRequested();
                var progress = await _writers[partition].Hurry(head).WaitAsync(ct);
                if (progress.Through >= head) return;
                if (progress.Trouble is { } why)
                    throw new ArchiveUnavailableException($"The archive cannot be written: {why}");
            }
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Watch()
    {
        using var timer = new PeriodicTimer(_period);
        do
        {
            try
            {
                _known = await Task.WhenAll(_writers.Select(writer => writer.Progress())).WaitAsync(_stop.Token);
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                _known = [.. _known.Select(p => p with { Trouble = e.Message })];
            }
        }
        while (await timer.WaitForNextTickAsync(_stop.Token));
    }
}
