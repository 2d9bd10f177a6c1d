using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>On which days something comes again, on the clocks of a place.</summary>
/// <remarks>
/// Days are reckoned from the first one, so that moving one occurrence moves no other. The clocks' own time is kept: at
/// nine in the morning stays nine in the morning when summer time begins.
/// </remarks>
/// <param name="Rhythm">What is counted.</param>
/// <param name="Start">The first day.</param>
/// <param name="Time">When on each day.</param>
/// <param name="Every">Every so many weeks or months, 1 to <see cref="EveryMax"/>.</param>
/// <param name="Day">
/// The day of the month, 1 to 31, for a monthly rhythm by day; 0 for that of the first one. In a month that has no such
/// day it is the last one.
/// </param>
/// <param name="Until">The last day on which it may come; null for no end.</param>
/// <param name="Count">How often it comes in all; null for no end.</param>
public sealed record Recurrence(
    Rhythm Rhythm, DateOnly Start, TimeOnly Time, int Every = 1, int Day = 0, DateOnly? Until = null,
    int? Count = null)
{
    /// <summary>The longest step: once a year in months, and as often as that in weeks.</summary>
    public const int EveryMax = 52;

    /// <summary>The most occurrences: one a week for twenty years.</summary>
    public const int CountMax = 1_040;

    /// <summary>The most days left out: a year of days; those gone by are forgotten.</summary>
    public const int SkippedMax = 366;

    /// <summary>How many days are looked through for the next one: longer than fifty years, and a bound.</summary>
    private const int LookedThrough = 20_000;

    /// <summary>The days of the week, for a weekly rhythm; none for that of the first day.</summary>
    public ImmutableArray<DayOfWeek> Days { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Days that are left out.</summary>
    public ImmutableArray<DateOnly> Skipped { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The day of the month that a monthly rhythm by day means.</summary>
    [JsonIgnore]
    public int DayOfMonth => Day > 0 ? Day : Start.Day;

    /// <summary>True where some months have no such day, and their last one is taken.</summary>
    [JsonIgnore]
    public bool IsShortened => Rhythm == Rhythm.MonthlyOnDay && DayOfMonth > 28;

    /// <summary>Which of its kind in the month the first day is, 1 to 4; 5 means the last one.</summary>
    [JsonIgnore]
    public int Nth => Math.Min(5, ((Start.Day - 1) / 7) + 1);

    /// <summary>The first day after this one on which it comes, or null where it does not any more.</summary>
    /// <param name="after">The day after which it is looked for.</param>
    /// <param name="occurrence">How often it has come by then.</param>
    public DateOnly? Next(DateOnly after, int occurrence) =>
        Count is { } count && occurrence >= count ? null : Coming(after).Cast<DateOnly?>().FirstOrDefault();

    /// <summary>The days after this one on which it comes, those left out not among them.</summary>
    public IEnumerable<DateOnly> After(DateOnly after, int occurrence) =>
        Coming(after).Take(Count is { } count ? Math.Max(0, count - occurrence) : int.MaxValue);

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Fault() =>
        !Enum.IsDefined(Rhythm) ? new("rhythm.unknown", "It comes by weeks or by months.")
        : Every is < 1 or > EveryMax ? new("rhythm.range", $"It comes every 1 to {EveryMax} weeks or months.")
        : !Days.All(Enum.IsDefined) || Day is < 0 or > 31
            ? new("rhythm.malformed", "A week has seven days, and a month at most 31.")
        : Count is < 1 or > CountMax ? new("rhythm.many", $"It comes 1 to {CountMax} times.")
        : Until < Start ? new("rhythm.past", "It would end before it begins.")
        : Skipped.Length > SkippedMax ? new("rhythm.full", $"At most {SkippedMax} days are left out.")
        : null;

    private IEnumerable<DateOnly> Coming(DateOnly after)
    {
        if (after < Start) after = Start.AddDays(-1);
        for (var (day, looked) = (after, 0); looked < LookedThrough && day < DateOnly.MaxValue; looked++)
        {
            day = day.AddDays(1);
            if (day > Until) yield break;
            if (Has(day) && !Skipped.Contains(day)) yield return day;
        }
    }

    private bool Has(DateOnly day) => Rhythm switch
    {
        Rhythm.Weekly => (Days.IsEmpty ? day.DayOfWeek == Start.DayOfWeek : Days.Contains(day.DayOfWeek))
            && (Monday(day).DayNumber - Monday(Start).DayNumber) / 7 % Every == 0,
        Rhythm.MonthlyOnDay => IsInMonth(day)
            && day.Day == Math.Min(DayOfMonth, DateTime.DaysInMonth(day.Year, day.Month)),
        _ => IsInMonth(day) && day.DayOfWeek == Start.DayOfWeek
            && (Nth == 5 ? day.AddDays(7).Month != day.Month : ((day.Day - 1) / 7) + 1 == Nth),
    };

    private bool IsInMonth(DateOnly day) => (((day.Year - Start.Year) * 12) + day.Month - Start.Month) % Every == 0;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-FromMonday(day.DayOfWeek));

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}

/// <summary>What a recurrence counts.</summary>
public enum Rhythm
{
    /// <summary>Weeks: on certain days of every such one.</summary>
    Weekly = 0,

    /// <summary>Months: on a day of the month, or the last one where a month has no such day.</summary>
    MonthlyOnDay = 1,

    /// <summary>Months: on the second Tuesday, the last Friday.</summary>
    MonthlyOnWeekday = 2,
}
