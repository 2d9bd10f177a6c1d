using System.Globalization;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// The editorial calendar planned, reviewed, published by time and moved, and an interview from its announcement to its
/// summary, in a real browser in both languages.
/// </summary>
public sealed class CalendarWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_series_is_written_reviewed_by_another_published_at_its_time_and_moved(
        string language, bool hasScript)
    {
        var writer = await browser.Person("planner", language, hasScript, Role.Manager);
        var reviewer = await browser.Person("reviewer", language, hasScript, Role.Manager);
        var (page, other) = (writer.Page, reviewer.Page);
        var at = browser.Site.Time.GetUtcNow().AddHours(30);

        await page.GotoAsync("/c/repair/calendar/new");
        await page.FillAsync("#title", $"Question {{n}} ({language})");
        await page.FillAsync("#text", "What did you mend, on {date}?");
        await page.FillAsync("#at", at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await page.Locator("#slot details summary").ClickAsync();
        await page.SelectOptionAsync("#repeats", "Weekly");
        await page.FillAsync("#count", "3");
        await page.ClickAsync("#slot button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator("button[formaction$='/approve']")).ToHaveCountAsync(0); // One's own.
        var slot = page.Url.Split('?')[0];

        await other.GotoAsync(slot);
        await other.ClickAsync("button[formaction$='/approve']");
        await Expect(other.Locator(".slot-state .scheduled")).ToBeVisibleAsync();

        browser.Site.Time.Advance(TimeSpan.FromHours(30));
        await browser.Site.Engine.WhenQuiet(Ct);
        await browser.Site.CaughtUp();
        await page.GotoAsync(slot);
        await page.ClickAsync(".note.good a[href*='/threads/']");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Question 1 ({language})");
        await Expect(page.Locator("#posts .post").First).ToContainTextAsync(writer.Name);

        // The next one stands a week later, and is moved by a day.
        var next = DateOnly.FromDateTime(at.UtcDateTime).AddDays(7);
        await page.GotoAsync($"/c/repair/studio/calendar?view=week&on={Iso(next)}");
        var chip = page.Locator($"td[data-day='{Iso(next)}'] .chip.scheduled", new() { HasText = $"({language})" });
        await Expect(chip).ToContainTextAsync("Question 2");
        var to = next.DayOfWeek == DayOfWeek.Sunday ? next.AddDays(-1) : next.AddDays(1);
        if (hasScript)
        {
            await chip.Locator("a").FocusAsync();
            await page.Keyboard.PressAsync(to > next ? "Alt+ArrowRight" : "Alt+ArrowLeft");
        }
        else
        {
            await page.ClickAsync(".move-slot summary");
            await page.SelectOptionAsync("#move-which", await chip.GetAttributeAsync("id") ?? "");
            await page.FillAsync("#move-day", Iso(to));
            await page.ClickAsync("#move-slot button");
        }

        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator($"td[data-day='{Iso(to)}'] .chip", new() { HasText = $"({language})" }))
            .ToBeVisibleAsync();
        Assert.Empty(writer.Faults);
        Assert.Empty(reviewer.Faults);
        await page.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task An_interview_is_announced_asked_voted_answered_live_and_summed_up(string language, bool hasScript)
    {
        var host = await browser.Person("host", language, hasScript, Role.Manager);
        var second = await browser.Person("second", language, hasScript, Role.Manager);
        var guest = await browser.Person("guest", language, hasScript);
        var asker = await browser.Person("asker", language, hasScript);
        await asker.Page.SetViewportSizeAsync(390, 800);

        await host.Page.GotoAsync("/c/repair/calendar/new?kind=Interview");
        await host.Page.FillAsync("#title", $"Ask the guest ({language})");
        await host.Page.FillAsync("#text", "About *wheels*.");
        await host.Page.FillAsync("#guests", guest.Account);
        await host.Page.ClickAsync("#slot button.do");
        await Expect(host.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var slot = host.Page.Url.Split('?')[0];
        await second.Page.GotoAsync(slot);
        await second.Page.ClickAsync("button[formaction$='/review']");
        await second.Page.ClickAsync("button[formaction$='/publish']");
        await Expect(second.Page.Locator(".slot-state .published")).ToBeVisibleAsync();
        await browser.Site.Engine.WhenQuiet(Ct);
        await browser.Site.CaughtUp();

        await guest.Page.GotoAsync("/inbox");
        await guest.Page.ClickAsync($"main a:has-text('Ask the guest ({language})')");
        await Expect(guest.Page.Locator("h1")).ToHaveTextAsync($"Ask the guest ({language})");
        var interview = guest.Page.Url.Split('?')[0];

        await asker.Page.GotoAsync(interview);
        await asker.Page.FillAsync("#question", "Which spokes?");
        await asker.Page.ClickAsync("#ask button");
        await Expect(asker.Page.Locator(".questions > li")).ToHaveCountAsync(1);
        await host.Page.GotoAsync(interview);
        await host.Page.ClickAsync(".vote button");
        await Expect(host.Page.Locator(".vote button[aria-pressed=true] b")).ToHaveTextAsync("1");
        await host.Page.ClickAsync("form[action$='/begin'] button");
        await Expect(host.Page.Locator(".phase.live")).ToBeVisibleAsync();

        await guest.Page.ReloadAsync();
        await guest.Page.ClickAsync(".reply summary");
        await guest.Page.FillAsync(".reply textarea", "Butted ones.");
        await guest.Page.ClickAsync(".reply button");
        await Expect(guest.Page.Locator(".answer .body")).ToHaveTextAsync("Butted ones.");
        if (!hasScript) await asker.Page.ReloadAsync(); // With script it comes by itself.
        await Expect(asker.Page.Locator(".answer .body")).ToHaveTextAsync("Butted ones.");

        await host.Page.ReloadAsync();
        await host.Page.ClickAsync("details:has(form[action$='/close']) summary");
        await host.Page.FillAsync("form[action$='/close'] textarea", "We learned about spokes.");
        await host.Page.ClickAsync("form[action$='/close'] button.do");
        await Expect(host.Page.Locator(".summary .body")).ToHaveTextAsync("We learned about spokes.");
        await browser.Site.Engine.WhenQuiet(Ct);
        await browser.Site.CaughtUp();
        await asker.Page.GotoAsync(interview);
        await Expect(asker.Page.Locator("#ask")).ToHaveCountAsync(0);
        foreach (var walker in (Walker[])[host, second, guest, asker])
        {
            Assert.Empty(walker.Faults);
            await walker.Page.Context.CloseAsync();
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
