using System.Globalization;
using System.Text;

namespace Communities.Deploy.Tests.Scale;

/// <summary>The tables of SCALE.md and of the README, as the simulation comes to them.</summary>
internal static class Report
{
    private static readonly (int Communities, double Members)[] _steps =
        [(1, 1e4), (1, 1e6), (100, 1e7), (10_000, 1e8)];

    private static readonly Load[] _loads = [.. _steps.Select(step => new Load(step.Communities, step.Members))];

    private static readonly Setup[] _setups = Grown();

    /// <summary>The last step's load, for tests of what a setting does.</summary>
    public static Load Largest => _loads[^1];

    /// <summary>Each table by its name.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["activity"] = Inputs(Activity.All),
        ["rates"] = Inputs(Rates.All),
        ["prices"] = Table(["price", "US$", "for"], Prices.All.Select(p => new[] { p.Name, Figure(p), p.Unit })),
        ["load"] = Loads(),
        ["partitions"] = Partitions(),
        ["setups"] = Setups(),
        ["bottlenecks"] = Bottlenecks(),
        ["livelier"] = Livelier(),
        ["rounds"] = Rounds(),
        ["costs"] = Costs(),
        ["smallest"] = Smallest(),
    };

    private static Setup[] Grown()
    {
        var setups = new List<Setup>();
        foreach (var load in _loads) setups.Add(Setup.For(load, setups.LastOrDefault() ?? Setup.Smallest));
        return [.. setups];
    }

    private static string Inputs(IEnumerable<Input> inputs) =>
        Table(["", "", "", "from"], inputs.Select(i => new[] { i.Name, Figure(i), i.Unit, i.Source }));

    private static string Loads() => Steps(
        ("peak, in means", _ => Number(Load.Peak)),
        ("posts a day", load => Number(load.Posts * 86_400)),
        ("commands a second, mean and peak", load => Pair(load.Commands)),
        ("events a second, mean and peak", load => Pair(load.Events)),
        ("pages a second, mean and peak", load => Pair(load.Pages)),
        ("live connections at the peak", load => Number(load.Live)),
        ("members of the largest community", load => Number(load.Settlements.Max(s => s.Members))),
        ("the busiest community's part of all events", load => Percent(load.HottestShare)),
        ("actors in memory at the peak", load => Number(load.Actors)),
        ("memory of actors at the peak, GiB", load => Number(load.Memory)),
        ("journal, GB a month", load => Number(load.Growth.Journal)),
        ("views, GB a month", load => Number(load.Growth.Views)),
        ("archive, GB a month", load => Number(load.Growth.Archive)),
        ("segments a day", load => Number(load.Segments(Rates.RoundAge))));

    private static string Partitions() => Table(
        ["partitions",
            .. _steps[2..].SelectMany(s => new[] { $"fullest ÷ mean, {Name(s)}", "its worst second, events" })],
        new[] { 1, 16, 64, 256, 1_024 }.Select(count => new[] { Figure(count) }
            .Concat(_loads[2..].Select(load => load.Spread(count))
                .SelectMany(s => new[] { s.MaxToMean.ToString("0.0", CultureInfo.InvariantCulture), Number(s.Worst) }))
            .ToArray()));

    private static string Setups() => Table(
        ["", .. _steps.Select(Name)],
        [
            ["silos (vCPU, GiB each)",
                .. _setups.Select(s => $"{s.Silos} ({Figure(s.SiloCpu)}, {Figure(s.SiloCpu * 2)})")],
            ["webs at peak (vCPU each)", .. _setups.Select(s => $"{s.Webs} ({Figure(s.WebCpu)})")],
            ["database", .. _setups.Select(s => s.Database)],
            ["partitions", .. _setups.Select(s => Figure(s.Partitions))],
            ["idle actors stay, s", .. _setups.Zip(_loads, (s, l) => Number(Rates.Idle * s.Stay(l)))],
            ["`RoundAge`, s", .. _setups.Select(s => Figure(s.RoundAge))],
            ["fullest then", .. _setups.Zip(_loads, (s, l) => Told(s.Strains(l)[0]))],
            ["US$ a month", .. _setups.Zip(_loads, (s, l) => Number(s.Costs(l).Sum(c => c.Dollars)))],
            ["US$ a year for 1,000 members",
                .. _setups.Zip(_loads, (s, l) => Number(s.Costs(l).Sum(c => c.Dollars) * 12 / l.Members * 1_000))],
        ]);

    /// <summary>What gives way at a step, the first first, with what was enough for the step before.</summary>
    public static IReadOnlyList<string> GivesWay(int step) =>
        [.. _setups[step - 1].Strains(_loads[step]).Where(s => s.Part > Rates.Full).Select(s => s.What)];

    // With what was enough for the step before: what gives way first, and next.
    private static string Bottlenecks() => Table(
        ["step", "with what was enough before", "gives way first", "setting", "then"],
        _steps.Select((step, i) =>
        {
            var before = i == 0 ? Setup.Smallest : _setups[i - 1];
            var strains = before.Strains(_loads[i]);
            var first = strains[0];
            var next = strains.Where(s => s.Setting != first.Setting).Take(2).Select(Told);
            return new[]
            {
                Name(step),
                Short(before),
                first.Part < Rates.Full ? $"nothing; fullest: {Told(first)}" : Told(first),
                first.Setting,
                string.Join("; ", next),
            };
        }));

    // The last step, were its members livelier than those of the communities that the ratios are from.
    private static string Livelier() => Table(
        ["as lively", "posts a second, peak", "enough", "idle actors stay, s", "fullest then", "US$ a month"],
        new[] { 1.0, 10, 100 }.Select((times, i) =>
        {
            var (communities, members) = _steps[^1];
            var load = new Load(communities, members, times);
            var before = i == 0 ? _setups[^2] : Setup.For(new Load(communities, members, times / 10), Setup.Smallest);
            var setup = Setup.For(load, before);
            return new[]
            {
                $"{Figure(times)} ×", Number(load.Posts * Load.Peak),
                $"{Short(setup)}, {Figure(setup.Partitions)} partitions, `ActivationsMax` {Figure(setup.Actors)}",
                Number(Rates.Idle * setup.Stay(load)), Told(setup.Strains(load)[0]),
                Number(setup.Costs(load).Sum(c => c.Dollars)),
            };
        }));

    private static string Told(Strain strain) => $"{strain.What}, {Percent(strain.Part)}";

    private static string Short(Setup s) =>
        $"silos {s.Silos} × {Figure(s.SiloCpu)} vCPU, webs {s.Webs} × {Figure(s.WebCpu)}, {s.Database}";

    private static string Rounds() => Table(
        ["`RoundAge`", "segments a day", "events in one", "writes a day", "US$ a month"],
        new[] { 5.0, 10, 30, 60, 300 }.Select(age =>
        {
            var segments = Largest.Segments(age);
            var writes = segments * Rates.WritesPerSegment;
            return new[]
            {
                $"{age} s", Number(segments), Number(Largest.Events * 86_400 / segments), Number(writes),
                Number(writes * Prices.Hours / 24 / 10_000 * Prices.BlobWrites),
            };
        }));

    private static string Costs() => Table(
        ["US$ a month", .. _steps.Select(Name)],
        _setups[^1].Costs(Largest).Select((item, i) => new[] { item.Item.Replace(", with a standby", "") }
            .Concat(_setups.Zip(_loads, (s, l) => Number(s.Costs(l)[i].Dollars))).ToArray()));

    private static string Smallest()
    {
        var costs = Setup.Smallest.Costs(_loads[0]);
        return Table(
            ["the smallest set-up, with one community of 10,000 members", "US$ a month"],
            costs.Select(c => new[] { c.Item, Number(c.Dollars) })
                .Append(["**in all**", $"**{Number(costs.Sum(c => c.Dollars))}**"]));
    }

    private static string Steps(params (string Name, Func<Load, string> Of)[] rows) => Table(
        ["", .. _steps.Select(Name)],
        rows.Select(row => new[] { row.Name }.Concat(_loads.Select(row.Of)).ToArray()));

    private static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head))
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return text.Replace("| --- ", "|---").Replace("|--- |", "|---|").ToString();
    }

    private static string Name((int Communities, double Members) step) =>
        $"{Number(step.Communities)} of {Number(step.Members)}";

    private static string Pair(double mean) => $"{Number(mean)}, {Number(mean * Load.Peak)}";

    private static string Percent(double part) => part < 0.001 ? "under 0.1 %" : Number(part * 100) + " %";

    // Two digits that mean something: the inputs have no more.
    private static string Number(double value)
    {
        if (value == 0) return "0";
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        var round = Math.Round(value / unit) * unit;
        return round.ToString(round >= 10 ? "#,0" : "0.####", CultureInfo.InvariantCulture);
    }

    private static string Figure(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}
