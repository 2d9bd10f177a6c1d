using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>What members write, and are helped with, in a real browser.</summary>
public sealed class WritingWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_thread_is_written_with_names_emoji_spoilers_and_a_preview(string language)
    {
        var (page, faults) = await Open("mia", language);
        await page.GotoAsync("/c/repair/new");
        await page.FillAsync("#title", "True wheels");
        await Expect(page.Locator("#similar")).ToContainTextAsync("How do I true a wheel?");

        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("Hello @mod");
        await Expect(page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("@mod");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(language == "fr" ? ":vel" : ":bik");
        await Expect(page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("🚲");
        await page.Keyboard.PressAsync("Tab");
        await page.ClickAsync("[data-emoji]");
        await page.FillAsync("#emoji input", language == "fr" ? "fusée" : "rocket");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("^Hello @mod(-fr)? 🚲🚀$"));
        await page.Locator("#text").EvaluateAsync("text => text.setSelectionRange(99, 99)");
        await page.ClickAsync("[data-wrap='||']");
        await page.Keyboard.TypeAsync("the spokes");

        await page.ClickAsync("[data-preview]");
        await Expect(page.Locator(".preview .mention")).ToHaveTextAsync(new Regex("^@mod"));
        await Expect(page.Locator(".preview .spoiler")).ToHaveTextAsync("the spokes");
        await page.Locator("#text").EvaluateAsync("text => text.setSelectionRange(99, 99)");
        await page.FocusAsync("#text");
        await page.Keyboard.TypeAsync("\n\n- [x] done");
        await Expect(page.Locator(".preview .task-list-item")).ToHaveTextAsync("☑ done");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("#p1 .mention")).ToHaveAttributeAsync("href", new Regex("^/c/repair/@mod"));

        // What is hidden shows itself to whoever goes there.
        var spoiler = page.Locator("#p1 .spoiler");
        Assert.NotEqual("none", await Filter(spoiler));
        await spoiler.FocusAsync();
        await Expect(spoiler).ToHaveCSSAsync("filter", "none");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_draft_goes_along_to_another_device_and_ends_when_it_is_posted(string language)
    {
        var thread = await browser.Site.Open("repair", "mod", $"For drafts {language}");
        var address = $"/c/repair/threads/{thread}";
        var (phone, phoneFaults) = await Open("mia", language);
        await phone.GotoAsync(address);
        await phone.FillAsync("#compose textarea[name=text]", "Begun on the phone");
        await Expect(phone.Locator("#compose input[name=draft]")).ToHaveValueAsync(new Regex("^[1-9]"));
        await browser.Site.CaughtUp();

        var (desk, deskFaults) = await Open("mia", language);
        await desk.GotoAsync("/drafts");
        await desk.ClickAsync(".drafts .acts a.button");
        await Expect(desk.Locator("#compose textarea[name=text]")).ToHaveValueAsync("Begun on the phone");
        await desk.FillAsync("#compose textarea[name=text]", "Begun on the phone, ended at the desk");
        await Expect(desk.Locator("#compose input[name=draft]")).Not.ToHaveValueAsync(
            await phone.InputValueAsync("#compose input[name=draft]"));

        // The phone has not heard of it: its text stands then, and the desk's is kept beside it.
        await phone.FillAsync("#compose textarea[name=text]", "Begun on the phone, and ended there");
        await browser.Site.CaughtUp();
        await Expect(phone.Locator("[data-saved]").First).Not.ToBeEmptyAsync();
        await WaitUntilKept(thread, "Begun on the phone, and ended there", language);
        await desk.GotoAsync("/drafts");
        await desk.ClickAsync("details.other summary");
        await Expect(desk.Locator("details.other pre")).ToHaveTextAsync("Begun on the phone, ended at the desk");
        await desk.ClickAsync("form[action$='/swap'] button >> nth=0");
        await Expect(desk.Locator(".excerpt").First).ToHaveTextAsync("Begun on the phone, ended at the desk");

        await desk.GotoAsync(address);
        await desk.ClickAsync("#compose button[value=post]");
        await Expect(desk.Locator("#p2 .body")).ToHaveTextAsync("Begun on the phone, ended at the desk");
        await desk.GotoAsync("/drafts");
        await Expect(desk.Locator($".drafts a[href*='{thread}']")).ToHaveCountAsync(0);
        Assert.Empty(phoneFaults.Concat(deskFaults));
        await phone.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Who_answers_hears_of_what_others_answered_meanwhile(string language, bool hasScript)
    {
        var thread = await browser.Site.Open("repair", "mod", $"For answers {language}");
        var (page, faults) = await Open("mia", language, hasScript);
        await page.GotoAsync($"/c/repair/threads/{thread}");
        await page.FillAsync("#compose textarea[name=text]", "My answer");
        await browser.Site.Reply("repair", thread, "mod", "I was quicker.");
        if (hasScript)
        {
            await Expect(page.Locator("#meanwhile")).ToBeVisibleAsync();
            await page.ClickAsync("#meanwhile a");
            await Expect(page.Locator("#p2 .body")).ToHaveTextAsync("I was quicker.");
            await Expect(page.Locator("#compose textarea[name=text]")).ToHaveValueAsync("My answer");
        }
        else
        {
            await page.ClickAsync("#compose button[value=post]");
            await Expect(page.Locator("#meanwhile")).ToContainTextAsync("1\u00A0réponse");
            await Expect(page.Locator("#p2 .body")).ToHaveTextAsync("I was quicker.");
            await Expect(page.Locator("#compose textarea[name=text]")).ToHaveValueAsync("My answer");
        }

        await page.ClickAsync("#compose button[value=post]");
        await Expect(page.Locator("#p3 .body")).ToHaveTextAsync("My answer");
        faults.RemoveAll(fault => fault.Contains("409", StringComparison.Ordinal)); // As it should be.
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_quote_leads_back_to_what_was_said(string language, bool hasScript)
    {
        var thread = await browser.Site.Open("repair", "mod", $"For quotes {language}", "First line.\n\nSecond line.");
        var (page, faults) = await Open("mia", language, hasScript);
        await page.GotoAsync($"/c/repair/threads/{thread}");
        await page.ClickAsync("#p1 a[href^='?quote=']");
        await Expect(page.Locator("#compose textarea[name=text]")).ToHaveValueAsync(new Regex(
            $"^> \\[@mod\\]\\(/c/repair/threads/{thread}\\?post=1\\):\n> First line\\.\n>\n> Second line\\.\n\n$"));
        await page.ClickAsync("#compose button[value=post]");
        await Expect(page.Locator("#p2 blockquote.from .source")).ToHaveTextAsync("@mod");
        await page.ClickAsync("#p2 blockquote.from .source");
        await Expect(page).ToHaveURLAsync(new Regex("#p1$"));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private static Task<string> Filter(ILocator spoiler) =>
        spoiler.EvaluateAsync<string>("spoiler => getComputedStyle(spoiler).filter");

    private async Task WaitUntilKept(string thread, string text, string language)
    {
        var account = language == "fr" ? "mia-fr" : "mia";
        var kept = "";
        while (kept != text)
        {
            var head = browser.Site.Feeds.Of("repair").Head;
            await browser.Site.CaughtUp();
            kept = (await browser.Site.Views.Draft(
                "repair", account, Drafts.InThread(thread), TestContext.Current.CancellationToken))?.Text;
            if (kept != text) await browser.Site.Views.WaitFor(head + 1, TestContext.Current.CancellationToken);
        }
    }

    // Signed in by a token: who mia is, is the business of other walks.
    private async Task<(IPage Page, List<string> Faults)> Open(string person, string language, bool hasScript = true)
    {
        var (page, faults) = await browser.Open(language, hasScript);
        using var client = await browser.Site.As(language == "fr" ? $"{person}-fr" : person);
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        return (page, faults);
    }
}
