using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Joining, inviting and being trusted, in a real browser in both languages.</summary>
public sealed class MembersWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Who_joins_reads_the_rules_and_says_yes_to_them(string language, bool hasScript)
    {
        var (place, texts) = ($"ruled-{language}", Texts.Of(language));
        await browser.Site.Found(place, $"founder-of-{place}");
        await browser.Site.Actors.Ask(
            Keys.OfPolicy(place, Policy.Netiquette), new PolicyCommand.Publish("Be **kind** to beginners."),
            Call.System(), TestContext.Current.CancellationToken);
        await browser.Site.CaughtUp();
        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"joiner-{language}";
        await PagesBrowser.SignUp(page, account, language);
        await page.GotoAsync($"/c/{place}");
        await page.ClickAsync($"a[href='/c/{place}/join']");
        await Expect(page.Locator(".house-rules strong")).ToHaveTextAsync("kind");
        await page.GetByRole(AriaRole.Button, new() { Name = texts.JoinAndFollow }).ClickAsync();
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var member = await browser.Site.See<Member>(Keys.OfMember(place, account));
        Assert.Equal((Role.Member, 1), (member.Role, member.Consents[Policy.Netiquette].Version));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Somebody_asks_to_join_is_let_in_and_fills_in_a_profile(string language, bool hasScript)
    {
        var place = $"asks-{language}";
        var (keeper, keeperFaults) = await Owner(place, language, hasScript);
        await keeper.GotoAsync($"/c/{place}/settings");
        await keeper.CheckAsync("input[name=joining][value=Request]");
        await keeper.FillAsync("#question", "What do you mend?");
        await keeper.ClickAsync("#joining-part button");
        await Expect(keeper.Locator("[role=status].note.good")).ToBeVisibleAsync();

        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"applicant-{language}";
        await PagesBrowser.SignUp(page, account, language);
        await page.GotoAsync($"/c/{place}");
        await page.ClickAsync($"a[href='/c/{place}/join']");
        await page.FillAsync("#answer", "Clocks.");
        await page.ClickAsync("form[action$='/requests'] button");
        await Expect(page.Locator(".request blockquote")).ToHaveTextAsync("Clocks.");

        await keeper.GotoAsync($"/c/{place}/requests");
        await Expect(keeper.Locator($"#r-{account} blockquote")).ToHaveTextAsync("Clocks.");
        await keeper.ClickAsync($"#r-{account} form[action$='/admit'] button");
        await Expect(keeper.Locator(".empty h2")).ToBeVisibleAsync();

        await page.GotoAsync($"/c/{place}/profile");
        await page.FillAsync("#biography", "I mend *clocks*.");
        await page.FillAsync("#pronouns", "they");
        await page.FillAsync("#location", "Lyon");
        await page.FillAsync("#links", "example.org/clocks");
        await page.ClickAsync("form[action$='/profile'] button.do");
        await Expect(page.Locator(".addresses a")).ToHaveAttributeAsync("href", "https://example.org/clocks");
        await Expect(page.Locator(".person")).ToContainTextAsync("Lyon");
        await page.ClickAsync("nav.tabs a[href*='kind=replies']");
        await Expect(page.Locator("nav.tabs a[href*='kind=replies']")).ToHaveAttributeAsync("aria-current", "page");
        await page.GotoAsync($"/c/{place}/trust");
        await Expect(page.Locator(".levels > li[aria-current] h2 .num")).ToHaveTextAsync("0");
        await Expect(page.Locator("progress").First).ToBeVisibleAsync();
        Assert.Empty(faults.Concat(keeperFaults));
        await page.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task Somebody_comes_by_an_invitation_into_a_private_community(string language, bool hasScript)
    {
        var place = $"invites-{language}";
        var (keeper, keeperFaults) = await Owner(place, language, hasScript, Visibility.Private);
        await keeper.GotoAsync($"/c/{place}/invitations");
        await keeper.FillAsync("#uses", "1");
        await keeper.FillAsync("#note", "For a friend");
        await keeper.ClickAsync("form[action$='/invitations'] button");
        var link = await keeper.InputValueAsync(".invitations input[readonly]");

        var (page, faults) = await browser.Open(language, hasScript);
        await page.GotoAsync(link);
        await Expect(page.Locator("h1")).ToContainTextAsync(place);
        await page.ClickAsync("main a[href^='/sign-up']");
        await FillIn(page, $"guest-{language}");
        await page.ClickAsync("form[action*='/join/'] button");
        await Expect(page.Locator("[role=status].note.good")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(place);
        await Expect(page.Locator(".first-steps")).ToBeVisibleAsync();
        await page.GotoAsync($"/c/{place}/trust");
        await Expect(page.Locator(".levels > li[aria-current] h2 .num")).ToHaveTextAsync("1");

        var (late, _) = await browser.Open(language, hasScript);
        await late.GotoAsync(link);
        await Expect(late.Locator(".fault")).ToBeVisibleAsync();
        await keeper.ReloadAsync();
        await Expect(keeper.Locator(".invitations .past")).ToHaveCountAsync(1);
        Assert.Empty(faults.Concat(keeperFaults));
        await late.Context.CloseAsync();
        await page.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_group_is_founded_joined_and_called_in_a_post(string language, bool hasScript)
    {
        var place = $"groups-{language}";
        var (keeper, keeperFaults) = await Owner(place, language, hasScript);
        await keeper.GotoAsync($"/c/{place}/groups");
        await keeper.ClickAsync("details.sheet summary");
        await keeper.FillAsync("#slug", "helpers");
        await keeper.FillAsync("#title", "Helpers & <co>");
        await keeper.SelectOptionAsync("#access", "Request");
        await keeper.ClickAsync("form[action$='/groups'] button.do");
        await Expect(keeper.Locator("h1")).ToHaveTextAsync("Helpers & <co>");

        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"helper-{language}";
        await PagesBrowser.SignUp(page, account, language);
        await page.GotoAsync($"/c/{place}");
        await page.ClickAsync("form[action$='/join'] button");
        await page.GotoAsync($"/c/{place}/groups/helpers");
        await page.ClickAsync("form[action$='/helpers/join'] button");
        await Expect(page.Locator("form[action$='/helpers/leave']")).ToBeVisibleAsync();

        await keeper.ReloadAsync();
        await keeper.ClickAsync("form[action$='/helpers/add'] button.do");
        await Expect(keeper.Locator("ul.people").Last).ToContainTextAsync(account);
        await keeper.ClickAsync("button[name=owner][value=true]");
        await Expect(keeper.Locator("button[name=owner][value=false]")).ToHaveCountAsync(2);

        var thread = await browser.Site.Open(place, $"owner-of-{place}", "Help", "Dear @helpers, please.");
        await browser.Site.CaughtUp();
        var inbox = await browser.Site.See<Inbox>($"{place}/{account}");
        Assert.Contains(inbox.Unseen, notice => notice.Reason == Reasons.Group && notice.Thread == thread);
        await page.GotoAsync($"/c/{place}/members/{account}");
        await Expect(page.Locator(".addresses a")).ToHaveTextAsync("Helpers & <co>");
        Assert.Empty(faults.Concat(keeperFaults));
        await page.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }

    private async Task<(IPage Page, List<string> Faults)> Owner(
        string place, string language, bool hasScript, Visibility visibility = Visibility.Public)
    {
        var (page, faults) = await browser.Open(language, hasScript);
        var account = $"owner-of-{place}";
        await PagesBrowser.SignUp(page, account, language);
        await browser.Site.Found(place, account, visibility);
        return (page, faults);
    }

    private static async Task FillIn(IPage page, string account)
    {
        await page.FillAsync("#account", account);
        await page.FillAsync("#name", account);
        await page.FillAsync("#password", PagesBrowser.Password);
        await page.ClickAsync("main button.do");
        await Expect(page.Locator("a.me[href='/account']")).ToBeVisibleAsync();
    }
}
