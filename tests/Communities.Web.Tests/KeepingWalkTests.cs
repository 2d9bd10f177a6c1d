using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>A member keeps up: is told live, reads, bookmarks, and says what to hear of; in both languages.</summary>
public sealed partial class KeepingWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", "", "To the first of 2 unread posts", "Bookmarks")]
    [InlineData("fr", "-fr", "Au premier des 2\u00A0messages non lus", "Signets")]
    public async Task A_member_is_told_live_reads_and_comes_back(
        string language, string suffix, string firstUnread, string bookmarks)
    {
        var site = browser.Site;
        var (page, faults) = await browser.Open(language);
        using var client = await site.As($"mia{suffix}");
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        var thread = await site.Open("repair", $"mia{suffix}", "Keeping up", "Who tells me?");
        var address = $"/c/repair/threads/{thread}";
        await site.CaughtUp();
        var streams = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/live")) streams.Add(request.Url);
        };
        await page.GotoAsync(address);
        await page.WaitForRequestFinishedAsync(new() { Predicate = one => one.Url.EndsWith("/reading") });

        // The bell rings while the page is open, by the one stream that the thread has.
        await site.Reply("repair", thread, "mod", "We do.");
        await site.Reply("repair", thread, "mod", "And gladly.");
        await Expect(page.Locator("[data-bell] [data-count]")).ToBeVisibleAsync();
        Assert.Contains($"/threads/{thread}/live", Assert.Single(streams));
        await page.ClickAsync("[data-bell]");
        await Expect(page.Locator(".notices > li.unseen b").First).ToHaveTextAsync("Keeping up");

        // Unread to the post, until it has been read.
        await page.GotoAsync("/c/repair?sort=unread");
        await Expect(page.Locator($".rows > li[data-thread='repair/{thread}'].unread")).ToBeVisibleAsync();
        await page.GotoAsync(address);
        await Expect(page.GetByText(firstUnread)).ToBeVisibleAsync();
        await page.WaitForRequestFinishedAsync(new() { Predicate = one => one.Url.EndsWith("/reading") });
        await site.CaughtUp();
        await page.GotoAsync("/c/repair?sort=unread");
        await Expect(page.Locator($".rows > li[data-thread='repair/{thread}']")).ToHaveCountAsync(0);

        // On a page that is not live otherwise, it rings by its own.
        var unseen = await page.Locator("[data-bell] [data-count]").TextContentAsync();
        await site.Reply("repair", thread, "mod", "Still there?");
        await Expect(page.Locator("[data-bell] [data-count]")).Not.ToHaveTextAsync(unseen!);
        Assert.EndsWith("/inbox/live", streams[^1]);

        // A bookmark with a note, found again by the keyboard.
        await page.GotoAsync($"{address}?more=2");
        await page.FillAsync("#note", "Thank them");
        await page.SelectOptionAsync("#remind", "7");
        await page.ClickAsync("form.bookmark button");
        await Expect(page.Locator(".note.good")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(); // Keys are heard when the scripts are there.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("b");
        await Expect(page.Locator("h1")).ToHaveTextAsync(bookmarks);
        await Expect(page.Locator(".note-own")).ToHaveTextAsync("Thank them");

        // How much to hear of the thread.
        await page.GotoAsync(address);
        await page.SelectOptionAsync("form[data-level] select", "Muted");
        await Expect(page.Locator("form[data-level] [role=status]")).Not.ToBeEmptyAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("form[data-level] select")).ToHaveValueAsync("Muted");
        Assert.Empty(faults);
    }
}
