using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Times that the clocks of a place skip or show twice, written by managers in both languages.</summary>
public sealed class ClockWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("fr", 3, "sautent l’heure")]
    [InlineData("en", 10, "twice that night")]
    public async Task What_is_odd_about_a_time_is_said_where_it_was_written(string language, int month, string said)
    {
        await browser.Site.Actors.Ask(
            "repair", new CommunityCommand.SetZone("Europe/Paris"), Call.System(),
            TestContext.Current.CancellationToken);
        var year = browser.Site.Time.GetUtcNow().Year + 1;
        var odd = $"{LastSunday(year, month):yyyy-MM-dd}T02:30";
        var (_, _, page, faults) = await browser.Person("planner", language, hasScript: false, Role.Manager);

        await page.GotoAsync("/c/repair/studio/contests");
        await page.FillAsync("#title", "Lamps");
        await page.FillAsync("textarea[name=rules]", "Show a lamp.");
        await page.FillAsync("#entries-until", odd);
        await page.FillAsync("#voting-until", $"{year}-12-01T20:00");
        await Send("#open button.do", odd: true);
        await page.ClickAsync("details.sheet >> nth=-1");
        await page.FillAsync("#entries-until", $"{year}-02-01T20:00");
        await Send("form[action$='/times'] button", odd: false);
        await page.ClickAsync("details.sheet >> nth=-1");
        await page.FillAsync("#voting-until", odd);
        await Send("form[action$='/times'] button", odd: true);

        await page.GotoAsync("/c/repair/studio/newsletter/new");
        await page.FillAsync("#subject-en", "News");
        await page.FillAsync("#at", odd);
        await Send("button[value=plan]", odd: true);
        Assert.Empty(faults);

        async Task Send(string button, bool odd)
        {
            await page.ClickAsync(button);
            var note = page.Locator(".note.good[role=status]");
            await Expect(note).ToBeVisibleAsync();
            if (odd) await Expect(note).ToContainTextAsync(said);
            else await Expect(note).Not.ToContainTextAsync(said);
        }
    }

    /// <summary>The day on which the clocks of Europe change in this month.</summary>
    internal static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
