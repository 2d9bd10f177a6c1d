using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Two people with the same thread open, side by side: what one does the other sees.</summary>
/// <remarks>How soon is measured by the benchmark <c>live</c>.</remarks>
public sealed class TogetherTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", "Here now: mod", "mod is writing …", "1 new post")]
    [InlineData("fr", "Ici en ce moment\u00a0: mod-fr", "mod-fr écrit …", "1 nouveau message")]
    public async Task What_one_does_the_other_sees_without_asking(
        string language, string here, string writing, string arrived)
    {
        var suffix = language == "fr" ? "-fr" : "";
        var thread = await browser.Site.Open("repair", "mia" + suffix, "Side by side");
        await browser.Site.Reply("repair", thread, "mod" + suffix, "A first answer.");
        var (mia, miaFaults) = await Open("mia" + suffix, language, thread);
        var (mod, modFaults) = await Open("mod" + suffix, language, thread);

        await Sees(mia, $"document.querySelector('#presence')?.innerText.includes('{here}')");
        await mod.FillAsync("#compose textarea[name=text]", "An answer, ");
        await Sees(mia, $"document.querySelector('#presence').innerText.includes('{writing}')");
        await mod.FillAsync("#compose textarea[name=text]", "An answer, whole.");
        await mod.ClickAsync("#compose button[value=post]");
        await Sees(mia, $"document.querySelector('#arrivals').innerText.trim() === '{arrived}'");
        await Sees(mia, "document.querySelector('[data-writers]').hidden");
        await mia.ClickAsync("#arrivals a");
        await Expect(mia.Locator("#p3 .body")).ToHaveTextAsync("An answer, whole.");

        await mia.ClickAsync("#p3 button[value='like.3']");
        await Sees(mod, "document.querySelector('#p3 .tally')?.innerText.trim().endsWith('1')");
        await Do(thread, new ThreadCommand.Edit(3, "An answer, mended."), "mod" + suffix);
        await Sees(mia, "document.querySelector('#p3 .body').innerText.trim() === 'An answer, mended.'");
        await mod.Context.CloseAsync();
        await Sees(mia, "document.querySelector('#presence').hidden");
        Assert.Empty(miaFaults.Concat(modFaults));
        await mia.Context.CloseAsync();
    }

    [Fact]
    public async Task A_vote_is_counted_before_the_eyes_of_the_other()
    {
        var ct = TestContext.Current.CancellationToken;
        var id = Keys.NewThread(browser.Site.Time.GetUtcNow(), 77);
        var call = new Call("mia", new Standing(Role.Member));
        await browser.Site.Actors.Ask(
            Keys.OfPoll("repair", id), new PollCommand.Open("Which?", ["One", "Two"], PollTerms.Default, null),
            call, ct);
        var opened = await browser.Site.Actors.Ask(
            Keys.OfThread("repair", id), new ThreadCommand.Open("A vote", "Please vote.", null, [], id), call, ct);
        Assert.Null(opened.Refusal);
        await browser.Site.CaughtUp();
        var (mia, _) = await Open("mia", "en", id);
        var (mod, _) = await Open("mod", "en", id);
        await mod.CheckAsync(".poll input[value='2']");
        await mod.ClickAsync(".poll .ballot button.do");
        await Sees(mia, "document.querySelector('.poll .poll-meta')?.innerText.includes('1 vote')");
        foreach (var page in new[] { mia, mod }) await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_does_not_want_to_be_seen_is_not()
    {
        var thread = await browser.Site.Open("repair", "mia", "Unseen");
        await browser.Site.As("shy");
        var preferences = Preferences.Default with { IsUnseen = true };
        await browser.Site.Actors.Ask(
            Keys.OfAccount("shy"), new AccountCommand.Prefer("Shy", preferences), Call.System(),
            TestContext.Current.CancellationToken);
        await browser.Site.Actors.Ask(
            Keys.OfMember("repair", "shy"), new MemberCommand.Join("Shy"), Call.System(),
            TestContext.Current.CancellationToken);
        await browser.Site.CaughtUp();
        var (mia, _) = await Open("mia", "en", thread);
        var (shy, _) = await Open("shy", "en", thread);
        await shy.FillAsync("#compose textarea[name=text]", "I write unseen");
        var (mod, _) = await Open("mod", "en", thread);
        await Sees(mia, "document.querySelector('#presence')?.innerText.includes('mod')");
        Assert.DoesNotContain("Shy", await mia.Locator("#presence").InnerTextAsync(), StringComparison.Ordinal);
        await Sees(shy, "document.querySelector('#presence')?.innerText.includes('mod')");
        foreach (var page in new[] { mia, shy, mod }) await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Faults)> Open(string account, string language, string thread)
    {
        var (page, faults) = await browser.Open(language);
        using var client = await browser.Site.As(account);
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        var listening = page.WaitForResponseAsync(answer => answer.Url.Contains("/live?", StringComparison.Ordinal));
        await page.GotoAsync($"/c/repair/threads/{thread}");
        await listening;
        return (page, faults);
    }

    private static Task Sees(IPage page, string condition) => page.WaitForFunctionAsync($"() => {condition}");

    private async Task Do(string thread, ThreadCommand command, string account)
    {
        var answer = await browser.Site.Actors.Ask(
            Keys.OfThread("repair", thread), command, new Call(account, new Standing(Role.Moderator)),
            TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
    }
}
