namespace Communities.Tests;

/// <summary>Days on which something comes again: weeks, months, the 31st, and clocks that change.</summary>
public sealed class RecurrenceTests
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public void A_week_has_the_days_that_were_chosen() =>
        Assert.Equal(
            "03-04 03-06 03-09 03-11",
            Days(new(Rhythm.Weekly, On(3, 2), Nine)
            {
                Days = [DayOfWeek.Friday, DayOfWeek.Monday, DayOfWeek.Wednesday],
            }, 4));

    [Fact]
    public void Every_second_week_is_reckoned_from_the_first_whatever_day_it_was() =>
        Assert.Equal(
            "03-19 03-31 04-02",
            Days(new(Rhythm.Weekly, On(3, 5), Nine, 2)
            {
                Days = [DayOfWeek.Tuesday, DayOfWeek.Thursday],
            }, 4)[6..]);

    [Fact]
    public void The_31st_is_the_last_day_of_a_shorter_month_and_the_31st_again_after_it()
    {
        var rule = new Recurrence(Rhythm.MonthlyOnDay, On(1, 31), Nine);
        Assert.True(rule.IsShortened);
        Assert.Equal("02-28 03-31 04-30 05-31", Days(rule, 4));
    }

    [Fact]
    public void A_leap_day_is_the_last_of_february_in_other_years()
    {
        var rule = new Recurrence(Rhythm.MonthlyOnDay, new(2024, 2, 29), Nine, Every: 12);
        Assert.Equal(
            [new(2025, 2, 28), new(2026, 2, 28), new(2027, 2, 28), new DateOnly(2028, 2, 29)],
            rule.After(rule.Start, 1).Take(4));
    }

    [Fact]
    public void A_month_may_be_meant_by_its_weekday_and_by_its_last_one()
    {
        Assert.Equal("04-14 05-12 06-09", Days(new(Rhythm.MonthlyOnWeekday, On(3, 10), Nine), 3));
        Assert.Equal("04-28 05-26 06-30", Days(new(Rhythm.MonthlyOnWeekday, On(3, 31), Nine), 3));
    }

    [Fact]
    public void It_ends_by_number_or_by_day_and_leaves_days_out()
    {
        var weekly = new Recurrence(Rhythm.Weekly, On(3, 2), Nine);
        Assert.Equal("03-09 03-16", Days(weekly with { Count = 3 }, 9));
        Assert.Equal("03-09", Days(weekly with { Until = On(3, 15) }, 9));
        Assert.Equal("03-16 03-30", Days(weekly with { Skipped = [On(3, 9), On(3, 23)] }, 2));
        Assert.Null((weekly with { Count = 3 }).Next(On(3, 16), 3));
    }

    [Fact]
    public void What_never_comes_is_looked_for_within_bounds() =>
        Assert.Null(new Recurrence(Rhythm.Weekly, On(3, 2), Nine, Until: On(3, 15)) { Skipped = [On(3, 9)] }
            .Next(On(3, 2), 1));

    [Fact]
    public void A_rhythm_of_nonsense_is_refused()
    {
        var weekly = new Recurrence(Rhythm.Weekly, On(3, 2), Nine);
        Assert.Equal("rhythm.unknown", (weekly with { Rhythm = (Rhythm)9 }).Fault()?.Code);
        Assert.Equal("rhythm.range", (weekly with { Every = 0 }).Fault()?.Code);
        Assert.Equal("rhythm.malformed", (weekly with { Day = 32 }).Fault()?.Code);
        Assert.Equal("rhythm.many", (weekly with { Count = 0 }).Fault()?.Code);
        Assert.Equal("rhythm.past", (weekly with { Until = On(3, 1) }).Fault()?.Code);
        Assert.Null(weekly.Fault());
    }

    private static DateOnly On(int month, int day) => new(2026, month, day);

    private static string Days(Recurrence rule, int count) => string.Join(
        ' ', rule.After(rule.Start, 1).Take(count)
            .Select(day => day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
}
