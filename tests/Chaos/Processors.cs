using System.Globalization;
using Npgsql;

namespace Communities.Chaos;

/// <summary>Seconds of processor that processes have used, as Linux counts them.</summary>
internal static class Processors
{
    // Linux tells them in hundredths, whatever its own clock is.
    private const double TicksASecond = 100;

    // Behind the name in /proc/PID/stat: the parent, the process's own time (user and system), and that of its ended
    // children.
    private const int Parent = 1;
    private const int OwnUser = 11;
    private const int OwnSystem = 12;
    private const int EndedUser = 13;
    private const int EndedSystem = 14;

    /// <summary>What this process has used, its ended children left out.</summary>
    public static double Of(int process) =>
        Child.StatusOf(process) is { } status ? Seconds(status, OwnUser) + Seconds(status, OwnSystem) : 0;

    /// <summary>What a PostgreSQL has used, with all processes that it made for connections, ended ones too.</summary>
    public static async Task<double> Of(NpgsqlDataSource database)
    {
        await using var ask = database.CreateCommand("SELECT pg_backend_pid()");
        var backend = (int)(await ask.ExecuteScalarAsync())!;
        var server = int.Parse(Child.StatusOf(backend)![Parent], CultureInfo.InvariantCulture);
        var ended = Child.StatusOf(server)!;
        return Of(server) + Seconds(ended, EndedUser) + Seconds(ended, EndedSystem) + ChildrenOf(server).Sum(Of);
    }

    private static IEnumerable<int> ChildrenOf(int process) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where name.All(char.IsAsciiDigit)
        let child = int.Parse(name, CultureInfo.InvariantCulture)
        where Child.StatusOf(child)?[Parent] == $"{process}"
        select child;

    private static double Seconds(string[] status, int field) =>
        double.Parse(status[field], CultureInfo.InvariantCulture) / TicksASecond;
}
