using Communities.Actors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// What members are told of moderation, walked in a real browser: a moderator decides behind the scenes.
/// </summary>
public sealed class ToldWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private PagesSite Site => browser.Site;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Who_reports_hears_what_came_of_it_and_whom_it_concerns_reads_why_and_is_heard(string language)
    {
        var (author, reporter) = ($"writes-{language}", $"reports-{language}");
        var (theirs, ours) = (await Member(language, author), await Member(language, reporter));
        var thread = await Site.Open("repair", author, "Buy my wheels", "Best wheels, buy now.");
        await Site.CaughtUp();
        var subject = Subject.OfPost(thread, 1);

        await ours.GotoAsync($"/c/repair/threads/{thread}?more=1");
        await ours.ClickAsync($"#more a[href='/c/repair/report/{subject}']");
        await ours.CheckAsync("[name=reason][value=spam]");
        await ours.FillAsync("#text", "An advertisement.");
        await ours.ClickAsync("main form button.do");
        await Expect(ours.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(ours).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#p1$"));
        await ours.GotoAsync("/c/repair/reports");
        await Expect(ours.Locator(".told li")).ToContainTextAsync(["Buy my wheels"]);
        await Expect(ours.Locator(".told .outcome")).ToHaveTextAsync([language == "fr"
            ? "La modération n’a pas encore décidé." : "Moderators have not decided yet."]);

        await Decide(subject, [new(MeasureKind.Hide), new(MeasureKind.Silence, Hours: 24)]);
        await ours.ReloadAsync();
        await Expect(ours.Locator(".told .outcome")).ToContainTextAsync([language == "fr" ? "masqué" : "hidden"]);
        await Expect(ours.Locator(".told .outcome"))
            .Not.ToContainTextAsync([language == "fr" ? "silence" : "silenced"]);

        await theirs.GotoAsync($"/c/repair/threads/{Site.Thread}");
        await Expect(theirs.Locator(".bar-note")).ToBeVisibleAsync();
        await Expect(theirs.Locator("#compose")).ToHaveCountAsync(0);
        await theirs.ClickAsync(".bar-note a");
        await Expect(theirs.Locator(".statement")).ToContainTextAsync("Please do not advertise.");
        await Expect(theirs.Locator(".statement")).ToContainTextAsync(
            language == "fr" ? "Pas de publicité" : "No advertising");
        await Expect(theirs.Locator("main a[href$='/members/mod']")).ToHaveCountAsync(0);
        await theirs.FillAsync("#appeal textarea", "They are for free.");
        await theirs.ClickAsync("#appeal button.do");
        await Expect(theirs.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(theirs.Locator("#appeal")).ToContainTextAsync("They are for free.");
        await Expect(theirs.Locator("#appeal textarea")).ToHaveCountAsync(0);

        await Case(subject, new CaseCommand.AnswerAppeal(1, IsOverturned: true, "You are right."), "owner", Role.Owner);
        await theirs.GotoAsync("/inbox");
        await theirs.Locator(".notices a", new() { HasText = language == "fr" ? "recours" : "appeal" }).ClickAsync();
        await Expect(theirs.Locator("#appeal")).ToContainTextAsync("You are right.");
        await Expect(theirs.Locator(".bar-note")).ToHaveCountAsync(0);
        await theirs.GotoAsync($"/c/repair/threads/{thread}");
        await Expect(theirs.Locator("#p1 .body")).ToContainTextAsync("Best wheels");
        await Expect(theirs.Locator("#compose")).ToHaveCountAsync(1);
        await theirs.Context.CloseAsync();
        await ours.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_is_suspended_from_a_private_place_still_reads_why_and_objects()
    {
        var page = await Member("en", "kept-out", "hidden");
        var subject = Subject.OfMember("kept-out");
        await Decide(subject, [new(MeasureKind.Suspend, Hours: 72)], "hidden");

        Assert.Equal(404, (await page.GotoAsync("/c/hidden"))!.Status);
        await page.ClickAsync(".bar-note a");
        await Expect(page.Locator(".statement")).ToContainTextAsync("Please do not advertise.");
        await page.FillAsync("#appeal textarea", "I did not.");
        await page.ClickAsync("#appeal button.do");
        await Expect(page.Locator("#appeal")).ToContainTextAsync("I did not.");
        await page.GotoAsync("/c/hidden/decisions");
        await Expect(page.Locator(".told li")).ToHaveCountAsync(1);
        Assert.Equal(404, (await page.GotoAsync("/c/hidden/members"))!.Status);
        Assert.Equal(404, (await page.GotoAsync("/c/hidden/reports"))!.Status);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", "off")]
    [InlineData("fr", "désactivé")]
    public async Task Managers_say_how_a_community_moderates_and_read_what_their_numbers_do(string language, string off)
    {
        var slug = $"sets-{language}";
        await Site.Found(slug, "owner", Visibility.Public, ("owner-fr", Role.Owner));
        await Site.CaughtUp();
        var (page, _) = await browser.Open(language);
        using var client = await Site.As(language == "fr" ? "owner-fr" : "owner");
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        await page.GotoAsync($"/c/{slug}/settings/moderation");
        await page.FillAsync("#reason-7", "Trop cher !");
        await page.FillAsync("#rule-7", "Nobody sells above the price.");
        await page.FillAsync("#hide", "0");
        await page.FillAsync("#ladder", "12; 48");
        await page.FillAsync("#template-0", "Once more");
        await page.FillAsync("#template-text-0", "Please do not.");
        await page.ClickAsync(".moderation-settings button.do");
        await Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(page.Locator("#hide-words")).ToContainTextAsync(off, new() { IgnoreCase = true });
        await Expect(page.Locator("#ladder-words")).ToContainTextAsync("2 ");
        await Expect(page.Locator("#reason-7")).ToHaveValueAsync("Trop cher !");
        var settings = (await Site.See<Community>(slug)).Moderation;
        Assert.Equal("trop-cher", settings.Reasons[^1].Slug);
        Assert.Equal([12, 48], settings.Ladder);
        Assert.True(settings.ReasonOf("illegal")!.IsIllegal);

        await page.FillAsync("#ladder", "soon");
        await page.ClickAsync(".moderation-settings button.do");
        await Expect(page.Locator(".note.bad[role=alert]")).ToBeVisibleAsync();
        Assert.Equal([12, 48], (await Site.See<Community>(slug)).Moderation.Ladder);
        await page.Context.CloseAsync();
    }

    private async Task Decide(Subject subject, Measure[] measures, string community = "repair")
    {
        var content = new ReportedContent(subject.Kind == SubjectKind.Member ? subject.Id : "", null, "", 1, "A title");
        if (subject.Kind == SubjectKind.Member)
            await Case(subject, new CaseCommand.Open(content), "mod", Role.Moderator, community);
        var rule = ModerationSettings.Default.ReasonOf("spam")!;
        await Case(
            subject, new CaseCommand.Decide([.. measures], rule.Slug, rule.Rule, "Please do not advertise."), "mod",
            Role.Moderator, community);
    }

    private async Task Case(
        Subject subject, CaseCommand command, string by, Role role, string community = "repair")
    {
        await Site.CaughtUp();
        var answer = await Site.Actors.Ask(
            Keys.OfCase(community, subject), command, new Call(by, new Standing(role)));
        Assert.Null(answer.Refusal);
        await Site.CaughtUp();
    }

    private async Task<IPage> Member(string language, string account, string community = "repair")
    {
        using var client = await Site.As(account);
        await Site.Actors.Ask(
            Keys.OfAccount(account),
            new AccountCommand.Prefer(account, Preferences.Default with { Language = language }), Call.System());
        await Site.Actors.Ask(Keys.OfMember(community, account), new MemberCommand.Join(account), Call.System());
        await Site.CaughtUp();
        var (page, _) = await browser.Open(language);
        await page.Context.SetExtraHTTPHeadersAsync([new("Authorization", $"Bearer {client.Token}")]);
        return page;
    }
}
