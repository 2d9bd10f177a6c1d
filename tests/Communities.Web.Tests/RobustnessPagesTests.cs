using System.Collections.Concurrent;

namespace Communities.Web.Tests;

/// <summary>Whatever somebody writes, it is refused or it is text: no script of it runs, and no page breaks.</summary>
public sealed class RobustnessPagesTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    // With COMMUNITIES_BIG_TESTS=1 all of them.
    private const int Sample = 4 * RobustnessBatch.SizeMax;

    // Browsers' pages side by side: what two cores keep busy.
    private const int AtATime = 3;

    // With all lines, the pages that show but one of them are opened for each eighth batch.
    private const int CloseEach = 8;

    private static int _batches;

    [Fact]
    public Task A_line_meant_to_break_a_page_breaks_none() => Try(RobustnessLines.Own);

    [Fact]
    public Task No_line_of_the_collections_runs_or_breaks_a_page() => Try(RobustnessLines.Shared(Sample));

    [Fact]
    public async Task What_an_address_says_is_no_more_than_text()
    {
        var eyes = await RobustnessEyes.Open(browser);
        foreach (var line in RobustnessLines.Own.Where(line => line.Length > 0 && !line.Contains('\0')))
        {
            var said = Uri.EscapeDataString(line);
            await eyes.Look($"/sign-in?back={said}");
            await eyes.Look($"/search?q={said}&author={said}&tag={said}&category={said}&from={said}");
            await eyes.Look($"/reading?back={said}");
            await eyes.Look($"/c/repair?tag={said}");
            await eyes.Look($"/c/repair/members?q={said}");
        }

        await eyes.Look("/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404);
        await eyes.Look("/c/repair?cursor=%3Cscript%3Ealert(1)%3C%2Fscript%3E", 400);
        Report(eyes.Faults);
    }

    [Fact]
    public async Task A_page_that_does_break_is_noticed()
    {
        var site = browser.Site;
        var eyes = await RobustnessEyes.Open(browser);
        await eyes.Look($"/c/repair/threads/{site.Thread}");
        Assert.Empty(eyes.Faults);
        await eyes.Break("""
            document.querySelector(".body").innerHTML =
              "<a href='javascript:alert(1)'>x</a><p onclick='alert(1)'>x</p><img src=x onerror=alert(1)>";
            document.querySelector(".body p").style.width = "3000px";
            alert(2);
            """);
        string[] broken =
            ["ran alert(2)", "address: <a", "onclick: <p", "foreign element: <img", "too wide", "policy"];
        foreach (var what in broken)
            Assert.Contains(eyes.Faults, fault => fault.Contains(what, StringComparison.Ordinal));
    }

    private async Task Try(IReadOnlyList<string> lines)
    {
        var (stored, refused, pages, faults) = (0, 0, 0, new ConcurrentQueue<string>());
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtATime };
        await Parallel.ForEachAsync(lines.Chunk(RobustnessBatch.SizeMax), together, async (some, _) =>
        {
            var number = Interlocked.Increment(ref _batches);
            var batch = new RobustnessBatch(browser.Site, number, some);
            await batch.Write();
            var eyes = await RobustnessEyes.Open(browser);
            await eyes.As(batch.Token);
            await LookAt(batch, eyes, isClose: !RobustnessLines.IsBig || number % CloseEach == 0);
            await eyes.Close();
            Interlocked.Add(ref stored, batch.Stored);
            Interlocked.Add(ref refused, batch.Refused);
            Interlocked.Add(ref pages, eyes.Pages);
            foreach (var fault in eyes.Faults) faults.Enqueue(fault);
        });
        TestContext.Current.SendDiagnosticMessage(
            $"{lines.Count} lines, stored in {stored} fields and refused by {refused}, on {pages} pages.");
        Assert.True(stored > 10 * lines.Count && refused > lines.Count, $"{stored} stored, {refused} refused");
        Report(faults);
    }

    private static async Task LookAt(RobustnessBatch batch, RobustnessEyes eyes, bool isClose)
    {
        var isFirst = true;
        foreach (var page in batch.Pages.Concat(isClose ? batch.Glimpses : []))
        {
            await eyes.Look(page);
            if (isFirst) Assert.Equal(batch.Posts + 1, await eyes.Count("article.post:not(.gone)"));
            isFirst = false;
        }

        var titles = new HashSet<string>();
        for (var list = batch.List; list is not null; list = await eyes.Link("a[rel=next]"))
        {
            await eyes.Look(list);
            titles.UnionWith(await eyes.Texts(".rows h3"));
        }

        Assert.All(batch.Titles, title => Assert.Contains(RobustnessEyes.Read(title), titles));
    }

    private static void Report(IReadOnlyCollection<string> faults) => Assert.True(
        faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Distinct().Take(40))}");
}
