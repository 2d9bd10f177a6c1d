using System.Text.RegularExpressions;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Moderators organise threads in a real browser; readers find posts where they are.</summary>
public sealed class OrganisingWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Posts_are_split_off_moved_back_and_merged_and_old_links_lead_to_them(
        string language, bool hasScript)
    {
        var (_, _, page, faults) = await browser.Person("mover", language, hasScript, Role.Moderator);
        var thread = await browser.Site.Open("repair", "mia", "About wheels");
        foreach (var text in (string[])["Brakes squeal", "Mine too", "Back to wheels"])
            await browser.Site.Reply("repair", thread, "mia", text);
        var address = $"/c/repair/threads/{thread}";

        await page.GotoAsync($"{address}?more=2");
        await page.ClickAsync("#more a[href*='/move?post=2']");
        await Expect(page.Locator("#numbers")).ToHaveValueAsync("2");
        await page.CheckAsync(".picks input[value='3']");
        await page.FillAsync("#title", "Squealing brakes");
        await page.FillAsync("#reason", "Another matter");
        await page.ClickAsync("form[action$='/move'] button.do");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Squealing brakes");
        await Expect(page.Locator(".happened").First).ToContainTextAsync("Another matter");
        await Expect(page.Locator("#p1 .body")).ToHaveTextAsync("Brakes squeal");
        await Expect(page.Locator("#p2 .body")).ToHaveTextAsync("Mine too");
        var brakes = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync(address);
        await Expect(page.Locator("article")).ToHaveCountAsync(2);
        await Expect(page.Locator(".happened a").Last).ToHaveTextAsync("Squealing brakes");
        await page.GotoAsync($"{address}?post=3");
        await Expect(page).ToHaveURLAsync(new Regex($"{brakes}.*#p2$"));
        await page.GotoAsync("/c/repair");
        await page.GotoAsync($"{address}#p3");
        if (hasScript) await Expect(page).ToHaveURLAsync(new Regex($"{brakes}.*#p2$"));
        else
        {
            await page.ClickAsync("#p3 a");
            await Expect(page).ToHaveURLAsync(new Regex($"{brakes}.*#p2$"));
        }

        await page.GotoAsync($"{brakes}/move");
        await page.FillAsync("#numbers", "2");
        await page.CheckAsync("input[name=where][value=there]");
        await page.FillAsync("#target", browser.Site.Address + address.TrimStart('/'));
        await page.ClickAsync("form[action$='/move'] button.do");
        await Expect(page.Locator("#p5 .body")).ToHaveTextAsync("Mine too");

        await page.GotoAsync($"{brakes}/move#merge");
        await page.FillAsync("#into", thread);
        await page.FillAsync("#merge-reason", "After all");
        await page.ClickAsync("form[action$='/merge'] button.do");
        await Expect(page.Locator("#p6 .body")).ToHaveTextAsync("Brakes squeal");
        await page.GotoAsync(brakes);
        await Expect(page.Locator("h1")).ToHaveTextAsync("About wheels");
        await page.GotoAsync("/c/repair");
        if (hasScript)
        {
            await page.GotoAsync($"{brakes}#p1");
            await Expect(page).ToHaveURLAsync(new Regex($"{thread}.*#p6$"));
        }

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_thread_is_pinned_for_a_while_unlisted_and_archived(string language)
    {
        var (_, _, page, faults) = await browser.Person("archivist", language, hasScript: false, Role.Moderator);
        var thread = await browser.Site.Open("repair", "mia", $"To be kept {language}");
        var address = $"/c/repair/threads/{thread}";
        await page.GotoAsync(address);
        await page.ClickAsync(".rail summary");
        await page.FillAsync("#pin-until", "2040-01-01T10:00");
        await page.ClickAsync("form[action$='/pin'] button");
        await Expect(page.Locator(".happened time[datetime^='2040-01-01T10:00']")).ToHaveCountAsync(1);

        await page.ClickAsync(".rail summary");
        await page.FillAsync("#unlist-why", "Not yet ready");
        await page.ClickAsync("form[action$='/unlist'] button");
        await Expect(page.Locator(".happened", new() { HasText = "Not yet ready" })).ToBeVisibleAsync();
        await page.GotoAsync("/c/repair");
        await Expect(page.Locator($".rows a[href$='{thread}']")).ToHaveCountAsync(0);
        await page.ClickAsync(".tabs a[href*='sort=unlisted']");
        await page.ClickAsync($".rows a[href$='{thread}']");
        await page.ClickAsync(".rail summary");
        await page.ClickAsync("form[action$='/list'] button");

        await page.ClickAsync(".rail summary");
        await page.ClickAsync("form[action$='/archive'] button");
        await Expect(page.Locator("#compose")).ToHaveCountAsync(0);
        await Expect(page.Locator(".note.wait:visible")).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task A_manager_orders_categories_and_groups_tags(string language)
    {
        var (_, _, page, faults) = await browser.Person("manager", language, hasScript: false, Role.Manager);
        foreach (var slug in (string[])["first", "second"])
            await browser.Site.Actors.Ask(
                "repair",
                new CommunityCommand.AddCategory(
                    new Category($"{slug}-{language}", $"{slug} {language}", "What belongs here.")),
                Call.System(), TestContext.Current.CancellationToken);
        await browser.Site.CaughtUp();
        await page.GotoAsync("/c/repair/settings");
        var second = page.Locator($"details.catrow:has(input[name=slug][value='second-{language}'])");
        await second.Locator("summary").ClickAsync();
        await second.Locator("button[value=up]").ClickAsync();
        await Expect(page.Locator("details.catrow bdi").Filter(new() { HasTextRegex = new Regex($" {language}$") }))
            .ToHaveTextAsync([$"second {language}", $"first {language}"]);
        await page.GotoAsync($"/c/repair?category=first-{language}");
        await Expect(page.Locator(".about")).ToContainTextAsync("What belongs here.");

        await page.GotoAsync("/c/repair/settings/tags");
        var adding = page.Locator("details.catrow:has(#new-slug)");
        if (await page.Locator("#new-slug").IsHiddenAsync()) await adding.Locator("summary").ClickAsync();
        await page.FillAsync("#new-slug", $"parts-{language}");
        await page.FillAsync("#new-name", $"Parts {language}");
        await page.FillAsync("#new-tags", $"rim-{language}, hub-{language}");
        await adding.Locator("button.do").ClickAsync();
        await Expect(page.Locator("details.catrow bdi", new() { HasText = $"Parts {language}" })).ToBeVisibleAsync();
        await page.FillAsync("#tag", $"rims-{language}");
        await page.FillAsync("#meaning", $"rim-{language}");
        await page.ClickAsync("form[action$='/synonym'] button.do");
        await Expect(page.Locator("bdi", new() { HasText = $"#rims-{language}" })).ToBeVisibleAsync();

        await page.GotoAsync("/c/repair/new");
        await page.FillAsync("#title", $"Which rims {language}?");
        await page.FillAsync("#tags", $"rims-{language}");
        await page.FillAsync("#text", "Wide ones.");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator(".title .tag")).ToHaveTextAsync($"#rim-{language}");
        await page.GotoAsync($"/c/repair?tag=rims-{language}");
        await Expect(page.Locator(".rows h3")).ToHaveTextAsync($"Which rims {language}?");
        await page.GotoAsync("/c/repair/tags");
        var group = page.Locator("section.sheet", new() { HasText = $"Parts {language}" });
        await Expect(group.Locator("li")).ToHaveCountAsync(2);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_full_thread_leads_on_to_a_new_one()
    {
        var thread = await browser.Site.Open("repair", "mia", "Endless");
        var key = Keys.OfThread("repair", thread);
        foreach (var many in Enumerable.Range(2, Thread.PostsMax - 1).Chunk(500)) // Less than a mailbox holds.
            await Task.WhenAll(many.Select(_ => browser.Site.Actors.Ask(
                key, new ThreadCommand.Reply("x"), new Call("mia", Standing.System),
                TestContext.Current.CancellationToken).AsTask()));
        await browser.Site.CaughtUp();
        var (_, _, page, faults) = await browser.Person("runner", "en", hasScript: false, Role.Moderator);
        await page.GotoAsync($"/c/repair/threads/{thread}?page=200");
        await Expect(page.Locator("#compose")).ToHaveCountAsync(0);
        await page.ClickAsync("a[href*='follows=']");
        await Expect(page.Locator("#title")).ToHaveValueAsync("Endless (2)");
        await page.FillAsync("#text", "On we go.");
        await page.ClickAsync("button[value=post]");
        await Expect(page.Locator(".happened a")).ToHaveTextAsync("Endless");
        await browser.Site.CaughtUp();
        await page.GotoAsync($"/c/repair/threads/{thread}?page=200");
        await page.ClickAsync(".note a");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Endless (2)");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }
}
