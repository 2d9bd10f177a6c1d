using System.Globalization;
using Communities.Actors;
using static Microsoft.Playwright.Assertions;

namespace Communities.Web.Tests;

/// <content>What the manager and the owner plan on the first day, and the days of that month.</content>
public sealed partial class MonthWalkTests
{
    private async Task Arrange(Walker host)
    {
        await Ask(Place, new CommunityCommand.AddCategory(new Category("hello", "Hello")), _nora);
        await Ask(Place, new CommunityCommand.SetZone(Zone), _nora);
        await Ask(
            Place, new CommunityCommand.SetIntroductions(new Introductions("hello", null, ["What do you mend?"])),
            _nora);
        await host.Page.GotoAsync($"/c/{Place}/studio");
        await host.Page.ClickAsync(".studio-tabs a[href$='/welcome']");
        await host.Page.ClickAsync("form.switch button");
        await Expect(host.Page.Locator(".note.good[role=status]")).ToBeVisibleAsync();
    }

    // One of the manager's by the form, looked over by the owner; the others by the owner, looked over by the manager.
    private async Task<(string Weekly, string Gap, string Last)> PlanSlots(Walker host)
    {
        var monday = NextMonday(Utc(_year, 3, 8, 9));
        await host.Page.GotoAsync($"/c/{Place}/calendar/new");
        await host.Page.FillAsync("#title", "Question of the week ({date})");
        await host.Page.FillAsync("#slot textarea[name=text]", "What is on your table?");
        await host.Page.FillAsync("#at", monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T09:00");
        await host.Page.ClickAsync("#slot details summary");
        await host.Page.SelectOptionAsync("#repeats", "Weekly");
        await host.Page.SelectOptionAsync("#kind", "Question");
        await host.Page.ClickAsync("#slot button.do");
        await Expect(host.Page.Locator("#slot-acts")).ToBeVisibleAsync();
        var weekly = new Uri(host.Page.Url).AbsolutePath.Split('/')[^1];
        await Schedule(weekly, _nora);

        var manager = new Call(host.Account, new Standing(Role.Manager));
        var gap = await Open("Early birds", new SlotTime(LastSunday().ToDateTime(new TimeOnly(2, 30)), Zone), null);
        await Schedule(gap, manager);
        await host.Page.GotoAsync($"/c/{Place}/calendar/{gap}");
        await Expect(host.Page.Locator("main")).ToContainTextAsync("3:30"); // There is no half past two that night.
        var end = new DateOnly(_year, 3, 31);
        var last = await Open(
            "End of the month", new SlotTime(end.ToDateTime(new TimeOnly(9, 0)), Zone),
            new Recurrence(Rhythm.MonthlyOnDay, end, new TimeOnly(9, 0), Day: 31));
        await Schedule(last, manager);
        return (weekly, gap, last);
    }

    private async Task<string> Open(string title, SlotTime time, Recurrence? recurrence)
    {
        var id = NewId();
        await Ask(
            Keys.OfSlot(Place, id),
            new SlotCommand.Open(
                new SlotContent(SlotKind.Experience, title, "Tell us.", "nora"), time, recurrence), _nora);
        return id;
    }

    private async Task Schedule(string slot, Call by)
    {
        await Ask(Keys.OfSlot(Place, slot), new SlotCommand.Review(), by);
        await Ask(Keys.OfSlot(Place, slot), new SlotCommand.Schedule(), by);
    }

    private async Task<string> PlanGathering()
    {
        var (id, starts) = (NewId(), Paris(new DateOnly(_year, 3, 20), 18));
        await Ask(Keys.OfGathering(Place, id), new GatheringCommand.Plan(new GatheringPlan(
            GatheringForm.Room, "An evening with solder", "Ask away.", starts, starts.AddHours(2), Zone, null, null, 1,
            [], GatheringPlan.DefaultReminders)), _nora);
        return id;
    }

    private async Task<string> PlanContest()
    {
        var id = NewId();
        await Ask(Keys.OfContest(Place, id), new ContestCommand.Open(
            "The oldest thing", "Show it.", null,
            new ContestTerms(Utc(_year, 3, 24, 12), Utc(_year, 3, 27, 12)), [], "Thank you.\n\n{results}"), _nora);
        return id;
    }

    private async Task<string> PlanIssue()
    {
        var id = NewId();
        NewsletterWords[] words = [new("en", "In March", "A full month."), new("fr", "En mars", "Quel mois.")];
        await Ask(Keys.OfNewsletter(Place, id), new NewsletterCommand.Save(new([.. words], [], Results: true)), _nora);
        await Ask(Keys.OfNewsletter(Place, id), new NewsletterCommand.Plan(Utc(_year, 4, 1, 8)), _nora);
        return id;
    }

    private string NewId() => Keys.NewThread(Site.Time.GetUtcNow(), (uint)Random.Shared.Next());

    private DateOnly LastSunday() =>
        Enumerable.Range(25, 7).Select(day => new DateOnly(_year, 3, day))
            .First(day => day.DayOfWeek == DayOfWeek.Sunday);

    private static DateOnly NextMonday(DateTimeOffset after) => Enumerable.Range(1, 7)
        .Select(days => DateOnly.FromDateTime(after.UtcDateTime).AddDays(days))
        .First(day => day.DayOfWeek == DayOfWeek.Monday);

    private static DateTimeOffset Paris(DateOnly day, int hour) =>
        ZonedTime.At(day.ToDateTime(new TimeOnly(hour, 0)), Zone).At;

    private static DateTimeOffset Utc(int year, int month, int day, int hour) =>
        new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static string AddressOf(Walker walker) => $"{walker.Account}@example.org";
}
