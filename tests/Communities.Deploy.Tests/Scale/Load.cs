using Communities.Actors;

namespace Communities.Deploy.Tests.Scale;

/// <summary>What comes in at a step: so many communities with so many members in all.</summary>
internal sealed class Load
{
    private const int Seed = 2_026;
    private const double HourSeconds = 3_600;

    /// <summary>So many communities with so many members in all, so many times as lively as those we know.</summary>
    public Load(int communities, double members, double times = 1)
    {
        Members = members;
        Settlements = [.. Population.Make(communities, members, Seed).Select(s => s with { Posts = s.Posts * times })];
    }

    private readonly Dictionary<int, (double MaxToMean, double Worst)> _spreads = [];
    private readonly Dictionary<double, double> _segments = [];
    private readonly Dictionary<(int, int), double> _fullest = [];

    public double Members { get; }

    public IReadOnlyList<Settlement> Settlements { get; }

    /// <summary>The top of a busy day, in average seconds.</summary>
    public static double Peak => Activity.BusyDay * (1 + Activity.NightAndDay);

    public double Posts => Settlements.Sum(s => s.Posts);

    public double Commands => Settlements.Sum(s => s.Commands);

    public double Events => Settlements.Sum(s => s.Events);

    public double Pages => Posts * Activity.ViewsPerPost;

    /// <summary>vCPU of silos that an average second keeps busy.</summary>
    public double SiloCpu => (Commands / Rates.CommandsPerCpu)
        + (Pages * Activity.SignedIn * Rates.SeesPerPage / Rates.SeesPerCpu);

    /// <summary>The busiest community's part of all events.</summary>
    public double HottestShare => Settlements.Max(s => s.Events) / Events;

    /// <summary>People who have a page open at the peak; each has a live connection.</summary>
    public double Live => Pages * Peak * Activity.SecondsPerPage;

    /// <summary>GB a month: journal and its indexes, the views, the archive.</summary>
    public (double Journal, double Views, double Archive) Growth
    {
        get
        {
            var others = Events - Posts;
            var month = Prices.Hours * HourSeconds / 1e9;
            var texts = (Posts * Rates.PostBytes) + (others * Rates.OtherBytes);
            var journal = (texts + (Events * Rates.RowOverhead)) * month;
            return (journal, journal * Rates.ViewsShare, texts * Rates.Packed * month);
        }
    }

    /// <summary>Actors at the peak: threads that were written to within the idle time.</summary>
    public double Threads => Commands * Peak * Rates.Idle;

    /// <summary>Actors at the peak: members who were there, signed in, within the idle time.</summary>
    public double Present =>
        Math.Min(Members, Pages * Peak / Activity.PagesPerVisit * Activity.SignedIn * Rates.Idle);

    /// <summary>All of them.</summary>
    public double Actors => Threads + Present;

    /// <summary>GiB of them.</summary>
    public double Memory => ((Threads * Rates.ThreadBytes) + (Present * Rates.MemberBytes)) / Math.Pow(2, 30);

    /// <summary>
    /// Segments that an average day writes: every round in which something happened in a community is one. What a post
    /// or a reaction leads to comes in the same round.
    /// </summary>
    public double Segments(double roundAge) =>
        _segments.TryGetValue(roundAge, out var known) ? known : _segments[roundAge] = Written(roundAge);

    private double Written(double roundAge) => Enumerable.Range(0, 24).Sum(hour =>
    {
        var swing = 1 + (Activity.NightAndDay * Math.Cos(2 * Math.PI * hour / 24));
        return Settlements.Sum(s => 1 - Math.Exp(-s.Commands * swing * roundAge)) * HourSeconds / roundAge;
    });

    /// <summary>The fullest partition at the peak hour, as a multiple of the mean; and its worst second.</summary>
    public (double MaxToMean, double Worst) Spread(int count) =>
        _spreads.TryGetValue(count, out var known) ? known : _spreads[count] = Simulated(count);

    /// <summary>
    /// The part of everything that the fullest silo has: a partition is on one silo, none has more than its share of
    /// partitions, and which ones is chance.
    /// </summary>
    public double FullestSilo(int silos, int partitions)
    {
        if (_fullest.TryGetValue((silos, partitions), out var known)) return known;
        var chance = new Chance(Seed);
        var room = Enumerable.Repeat((partitions + silos - 1) / silos, silos).ToArray();
        var events = new double[silos];
        foreach (var partition in ByPartition(partitions))
        {
            var silo = chance.Below(silos);
            while (room[silo] == 0) silo = (silo + 1) % silos;
            room[silo]--;
            events[silo] += partition;
        }

        return _fullest[(silos, partitions)] = events.Max() / Events;
    }

    private double[] ByPartition(int count)
    {
        var partitions = new Partitions(count);
        var events = new double[count];
        foreach (var s in Settlements) events[partitions.Of(s.Slug)] += s.Events;
        return events;
    }

    private (double MaxToMean, double Worst) Simulated(int count)
    {
        var mean = ByPartition(count);
        var fullest = mean.Max() * Peak;
        // The hour second by second: commands come when they come, and bring their events with them.
        var chance = new Chance(Seed + count);
        var events = Events / Commands;
        var worst = Enumerable.Range(0, (int)HourSeconds).Max(_ => chance.Poisson(fullest / events)) * events;
        return (mean.Max() / mean.Average(), worst);
    }
}
