using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>What nobody can take back is asked twice, and says who is told, in a real browser.</summary>
public sealed class SecondQuestionWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true, "the next one comes on", "will be told. This cannot be undone.", "Neither this one")]
    [InlineData("fr", false, "la suivante paraîtra le", "C’est définitif.", "Ni celle-ci ni les suivantes")]
    public async Task A_slot_of_a_series_is_left_out_or_the_series_ended(
        string language, bool hasScript, string next, string told, string series)
    {
        var manager = await browser.Person("ends", language, hasScript, Role.Manager);
        var author = await browser.Person("authors", language, hasScript);
        var (page, id) = (manager.Page, NewId());
        await page.SetViewportSizeAsync(390, 844);
        var soon = new SlotTime(browser.Site.Time.GetUtcNow().AddDays(2).UtcDateTime, ZonedTime.Utc);
        await Ask(Keys.OfSlot("repair", id), new SlotCommand.Open(
            new SlotContent(SlotKind.Question, $"A weekly one, {language}", "What did you mend?", author.Account), soon,
            new Recurrence(Rhythm.Weekly, soon.Day, TimeOnly.FromDateTime(soon.Local))));

        await page.GotoAsync($"/c/repair/calendar/{id}");
        var (skip, end) = (Question(page, "/cancel"), Question(page, "/end"));
        await Expect(skip.Locator("form")).ToBeHiddenAsync();
        await Expect(end.Locator("form")).ToBeHiddenAsync();
        await skip.Locator("summary").ClickAsync();
        await Expect(skip.Locator(".hint")).ToContainTextAsync(next);
        await Expect(skip.Locator(".hint")).ToContainTextAsync(author.Name);
        await Expect(skip.Locator(".hint")).ToContainTextAsync(told);
        await end.Locator("summary").ClickAsync();
        await Expect(skip.Locator("form")).ToBeHiddenAsync(); // One question at a time.
        await Expect(end.Locator(".hint")).ToContainTextAsync(series);
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"));
        Assert.Equal(SlotStatus.Draft, (await browser.Site.See<Slot>(Keys.OfSlot("repair", id))).Status);
        await end.Locator("form button").ClickAsync();
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator("details.twice")).ToHaveCountAsync(0);
        Assert.Equal(SlotStatus.Cancelled, (await browser.Site.See<Slot>(Keys.OfSlot("repair", id))).Status);
        Assert.Empty(manager.Faults);
        foreach (var person in (Walker[])[manager, author]) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true, "1 guest will be told.", "Called off")]
    [InlineData("fr", false, "1\u00A0personne invitée en sera avertie.", "Annulé")]
    public async Task An_interview_is_called_off(string language, bool hasScript, string told, string called)
    {
        var host = await browser.Person("asks", language, hasScript, Role.Manager);
        var guest = await browser.Person("answers", language, hasScript);
        var (page, id) = (host.Page, NewId());
        var at = browser.Site.Time.GetUtcNow().AddDays(1);
        await Ask(Keys.OfThread("repair", id), new ThreadCommand.Open($"Ask about {language}", "About.", null, []));
        await Ask(Keys.OfInterview("repair", id), new InterviewCommand.Announce(
            host.Account, [guest.Account, host.Account], at, at.AddHours(1)));

        await page.GotoAsync($"/c/repair/interviews/{id}");
        var question = Question(page, "/cancel");
        await Expect(question.Locator("form")).ToBeHiddenAsync();
        await question.Locator("summary").ClickAsync();
        await Expect(question.Locator(".hint")).ToContainTextAsync(told);
        await question.Locator("form button").ClickAsync();
        await Expect(page.Locator(".phase")).ToContainTextAsync(called);
        Assert.Empty(host.Faults);
        foreach (var person in (Walker[])[host, guest]) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true, "1 person who takes part will be told.")]
    [InlineData("fr", false, "1\u00A0personne qui participe en sera avertie.")]
    public async Task A_contest_is_called_off(string language, bool hasScript, string told)
    {
        var chair = await browser.Person("judges", language, hasScript, Role.Manager);
        var (page, id, now) = (chair.Page, NewId(), browser.Site.Time.GetUtcNow());
        var key = Keys.OfContest("repair", id);
        await Ask(key, new ContestCommand.Open(
            $"The oddest lamp, {language}", "Show *yours*.", null, new(now.AddDays(7), now.AddDays(14)), [],
            "{results}"));
        await Ask(Keys.OfThread("repair", id), new ThreadCommand.Reply("Mine is round."));
        await Ask(key, new ContestCommand.Enter(2));

        await page.GotoAsync($"/c/repair/contests/{id}");
        await page.ClickAsync("details.sheet:has(details.twice) > summary");
        var question = Question(page, "/cancel");
        await Expect(question.Locator("form")).ToBeHiddenAsync();
        await question.Locator("summary").ClickAsync();
        await Expect(question.Locator(".hint")).ToContainTextAsync(told);
        await page.FillAsync("#reason", "Nobody has a lamp");
        await question.Locator("form button").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Nobody has a lamp");
        Assert.Equal(ContestPhase.Cancelled, (await browser.Site.See<Contest>(key)).Phase);
        Assert.Empty(chair.Faults);
        await page.Context.CloseAsync();
    }

    private static ILocator Question(IPage page, string action) =>
        page.Locator($"details.twice:has(form[action$='{action}'])");

    private string NewId() => Keys.NewThread(browser.Site.Time.GetUtcNow(), (uint)Random.Shared.Next());

    private async Task Ask<TActor>(string key, ICommand<TActor> command)
        where TActor : class, IActor
    {
        var answer = await browser.Site.Actors.Ask(key, command, new Call("owner", Standing.System), Ct);
        Assert.Null(answer.Refusal);
        await browser.Site.CaughtUp();
    }
}
