using Communities.Suites;

namespace Communities.Server.Tests;

/// <summary>The program of one process.</summary>
internal static class Server
{
    private static readonly Dictionary<string, string> _nothing = [];

    private static string Program => typeof(LocalSite).Assembly.Location;

    public static RunningProgram Start(params string[] args) => RunningProgram.Start(Program, _nothing, args);

    public static RunningProgram Start(IReadOnlyDictionary<string, string> environment, params string[] args) =>
        RunningProgram.Start(Program, environment, args);

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Output, string Errors)> Run(params string[] args) =>
        RunningProgram.Run(Program, _nothing, args);
}
