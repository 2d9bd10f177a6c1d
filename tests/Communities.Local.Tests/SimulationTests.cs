using System.Globalization;

namespace Communities.Local.Tests;

public sealed class SimulationTests
{
    /// <summary>How many seeds to try; a night's run sets it to thousands.</summary>
    private const string SeedsVariable = "COMMUNITIES_SIMULATIONS";

    /// <summary>The first seed: to see a failure again, set it to the seed that was told, and the count to 1.</summary>
    private const string FirstVariable = "COMMUNITIES_FIRST_SEED";

    [Fact]
    public async Task Whatever_fails_and_whenever_it_stops_nothing_acknowledged_is_lost_and_nothing_counts_twice()
    {
        var first = Number(FirstVariable, Random.Shared.Next(1_000_000));
        for (var seed = first; seed < first + Number(SeedsVariable, 8); seed++)
        {
            try
            {
                await using var simulation = new Simulation(seed);
                await simulation.Run();
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed} ({FirstVariable}={seed} {SeedsVariable}=1): {e}");
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            ? told : otherwise;
}
