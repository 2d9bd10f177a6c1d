using Communities.Actors;
using Communities.Views;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// A month of a community's life, with a clock that is moved on: two newcomers, one in English and one in French, are
/// welcomed, come to a gathering, enter a contest, and read what the calendar and the newsletter bring. It is March, in
/// which Paris loses an hour, and which has a 31st.
/// </summary>
public sealed partial class MonthWalkTests(MailedBrowser browser) : IClassFixture<MailedBrowser>
{
    private const string Place = "month";
    private const string Zone = "Europe/Paris";

    private static readonly Call _nora = new("nora", new Standing(Role.Owner));

    // The next March, since a clock does not go back.
    private readonly int _year = browser.Site.Time.GetUtcNow() is var now && now < Utc(now.Year, 3, 8, 9)
        ? now.Year
        : now.Year + 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PagesSite Site => browser.Site;

    [Fact]
    public async Task A_month_passes()
    {
        await Until(Utc(_year, 3, 8, 9));
        await Site.Found(Place, "nora");
        var host = await browser.Person("hostess", "en", role: Role.Manager, community: Place);
        await Arrange(host);
        var slots = await PlanSlots(host);
        var gathering = await PlanGathering();
        var contest = await PlanContest();
        var issue = await PlanIssue();

        var anna = await Newcomer("anna", "en", hasScript: true);
        var bruno = await Newcomer("bruno", "fr", hasScript: false);
        await Arrive(host, anna, bruno);
        var question = NextMonday(Utc(_year, 3, 8, 9));
        await Published(anna, bruno, Paris(question, 9), slots.Weekly, "Question of the week");
        await Meet(gathering, anna, bruno);
        await Compete(contest, host, anna, bruno);

        // Half past two does not come that night: it is half past three, half an hour after the hour was lost.
        await Published(
            anna, bruno, Utc(_year, 3, LastSunday().Day, 1).AddMinutes(30), slots.Gap, "Early birds");
        await Published(anna, bruno, Paris(new DateOnly(_year, 3, 31), 9), slots.Last, "End of the month");
        await Read(issue, anna, bruno);
        await host.Page.GotoAsync($"/c/{Place}/studio");
        await Expect(host.Page.Locator(".studio-cards h3")).ToHaveCountAsync(8);
        await Until(Utc(_year, 4, 8, 9));

        // Every Monday of the month had its question, nine o'clock on both sides of the lost hour.
        var mondays = Enumerable.Range(0, 5).Select(week => question.AddDays(7 * week))
            .Where(day => Paris(day, 9) <= Site.Time.GetUtcNow()).ToList();
        Assert.Equal(mondays.Count, await CountOf("Question of the week"));

        // Nobody was sent anything twice, and everything that was owed is settled.
        Assert.All(
            browser.Mail.All.GroupBy(mail => (mail.To, mail.Header("Message-ID"))), letter => Assert.Single(letter));
        foreach (var one in (string[])[anna.Account, bruno.Account])
        {
            var walk = (await Site.See<Member>(Keys.OfMember(Place, one))).Walk!;
            Assert.Equal(walk.Sent.Distinct(), walk.Sent);
            Assert.Contains("introduce", walk.Done);
        }

        Assert.Empty(host.Faults.Concat(anna.Faults).Concat(bruno.Faults));
    }

    // Joins, confirms an address, and asks for the newsletter and a weekly digest.
    private async Task<Walker> Newcomer(string name, string language, bool hasScript)
    {
        var walker = await browser.Person(name, language, hasScript, community: Place);
        var (id, hash) = (Keys.OfAccount(walker.Account), new string('a', 64));
        await Ask(id, new AccountCommand.ProposeEmail(AddressOf(walker), hash), Call.System());
        await Ask(id, new AccountCommand.ConfirmEmail(hash), Call.System());
        await walker.Page.GotoAsync($"/c/{Place}/mail");
        await walker.Page.CheckAsync("input[name=newsletter]");
        await walker.Page.SelectOptionAsync("#digest", "Weekly");
        await walker.Page.ClickAsync(".mail-choices button.do");
        await Expect(walker.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
        return walker;
    }

    // Both are welcomed, and introduce themselves; one is greeted, the other waits until the manager hears of it.
    private async Task Arrive(Walker host, Walker anna, Walker bruno)
    {
        await Until(Site.Time.GetUtcNow().AddHours(4));
        foreach (var one in (Walker[])[anna, bruno])
        {
            await one.Page.GotoAsync("/inbox");
            await Expect(one.Page.Locator(".notices > li.unseen").First).ToBeVisibleAsync();
            await one.Page.GotoAsync($"/c/{Place}/introductions/new");
            await one.Page.FillAsync("#answer-0", "A bicycle.");
            await one.Page.ClickAsync("button[value=post]");
            await Expect(one.Page.Locator(".post.first .body")).ToContainTextAsync("A bicycle.");
        }

        await Site.CaughtUp();
        var greeted = new Uri(anna.Page.Url).AbsolutePath.Split('/')[^1];
        await Ask(Keys.OfThread(Place, greeted), new ThreadCommand.Reply("Welcome!"), _nora);
        await Until(Site.Time.GetUtcNow().AddHours(26));
        await host.Page.GotoAsync($"/c/{Place}/studio/welcome");
        await Expect(host.Page.Locator(".introductions li.waits")).ToHaveCountAsync(1);
        await Expect(host.Page.Locator(".introductions li.waits")).ToContainTextAsync(bruno.Name);
    }

    // Not a minute before, then once, in the list of both.
    private async Task Published(Walker anna, Walker bruno, DateTimeOffset at, string slot, string title)
    {
        await Until(at.AddMinutes(-1));
        Assert.Equal(SlotStatus.Scheduled, (await Site.See<Slot>(Keys.OfSlot(Place, slot))).Status);
        await Until(at);
        Assert.Equal(SlotStatus.Published, (await Site.See<Slot>(Keys.OfSlot(Place, slot))).Status);
        Assert.Equal(1, await CountOf(title));
        foreach (var one in (Walker[])[anna, bruno])
        {
            await one.Page.GotoAsync($"/c/{Place}");
            await Expect(one.Page.Locator(".rows h3", new() { HasText = title })).ToHaveCountAsync(1);
        }
    }

    // There is one seat: who has it gives it up, who waits moves up, is reminded, comes, and reads what was said.
    private async Task Meet(string gathering, Walker anna, Walker bruno)
    {
        var (path, starts) = ($"/c/{Place}/gatherings/{gathering}", Paris(new DateOnly(_year, 3, 20), 18));
        foreach (var one in (Walker[])[bruno, anna])
        {
            await one.Page.GotoAsync(path);
            await one.Page.ClickAsync("form.rsvp button[value=going]");
            await Expect(one.Page.Locator("form.rsvp button[value=none]")).ToBeVisibleAsync();
        }

        await Site.CaughtUp();
        Assert.Equal(Rsvp.Waiting, (await State()).RsvpOf(anna.Account));
        await bruno.Page.ClickAsync("form.rsvp button[value=none]");
        await Expect(bruno.Page.Locator("form.rsvp button[value=going]")).ToBeVisibleAsync();
        await Site.CaughtUp();
        Assert.Equal(Rsvp.Going, (await State()).RsvpOf(anna.Account));

        foreach (var before in (int[])[24, 1])
        {
            await Until(starts.AddHours(-before));
            await Settled(); // Later it would be no news any more.
        }

        await Until(starts);
        await anna.Page.GotoAsync($"{path}/room");
        await anna.Page.FillAsync("#say textarea", "Which iron do you use?");
        await anna.Page.ClickAsync("#say button.do");
        await Expect(anna.Page.Locator("#room .body").First).ToContainTextAsync("Which iron");
        await Until(starts.AddHours(2));
        await bruno.Page.GotoAsync($"{path}/room");
        await Expect(bruno.Page.Locator("#say")).ToHaveCountAsync(0);
        await Expect(bruno.Page.Locator("#room .body").First).ToContainTextAsync("Which iron");
        await Settled();
        var subject = Texts.Of("en").LetterSoonSubject("An evening with solder");
        Assert.Equal(2, browser.Mail.All.Count(mail => mail.To == AddressOf(anna) && mail.Subject == subject));
        Assert.DoesNotContain(browser.Mail.All, mail => mail.To == AddressOf(bruno) && mail.Subject.Contains("solder"));

        ValueTask<Gathering> State() => Site.See<Gathering>(Keys.OfGathering(Place, gathering));
    }

    private async Task Compete(string contest, Walker host, Walker anna, Walker bruno)
    {
        await Until(Utc(_year, 3, 22, 9));
        foreach (var (number, one) in new[] { anna, bruno }.Index())
        {
            var me = new Call(one.Account, new Standing(Role.Member, 1));
            await Ask(Keys.OfThread(Place, contest), new ThreadCommand.Reply($"Mine, {one.Name}."), me);
            await Site.CaughtUp();
            await Ask(Keys.OfContest(Place, contest), new ContestCommand.Enter(number + 2), me);
        }

        await Until(Utc(_year, 3, 24, 12));
        foreach (var voter in (string[])[host.Account, "nora"])
            await Ask(
                Keys.OfContest(Place, contest), new ContestCommand.Vote([2]),
                new Call(voter, new Standing(Role.Member)));
        await Until(Utc(_year, 3, 27, 12));
        Assert.Equal(ContestPhase.Closed, (await Site.See<Contest>(Keys.OfContest(Place, contest))).Phase);
        foreach (var one in (Walker[])[anna, bruno])
        {
            await one.Page.GotoAsync($"/c/{Place}/threads/{contest}");
            await Expect(one.Page.Locator("#p4 .body")).ToContainTextAsync(anna.Account);
        }

        await anna.Page.GotoAsync("/inbox");
        await Expect(anna.Page.Locator(".notices > li.unseen").First).ToBeVisibleAsync();
    }

    // Each gets it in their own language, once; it is on the web; and one ends it with one click.
    private async Task Read(string issue, Walker anna, Walker bruno)
    {
        await Until(Utc(_year, 4, 1, 8));
        while (browser.Mail.All.Count(mail => mail.Subject is "In March" or "En mars") < 2) await Site.CaughtUp();
        await Settled();
        Assert.Single(browser.Mail.All, mail => mail.To == AddressOf(anna) && mail.Subject == "In March");
        var letter = Assert.Single(browser.Mail.All, mail => mail.To == AddressOf(bruno) && mail.Subject == "En mars");
        await bruno.Page.GotoAsync($"/c/{Place}/newsletters/{issue}");
        await Expect(bruno.Page.Locator("h1")).ToHaveTextAsync("En mars");
        Assert.Contains("The oldest thing", letter.Text);
        await Expect(bruno.Page.Locator("main .item").Filter(new() { HasText = "The oldest thing" }))
            .ToContainTextAsync(anna.Account);
        await bruno.Page.GotoAsync(new Uri(letter.Header("List-Unsubscribe").Trim('<', '>')).PathAndQuery);
        await bruno.Page.UncheckAsync("input[name=newsletter]");
        await bruno.Page.ClickAsync(".mail-choices button.do");
        await Expect(bruno.Page.Locator("input[name=newsletter]")).Not.ToBeCheckedAsync();
        Assert.False((await Site.See<Recipient>(Keys.OfRecipient(Place, bruno.Account))).Choices.Newsletter);
    }

    // Moves the clock on, a quarter of a day at most at once, and lets everything happen that is due.
    private async Task Until(DateTimeOffset at)
    {
        while (Site.Time.GetUtcNow() is var now && now < at)
        {
            Site.Time.Advance(at - now < TimeSpan.FromHours(6) ? at - now : TimeSpan.FromHours(6));
            await Site.CaughtUp();
        }
    }

    private async Task Settled()
    {
        foreach (var account in (string[])["anna-en", "bruno-fr"])
            while (!(await Site.See<Recipient>(Keys.OfRecipient(Place, account))).Waiting.IsEmpty)
                await Site.CaughtUp();
    }

    private async Task<int> CountOf(string title) => (await Site.Views.Threads(
        new ThreadQuery(Place), Viewer.Visitor, Ct)).Items.Count(thread => thread.Title.StartsWith(
            title, StringComparison.Ordinal));

    private async Task Ask<TActor>(string key, ICommand<TActor> command, Call call) where TActor : class, IActor
    {
        var answer = await Site.Actors.Ask(key, command, call, Ct);
        Assert.True(answer.Refusal is null, $"{command.GetType().Name}: {answer.Refusal?.Reason}");
    }
}
