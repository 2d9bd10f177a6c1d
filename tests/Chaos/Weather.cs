namespace Communities.Chaos;

/// <summary>Something that was done to the cluster, and when it was.</summary>
internal sealed record Struck(Fault Fault, TimeSpan At);

/// <summary>Does to a cluster what the schedule says, and in the end sets everything going again.</summary>
internal sealed class Weather(Cluster cluster, Waits clock, Action<string> tell)
{
    private readonly List<Struck> _struck = [];
    private readonly SemaphoreSlim _database = new(1);

    /// <summary>What was done, in order; to be read behind <see cref="Run"/>.</summary>
    public IReadOnlyList<Struck> Struck => _struck;

    /// <summary>Does all of it; ends when everything has been started again.</summary>
    public async Task Run(IReadOnlyList<Fault> faults, CancellationToken ct)
    {
        var start = clock.Now;
        var under = new List<Task>();
        foreach (var fault in faults)
        {
            var rest = start + fault.At - clock.Now;
            if (rest > TimeSpan.Zero) await Task.Delay(rest, ct);
            tell($"{clock.Now:mm\\:ss} {fault}");
            _struck.Add(new Struck(fault, clock.Now));
            under.Add(Strike(fault, ct));
        }

        await Task.WhenAll(under);
    }

    private async Task Strike(Fault fault, CancellationToken ct)
    {
        switch (fault.Kind)
        {
            case FaultKind.Kill:
                await cluster.Silos[fault.Silo].Kill();
                await Task.Delay(fault.Lasts, ct);
                await cluster.Silos[fault.Silo].Start(fault.IsElsewhere);
                break;
            case FaultKind.Pause:
                await cluster.Silos[fault.Silo].Pause();
                await Task.Delay(fault.Lasts, ct);
                await cluster.Silos[fault.Silo].Resume();
                break;
            case FaultKind.ArchiveAway:
                await cluster.Blobs.Stop(ct);
                await Task.Delay(fault.Lasts, ct);
                await cluster.Blobs.Resume(ct);
                break;
            case FaultKind.DatabaseRestarted or FaultKind.DatabaseKilled:
                // In a short run one may come while the other is not over.
                await _database.WaitAsync(ct);
                await cluster.Database.Stop(inGoodOrder: fault.Kind == FaultKind.DatabaseRestarted);
                await Task.Delay(fault.Lasts, ct);
                await cluster.Database.Resume();
                _database.Release();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, null);
        }
    }
}
