using System.Text.RegularExpressions;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// The whole way in a real browser: a report, its case, a decision, both are told, the author objects, another
/// moderator overturns it, and everything is as it was.
/// </summary>
public sealed class CaseWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_report_becomes_a_decision_that_an_appeal_overturns(string language, bool hasScript)
    {
        var author = await browser.Person("culprit", language, hasScript, Role.Member);
        var reporter = await browser.Person("witness", language, hasScript, Role.Member);
        var judge = await browser.Person("judge", language, hasScript, Role.Moderator);
        var other = await browser.Person("second", language, hasScript, Role.Moderator);
        var thread = await browser.Site.Open("repair", reporter.Account, $"About saddles {language}");
        await browser.Site.Reply("repair", thread, author.Account, "Buy **my** saddles.");
        await browser.Site.CaughtUp();
        var (address, id) = ($"/c/repair/threads/{thread}", Subject.OfPost(thread, 2).ToString());
        var before = (await browser.Site.See<Thread>(Keys.OfThread("repair", thread))).Counters;

        // The report.
        await reporter.Page.GotoAsync($"{address}?more=2");
        await reporter.Page.ClickAsync("#more a[href*='/report/']");
        await reporter.Page.CheckAsync("input[name=reason][value=spam]");
        await reporter.Page.FillAsync("#text", "That is advertising.");
        await reporter.Page.ClickAsync("main button.do");
        await Expect(reporter.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await browser.Site.CaughtUp();

        // The case, taken up, looked at, and decided.
        await judge.Page.GotoAsync("/c/repair/moderation");
        await Expect(judge.Page.Locator(".rail a[href$='/moderation'] .num").First).ToBeVisibleAsync();
        await judge.Page.ClickAsync($"#case-{id} h2 a");
        await Expect(judge.Page.Locator(".exhibit .body")).ToHaveTextAsync("Buy my saddles.");
        await Expect(judge.Page.Locator(".reports blockquote")).ToHaveTextAsync("That is advertising.");
        await judge.Page.ClickAsync("#state form[action*='/claim'] button");
        await Expect(judge.Page.Locator("#state form[action*='/release']")).ToBeVisibleAsync();
        await other.Page.GotoAsync($"/c/repair/moderation/cases/{id}");
        await Expect(other.Page.Locator("#state.taken")).ToContainTextAsync(judge.Name);
        await judge.Page.Locator("input[name=content][value=Remove]").CheckAsync(new() { Force = true });
        await judge.Page.CheckAsync("input[name=warn]");
        await judge.Page.SelectOptionAsync("#rule", "spam");
        await judge.Page.FillAsync("#decide textarea[name=text]", "Please sell elsewhere.");
        await judge.Page.ClickAsync("button[value=preview]");
        await Expect(judge.Page.Locator("#reads")).ToContainTextAsync("Please sell elsewhere.");
        await judge.Page.ClickAsync("button[value=decide]");
        await Expect(judge.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(judge.Page.Locator("#d1")).ToContainTextAsync("Please sell elsewhere.");
        await browser.Site.CaughtUp();
        await reporter.Page.GotoAsync(address);
        await Expect(reporter.Page.Locator("#p2.gone")).ToBeVisibleAsync();
        var after = (await browser.Site.See<Thread>(Keys.OfThread("repair", thread))).Counters;
        Assert.Equal(before.Posts - 1, after.Posts);

        // Both are told.
        await reporter.Page.GotoAsync("/c/repair/reports");
        await Expect(reporter.Page.Locator("main")).ToContainTextAsync("That is advertising.");
        await reporter.Page.GotoAsync("/inbox");
        await reporter.Page.ClickAsync("main a[href^='/inbox/repair/']");
        await Expect(reporter.Page).ToHaveURLAsync(new Regex("/c/repair/reports"));
        await author.Page.GotoAsync("/inbox");
        await author.Page.ClickAsync("main a[href^='/inbox/repair/']");
        await Expect(author.Page).ToHaveURLAsync(new Regex($"/c/repair/decisions/{id}/1"));
        await Expect(author.Page.Locator("main")).ToContainTextAsync("Please sell elsewhere.");

        // The author objects, and who decided cannot answer.
        await author.Page.FillAsync("#appeal textarea[name=text]", "I gave them away.");
        await author.Page.ClickAsync("#appeal button.do");
        await Expect(author.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await browser.Site.CaughtUp();
        await judge.Page.GotoAsync($"/c/repair/moderation/cases/{id}");
        await Expect(judge.Page.Locator(".appeal blockquote")).ToHaveTextAsync("I gave them away.");
        await Expect(judge.Page.Locator("#answer")).ToHaveCountAsync(0);

        // Another moderator overturns it.
        await other.Page.GotoAsync("/c/repair/moderation?show=appealed");
        await other.Page.ClickAsync($"#case-{id} h2 a");
        await other.Page.CheckAsync("#answer input[value=overturn]");
        await other.Page.FillAsync("#answer-text", "So it was; sorry.");
        await other.Page.ClickAsync("#answer button.do");
        await Expect(other.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(other.Page.Locator("#d1.ended")).ToContainTextAsync("So it was; sorry.");
        await browser.Site.CaughtUp();
        await author.Page.GotoAsync($"/c/repair/decisions/{id}/1");
        await Expect(author.Page.Locator("#appeal")).ToContainTextAsync("So it was; sorry.");
        await reporter.Page.GotoAsync(address);
        await Expect(reporter.Page.Locator("#p2 .body")).ToHaveTextAsync("Buy my saddles.");
        Assert.Equal(before, (await browser.Site.See<Thread>(Keys.OfThread("repair", thread))).Counters);
        Assert.Empty((await browser.Site.See<Member>(Keys.OfMember("repair", author.Account))).Strikes);

        foreach (var person in (Walker[])[author, reporter, judge, other])
        {
            Assert.Empty(person.Faults);
            await person.Page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_list_is_worked_by_keys_and_several_cases_are_decided_at_once(string language)
    {
        var judge = await browser.Person("quick", language, true, Role.Moderator);
        var reason = language == "fr" ? "private" : "off-topic";
        var titles = new[] { $"First {language}", $"Second {language}" };
        foreach (var title in titles)
        {
            var subject = Subject.OfPost(await browser.Site.Open("repair", "mia", title), 1);
            await browser.Site.Actors.Ask(
                Keys.OfCase("repair", subject),
                new CaseCommand.Receive(
                    "mia-fr", reason, "Keep to it.", 500, new ReportedContent("mia", null, title, 1, title),
                    new Thresholds(0, 0, 0)),
                Call.System(), Ct);
        }

        await browser.Site.CaughtUp();
        var page = judge.Page;
        await page.GotoAsync($"/c/repair/moderation?reason={reason}");
        await Expect(page.Locator(".queue > li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".together")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-chosen]")).ToHaveTextAsync("2");
        await page.SelectOptionAsync("#all-content", "Hide");
        await page.SelectOptionAsync("#all-reason", reason);
        await page.FillAsync("#all-text", "Please keep to bicycles.");
        await page.ClickAsync(".together button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator(".queue > li")).ToHaveCountAsync(0);

        await page.GotoAsync($"/c/repair/moderation?show=resolved&reason={reason}");
        await Expect(page.Locator(".queue > li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#d1")).ToContainTextAsync("Please keep to bicycles.");
        await page.ClickAsync(".undo summary");
        await page.ClickAsync(".undo button");
        await Expect(page.Locator("#d1.ended")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(); // Keys are heard when the scripts are there.
        await page.Keyboard.PressAsync("c");
        await Expect(page.Locator("#state form[action*='/release']")).ToBeVisibleAsync();
        Assert.Empty(judge.Faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_moderators_never_work_unknowingly_on_the_same_case()
    {
        var first = await browser.Person("early", "en", true, Role.Moderator);
        var second = await browser.Person("late", "en", true, Role.Moderator);
        var subject = Subject.OfPost(await browser.Site.Open("repair", "mia", "Whose is it"), 1);
        await browser.Site.Actors.Ask(
            Keys.OfCase("repair", subject),
            new CaseCommand.Receive(
                "mia-fr", "other", "Look.", 1, new ReportedContent("mia", null, "How?", 1, "Whose is it"),
                new Thresholds(0, 0, 0)),
            Call.System(), Ct);
        await browser.Site.CaughtUp();
        foreach (var person in (Walker[])[first, second])
        {
            var opened = person.Page.WaitForResponseAsync(new Regex("/moderation/live"));
            await person.Page.GotoAsync($"/c/repair/moderation/cases/{subject}");
            await opened;
        }

        await first.Page.ClickAsync("#state form[action*='/claim'] button");
        await Expect(second.Page.Locator("#state.taken")).ToContainTextAsync(first.Name);
        await Expect(second.Page.Locator("#changed")).ToBeVisibleAsync();
        await second.Page.Locator("input[name=content][value=Keep]").CheckAsync(new() { Force = true });
        await second.Page.ClickAsync("button[value=decide]");
        await Expect(second.Page.Locator(".note.bad[role=alert]")).ToBeVisibleAsync();
        await second.Page.ClickAsync("#state form[action*='/claim'] button");
        await Expect(second.Page.Locator("#state form[action*='/release']")).ToBeVisibleAsync();
        await Expect(first.Page.Locator("#state.taken")).ToContainTextAsync(second.Name);
        foreach (var person in (Walker[])[first, second]) await person.Page.Context.CloseAsync();
    }
}
