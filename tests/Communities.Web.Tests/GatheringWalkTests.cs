using System.Globalization;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>Gatherings planned, come to, hosted and told of, in a real browser in both languages.</summary>
public sealed class GatheringWalkTests(PagesBrowser browser) : IClassFixture<PagesBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_gathering_is_planned_filled_waited_for_and_called_off(string language, bool hasScript)
    {
        var host = await browser.Person("host", language, hasScript, Role.Manager);
        var ann = await browser.Person("ann", language, hasScript);
        var ben = await browser.Person("ben", language, hasScript);
        await ben.Page.SetViewportSizeAsync(390, 844);

        // The clocks of Paris skip half past two that night.
        await host.Page.GotoAsync("/c/repair/gatherings/new");
        await host.Page.FillAsync("#title", $"Night ride {language}");
        await host.Page.CheckAsync("input[value=Meetup]");
        await host.Page.FillAsync("#starts", "2027-03-28T02:30");
        await host.Page.FillAsync("#ends", "2027-03-28T06:00");
        await host.Page.SelectOptionAsync("#zone", "Europe/Paris");
        await host.Page.FillAsync("#place", "Quai 4");
        await host.Page.FillAsync("#capacity", "1");
        await host.Page.ClickAsync("form.sheet button.do");
        await Expect(host.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await Expect(host.Page.Locator(".ticket .when b")).ToContainTextAsync("03:30");
        var address = new Uri(host.Page.Url).AbsolutePath;

        await ann.Page.GotoAsync(address);
        await ann.Page.ClickAsync(".rsvp button[value=going]");
        await Expect(ann.Page.Locator(".rsvp button[value=none]")).ToBeVisibleAsync();
        await ben.Page.GotoAsync("/c/repair/gatherings");
        await ben.Page.ClickAsync($".gatherings a[href='{address}']");
        await ben.Page.ClickAsync(".rsvp button[value=going]");
        await Expect(ben.Page.Locator(".rsvp .state")).ToContainTextAsync("1");
        Assert.False(await ben.Page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth > innerWidth + 1"));
        await ann.Page.ClickAsync(".rsvp button[value=none]");
        await Expect(ann.Page.Locator(".rsvp button[value=going]")).ToBeVisibleAsync();
        await browser.Site.CaughtUp();
        await ben.Page.GotoAsync("/inbox");
        await ben.Page.ClickAsync($".notices a:has-text('Night ride {language}')");
        await Expect(ben.Page.Locator(".rsvp button[value=none]")).ToBeVisibleAsync();

        await host.Page.GotoAsync(address + "/attendance");
        await Expect(host.Page.Locator(".people")).ToContainTextAsync(ben.Name);
        await host.Page.GotoAsync(address);
        var call = host.Page.Locator("aside details.twice");
        await Expect(call.Locator("form")).ToBeHiddenAsync();
        await call.Locator("summary").FocusAsync();
        await host.Page.Keyboard.PressAsync("Enter");
        await Expect(call.Locator(".hint")).ToContainTextAsync(
            language == "en" ? "1 person will be told. This cannot be undone."
                : "1\u00A0personne en sera avertie. C’est définitif.");
        await host.Page.FillAsync("#reason", "Rain");
        await call.Locator("form button").ClickAsync();
        await Expect(host.Page.Locator("main .note.bad")).ToContainTextAsync("Rain");
        await browser.Site.CaughtUp();
        await ben.Page.ReloadAsync();
        await Expect(ben.Page.Locator("main .note.bad")).ToContainTextAsync("Rain");
        await Expect(ben.Page.Locator(".rsvp")).ToHaveCountAsync(0);

        // Whoever looks for it finds it where it was, until its time is over.
        await ben.Page.GotoAsync("/c/repair/gatherings");
        var row = ben.Page.Locator($".gatherings li.off:has(a[href='{address}'])");
        await Expect(row.Locator(".badge.bad")).ToHaveTextAsync(language == "en" ? "Called off" : "Annulée");
        await ben.Page.GotoAsync("/c/repair/gatherings?past=1");
        await Expect(row).ToHaveCountAsync(0);
        Assert.Empty(host.Faults.Concat(ann.Faults).Concat(ben.Faults));
        foreach (var person in (Walker[])[host, ann, ben]) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task Sessions_are_proposed_voted_for_and_put_on_the_board(string language, bool hasScript)
    {
        var host = await browser.Person("camp", language, hasScript, Role.Manager);
        var ann = await browser.Person("amy", language, hasScript);
        var starts = browser.Site.Time.GetUtcNow().AddMinutes(30);
        var id = await Plan(host, GatheringForm.Barcamp, $"Camp {language}", starts, starts.AddHours(6));
        var address = $"/c/repair/gatherings/{id}";

        await ann.Page.GotoAsync(address);
        await ann.Page.ClickAsync("#sessions details summary");
        await ann.Page.FillAsync("#s-title", "Tubes");
        await ann.Page.ClickAsync("form[action$='/propose'] button.do");
        await ann.Page.ClickAsync("#s1 form[action$='/vote'] button");
        await Expect(ann.Page.Locator("#s1 button[aria-pressed=true]")).ToBeVisibleAsync();

        await host.Page.GotoAsync(address);
        await host.Page.ClickAsync("#sessions details:has(#rooms) summary");
        await host.Page.FillAsync("#rooms", "Hall\nGarden");
        await host.Page.FillAsync("#times", ZonedTime.Local(starts.AddHours(1), "Europe/Paris").ToString(
            "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        await host.Page.ClickAsync("form[action$='/board'] button");
        await host.Page.SelectOptionAsync("#w1", "2.1");
        await host.Page.ClickAsync("#s1 form[action$='/place'] button");
        await Expect(host.Page.Locator(".board tbody td:nth-child(3)")).ToContainTextAsync("Tubes");

        // The code at the door, by which one says oneself that one has come.
        await host.Page.GotoAsync(address + "/attendance");
        await host.Page.ClickAsync("form[action$='/door'] button[value=new]");
        var code = await host.Page.Locator("output.secret").InnerTextAsync();
        await ann.Page.GotoAsync(address + "/check-in");
        await ann.Page.FillAsync("#code", "nothing");
        await ann.Page.ClickAsync("form.sheet button.do");
        await Expect(ann.Page.Locator(".note.bad[role=alert]")).ToBeVisibleAsync();
        await ann.Page.FillAsync("#code", code.ToLowerInvariant());
        await ann.Page.ClickAsync("form.sheet button.do");
        await Expect(ann.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await host.Page.ReloadAsync();
        await Expect(host.Page.Locator($".people input[value='{ann.Account}'][name=came]")).ToBeCheckedAsync();
        await host.Page.UncheckAsync($".people input[value='{ann.Account}'][name=came]");
        await host.Page.ClickAsync("#ticks button.do");
        await Expect(host.Page.Locator($".people input[value='{ann.Account}'][name=came]")).ToHaveCountAsync(0);
        Assert.Empty((await browser.Site.See<Gathering>(Keys.OfGathering("repair", id))).Attended);
        Assert.Empty(host.Faults.Concat(ann.Faults.Where(fault => !fault.Contains("401", StringComparison.Ordinal))));
        foreach (var person in (Walker[])[host, ann]) await person.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_room_opens_is_written_in_closes_and_is_told_of(string language, bool hasScript)
    {
        var host = await browser.Person("room", language, hasScript, Role.Manager);
        var ann = await browser.Person("roomer", language, hasScript);
        var starts = browser.Site.Time.GetUtcNow().AddMinutes(10);
        var id = await Plan(host, GatheringForm.Room, $"Room {language}", starts, starts.AddHours(1));
        var (key, address) = (Keys.OfGathering("repair", id), $"/c/repair/gatherings/{id}");
        await Ask(key, new GatheringCommand.Respond(Rsvp.Going), ann.Account);
        await ann.Page.GotoAsync($"{address}/room");
        await Expect(ann.Page.Locator("#room")).ToHaveCountAsync(0);

        await browser.Site.Actors.Ask(
            key, new GatheringCommand.Begin(starts, $"Room {language}", HasRoom: true), Call.System(), Ct);
        await browser.Site.CaughtUp();
        await ann.Page.GotoAsync($"{address}/room");
        await host.Page.GotoAsync($"{address}/room");
        await host.Page.FillAsync("#text", "Good *evening*");
        await host.Page.ClickAsync("#say button");
        await Expect(host.Page.Locator("#room .lines li em")).ToHaveTextAsync("evening");
        if (!hasScript) await ann.Page.ReloadAsync();
        await Expect(ann.Page.Locator("#room .lines li em")).ToHaveTextAsync("evening");
        await ann.Page.FillAsync("#text", "And to you");
        if (hasScript) await ann.Page.PressAsync("#text", "Enter");
        else await ann.Page.ClickAsync("#say button");
        await Expect(ann.Page.Locator("#room .mine")).ToContainTextAsync("And to you");

        browser.Site.Time.Advance(TimeSpan.FromHours(2));
        await browser.Site.Actors.Ask(key, new GatheringCommand.End(starts.AddHours(1)), Call.System(), Ct);
        await browser.Site.CaughtUp();
        if (!hasScript) await ann.Page.ReloadAsync();
        await Expect(ann.Page.Locator("#say")).ToHaveCountAsync(0);
        await Expect(ann.Page.Locator("#room")).ToContainTextAsync("And to you");

        await host.Page.GotoAsync($"{address}/recap");
        await host.Page.FillAsync("textarea[name=text]", "It was **good**.");
        await host.Page.ClickAsync("form.sheet button.do");
        await Expect(host.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        await browser.Site.CaughtUp();
        await ann.Page.GotoAsync("/inbox");
        await ann.Page.ClickAsync($".notices a:has-text('Room {language}')");
        await Expect(ann.Page.Locator("#posts .body strong").First).ToHaveTextAsync("good");
        Assert.Empty(host.Faults.Concat(ann.Faults));
        foreach (var person in (Walker[])[host, ann]) await person.Page.Context.CloseAsync();
    }

    private async Task<string> Plan(
        Walker host, GatheringForm form, string title, DateTimeOffset starts, DateTimeOffset ends)
    {
        var id = Keys.NewThread(starts, (uint)Random.Shared.Next());
        var planned = await browser.Site.Actors.Ask(
            Keys.OfGathering("repair", id),
            new GatheringCommand.Plan(new GatheringPlan(
                form, title, null, starts, ends, "Europe/Paris", "Quai 4", null, 0, [], [60])),
            new Call(host.Account, new Standing(Role.Manager)), Ct);
        Assert.Null(planned.Refusal);
        await browser.Site.CaughtUp();
        return id;
    }

    private async Task Ask(string key, GatheringCommand command, string by)
    {
        var answer = await browser.Site.Actors.Ask(key, command, new Call(by, new Standing(Role.Member)), Ct);
        Assert.Null(answer.Refusal);
        await browser.Site.CaughtUp();
    }
}
