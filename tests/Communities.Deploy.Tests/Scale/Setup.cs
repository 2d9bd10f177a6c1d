namespace Communities.Deploy.Tests.Scale;

/// <summary>What can be full, how full it is, and what is changed when it is.</summary>
internal sealed record Strain(string What, double Part, string Setting);

/// <summary>What runs.</summary>
/// <param name="Silos">How many, each with <paramref name="SiloCpu"/> vCPU and twice as many GiB.</param>
/// <param name="SiloCpu">vCPU of a silo.</param>
/// <param name="Webs">Replicas of the web at peak, each with <paramref name="WebCpu"/> vCPU.</param>
/// <param name="WebCpu">vCPU of a replica.</param>
/// <param name="Cores">vCores of the database; 0: burstable.</param>
/// <param name="Partitions">Of the journal.</param>
/// <param name="Actors">That a silo keeps in memory.</param>
/// <param name="RoundAge">Seconds that an event waits for others to be archived with it.</param>
internal sealed record Setup(
    int Silos, double SiloCpu, int Webs, double WebCpu, int Cores, int Partitions, int Actors, double RoundAge)
{
    private const double BurstableCores = 0.8; // Two of which forty per cent may be used for long.
    private const int MonthsOfDisk = 12;
    private const double FirstDisk = 32;
    private const double Seconds = Prices.Hours * 3_600;

    private const int WebsMany = 20; // From here on larger ones are easier to watch than more of them.

    // As Azure sells them, and as the journal takes them.
    private static readonly int[] _cores = [0, 2, 4, 8, 16, 32, 48, 64, 96];
    private static readonly int[] _partitions = [16, 64, 256, 1_024];

    /// <summary>What main.bicep makes where nothing is said.</summary>
    public static Setup Smallest { get; } = new(2, 0.5, 1, 0.5, 0, 16, (int)Rates.ActivationsPerSilo, Rates.RoundAge);

    public string Database => Cores == 0 ? "B2s" : $"D{Cores}ds_v5";

    private double EffectiveCores => Cores == 0 ? BurstableCores : Cores;

    /// <summary>What is enough for this load; never less than another set-up from which a site has grown.</summary>
    public static Setup For(Load load, Setup before)
    {
        var setup = before;
        // What cannot grow any more is the limit of the house, and stays among the strains.
        while (setup.Strains(load).Where(s => s.Part > Rates.Full).Select(s => setup.Larger(s.Setting))
            .FirstOrDefault(larger => larger != setup) is { } larger) setup = larger;
        return setup;
    }

    /// <summary>Requests in five minutes of which one silo of the smallest set-up is full enough.</summary>
    public static double RequestsPerSilo(Load load) => Smallest.SiloCpu * Rates.Full / load.SiloCpu * load.Pages * 300;

    /// <summary>How much of the idle time actors stay on the fullest silo, which keeps so many at most.</summary>
    public double Stay(Load load) =>
        Math.Min(1, Actors / (load.Actors * load.FullestSilo(Silos, Partitions)));

    /// <summary>How full everything is at the peak, the fullest first.</summary>
    public IReadOnlyList<Strain> Strains(Load load)
    {
        var peak = Load.Peak;
        var (_, worst) = load.Spread(Partitions);
        var share = load.FullestSilo(Silos, Partitions);
        // A partition is on one silo: beyond half as many silos as partitions, more of them would have nothing to do.
        var more = Silos * 2 <= Partitions ? "`SILOS`" : "`PARTITIONS`";
        // Few large silos lose less to each other than many small ones.
        var larger = SiloCpu < 2 ? "`SILO_CPU`" : more;
        var web = Webs < WebsMany || WebCpu >= 2 ? "`WEBS_AT_PEAK`" : "`WEB_CPU`";
        var writes = load.Segments(RoundAge) / 86_400 * Rates.WritesPerSegment;
        return [.. new Strain[]
        {
            new("processors of the fullest silo", load.SiloCpu * peak * share / SiloCpu, larger),
            new("memory of the fullest silo",
                load.Memory * share * Stay(load) / ((SiloCpu * 2) - Rates.BaseMemory), larger),
            // Where the fullest silo has little but the largest community, others cannot relieve it.
            new("actors that leave too early", Stay(load) < 1 ? Rates.StayMin / (Rates.Idle * Stay(load)) : 0,
                share > 1.5 * load.HottestShare ? more : "`ActivationsMax`"),
            new("processors of the web",
                load.Pages * peak * (1 - Rates.Kept) / (Webs * WebCpu * Rates.PagesPerCpu), web),
            new("live connections", load.Live / (Webs * Rates.LivePerWeb * WebCpu / Smallest.WebCpu), web),
            new("the database",
                ((load.Events / Rates.EventsPerCore) + (load.Pages * (1 - Rates.Kept) / Rates.ReadsPerCore))
                * peak / EffectiveCores, "`DATABASE_SKU`"),
            new("journal of the fullest partition", worst / Rates.EventsPerPartition, "`PARTITIONS`"),
            new("archive writer of the fullest partition", worst / Rates.ArchivePerWriter, "`PARTITIONS`"),
            new("writes to the archive", writes * peak / Rates.WritesPerAccount, "`RoundAge`"),
        }.OrderByDescending(s => s.Part)];
    }

    /// <summary>What a month costs, by item, in US dollars.</summary>
    public IReadOnlyList<(string Item, double Dollars)> Costs(Load load)
    {
        var (journal, views, archive) = load.Growth;
        var disk = Math.Max(FirstDisk, (journal + views) * MonthsOfDisk / 0.8);
        // Replicas follow the day; at least one is always there.
        var webs = Math.Max(1, Webs / Load.Peak * 2);
        var standby = Cores == 0 ? 1 : 2;
        var pages = load.Pages * Seconds;
        return
        [
            ("silos", Silos * Machine(SiloCpu)),
            ("web", webs * Machine(WebCpu)),
            ("requests", Math.Max(0, pages - 2e6) / 1e6 * Prices.Requests),
            ("database" + (standby == 2 ? ", with a standby" : ""),
                standby * Prices.Hours * (Cores == 0 ? Prices.Burstable : Cores * Prices.Core)),
            ("database's disk, after a year", standby * disk * Prices.DatabaseDisk),
            ("archive, after a year", (archive * 2 * Prices.Hot) + (archive * (MonthsOfDisk - 2) * Prices.Cold)),
            ("writes to the archive",
                load.Segments(RoundAge) * Rates.WritesPerSegment * Prices.Hours / 24 / 10_000 * Prices.BlobWrites),
            ("logs and traces", Math.Max(0, (pages * Rates.LogBytes / 1e9) - 5) * Prices.Logs),
            ("traffic to readers", Math.Max(0, (pages * Rates.PageBytes / 1e9) - 100) * Prices.Egress),
            ("network, registry", (2 * Prices.Environment) + Prices.Endpoint + Prices.Registry),
        ];
    }

    private Setup Larger(string setting) => setting switch
    {
        "`SILOS`" => this with { Silos = Silos + 1 },
        "`SILO_CPU`" => this with { SiloCpu = SiloCpu * 2 },
        "`WEBS_AT_PEAK`" => this with { Webs = Webs + 1 },
        "`WEB_CPU`" => this with { WebCpu = WebCpu * 2, Webs = (Webs + 1) / 2 },
        "`DATABASE_SKU`" => this with { Cores = Next(_cores, Cores) },
        "`PARTITIONS`" => this with { Partitions = Next(_partitions, Partitions) },
        "`ActivationsMax`" => this with { Actors = Actors * 2 },
        "`RoundAge`" => this with { RoundAge = RoundAge * 2 },
        _ => throw new InvalidOperationException(setting),
    };

    private static double Machine(double cpu) => Seconds * ((cpu * Prices.Cpu) + (cpu * 2 * Prices.Memory));

    private static int Next(int[] sizes, int size) => sizes.FirstOrDefault(s => s > size, size);
}
