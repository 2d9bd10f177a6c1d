namespace Communities.Web.Tests;

/// <content>How that month passes: its days, its clock, and the letters that come meanwhile.</content>
public sealed partial class MonthWalkTests
{
    // No more at once, so that what follows from something has its own time.
    private static readonly TimeSpan _longest = TimeSpan.FromHours(6);

    // The next March, since a clock does not go back.
    private readonly int _year = browser.Site.Time.GetUtcNow() is { Month: < 3 } now
        ? now.Year : browser.Site.Time.GetUtcNow().Year + 1;

    private PagesSite Site => browser.Site;

    private DateTimeOffset Now => Site.Time.GetUtcNow();

    // When the clocks skip the hour from two to three.
    private DateOnly LastSunday => DateOnly.FromDateTime(ClockWalkTests.LastSunday(_year, 3));

    // The first for which there is time: Bruno is greeted before.
    private DateOnly FirstMonday => Enumerable.Range(11, 7).Select(day => new DateOnly(_year, 3, day))
        .First(day => day.DayOfWeek == DayOfWeek.Monday);

    // Moves the clock on, and lets everything happen that is due.
    private async Task Until(DateTimeOffset at)
    {
        while (Now is var now && now < at)
        {
            Site.Time.Advance(at - now < _longest ? at - now : _longest);
            await Site.CaughtUp();
        }
    }

    // Waits until so many letters of this subject were taken for somebody, and gives the last.
    private async Task<ReceivedMail> Letter(Walker one, string subject, int count = 1)
    {
        while (true)
        {
            if (Taken(one, subject) is var taken && taken.Count >= count) return taken[^1];
            await browser.Mail.Next(AddressOf(one));
        }
    }

    private List<ReceivedMail> Taken(Walker one, string subject) => [.. browser.Mail.All.Where(
        mail => mail.To == AddressOf(one) && mail.Subject.StartsWith(subject, StringComparison.Ordinal))];

    private DateTimeOffset Paris(int month, int day, int hour) => Paris(new DateOnly(_year, month, day), hour);

    private static DateTimeOffset Paris(DateOnly day, int hour) =>
        ZonedTime.At(day.ToDateTime(new TimeOnly(hour, 0)), "Europe/Paris").At;

    private DateTimeOffset Utc(int month, int day, int hour) => new(_year, month, day, hour, 0, 0, TimeSpan.Zero);
}
