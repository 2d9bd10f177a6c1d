using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <content>What members do in the pages: join, introduce themselves, greet, come, enter, vote.</content>
public sealed partial class MonthWalkTests
{
    private async Task<Walker> Visitor(string account, string language, bool hasScript = true)
    {
        var (page, faults) = await browser.Open(language, hasScript);
        return new(account, char.ToUpperInvariant(account[0]) + account[1..], page, faults);
    }

    // At the door: an account, an address that is confirmed by the link that comes there, and in.
    private async Task<Walker> Join(string account, string language, bool hasScript = true, bool mail = false)
    {
        var one = await Visitor(account, language, hasScript);
        await one.Page.GotoAsync(Place);
        await one.Page.ClickAsync(".head a.button[href^='/sign-up']");
        await FillIn(one, mail);
        if (mail)
        {
            await one.Page.GotoAsync((await browser.Mail.Next(AddressOf(one))).Link);
            await one.Page.ClickAsync("form.sheet button.do");
            await Expect(one.Page.Locator("form[action='/email']")).ToHaveCountAsync(0);
            await one.Page.GotoAsync(Place);
            await Expect(one.Page.Locator("aside.note.wait")).ToHaveCountAsync(0); // What one did oneself is no news.
        }

        await one.Page.ClickAsync("form[action$='/join'] button.do");
        await Expect(one.Page.Locator("a.button[href$='/new']").First).ToBeVisibleAsync();
        await Site.CaughtUp();
        return one;
    }

    private static async Task FillIn(Walker one, bool mail)
    {
        await one.Page.FillAsync("#account", one.Account);
        await one.Page.FillAsync("#name", one.Name);
        await one.Page.FillAsync("#password", PagesBrowser.Password);
        if (mail) await one.Page.FillAsync("#email", AddressOf(one));
        await one.Page.ClickAsync("form.sheet button.do");
        await Expect(one.Page.Locator("#password")).ToHaveCountAsync(0);
    }

    private static async Task AskForLetters(Walker member)
    {
        await member.Page.GotoAsync($"{Place}/mail");
        await member.Page.CheckAsync("input[name=newsletter]");
        await member.Page.SelectOptionAsync("#digest", "Weekly");
        await Do(member, ".mail-choices button.do");
    }

    private async Task Introduce(Walker member, string answer)
    {
        await member.Page.FillAsync("#answer-0", answer);
        await member.Page.ClickAsync("button[value=post]");
        await Expect(member.Page.Locator(".post.first .body")).ToContainTextAsync(answer);
        await Site.CaughtUp();
    }

    private async Task Greet(Walker one, Walker newcomer, string text)
    {
        await one.Page.GotoAsync($"{Place}/introductions");
        await one.Page.Locator(".introductions li", new() { HasText = newcomer.Name }).Locator("a.button").ClickAsync();
        await Answer(one, 2, text);
    }

    // In the thread that is open: the post of this number.
    private async Task Answer(Walker one, int number, string text)
    {
        await one.Page.FillAsync("#compose textarea[name=text]", text);
        await one.Page.ClickAsync("#compose button[value=post]");
        await Expect(one.Page.Locator($"#p{number} .body")).ToContainTextAsync(text);
        await Site.CaughtUp();
    }

    private async Task AnswerTheQuestion(Walker member, string text)
    {
        await member.Page.Locator(".rows h3 a", new() { HasText = Weekly }).ClickAsync();
        await Answer(member, 2, text);
    }

    private static async Task Come(Walker guest, string gathering)
    {
        await guest.Page.GotoAsync($"{Place}/gatherings");
        await guest.Page.ClickAsync($".gatherings a[href='{gathering}']");
        await guest.Page.ClickAsync(".rsvp button[value=going]");
        await Expect(guest.Page.Locator(".rsvp button[value=none]")).ToBeVisibleAsync();
    }

    private static async Task SayInTheRoom(Walker one, string gathering, string text)
    {
        await one.Page.GotoAsync($"{gathering}/room");
        await one.Page.FillAsync("#say textarea", text);
        await one.Page.ClickAsync("#say button.do");
        await Expect(one.Page.Locator("#room .mine")).ToContainTextAsync(text);
    }

    private static async Task Enter(Walker member, string contest, string text)
    {
        await member.Page.GotoAsync($"{Place}/contests");
        await member.Page.ClickAsync($"a[href='{contest}']");
        await member.Page.FillAsync("textarea[name=text]", text);
        await Do(member, "details.sheet button.do");
        await Expect(member.Page.Locator(".entries")).ToContainTextAsync(text);
    }

    private static async Task VoteFor(Walker voter, string contest, Walker other)
    {
        await voter.Page.GotoAsync(contest);
        var entry = voter.Page.Locator(".entries > li", new() { HasText = other.Name });
        await entry.Locator("form[action$='/vote'] button").ClickAsync();
        await Expect(entry.Locator("button[aria-pressed=true]")).ToBeVisibleAsync();
    }

    // As the button of a mail program does, which knows nothing of who is signed in.
    private async Task EndWithOneClick(ReceivedMail letter)
    {
        Assert.Equal("List-Unsubscribe=One-Click", letter.Header("List-Unsubscribe-Post"));
        using var program = new HttpClient { BaseAddress = Site.Address };
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var link = new Uri(letter.Header("List-Unsubscribe").Trim('<', '>')).PathAndQuery;
        using var answer = await program.PostAsync(link, click, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        await Site.CaughtUp();
    }

    private static async Task OpenNotice(Walker one, string told)
    {
        await one.Page.GotoAsync("/inbox");
        await one.Page.Locator(".notices > li.unseen .what a", new() { HasText = told }).First.ClickAsync();
        await Expect(one.Page.Locator(".notices")).ToHaveCountAsync(0);
    }

    private static async Task SeesThreads(Walker one, string title, int count)
    {
        await one.Page.GotoAsync(Place);
        await Expect(one.Page.Locator(".rows h3", new() { HasText = title })).ToHaveCountAsync(count);
    }

    // Presses it, and sees that it was done.
    private static async Task Do(Walker one, string button)
    {
        await one.Page.ClickAsync(button);
        await Expect(one.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
    }

    // What e-mails brought about is not awaited by anything that a page says: it is looked at again.
    private static async Task ComesToStand(Walker one, string where, string text)
    {
        while (!(await one.Page.InnerTextAsync(where)).Contains(text, StringComparison.Ordinal))
            await one.Page.ReloadAsync();
    }

    private static string AddressOf(Walker one) => $"{one.Account}@example.org";

    private static string AddressOf(IPage page) => new Uri(page.Url).AbsolutePath;

    private static string Typed(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
