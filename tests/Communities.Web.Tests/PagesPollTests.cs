using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Polls asked, voted in and read in a real browser.</summary>
public sealed class PagesPollTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_poll_is_asked_with_a_thread_voted_in_changed_and_ended(string language, bool hasScript)
    {
        var (_, _, page, faults) = await browser.Person("asks", language, hasScript);
        await page.GotoAsync("/c/repair/new");
        await page.FillAsync("#title", $"Which tyre in {language}?");
        await page.FillAsync("#text", "I cannot decide.");
        await page.ClickAsync(".ask-poll summary");
        await page.FillAsync("#poll-question", "Which tyre?");
        await page.FillAsync("#poll-options", "Slick");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator(".note.bad")).ToContainTextAsync("20");
        await Expect(page.Locator("#poll-question")).ToHaveValueAsync("Which tyre?");
        await page.FillAsync("#poll-options", "Slick\nStudded <b>\nWide");
        await page.SelectOptionAsync("#poll-results", "AfterVoting");
        await page.CheckAsync("[name=poll-open]");
        await page.ClickAsync("button[value=post]");

        var poll = page.Locator("#p1 .poll");
        await Expect(poll.Locator(".q")).ToHaveTextAsync("Which tyre?");
        await Expect(poll.Locator(".choice")).ToHaveTextAsync(["Slick", "Studded <b>", "Wide"]);
        await Expect(poll.Locator(".result")).ToHaveCountAsync(0);
        await poll.Locator("input[value='2']").CheckAsync();
        await poll.Locator(".ballot button.do").ClickAsync();
        await Expect(poll.Locator(".result .best th")).ToContainTextAsync("Studded <b>");
        await Expect(poll.Locator(".poll-meta")).ToContainTextAsync("1");

        await poll.Locator("details summary").ClickAsync();
        await poll.Locator("input[value='3']").CheckAsync();
        await poll.Locator(".ballot button.do").ClickAsync();
        await Expect(poll.Locator(".result .best th")).ToContainTextAsync("Wide");
        await poll.Locator(".poll-acts a").ClickAsync();
        await Expect(page.Locator(".ballots li")).ToContainTextAsync("Wide");
        await page.GoBackAsync();
        await page.ReloadAsync();
        await poll.Locator("form[action$='/close'] button").ClickAsync();
        await Expect(poll.Locator(".badge.good")).ToBeVisibleAsync();
        await Expect(poll.Locator(".ballot")).ToHaveCountAsync(0);
        Assert.All(faults, fault => Assert.Contains("422", fault));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Options_are_ranked_each_rank_once_and_the_rounds_are_told(string language, bool hasScript)
    {
        var thread = await Asked(new PollTerms(VotingWay.Ranked, 1, 3));
        var (_, _, page, faults) = await browser.Person("ranks", language, hasScript);
        await page.GotoAsync($"/c/repair/threads/{thread.Thread}");
        var poll = page.Locator("#p1 .poll");
        await poll.Locator("[name=rank-1]").SelectOptionAsync("1");
        await poll.Locator("[name=rank-3]").SelectOptionAsync("2");
        await poll.Locator("[name=rank-2]").SelectOptionAsync("3");
        await poll.Locator(".ballot button.do").ClickAsync();
        await Expect(poll.Locator(".result .badge")).ToContainTextAsync(["1", "3", "2"]);
        foreach (var (voter, choice) in new[] { ("mod", 2), ("owner", 2), ("mia", 3), ("mia-fr", 3), ("mod-fr", 1) })
            await browser.Site.Actors.Ask(
                Keys.OfPoll("repair", thread.Poll), new PollCommand.Vote([choice]),
                new Call(voter, new Standing(Role.Member)), TestContext.Current.CancellationToken);
        await browser.Site.CaughtUp();
        await page.ReloadAsync();
        await poll.Locator("details:has(.table) summary").ClickAsync();
        await Expect(poll.Locator(".table th[scope=col]")).Not.ToHaveCountAsync(0);
        await Expect(poll.Locator(".table")).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_browsers_see_each_others_votes()
    {
        var thread = await Asked(PollTerms.Default);
        var (_, _, one, faults) = await browser.Person("one", "en");
        var (_, _, other, others) = await browser.Person("other", "fr");
        foreach (var page in (IPage[])[one, other])
        {
            await page.GotoAsync($"/c/repair/threads/{thread.Thread}");
            await page.Locator(".poll details summary").First.ClickAsync();
        }

        await one.Locator(".poll input[value='1']").CheckAsync();
        await one.Locator(".ballot button.do").ClickAsync();
        await Expect(other.Locator(".poll-meta")).ToContainTextAsync("1\u00A0vote");
        await Expect(other.Locator(".result .best th")).ToContainTextAsync("Slick");
        await other.Locator(".poll input[value='2']").CheckAsync();
        await other.Locator(".ballot button.do").ClickAsync();
        await Expect(one.Locator(".poll-meta")).ToContainTextAsync("2 votes");
        await Expect(one.Locator(".result .best")).ToHaveCountAsync(2);
        Assert.Empty(faults.Concat(others));
        await one.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private async Task<(string Thread, string Poll)> Asked(PollTerms terms)
    {
        var (site, ct) = (browser.Site, TestContext.Current.CancellationToken);
        var mia = new Call("mia", new Standing(Role.Member));
        var (thread, poll) = (
            Keys.NewThread(DateTimeOffset.UtcNow, (uint)Random.Shared.Next()),
            Keys.NewThread(DateTimeOffset.UtcNow, (uint)Random.Shared.Next()));
        await site.Actors.Ask(
            Keys.OfPoll("repair", poll),
            new PollCommand.Open("Which tyre?", ["Slick", "Studded", "Wide"], terms, null), mia, ct);
        await site.Actors.Ask(
            Keys.OfThread("repair", thread), new ThreadCommand.Open("Tyres", "Which one?", null, [], poll), mia, ct);
        await site.CaughtUp();
        return (thread, poll);
    }
}
