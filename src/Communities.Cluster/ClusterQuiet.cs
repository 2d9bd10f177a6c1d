namespace Communities.Cluster;

/// <summary>The reactors of a partition, for those who wait for them.</summary>
[Alias("communities.reactors-waited-for"), Orleans.CodeGeneration.Version(1)]
internal interface IReactorGrain : IGrainWithStringKey
{
    /// <summary>
    /// Waits some seconds until all that follows from what is in the feed has happened, and every alarm due by now was
    /// delivered.
    /// </summary>
    /// <returns>The position up to which that is so; -1 where it was not so in that time.</returns>
    [Alias("when-quiet")]
    Task<long> WhenQuiet();
}

/// <summary>Tells when a whole cluster has done all that follows from what was answered.</summary>
public sealed class ClusterQuiet(IGrainFactory grains, IJournals journals)
{
    /// <summary>
    /// Waits until every reactor has seen every feed to its end, and every alarm due by now was delivered; while others
    /// go on writing that may take long.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller does not wait any longer.</exception>
    public async Task WhenQuiet(CancellationToken ct = default)
    {
        var reactors = Enumerable.Range(0, journals.Partitions.Count).Select(partition =>
            grains.GetGrain<IReactorGrain>(GrainId.Create(ReactorGrain.Type, $"{partition}"))).ToList();
        long[]? before = null;
        while (true)
        {
            // Twice the same: nothing has followed in one partition from what another one did meanwhile.
            var now = await Task.WhenAll(reactors.Select(r => r.WhenQuiet())).WaitAsync(ct).ConfigureAwait(false);
            if (before is not null && now.AsSpan().SequenceEqual(before) && !now.Contains(-1))
            {
                return;
            }

            before = now;
        }
    }
}
