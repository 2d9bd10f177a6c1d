using System.Text.RegularExpressions;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

// Questions are answered: who may know is asked, answers are looked at again, and threads that stopped are taken up.
public sealed partial class KeepingWalkTests
{
    private const string Thoughts =
        "What was found out then no longer helps: the part is gone. Which one do you use by now, and how does it hold?";

    [Theory]
    [InlineData("en", "Late", "was asked", "has answered", "still holds", "takes up How do I grease a hub?")]
    [InlineData(
        "fr", "En retard", "demande est partie", "a répondu", "toujours valable", "reprend How do I grease a hub?")]
    public async Task A_question_finds_somebody_who_knows_and_an_answer_is_looked_at_again(
        string language, string late, string asked, string answered, string holds, string takesUp)
    {
        var mod = await browser.Person("cares", language, role: Role.Moderator);
        var helper = await browser.Person("knows", language);
        var asker = await browser.Person("wonders", language, hasScript: false);
        var tag = $"hub-{language}";
        var old = await Opened(asker.Account, "How do I grease a hub?", tag, daysAgo: 420);
        await Does(old, new ThreadCommand.Reply("With marine grease."), helper.Account, 419);
        await Does(old, new ThreadCommand.Accept(2), asker.Account, 418);
        await Does(old, new ThreadCommand.Reply("Still good."), helper.Account, 0);
        var question = await Opened(asker.Account, $"Which bearings, {language}?", tag, daysAgo: 3);
        await browser.Site.CaughtUp();

        // From the list by the keyboard to the question, and to who may know.
        var page = mod.Page;
        await page.GotoAsync("/c/repair/studio/questions?show=late");
        await Expect(page.Locator(".shows [aria-current]")).ToContainTextAsync(late);
        var row = page.Locator(".questions > li", new() { HasText = $"Which bearings, {language}?" });
        await Expect(row.Locator(".badge.wait")).ToBeVisibleAsync();
        await row.Locator("h2 a").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page).ToHaveURLAsync(new Regex($"/studio/questions/{question}.*#ask"));
        await page.ClickAsync($"#ask button[value={helper.Account}]");
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(asked);
        await Expect(page.Locator($"#ask button[value={helper.Account}]")).ToHaveCountAsync(0);

        // Who was asked is told, and answers.
        await helper.Page.GotoAsync("/inbox");
        await helper.Page.ClickAsync($".notices form[action$='/questions/{question}/pass-on'] a.button");
        await Expect(helper.Page).ToHaveURLAsync(new Regex($"/threads/{question}"));
        await helper.Page.FillAsync("#compose textarea", "Sealed ones.");
        await helper.Page.ClickAsync("#compose button[value=post]");
        await Expect(helper.Page.Locator("#p2 .body")).ToHaveTextAsync("Sealed ones.");
        await page.ReloadAsync();
        await Expect(page.Locator(".fitting .badge.good")).ToHaveTextAsync(answered);

        // An old answer is doubted without script, and settled by who keeps order.
        await asker.Page.GotoAsync($"/c/repair/threads/{old}");
        await asker.Page.ClickAsync("#p2 .holds summary");
        await asker.Page.FillAsync("#doubt-reason", "It is no longer sold.");
        await asker.Page.ClickAsync("#p2 button[formaction$=doubt-answer]");
        await Expect(asker.Page.Locator("#p2 .answer-note q")).ToHaveTextAsync("It is no longer sold.");
        await helper.Page.GotoAsync("/inbox");
        await Expect(helper.Page.Locator(".notices b").First).ToHaveTextAsync("How do I grease a hub?");
        await page.GotoAsync($"/c/repair/studio/questions/{old}?show=doubted");
        await Expect(page.Locator(".answer-of q")).ToHaveTextAsync("It is no longer sold.");
        await page.ClickAsync(".answer-of button[formaction$=confirm-answer]");
        await Expect(page.Locator(".note.good[role=status]")).ToContainTextAsync(holds);
        await Expect(page.Locator(".answer-of q")).ToHaveCountAsync(0);

        // What is about the same is asked anew, and not with nothing to say.
        await asker.Page.GotoAsync($"/c/repair/new?renews={old}");
        await asker.Page.FillAsync("textarea[name=text]", "Up.");
        await asker.Page.ClickAsync("button[value=post]");
        if (await asker.Page.Locator(".nudge").CountAsync() > 0) await asker.Page.ClickAsync("button[value=post]");
        await Expect(asker.Page.Locator(".note.bad")).ToContainTextAsync("80");
        await asker.Page.FillAsync("textarea[name=text]", Thoughts);
        await asker.Page.ClickAsync("button[value=post]");
        await Expect(asker.Page.Locator(".happened")).ToContainTextAsync(takesUp);

        await page.SetViewportSizeAsync(390, 844);
        foreach (var address in (string[])
                 ["", "/revive", "/figures", $"/{question}", "?show=unsolved"])
        {
            await page.GotoAsync($"/c/repair/studio/questions{address}");
            Assert.False(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth + 1"), address);
        }

        Assert.Empty(mod.Faults.Concat(helper.Faults));
    }

    private async Task<string> Opened(string account, string title, string tag, int daysAgo)
    {
        var at = browser.Site.Time.GetUtcNow().AddDays(-daysAgo);
        var thread = Keys.NewThread(at, (uint)Random.Shared.Next());
        await Does(thread, new ThreadCommand.Open(title, "I wonder.", null, [tag]), account, daysAgo);
        return thread;
    }

    private async Task Does(string thread, ThreadCommand command, string account, int daysAgo)
    {
        var at = browser.Site.Time.GetUtcNow().AddDays(-daysAgo);
        var answer = await browser.Site.Actors.Ask(
            Keys.OfThread("repair", thread), command, new Call(account, new Standing(Role.Member, 1), At: at),
            TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
    }
}
