using System.Globalization;

namespace Communities.Chaos;

/// <summary>What the program is asked on its command line.</summary>
internal sealed record Asked
{
    /// <summary>How it is used.</summary>
    public const string Usage = """
        Chaos [--minutes M] [--silos N] [--writers W] [--seed S] [--partitions P] [--logs DIR] [--program DLL]
          Writers, a cluster of N silos with PostgreSQL and Azurite, and all that can happen to it; then the proof that
          nothing acknowledged was lost, repeated or altered.
        Chaos --calm [--minutes M] [--silos N] [--writers W] …
          Measures instead: durable replies a second with 1, 2 and 3 silos (or N), nothing being broken.
        Chaos --calm --local
          The same work in one process, on SQLite: the engine alone, then with views and archive.
        """;

    public double Minutes { get; private init; } = 10;

    public int Silos { get; private init; } = 3;

    /// <summary>Whether the number of silos was named.</summary>
    public bool IsSilosSaid { get; private init; }

    public int Writers { get; private init; } = 200;

    public int Seed { get; private init; } = 20_261_122;

    public int? Partitions { get; private init; }

    /// <summary>Where the silos' logs are copied to; null for nowhere.</summary>
    public string? Logs { get; private init; }

    /// <summary>The silos' program; as it was built beside this one, where no other is named.</summary>
    public string Program { get; private init; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Communities.Silo", Path.GetFileName(
            Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Communities.Silo.dll"));

    public bool IsCalm { get; private init; }

    public bool IsLocal { get; private init; }

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It cannot be understood.</exception>
    public static Asked Of(IReadOnlyList<string> args)
    {
        var asked = new Asked();
        for (var i = 0; i < args.Count; i++)
        {
            asked = args[i] switch
            {
                "--calm" => asked with { IsCalm = true },
                "--local" => asked with { IsLocal = true },
                "--minutes" => asked with { Minutes = Number(0.1, 24 * 60) },
                "--silos" => asked with { Silos = (int)Number(1, 20), IsSilosSaid = true },
                "--writers" => asked with { Writers = (int)Number(1, 10_000) },
                "--seed" => asked with { Seed = (int)Number(0, int.MaxValue) },
                "--partitions" => asked with { Partitions = (int)Number(1, 1_024) },
                "--logs" => asked with { Logs = Path.GetFullPath(Next()) },
                "--program" => asked with { Program = Path.GetFullPath(Next()) },
                var other => throw new FormatException($"{other} means nothing here."),
            };

            double Number(double least, double most) =>
                double.TryParse(Next(), CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most
                    ? number
                    : throw new FormatException($"{args[i - 1]} takes a number from {least} to {most}.");

            string Next() => ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} takes a value.");
        }

        return asked;
    }
}
