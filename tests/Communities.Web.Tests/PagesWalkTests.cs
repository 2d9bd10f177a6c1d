using System.Text.RegularExpressions;
using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>What people do, done in a real browser: with and without script, in both languages.</summary>
public sealed class PagesWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private const string Password = "a sentence nobody guesses";

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_newcomer_joins_writes_is_answered_and_leaves(string language, bool hasScript)
    {
        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"walk-{language}-{(hasScript ? "s" : "n")}";
        await SignUp(page, account, "/c/repair");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await page.ClickAsync("a[href='/c/repair/join']");
        await page.ClickAsync("form[action$='/join'] button.do");
        await Expect(page.Locator("[role=status].note.good")).ToBeVisibleAsync();
        await Expect(page.Locator(".first-steps li.next a.button")).ToBeVisibleAsync(); // The first visit is guided.

        await page.GotoAsync("/c/repair/new?category=bikes");
        await page.FillAsync("#title", $"Walk {account} & <b>");
        await page.FillAsync("#tags", "#walk, été");
        await page.FillAsync("#text", "First **bold** line.\n\n<script>alert(1)</script>");
        await page.ClickAsync("button[value=preview]");
        await Expect(page.Locator(".preview strong")).ToHaveTextAsync("bold");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Walk {account} & <b>");
        await Expect(page.Locator("#p1 strong")).ToHaveTextAsync("bold");
        await Expect(page.Locator(".title .tag")).ToHaveCountAsync(2);

        await Reply(page, "A reply of my own.");
        await Expect(page.Locator("#p2 .body")).ToHaveTextAsync("A reply of my own.");
        await Somebody(page, new ThreadCommand.Reply("An answer from elsewhere."));
        await page.ReloadAsync();
        await page.ClickAsync("#p3 button[value='like.3']");
        await Expect(page.Locator("#p3 button[value='like.3']")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.ClickAsync("#p3 button[value='like.3']");
        await Expect(page.Locator("#p3 button[aria-pressed]")).ToHaveCountAsync(0);
        await page.ClickAsync("#p3 button[value='like.3']");

        await page.ClickAsync("#p3 a[href^='?quote=']");
        await Expect(page.Locator("#compose textarea[name=text]")).ToHaveValueAsync(
            new Regex("^> \\[@mod\\][^\n]*\n> An answer from elsewhere"));
        await Reply(page, "So it is.", isOpen: true);
        await Expect(page.Locator("#p4 .body")).ToHaveTextAsync("So it is.");

        await page.ClickAsync("#p2 [data-more]");
        await page.ClickAsync("#more a[href$='/posts/2/edit']");
        await page.FillAsync("#text", "A better reply of my own.");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("#p2 .body")).ToHaveTextAsync("A better reply of my own.");

        await page.ClickAsync("#p3 [data-more]");
        await page.ClickAsync("#more button[formaction$='/accept']");
        await Expect(page.Locator("#p3.answer")).ToBeVisibleAsync();

        await page.ClickAsync("#p4 [data-more]");
        await page.ClickAsync("#more form[action$='/remove'] button");
        await Expect(page.Locator("#p4.gone")).ToBeVisibleAsync();
        await page.ClickAsync("#p4 button[formaction$='/restore']");
        await Expect(page.Locator("#p4 .body")).ToHaveTextAsync("So it is.");

        await page.GotoAsync("/account");
        await page.ClickAsync("form[action='/sign-out'] button");
        await Expect(page.Locator("a[href='/sign-up']").First).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_moderator_closes_with_a_reason_and_a_newcomer_reads_why(string language)
    {
        var (page, faults) = await browser.Open(language);
        var account = $"keeper-{language}";
        await SignUp(page, account, "/");
        await browser.Site.Actors.Ask(
            Keys.OfMember("repair", account), new MemberCommand.Join(account, Role.Moderator), Call.System(),
            TestContext.Current.CancellationToken);
        var thread = await browser.Site.Open("repair", "mia", "To be closed");
        await page.GotoAsync($"/c/repair/threads/{thread}");
        await page.ClickAsync(".rail summary");
        await page.FillAsync("#close-why", "Said all there is.");
        await page.ClickAsync("form[action$='/close'] button");
        await Expect(page.Locator(".note.wait:visible")).ToContainTextAsync("Said all there is.");

        var (visitor, visitorFaults) = await browser.Open(language, hasScript: false);
        await visitor.GotoAsync($"/c/repair/threads/{thread}");
        await Expect(visitor.Locator(".note.wait:visible")).ToContainTextAsync("Said all there is.");
        await Expect(visitor.Locator("#compose")).ToHaveCountAsync(0);

        await page.ClickAsync(".rail summary");
        await page.ClickAsync("form[action$='/reopen'] button");
        await Expect(page.Locator(".note.wait:visible")).ToHaveCountAsync(0);
        Assert.Empty(faults.Concat(visitorFaults));
        await visitor.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_revision_shows_what_changed()
    {
        var thread = await browser.Site.Open("repair", "mia", "To be revised", "The red bicycle is mine.");
        var key = Keys.OfThread("repair", thread);
        await browser.Site.Actors.Ask(
            key, new ThreadCommand.Edit(1, "The blue bicycle is mine."), new Call("mod", new Standing(Role.Moderator)),
            TestContext.Current.CancellationToken);
        await browser.Site.CaughtUp();
        var (page, faults) = await browser.Open("en");
        await page.GotoAsync($"/c/repair/threads/{thread}");
        await page.ClickAsync("#p1 .edited");
        await Expect(page.Locator("del")).ToHaveTextAsync("red");
        await Expect(page.Locator("ins")).ToHaveTextAsync("blue");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_others_write_waits_under_a_bar_and_the_page_does_not_move()
    {
        var (page, faults) = await browser.Open("en");
        var listening = page.WaitForResponseAsync(response => response.Url.Contains("/live", StringComparison.Ordinal));
        await page.GotoAsync($"/c/repair/threads/{browser.Site.Thread}");
        await listening;
        var before = await page.EvaluateAsync<int>("scrollY");
        var last = await page.Locator("article").CountAsync();
        await Somebody(page, new ThreadCommand.Reply("Live one."));
        await Expect(page.Locator("#arrivals")).ToHaveTextAsync("1 new post");
        await Somebody(page, new ThreadCommand.Reply("Live two."));
        await Expect(page.Locator("#arrivals")).ToHaveTextAsync("2 new posts");
        Assert.Equal(last, await page.Locator("article").CountAsync());
        Assert.Equal(before, await page.EvaluateAsync<int>("scrollY"));

        await page.ClickAsync("#arrivals a");
        await Expect(page.Locator($"#p{last + 1} .body")).ToHaveTextAsync("Live one.");
        await Expect(page.Locator($"#p{last + 2} .body")).ToHaveTextAsync("Live two.");
        await Expect(page.Locator("#arrivals a")).ToHaveCountAsync(0);

        await Somebody(page, new ThreadCommand.React(last + 1, "like"), "mia");
        await Expect(page.Locator($"#p{last + 1} .tally")).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_outlives_the_page_and_is_forgotten_once_sent()
    {
        var (page, faults) = await browser.Open("en");
        await SignUp(page, "drafter", "/c/repair");
        await page.ClickAsync("a[href='/c/repair/join']");
        await page.ClickAsync("form[action$='/join'] button.do");
        await page.GotoAsync("/c/repair/new");
        await page.FillAsync("#title", "Half a thought");
        await page.FillAsync("#text", "Not yet sent");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Draft saved at");
        await page.GotoAsync("/c/repair");
        await page.GotoAsync("/c/repair/new");
        await Expect(page.Locator("#text")).ToHaveValueAsync("Not yet sent");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Half a thought");
        await page.GotoAsync("/c/repair/new");
        await Expect(page.Locator("#text")).ToHaveValueAsync("");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_lead_through_a_list_and_into_a_thread()
    {
        var (page, faults) = await browser.Open("en");
        await page.GotoAsync("/c/repair");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("article.first")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(); // Keys are heard when the scripts are there.
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator(".find [type=search]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("dl.keys")).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(820, 1180)]
    [InlineData(1440, 900)]
    public async Task No_page_is_wider_than_the_screen(int width, int height)
    {
        var long_ = new string('x', 120);
        var thread = await browser.Site.Open(
            "repair", "mia", $"{long_} عنوان", $"{long_}\n\n`{long_}`\n\n{new string('w', 9_000)}");
        var (page, faults) = await browser.Open("en");
        await page.SetViewportSizeAsync(width, height);
        foreach (var path in new[] { "/", "/c/repair", "/c/repair/members", "/search?q=wheel", "/sign-up",
            $"/c/repair/threads/{thread}" })
        {
            await page.GotoAsync(path);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide == width, $"{path} is {wide} wide");
        }

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private static async Task SignUp(IPage page, string account, string back)
    {
        await page.GotoAsync($"/sign-up?back={Uri.EscapeDataString(back)}");
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", $"Name of {account}");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button.do");
        await Expect(page.Locator("a.me[href='/account']")).ToBeVisibleAsync();
    }

    private static async Task Reply(IPage page, string text, bool isOpen = false)
    {
        if (!isOpen) await page.GotoAsync(page.Url.Split('#')[0].Split('?')[0] + "?reply=1#compose");
        await page.FillAsync("#compose textarea[name=text]", text);
        await page.ClickAsync("#compose button[value=post]");
    }

    // Somebody else, elsewhere, does this in the thread that the page shows.
    private async Task Somebody(IPage page, ThreadCommand command, string account = "mod")
    {
        var thread = Regex.Match(page.Url, "/threads/([a-z0-9]{16})").Groups[1].Value;
        var answer = await browser.Site.Actors.Ask(
            Keys.OfThread("repair", thread), command, new Call(account, new Standing(Role.Moderator)));
        Assert.Null(answer.Refusal);
        await browser.Site.CaughtUp();
    }
}
