namespace Communities.Chaos;

/// <summary>What is done to the cluster.</summary>
internal enum FaultKind
{
    /// <summary>A silo is killed, and comes again.</summary>
    Kill,

    /// <summary>A silo stands still, and then goes on.</summary>
    Pause,

    /// <summary>PostgreSQL is stopped in good order, and comes again.</summary>
    DatabaseRestarted,

    /// <summary>PostgreSQL is killed, and recovers.</summary>
    DatabaseKilled,

    /// <summary>The store of the archive is away.</summary>
    ArchiveAway,
}

/// <summary>One thing done to the cluster.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="Kind">What.</param>
/// <param name="Lasts">Until what it is done to comes again.</param>
/// <param name="Silo">To which silo, from 0; -1 where to none.</param>
/// <param name="IsElsewhere">A killed silo comes again on other ports, as on another machine.</param>
internal sealed record Fault(TimeSpan At, FaultKind Kind, TimeSpan Lasts, int Silo = -1, bool IsElsewhere = false)
{
    public override string ToString() => Silo < 0
        ? $"{Kind} for {Lasts.TotalSeconds:0.0} s"
        : $"{Kind} of silo {Silo + 1} for {Lasts.TotalSeconds:0.0} s";
}

/// <summary>What is done to a cluster, and when, drawn from a seed.</summary>
internal static class Schedule
{
    /// <summary>A silo is killed this often.</summary>
    public static readonly TimeSpan KillEvery = TimeSpan.FromSeconds(20);

    /// <summary>A silo stands still this often …</summary>
    public static readonly TimeSpan PauseEvery = TimeSpan.FromSeconds(75);

    /// <summary>… for this long: it is noticed meanwhile, so that it goes on where it is no longer wanted.</summary>
    public static readonly TimeSpan PauseLasts = TimeSpan.FromSeconds(15);

    /// <summary>The archive's store is away this long, or a tenth of a run that is shorter.</summary>
    public static readonly TimeSpan ArchiveAwayMost = TimeSpan.FromMinutes(1);

    // A process that ended is started again by whoever looks after it within seconds.
    private const double DownMin = 0.5;
    private const double DownMax = 8;
    private const double DatabaseDownMax = 5;

    /// <summary>What is done within this time, in order.</summary>
    public static IReadOnlyList<Fault> Of(int seed, TimeSpan length, int silos)
    {
        var chance = new Random(seed);
        var faults = new List<Fault>
        {
            new(length * 0.3, FaultKind.DatabaseRestarted, Down(DatabaseDownMax)),
            new(length * 0.7, FaultKind.DatabaseKilled, Down(DatabaseDownMax)),
            new(length * 0.45, FaultKind.ArchiveAway, Shorter(ArchiveAwayMost, length * 0.1)),
        };
        // Half a period later than the kills, so that some pauses meet a cluster that has come to rest.
        var (kill, pause) = (KillEvery / 2, Shorter(PauseEvery / 2, length / 2));
        for (var (killed, paused, until) = (-1, -1, TimeSpan.Zero); kill < length || pause < length;)
        {
            // Of several silos another one: what is dead cannot stand still, and the death of what stands still would
            // end what that is to show.
            if (kill < pause)
            {
                faults.Add(new(kill, FaultKind.Kill, Down(DownMax),
                    killed = Another(kill < until ? paused : -1), chance.Next(2) == 0));
                kill += KillEvery;
            }
            else
            {
                faults.Add(new(pause, FaultKind.Pause, PauseLasts, paused = Another(killed)));
                (until, pause) = (pause + PauseLasts, pause + PauseEvery);
            }
        }

        return [.. faults.Where(fault => fault.At < length).OrderBy(fault => fault.At)];

        TimeSpan Down(double most) => TimeSpan.FromSeconds(DownMin + (chance.NextDouble() * (most - DownMin)));

        int Another(int than) =>
            than < 0 || silos == 1 ? chance.Next(silos) : (than + 1 + chance.Next(silos - 1)) % silos;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
