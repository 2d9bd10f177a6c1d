using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Communities.Benchmarks;

/// <summary>What every scenario needs: a place on the disk, a clock, and a way to tell.</summary>
internal static class Harness
{
    // Seconds more of warm-up, at most.
    private const int WarmUpMax = 20;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>A new directory, gone when it is disposed.</summary>
    public static TempDirectory NewDirectory() => new();

    /// <summary>Prints a figure: one line for programs, one for people.</summary>
    public static void Tell(
        string scenario, double value, string unit, double reference, string referenceName, string remark = "")
    {
        Console.WriteLine(JsonSerializer.Serialize(
            new { scenario, value = Rounded(value), unit, reference = Rounded(reference), referenceName }, Web));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {scenario}: {value:#,0.##} {unit}; {referenceName}: {reference:#,0.##}; {value / reference:0.00}."));
        if (remark.Length > 0) Console.WriteLine($"  {remark}");
    }

    /// <summary>The value in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>How many seconds this takes.</summary>
    public static async Task<double> Seconds(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>
    /// Lets so many callers do this over and over, each with its number and the count of what it did before, and
    /// measures in windows after a warm-up.
    /// </summary>
    /// <remarks>The warm-up also lasts until so much is done: on a busy machine code is compiled late.</remarks>
    /// <returns>The median rate of the windows, a second, and what one of them cost this process.</returns>
    public static async Task<Measured> Rate(
        int callers, Func<int, int, ValueTask> work,
        double warmUp = 3, int warmUpCount = 0, double window = 3.4, int windows = 3)
    {
        var done = new long[callers * 8]; // A cache line each.
        var isOver = false;
        var running = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; !Volatile.Read(ref isOver); i++)
            {
                await work(caller, i);
                done[caller * 8]++;
            }
        })).ToList();
        var (rates, costs) = (new List<double>(), new List<double>());
        await Pass(warmUp);
        for (var i = 0; i < WarmUpMax && done.Sum() < warmUpCount; i++) await Pass(1);
        for (var i = 0; i < windows; i++)
        {
            var (before, watch, cpu) = (done.Sum(), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await Pass(window);
            var count = done.Sum() - before;
            rates.Add(count / watch.Elapsed.TotalSeconds);
            costs.Add((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count);
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(running);
        return new Measured(Median(rates), Median(costs));

        // A caller that failed ends the wait.
        async Task Pass(double seconds)
        {
            var time = Task.Delay(TimeSpan.FromSeconds(seconds));
            if (await Task.WhenAny([time, .. running]) is var ended && ended != time) await ended;
        }
    }

    private static double Rounded(double value) => Math.Round(value, value < 100 ? 3 : 0);
}

/// <summary>A rate a second, and the processor time of one in microseconds: what another load cannot hide.</summary>
internal readonly record struct Measured(double PerSecond, double CpuMicroseconds);

internal sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("communities-benchmark-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
