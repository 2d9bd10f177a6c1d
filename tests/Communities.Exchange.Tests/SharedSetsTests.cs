namespace Communities.Exchange.Tests;

public sealed class SharedSetsTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_small_real_community_comes_in_whole() => Imports("conlang_meta_se_tiny");

    [Theory]
    [InlineData("bicycles_meta_se")]
    [InlineData("slicer_discourse")]
    [InlineData("travel_se_2017")]
    public Task A_large_real_community_comes_in_whole(string set)
    {
        if (Environment.GetEnvironmentVariable("COMMUNITIES_BIG_TESTS") != "1")
            Assert.Skip("Large sets are imported where COMMUNITIES_BIG_TESTS is 1.");
        return Imports(set);
    }

    private async Task Imports(string set)
    {
        var path = SharedData.Require(set);
        var stats = SharedData.Stats(path);
        await using var place = await Place.Open();
        var import = new Import(place.Engine, place.Feeds, new ImportOptions { Community = "other" });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        ImportTally tally;
        await using (var file = File.OpenRead(path)) tally = await import.Run(file, Ct);
        var imported = watch.Elapsed;
        await place.Quiet(0);
        output.WriteLine($"{set}: {imported.TotalSeconds:F1} s, {stats["posts"] / imported.TotalSeconds:F0} posts/s, "
            + $"{tally.Read / imported.TotalSeconds:F0} records/s; all caught up {watch.Elapsed.TotalSeconds:F1} s");
        foreach (var row in tally.Rows) output.WriteLine($"  {row}");
        foreach (var reason in tally.Reasons) output.WriteLine($"  {reason}");

        Assert.Null(tally.Fault);
        Assert.All(tally.Rows, row => Assert.Equal(row.Read, row.Imported + row.Repeated + row.Skipped));
        Assert.Equal(stats["members"], tally.Of("member").Imported);
        Assert.Equal(stats["threads"], tally.Of("thread").Imported);
        Assert.Equal(stats["posts"], tally.Of("post").Imported);
        var counters = (await place.Engine.See<Community>("other", Ct)).Counters;
        Assert.Equal(
            (stats["members"], stats["threads"], stats["posts"]), (counters.Members, counters.Threads, counters.Posts));
        var view = await place.Views.Community("other", Communities.Views.Viewer.Visitor, Ct);
        Assert.Equal(counters, view!.Counters);
    }
}
