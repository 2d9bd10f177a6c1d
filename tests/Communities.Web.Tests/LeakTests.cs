namespace Communities.Web.Tests;

/// <summary>
/// What is kept from readers leaks nowhere: every address of the site is read as every role, and holds no word that the
/// role may not read; and who may read a text finds it somewhere, or nothing would have been planted.
/// </summary>
public sealed class LeakTests(LeakCast cast) : IClassFixture<LeakCast>
{
    public static TheoryData<string> Roles { get; } = [.. LeakCast.Roles];

    [Theory, MemberData(nameof(Roles))]
    public async Task Nobody_reads_what_is_kept_from_them(string role)
    {
        var ct = TestContext.Current.CancellationToken;
        var (seen, leaks) = (new HashSet<string>(), new List<string>());
        foreach (var address in cast.Addresses())
        {
            using var answer = await cast.Client(role).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream") continue; // It never ends.
            var text = await answer.Content.ReadAsStringAsync(ct);
            foreach (var plant in cast.Plants)
            {
                if (!text.Contains(plant.Word, StringComparison.Ordinal)) continue;
                seen.Add(plant.Word);
                if (!plant.Must.Contains(role) && !plant.May.Contains(role)) leaks.Add($"{plant.Word} in {address}");
            }
        }

        Assert.True(leaks.Count == 0, $"A {role} reads\n{string.Join('\n', leaks)}");
        var missed = cast.Plants.Where(plant => plant.Must.Contains(role) && !seen.Contains(plant.Word)).ToList();
        Assert.True(
            missed.Count == 0, $"A {role} finds nowhere\n{string.Join('\n', missed.Select(plant => plant.Word))}");
    }
}
