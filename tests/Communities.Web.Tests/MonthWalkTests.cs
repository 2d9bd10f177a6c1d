using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <summary>
/// A month of a community's life, in which everybody does in a browser what they do, and a clock is moved on: the owner
/// founds it, a manager plans what comes, an ambassador greets, and two newcomers, one in English and one in French
/// without script, arrive, come to a gathering, enter a contest, and read what the calendar and the newsletter bring.
/// It is March, in which Paris loses an hour, and which has a 31st.
/// </summary>
public sealed partial class MonthWalkTests(MailedBrowser browser) : IClassFixture<MailedBrowser>
{
    private const string Place = "/c/month";
    private const string Weekly = "Question of the week";
    private const string Early = "Early birds";
    private const string Last = "End of the month";
    private const string Evening = "An evening with solder";
    private const string Oldest = "The oldest thing";

    [Fact]
    public async Task A_month_passes()
    {
        await Until(Utc(3, 8, 9));
        var nora = await SetUpTheSite("nora", "en");
        await FoundTheCommunity(nora);
        var marc = await Join("marc", "fr", hasScript: false);
        var ines = await Join("ines", "fr");
        await Entrust(nora, marc, ines);
        await WelcomeNewcomers(marc);
        await PlanSlots(nora, marc);
        var gathering = await PlanTheGathering(marc);
        var contest = await OpenTheContest(marc);

        var anna = await Join("anna", "en", mail: true);
        var bruno = await Join("bruno", "fr", hasScript: false, mail: true);
        await bruno.Page.SetViewportSizeAsync(390, 844); // A telephone.
        await AskForLetters(anna);
        await AskForLetters(bruno);
        await AnnaArrives(anna, ines);
        await BrunoArrives(bruno, ines, marc);
        await ComesToTheMinute(Weekly, Paris(FirstMonday, 9), anna);
        await AnswerTheQuestion(anna, "A radio that hums, and a kettle that does not.");
        await SumsUpTheWeek(bruno);
        await TheyMeet(gathering, marc, anna, bruno);
        await TheyCompete(contest, [nora, ines], anna, bruno);
        var issue = await WriteTheNewsletter(marc);

        // Half past two does not come that night: it is half past three, half an hour after the hour was lost.
        await ComesToTheMinute(Early, Utc(3, LastSunday.Day, 1).AddMinutes(30), bruno);
        await ComesToTheMinute(Last, Paris(3, 31, 9), anna);
        await TheyRead(issue, marc, anna, bruno);
        await TheMonthIsOver(anna, bruno);
        Assert.Empty(((Walker[])[nora, marc, ines, anna, bruno]).SelectMany(one => one.Faults));
    }

    // Anna finds her way by herself: she is told welcome, introduces herself, and is greeted within the hour.
    private async Task AnnaArrives(Walker anna, Walker ines)
    {
        await Until(Utc(3, 8, 13));
        await OpenNotice(anna, "Welcome to Month");
        await Expect(anna.Page.Locator("#message .body")).ToContainTextAsync("Anna");
        await anna.Page.ClickAsync(".first-steps li.next a.button.do");
        await Introduce(anna, "A bicycle of 1953.");
        await Until(Utc(3, 8, 14));
        await Greet(ines, anna, "Bienvenue, Anna. Le mien est de 1961.");
        await OpenNotice(anna, "Ines answered you in");
        await Expect(anna.Page.Locator("#p2 .body")).ToContainTextAsync("1961");
    }

    // Bruno hesitates until he is reminded, and nobody sees him for a day: then the ambassador hears of it.
    private async Task BrunoArrives(Walker bruno, Walker ines, Walker marc)
    {
        await Until(Utc(3, 9, 10));
        await OpenNotice(bruno, "Dans Month, on aimerait savoir qui vous êtes");
        await bruno.Page.ClickAsync(".first-steps li.next a.button.do");
        await Introduce(bruno, "Une lampe à pétrole.");
        await Until(Utc(3, 10, 11));
        await OpenNotice(ines, "Bruno");
        await Answer(ines, 2, "Bonsoir Bruno, montrez-nous cette lampe.");
        await OpenNotice(bruno, "Ines vous a répondu dans");
        await Expect(bruno.Page.Locator("#p2 .body")).ToContainTextAsync("montrez-nous");

        // Of the two who introduced themselves, one was greeted in time.
        await marc.Page.GotoAsync($"{Place}/studio/welcome");
        await Expect(marc.Page.Locator(".introductions li")).ToHaveCountAsync(0);
        await Expect(marc.Page.Locator(".figures dd").Nth(1)).ToHaveTextAsync("50\u00A0%");

        // Two were told welcome; one was asked to introduce himself, and did; the other had done so unasked.
        await Expect(Row("Bienvenue")).ToHaveTextAsync(["2", "–", "–"]);
        await Expect(Row("Présentez-vous")).ToHaveTextAsync(["1", "1", "1"]);

        ILocator Row(string step) => marc.Page.Locator(".journey tr", new() { HasText = step }).Locator("td.num");
    }

    // Not a minute before, then once.
    private async Task ComesToTheMinute(string title, DateTimeOffset at, Walker reader)
    {
        await Until(at.AddMinutes(-1));
        await SeesThreads(reader, title, 0);
        await Until(at);
        await SeesThreads(reader, title, 1);
    }

    // On Mondays: who was new that week, and what goes on.
    private async Task SumsUpTheWeek(Walker reader)
    {
        await Until(Paris(FirstMonday, 12));
        Assert.Contains("Anna", (await Letter(reader, "Month")).Text, StringComparison.Ordinal);
    }

    // There is one seat: who has it gives it up, who waits moves up, is reminded, comes, and reads what was said.
    private async Task TheyMeet(string gathering, Walker marc, Walker anna, Walker bruno)
    {
        await Come(bruno, gathering);
        await Come(anna, gathering);
        await Expect(anna.Page.Locator(".rsvp .state")).ToContainTextAsync("1");
        await bruno.Page.ClickAsync(".rsvp button[value=none]");
        await Expect(bruno.Page.Locator(".rsvp button[value=going]")).ToBeVisibleAsync();
        await Site.CaughtUp();
        await OpenNotice(anna, "There is a seat for you at");
        await Expect(anna.Page.Locator(".rsvp button[value=none]")).ToBeVisibleAsync();

        var starts = Paris(3, 20, 18);
        foreach (var (number, hours) in ((int, int)[])[(1, 24), (2, 1)])
        {
            await Until(starts.AddHours(-hours));
            await Letter(anna, $"Soon: {Evening}", number); // Later it would be no news any more.
        }

        await Until(starts);
        await SayInTheRoom(marc, gathering, "Bonsoir à toutes et à tous.");
        await SayInTheRoom(anna, gathering, "Which iron do you use?");
        await Until(starts.AddHours(2));
        await bruno.Page.GotoAsync($"{gathering}/room");
        await Expect(bruno.Page.Locator("#room")).ToContainTextAsync("Which iron");
        await Expect(bruno.Page.Locator("#say")).ToHaveCountAsync(0);
        await NoteWhoCame(marc, gathering, anna);
        await TellWhatItWas(marc, gathering, "Nous avons soudé **trois** radios.");
        await OpenNotice(anna, "Thank you for having come.");
        await Expect(anna.Page.Locator("#posts .body strong").First).ToHaveTextAsync("trois");
        Assert.Equal(2, Taken(anna, "Soon").Count);
        Assert.Empty(Taken(bruno, "Bientôt"));
    }

    private async Task TheyCompete(string contest, Walker[] voters, Walker anna, Walker bruno)
    {
        await Until(Paris(3, 21, 9));
        await Enter(anna, contest, "A bell from the schoolhouse.");
        await Enter(bruno, contest, "La lampe, bien sûr.");
        await Until(Paris(3, 22, 12));
        foreach (var voter in voters) await VoteFor(voter, contest, anna);
        await VoteFor(anna, contest, bruno);
        await Expect(anna.Page.Locator(".votes")).ToHaveCountAsync(0); // How it stands, nobody sees.
        await Until(Paris(3, 24, 12));
        await OpenNotice(anna, "A contest of Month is decided");
        await Expect(anna.Page.Locator(".entries li.won .who")).ToContainTextAsync(anna.Name);
        await bruno.Page.GotoAsync(contest);
        await Expect(bruno.Page.Locator(".entries li.won .votes")).ToContainTextAsync("2");
        await bruno.Page.ClickAsync("a.button[href*='/threads/']");
        await Expect(bruno.Page.Locator("article").Last).ToContainTextAsync("@anna");
        await bruno.Page.GotoAsync($"{Place}/members/anna");
        await Expect(bruno.Page.Locator("a[href$='/badges/contest-won']")).ToBeVisibleAsync();
    }

    // Each gets it in their own language; it is on the web; and one ends it with one click in a mail program.
    private async Task TheyRead(string issue, Walker marc, Walker anna, Walker bruno)
    {
        await Until(Paris(4, 1, 10));
        var english = await Letter(anna, "In March");
        var french = await Letter(bruno, "En mars");
        foreach (var (letter, thread) in ((ReceivedMail, string)[])[(english, Weekly), (french, Oldest)])
            Assert.Contains(thread, letter.Text, StringComparison.Ordinal);
        await bruno.Page.GotoAsync($"{Place}/newsletters");
        await bruno.Page.ClickAsync("main a:has-text('En mars')");
        await Expect(bruno.Page.Locator("article.issue")).ToContainTextAsync("Quel mois");
        await Expect(bruno.Page.Locator("article.issue .item", new() { HasText = Oldest }))
            .ToContainTextAsync(anna.Name);
        await EndWithOneClick(french);
        await bruno.Page.GotoAsync($"{Place}/mail");
        await Expect(bruno.Page.Locator("input[name=newsletter]")).Not.ToBeCheckedAsync();
        await marc.Page.GotoAsync(issue);
        await ComesToStand(marc, ".mail-figures li:first-child", "2");
        await ComesToStand(marc, ".mail-figures li:last-child", "1");
    }

    private async Task TheMonthIsOver(Walker anna, Walker bruno)
    {
        // Every Monday had its question, nine o'clock on both sides of the lost hour.
        await Until(Utc(4, 6, 12));
        var mondays = Enumerable.Range(0, 4).Count(week => Paris(FirstMonday.AddDays(7 * week), 9) <= Now);
        await SeesThreads(anna, Weekly, mondays);

        // Who introduced herself before she was asked to was never asked to; and nobody was sent anything twice.
        await anna.Page.GotoAsync("/inbox?all=1");
        var told = anna.Page.Locator(".notices .what");
        await Expect(told.Filter(new() { HasText = "Welcome to Month" })).ToHaveCountAsync(1);
        await Expect(told.Filter(new() { HasText = "would like to know who you are" })).ToHaveCountAsync(0);
        await bruno.Page.GotoAsync("/inbox?all=1");
        await Expect(bruno.Page.Locator(".notices .what", new() { HasText = "savoir qui vous êtes" }))
            .ToHaveCountAsync(1);
        Assert.Single(Taken(anna, "In March"));
        Assert.Single(Taken(bruno, "En mars"));
        Assert.All(
            browser.Mail.All.GroupBy(mail => (mail.To, mail.Header("Message-ID"))), letter => Assert.Single(letter));
    }
}
