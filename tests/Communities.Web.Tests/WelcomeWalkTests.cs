using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// A newcomer arrives: is welcomed, finds the way, introduces themselves, and is brought to those who greet when nobody
/// answers in time.
/// </summary>
public sealed class WelcomeWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_newcomer_is_welcomed_introduces_themselves_and_is_greeted(string language, bool hasScript)
    {
        var (site, slug) = (browser.Site, $"arrivals-{language}");
        await site.Found(slug, "owner");
        await site.Actors.Ask(slug, new CommunityCommand.AddCategory(new("hello", "Hello")), Call.System(), Ct);

        // The manager says how newcomers are welcomed, and looks at it before anybody gets it.
        var manager = await browser.Person("hostess", language, hasScript, Role.Manager, slug);
        await manager.Page.GotoAsync($"/c/{slug}/studio/welcome");
        await manager.Page.SelectOptionAsync("#category", "hello");
        await manager.Page.FillAsync("#question-0", "Which bike?");
        await manager.Page.ClickAsync("form[action$='/introductions'] button.do");
        await Expect(manager.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await manager.Page.ClickAsync("form.switch button");
        await Expect(manager.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await manager.Page.ClickAsync(".journey a[href$='/steps/welcome']");
        await manager.Page.FillAsync("#hours", "0");
        await manager.Page.FillAsync($"#title-{language}", "Tea is ready");
        await manager.Page.FillAsync($"#text-{language}", "Good to see you, **{name}**, in {community}.");
        await manager.Page.ClickAsync("button[value=preview]");
        await Expect(manager.Page.Locator($".message[lang={language}] .body"))
            .ToHaveTextAsync($"Good to see you, {manager.Name}, in {slug}.");
        await manager.Page.ClickAsync("button[value=save]");
        await Expect(manager.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await site.CaughtUp();

        // The newcomer is told, on a telephone, reads it, and takes the next step.
        var newcomer = await browser.Person("newcomer", language, hasScript, Role.Member, slug);
        await newcomer.Page.SetViewportSizeAsync(390, 844);
        await Sent(slug, newcomer.Account, "welcome");
        await newcomer.Page.GotoAsync("/inbox");
        await newcomer.Page.ClickAsync(".notices > li.unseen .what a");
        await Expect(newcomer.Page.Locator("#message h2")).ToHaveTextAsync("Tea is ready");
        await Expect(newcomer.Page.Locator("#message .body")).ToContainTextAsync(newcomer.Name);
        await newcomer.Page.GotoAsync($"/c/{slug}");
        await newcomer.Page.ClickAsync(".welcome-bar p a");
        await newcomer.Page.ClickAsync(".first-steps li.next a.button.do");
        await newcomer.Page.FillAsync("#answer-0", "A red one.");
        await newcomer.Page.ClickAsync("button[value=preview]");
        await Expect(newcomer.Page.Locator(".preview .body")).ToContainTextAsync("Which bike?");
        await newcomer.Page.ClickAsync("button[value=post]");
        await Expect(newcomer.Page.Locator(".post.first .body")).ToContainTextAsync("A red one.");
        await site.CaughtUp();
        await newcomer.Page.GotoAsync($"/c/{slug}/welcome");
        await Expect(newcomer.Page.Locator(".first-steps li.done")).ToHaveCountAsync(1);

        // Nobody answers for a day: the manager hears of it, and it is measured.
        site.Time.Advance(TimeSpan.FromHours(25));
        var late = Keys.NewThread(site.Time.GetUtcNow(), 1);
        await site.Actors.Ask(
            Keys.OfThread(slug, late),
            new ThreadCommand.Open("Another", "Hello.", "hello", [], GreetBy: site.Time.GetUtcNow().AddHours(24)),
            new Call(newcomer.Account, new Standing(Role.Member)), Ct); // An alarm that is set wakes the clock.
        await Told(slug, manager.Account, Reasons.Ungreeted);
        await manager.Page.GotoAsync($"/c/{slug}/studio/welcome");
        await Expect(manager.Page.Locator(".introductions li.waits")).ToHaveCountAsync(2);
        await manager.Page.ClickAsync(".introductions li.waits >> nth=0 >> a.button");
        await Expect(manager.Page.Locator(".post.first .body")).ToContainTextAsync("A red one.");
        await manager.Page.FillAsync("#compose textarea[name=text]", "Welcome! Mine is blue.");
        await manager.Page.ClickAsync("#compose button[value=post]");
        await Expect(manager.Page.Locator("#p2 .body")).ToBeVisibleAsync();
        await site.CaughtUp();
        await manager.Page.GotoAsync($"/c/{slug}/studio/welcome");
        await Expect(manager.Page.Locator(".introductions li.waits")).ToHaveCountAsync(1);
        await Expect(manager.Page.Locator(".figures dd").Nth(1)).ToHaveTextAsync(language == "en" ? "0%" : "0\u00A0%");

        // Who knows the way hides it.
        await newcomer.Page.GotoAsync($"/c/{slug}");
        await newcomer.Page.ClickAsync(".welcome-bar form button");
        await Expect(newcomer.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(newcomer.Page.Locator(".welcome-bar")).ToHaveCountAsync(0);
        Assert.Empty(manager.Faults);
        Assert.Empty(newcomer.Faults);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Questions_outlive_the_place_for_introductions(string language, bool hasScript)
    {
        var (site, slug) = (browser.Site, $"asking-back-{language}");
        await site.Found(slug, "owner");
        await site.Actors.Ask(slug, new CommunityCommand.AddCategory(new("hello", "Hello")), Call.System(), Ct);
        var manager = await browser.Person("asks-back", language, hasScript, Role.Manager, slug);
        var page = manager.Page;
        await Save("hello", "#question-0", "Which bike?");
        await Save("", "#question-1", "Since when?");
        Assert.Null((await site.See<Community>(slug)).Introductions);
        await Expect(page.Locator("#category")).ToHaveValueAsync("");
        await Expect(page.Locator("#question-0")).ToHaveValueAsync("Which bike?");
        await Expect(page.Locator("#question-1")).ToHaveValueAsync("Since when?");
        await Save("hello", "#prompt", "Tell us.");
        Assert.Equal(["Which bike?", "Since when?"], (await site.See<Community>(slug)).Introductions!.Questions);
        Assert.Empty(manager.Faults);
        await page.Context.CloseAsync();

        async Task Save(string category, string field, string text)
        {
            await page.GotoAsync($"/c/{slug}/studio/welcome");
            await page.SelectOptionAsync("#category", category);
            await page.FillAsync(field, text);
            await page.ClickAsync("form[action$='/introductions'] button.do");
            await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        }
    }

    // Alarms ring by themselves, soon: what follows from them is waited for where it stands.
    private async Task Sent(string community, string account, string step)
    {
        while (!(await browser.Site.See<Member>(Keys.OfMember(community, account))).Walk!.Sent.Contains(step))
            await browser.Site.CaughtUp();
        await browser.Site.CaughtUp();
    }

    private async Task Told(string community, string account, string reason)
    {
        while (!(await browser.Site.See<Inbox>(Keys.OfMember(community, account))).Unseen
            .Exists(unseen => unseen.Reason == reason))
            await browser.Site.CaughtUp();
        await browser.Site.CaughtUp();
    }
}
