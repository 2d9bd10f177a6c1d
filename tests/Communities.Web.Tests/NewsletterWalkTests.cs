using Communities.Actors;
using Microsoft.Playwright;

namespace Communities.Web.Tests;

/// <summary>Newsletters and e-mails, walked in a browser in both languages, without script where it is said.</summary>
public sealed class NewsletterWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    [Theory]
    [InlineData("en", "Write an issue", "Sent", 1280)]
    [InlineData("fr", "Écrire un numéro", "Envoyé", 390)]
    public async Task An_issue_is_written_looked_at_sent_and_read(
        string language, string write, string sent, int width)
    {
        var (_, _, page, faults) = await browser.Person(
            "editor", language, hasScript: language == "en", Role.Manager);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/c/repair/studio/newsletter");
        await page.Locator(".head").GetByRole(AriaRole.Link, new() { Name = write }).ClickAsync();
        await page.FillAsync("#subject-en", $"For {language}");
        await page.FillAsync("#introduction-en", "A **calm** month.");
        await page.Locator("button[value=preview]").ClickAsync();
        await Assertions.Expect(page.Locator("#preview-fr .subject")).ToHaveTextAsync($"For {language}");
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();

        // What cannot be taken back is asked for twice.
        await page.Locator("button[value=send]").ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad, .note[role=alert]").First).ToBeVisibleAsync();
        faults.Clear(); // That it was refused, as the browser tells it.
        await page.CheckAsync("input[name=sure]");
        await page.Locator("button[value=send]").ClickAsync();
        await Assertions.Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await browser.Site.CaughtUp();
        await page.GotoAsync("/c/repair/studio/newsletter");
        await Assertions.Expect(page.Locator(".issues-table")).ToContainTextAsync(sent);
        await page.GotoAsync("/c/repair/newsletters");
        await page.GetByRole(AriaRole.Link, new() { Name = $"For {language}" }).ClickAsync();
        await Assertions.Expect(page.Locator("article.issue strong")).ToHaveTextAsync("calm");
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("en", "Subscribe", "End all of these")]
    [InlineData("fr", "S’abonner", "Arrêter tous ces envois")]
    public async Task A_member_subscribes_chooses_and_ends_it(string language, string subscribe, string end)
    {
        var (account, _, page, faults) = await browser.Person("subscriber", language, hasScript: language == "en");
        await page.GotoAsync("/c/repair/newsletters");
        await page.GetByRole(AriaRole.Button, new() { Name = subscribe, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var key = Keys.OfRecipient("repair", account);
        Assert.True((await browser.Site.See<Recipient>(key)).Choices.Newsletter);
        await page.GotoAsync("/c/repair/mail");
        await page.SelectOptionAsync("#digest", "Weekly");
        await page.SelectOptionAsync("#hour", "7");
        await page.Locator("form.mail-choices button.do").ClickAsync();
        await Assertions.Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        var state = await browser.Site.See<Recipient>(key);
        Assert.Equal(
            (DigestRhythm.Weekly, 7, true), (state.Choices.Digest, state.Choices.Hour, state.Choices.Newsletter));
        Assert.NotNull(state.DigestAt);
        await page.GetByRole(AriaRole.Button, new() { Name = end }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        Assert.Equal(MailChoices.None, (await browser.Site.See<Recipient>(key)).Choices);
        Assert.Empty(faults);
    }
}
