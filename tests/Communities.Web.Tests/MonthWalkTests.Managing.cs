using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <content>What the owner and the manager do in the pages: found, entrust, plan, hold, write.</content>
public sealed partial class MonthWalkTests
{
    // The one who has the link that the program printed runs the site from then on.
    private async Task<Walker> SetUpTheSite(string account, string language)
    {
        var owner = await Visitor(account, language, hasScript: false);
        await owner.Page.GotoAsync($"/set-up?key={Uri.EscapeDataString(Site.SetupKey)}");
        await FillIn(owner, mail: false);
        await Expect(owner.Page.Locator("a[href='/communities/new']").First).ToBeVisibleAsync();
        return owner;
    }

    private static async Task FoundTheCommunity(Walker owner)
    {
        await owner.Page.GotoAsync("/communities/new");
        await owner.Page.FillAsync("#name", "Month");
        await owner.Page.FillAsync("#slug", "month");
        await owner.Page.SelectOptionAsync("#language", "en");
        await owner.Page.CheckAsync("input[value=Public]");
        await Do(owner, "form.sheet button.do");
        await owner.Page.SelectOptionAsync("#zone", "Europe/Paris");
        await Do(owner, "#zone-part button.do");
        await Expect(owner.Page).ToHaveURLAsync(new Regex("#zone-part$"));
        await owner.Page.FillAsync("#new-slug", "hello");
        await owner.Page.FillAsync("#new-name", "Hello");
        await Do(owner, "form[action$='/categories/add'] button.do");
        await Expect(owner.Page.Locator("#categories-part summary").First).ToContainTextAsync("Hello");
    }

    private async Task Entrust(Walker owner, Walker manager, Walker ambassador)
    {
        await owner.Page.GotoAsync($"{Place}/members");
        await owner.Page.SelectOptionAsync($"#role-{manager.Account}", "Manager");
        await Do(owner, $"form[action$='/{manager.Account}/role'] button");
        await owner.Page.GotoAsync($"{Place}/studio/recognition");
        await owner.Page.FillAsync("#account", ambassador.Account);
        await owner.Page.FillAsync("#word", "She knows everybody.");
        await Do(owner, "form[action$='/ambassadors']:has(#account) button.do");
        await Expect(owner.Page.Locator(".people")).ToContainTextAsync(ambassador.Name);
        await Site.CaughtUp();
    }

    private static async Task WelcomeNewcomers(Walker manager)
    {
        await manager.Page.GotoAsync($"{Place}/studio");
        await manager.Page.ClickAsync(".studio-tabs a[href$='/welcome']");
        await manager.Page.SelectOptionAsync("#category", "hello");
        await manager.Page.FillAsync("#question-0", "What do you mend?");
        await Do(manager, "form[action$='/introductions'] button.do");
        await Do(manager, "form.switch button");
        await Expect(manager.Page.Locator("form.switch button[value='0']")).ToBeVisibleAsync();
    }

    // What one of them writes, the other looks over.
    private async Task PlanSlots(Walker owner, Walker manager)
    {
        await PlanSlot(manager, Weekly, "What is on your table?", FirstMonday.ToDateTime(new TimeOnly(9, 0)), "Weekly");
        await PlanSlot(owner, Early, "Who is up?", LastSunday.ToDateTime(new TimeOnly(2, 30)));
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("3:30"); // There is no half past two that night.
        await PlanSlot(owner, Last, "Tell us.", new DateTime(_year, 3, 31, 9, 0, 0), "MonthlyOnDay");
        await Expect(owner.Page.Locator("#slot details")).ToContainTextAsync("30 April"); // Which has no 31st.
        await Approve(owner, Weekly);
        await Approve(manager, Early);
        await Approve(manager, Last);
    }

    private static async Task PlanSlot(Walker who, string title, string text, DateTime at, string? repeats = null)
    {
        await who.Page.GotoAsync($"{Place}/calendar/new");
        await who.Page.FillAsync("#title", title);
        await who.Page.FillAsync("#slot textarea[name=text]", text);
        await who.Page.FillAsync("#at", Typed(at));
        if (repeats is not null)
        {
            await who.Page.ClickAsync("#slot details summary");
            await who.Page.SelectOptionAsync("#repeats", repeats);
        }

        await Do(who, "#slot button.do");
        await Expect(who.Page.Locator("button[formaction$='/approve']")).ToHaveCountAsync(0); // One's own.
    }

    private static async Task Approve(Walker who, string title)
    {
        await who.Page.GotoAsync($"{Place}/studio/calendar");
        await who.Page.Locator(".chip a", new() { HasText = title }).First.ClickAsync();
        await who.Page.ClickAsync("button[formaction$='/approve']");
        await Expect(who.Page.Locator(".slot-state .scheduled")).ToBeVisibleAsync();
    }

    private async Task<string> PlanTheGathering(Walker manager)
    {
        var starts = new DateTime(_year, 3, 20, 18, 0, 0);
        await manager.Page.GotoAsync($"{Place}/gatherings/new");
        await manager.Page.FillAsync("#title", Evening);
        await manager.Page.CheckAsync("input[value=Room]");
        await manager.Page.FillAsync("#starts", Typed(starts));
        await manager.Page.FillAsync("#ends", Typed(starts.AddHours(2)));
        await manager.Page.FillAsync("#capacity", "1");
        await Do(manager, "form.sheet button.do");
        await Expect(manager.Page.Locator(".ticket .when b")).ToContainTextAsync("18:00");
        return AddressOf(manager.Page);
    }

    private async Task<string> OpenTheContest(Walker manager)
    {
        await manager.Page.GotoAsync($"{Place}/studio/contests");
        await manager.Page.FillAsync("#title", Oldest);
        await manager.Page.FillAsync("textarea[name=rules]", "Show the **oldest** thing that you mended.");
        await manager.Page.FillAsync("#entries-until", Typed(new DateTime(_year, 3, 22, 12, 0, 0)));
        await manager.Page.FillAsync("#voting-until", Typed(new DateTime(_year, 3, 24, 12, 0, 0)));
        await manager.Page.FillAsync("#words", "Thank you.\n\n{results}");
        await Do(manager, "#open button.do");
        return AddressOf(manager.Page);
    }

    private static async Task NoteWhoCame(Walker host, string gathering, Walker guest)
    {
        await host.Page.GotoAsync($"{gathering}/attendance");
        await host.Page.CheckAsync($".people input[name=came][value='{guest.Account}']");
        await Do(host, "#ticks button.do");
    }

    private async Task TellWhatItWas(Walker host, string gathering, string text)
    {
        await host.Page.GotoAsync($"{gathering}/recap");
        await host.Page.FillAsync("textarea[name=text]", text);
        await Do(host, "form.sheet button.do");
        await Site.CaughtUp();
    }

    // In both languages, with a thread that was picked; looked at first, and sent by itself on the first of April.
    private async Task<string> WriteTheNewsletter(Walker manager)
    {
        await manager.Page.GotoAsync($"{Place}/studio/newsletter");
        await manager.Page.ClickAsync(".head a.button.do");
        await manager.Page.FillAsync("#subject-en", "In March");
        await manager.Page.FillAsync("#introduction-en", "A full month.");
        await manager.Page.ClickAsync("#write details summary");
        await manager.Page.FillAsync("#subject-fr", "En mars");
        await manager.Page.FillAsync("#introduction-fr", "Quel mois.");
        await manager.Page.Locator(".picks label", new() { HasText = Weekly }).First.ClickAsync();
        await manager.Page.CheckAsync("input[name=results]");
        await manager.Page.ClickAsync("button[value=preview]");
        await Expect(manager.Page.Locator("#preview-fr .subject")).ToHaveTextAsync("En mars");
        await Expect(manager.Page.Locator("#preview-en")).ToContainTextAsync(Weekly);
        await manager.Page.FillAsync("#at", Typed(new DateTime(_year, 4, 1, 10, 0, 0)));
        await Do(manager, "button[value=plan]");
        return AddressOf(manager.Page);
    }
}
