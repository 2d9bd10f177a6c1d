using System.Text.RegularExpressions;
using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>A manager writes a rule, tries it on the past and switches it on; what it finds then waits.</summary>
public sealed class AutomodWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_rule_is_tried_before_it_is_on_and_then_holds_what_it_finds(string language, bool hasScript)
    {
        var word = $"sponsor{language}";
        var unsaved = Texts.Of(language).RuleNotSaved;
        var thread = await browser.Site.Open("repair", "mia", $"About our {word}", "He pays for the tools.");
        var (_, _, page, faults) = await browser.Person("ruler", language, hasScript, Role.Manager);
        await page.GotoAsync("/c/repair/moderation/automod");
        await page.ClickAsync("a[href$='/automod/new?test=Words']");
        await page.FillAsync("#name", $"Sponsors {language}");
        await page.FillAsync("#terms", $"{word}\n{word}s");
        await page.ClickAsync("button[formaction$='/automod/new/trial']");
        if (hasScript) await Expect(page.Locator(".trial .samples a").First).ToContainTextAsync(word);
        else
        {
            await browser.Site.Services.GetRequiredService<Trials>().Ended("repair", $"sponsors-{language}");
            await page.ReloadAsync();
            await Expect(page.Locator(".trial .samples a").First).ToContainTextAsync(word);
        }

        await Expect(page.Locator("main > .note.wait", new() { HasText = unsaved })).ToHaveCountAsync(1); // Not saved.
        await page.CheckAsync("input[name=on]");
        await page.ClickAsync(".automod-rule button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var row = page.Locator($".automod-rules li:has(a[href$='/sponsors-{language}'])");
        await Expect(row.Locator(".badge.good")).ToHaveCountAsync(1);

        // A member's words wait; the author sees them, and others do not.
        var (_, _, mate, matesFaults) = await browser.Person("ruled", language, hasScript);
        await mate.GotoAsync($"/c/repair/threads/{thread}");
        await mate.FillAsync("#compose textarea", $"Our {word} has more");
        await mate.ClickAsync("#compose button.do");
        await Expect(mate.Locator("#p2")).ToContainTextAsync("has more");
        await browser.Site.CaughtUp();
        Assert.Equal(
            Removal.Pending, (await browser.Site.See<Thread>(Keys.OfThread("repair", thread))).Posts[1].Removal);

        await row.Locator("form[action$='/switch'] button").ClickAsync();
        await Expect(row.Locator(".badge.good")).ToHaveCountAsync(0);
        await page.FillAsync("#guard-hours", "2");
        await page.ClickAsync(".guard button.do");
        await Expect(page.Locator(".guard .note.wait time")).ToHaveAttributeAsync("datetime", new Regex("Z$"));
        await page.ClickAsync(".guard button[value='0']");
        await Expect(page.Locator("#guard-hours")).ToBeVisibleAsync();
        Assert.Empty(faults);
        Assert.Empty(matesFaults);
        await page.Context.CloseAsync();
        await mate.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_manager_sees_what_a_rule_has_refused(string language, bool hasScript)
    {
        var (word, texts) = ($"casino{language}", Texts.Of(language));
        var thread = await browser.Site.Open("repair", "mia", "Evenings", "What do you do?");
        Assert.Null((await browser.Site.Actors.Ask(
            "repair",
            new CommunityCommand.SetAutomodRule(new(
                word, $"No {word}", AutomodTest.Words, [word], 0, 0, AutomodScope.Everybody,
                new(AutomodActionKind.Block, $"No {word} here."), IsOn: true)),
            Call.System(), TestContext.Current.CancellationToken)).Refusal);
        var (_, _, mate, _) = await browser.Person("gambler", language, hasScript);
        await mate.GotoAsync($"/c/repair/threads/{thread}");
        await mate.FillAsync("#compose textarea", $"I go to the {word}");
        await mate.ClickAsync("#compose button.do");
        await Expect(mate.Locator("body")).ToContainTextAsync($"No {word} here.");

        var (_, _, page, faults) = await browser.Person("refuser", language, hasScript, Role.Manager);
        await page.GotoAsync("/c/repair/moderation/automod");
        var row = page.Locator($".automod-rules li:has(a[href$='/{word}'])");
        await Expect(row.Locator("a[href$='#blocked']")).ToHaveTextAsync(texts.RuleBlocked(1));
        await row.Locator("a[href$='#blocked']").ClickAsync();
        await Expect(page.Locator("#blocked .said")).ToHaveTextAsync($"I go to the {word}");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
        await mate.Context.CloseAsync();
    }
}
