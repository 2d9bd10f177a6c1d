using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// A purpose written and read at the door, strays pointed out, and a knowledge page made from an answer, in a real
/// browser in both languages.
/// </summary>
public sealed class DomainWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_purpose_is_read_at_the_door_and_strays_are_told_apart(string language, bool hasScript)
    {
        var place = $"domain-{language}";
        await browser.Site.Found(place, $"founder-of-{place}");
        await browser.Site.Actors.Ask(
            place, new CommunityCommand.AddCategory(new Category("square", "Square")), Call.System(), Ct);
        var keeper = await browser.Person($"keeper-{place}", language, hasScript, Role.Manager, place);
        var page = keeper.Page;
        await page.SetViewportSizeAsync(390, 844);
        await page.GotoAsync($"/c/{place}/studio/domain");
        await page.FillAsync("#what-for", "We keep **wheels** turning.");
        await page.FillAsync("#belongs", "Spokes and hubs.");
        await page.FillAsync("#not-here", "Cakes.");
        await page.FillAsync("#words", "wheel, spoke\nhub");
        await page.ClickAsync("button[value=preview]");
        await Expect(page.Locator("#preview strong")).ToHaveTextAsync("wheels");
        await page.ClickAsync("#purpose button[value=save]");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator("#words")).ToHaveValueAsync("wheel\nspoke\nhub");

        var stray = await browser.Site.Open(place, $"founder-of-{place}", "A lemon tart", "How long in the oven?");
        await browser.Site.Open(place, $"founder-of-{place}", "A bent wheel", "Which spoke first?");
        var kept = await browser.Site.Open(place, $"founder-of-{place}", "Good morning", "How are you?");
        await browser.Site.Engine.WhenQuiet(Ct);
        await page.GotoAsync($"/c/{place}/studio");
        await Expect(page.Locator(".studio-card.waits", new() { HasText = "A lemon tart" })).ToBeVisibleAsync();
        await page.GotoAsync($"/c/{place}/studio/domain");
        await Expect(page.Locator(".off-topics > li")).ToHaveCountAsync(2);
        await page.Locator(".off-topics > li", new() { HasText = "Good morning" }).Locator("button[value=fits]")
            .ClickAsync();
        await Expect(page.Locator(".off-topics > li")).ToHaveCountAsync(1);
        await Expect(page.Locator("#fitting button")).ToBeHiddenAsync();
        await page.ClickAsync("#fitting summary");
        await page.Locator("#fitting li", new() { HasText = "Good morning" }).Locator("button").ClickAsync();
        await Expect(page.Locator(".off-topics > li")).ToHaveCountAsync(2);
        await Expect(page.Locator("#fitting")).ToHaveCountAsync(0);
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(
            language == "en" ? "Taken back" : "C’est noté");
        Assert.False((await browser.Site.Actors.See<Thread>(Keys.OfThread(place, kept), Ct)).IsFitting);
        await page.Locator(".off-topics > li", new() { HasText = "Good morning" }).Locator("button[value=fits]")
            .ClickAsync();
        await Expect(page.Locator(".off-topics > li")).ToHaveCountAsync(1);
        await page.Locator(".off-topics select").SelectOptionAsync("square");
        await page.ClickAsync(".off-topics button[value=move]");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        Assert.Equal("square", (await browser.Site.Actors.See<Thread>(Keys.OfThread(place, stray), Ct)).Category);
        Assert.True((await browser.Site.Actors.See<Thread>(Keys.OfThread(place, kept), Ct)).IsFitting);

        var (visitor, faults) = await browser.Open(language);
        await visitor.GotoAsync($"/c/{place}");
        await Expect(visitor.Locator(".door strong")).ToHaveTextAsync("wheels");
        await visitor.GotoAsync($"/c/{place}/join");
        await Expect(visitor.Locator(".door")).ToContainTextAsync("Cakes");
        var newcomer = await browser.Person($"newcomer-{place}", language, hasScript, Role.Member, place);
        await newcomer.Page.GotoAsync($"/c/{place}/new");
        await Expect(newcomer.Page.Locator(".first-thread")).ToContainTextAsync("Spokes and hubs");
        Assert.Empty(keeper.Faults.Concat(newcomer.Faults).Concat(faults));
        await page.Context.CloseAsync();
        await newcomer.Page.Context.CloseAsync();
        await visitor.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task An_answer_is_taken_up_in_a_knowledge_page_that_leads_back_to_it(string language, bool hasScript)
    {
        var (place, owner) = ($"knowing-{language}", $"founder-of-knowing-{language}");
        await browser.Site.Found(place, owner);
        await browser.Site.Actors.Ask(
            place, new CommunityCommand.AddCategory(new Category("wheels", "Wheels")), Call.System(), Ct);
        var thread = await browser.Site.Open(place, owner, "How do I true a wheel?", "It wobbles.");
        var key = Keys.OfThread(place, thread);
        await browser.Site.Actors.Ask(
            key, new ThreadCommand.Organise("How do I true a wheel?", "wheels", []), Call.System(), Ct);
        await browser.Site.Reply(place, thread, owner, "A quarter turn at a time.");
        await browser.Site.Actors.Ask(key, new ThreadCommand.Accept(2), Call.System(), Ct);
        await browser.Site.Engine.WhenQuiet(Ct);

        var writer = await browser.Person($"writer-{place}", language, hasScript, Role.Moderator, place);
        var page = writer.Page;
        await page.GotoAsync($"/c/{place}/knowledge");
        await page.ClickAsync(".knowledge-cards a");
        await page.ClickAsync(".empty a.button.do");
        await page.FillAsync("#text", "Wash it first.");
        await page.ClickAsync(".untaken button");
        await Expect(page.Locator("#text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(
            "^Wash it first\\.\\s+## How do I true a wheel\\?\\s+A quarter turn at a time\\."));
        await Expect(page.Locator(".untaken li")).ToHaveCountAsync(0);
        await page.FillAsync("#summary", "So");
        await page.ClickAsync("button[value=save]");
        await Expect(page.Locator("article.knowledge h2")).ToContainTextAsync("How do I true a wheel?");
        await Expect(page.Locator(".sources a")).ToHaveCountAsync(1);
        await browser.Site.Engine.WhenQuiet(Ct);
        await page.ClickAsync("article.knowledge a[href*='?post=2']");
        await Expect(page.Locator(".taken a")).ToHaveTextAsync("Wheels");

        await page.GotoAsync($"/c/{place}/knowledge/wheels/edit");
        await browser.Site.Actors.Ask(
            $"{place}/wheels", new KnowledgeCommand.Revise(1, "Wash it well."), new Call(owner, Standing.System), Ct);
        await browser.Site.Engine.WhenQuiet(Ct);
        await page.FillAsync("#text", "Wash it first, and dry it.");
        await page.ClickAsync("button[value=save]");
        await Expect(page.Locator("#meanwhile .diff ins").First).ToBeVisibleAsync();
        await page.ClickAsync("button[value=save]");
        await Expect(page.Locator("article.knowledge")).ToContainTextAsync("and dry it");

        await page.GotoAsync($"/c/{place}/knowledge/wheels/history?revision=1");
        await page.ClickAsync("form[action$='/restore'] button");
        await Expect(page.Locator("article.knowledge h2")).ToContainTextAsync("How do I true a wheel?");
        await page.GotoAsync($"/c/{place}/knowledge/wheels/history");
        await page.Locator(".page-revisions form[action$='/hide'] button").Nth(1).ClickAsync();
        await Expect(page.Locator(".page-revisions .badge.wait")).ToHaveCountAsync(1);
        await page.GotoAsync($"/search?q=quarter&community={place}");
        await Expect(page.Locator(".known a")).ToHaveTextAsync("Wheels");
        Assert.Contains("409", Assert.Single(writer.Faults), StringComparison.Ordinal); // What was changed meanwhile.
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Who_asks_what_was_answered_sees_the_answer_before_posting(string language, bool hasScript)
    {
        var (place, owner) = ($"asking-{language}", $"founder-of-asking-{language}");
        await browser.Site.Found(place, owner);
        var thread = await browser.Site.Open(place, owner, "True a bent wheel", "It wobbles.");
        await browser.Site.Reply(place, thread, owner, "A quarter turn at a time.");
        await browser.Site.Actors.Ask(
            Keys.OfThread(place, thread), new ThreadCommand.Accept(2), Call.System(), Ct);
        await browser.Site.Engine.WhenQuiet(Ct);

        var asker = await browser.Person($"asker-{place}", language, hasScript, Role.Member, place);
        var page = asker.Page;
        await page.GotoAsync($"/c/{place}/new");
        await page.FillAsync("#title", "Bent wheel: how to true it?");
        await page.FillAsync("#text", "Mine wobbles, too.");
        if (hasScript) await Expect(page.Locator("#similar .answer")).ToContainTextAsync("A quarter turn");
        else await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("#similar .answer")).ToContainTextAsync("A quarter turn");
        await Expect(page.Locator("#similar a")).ToHaveAttributeAsync(
            "href", $"/c/{place}/threads/{thread}?post=2");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bent wheel: how to true it?");
        Assert.Empty(asker.Faults);
        await page.Context.CloseAsync();
    }
}
