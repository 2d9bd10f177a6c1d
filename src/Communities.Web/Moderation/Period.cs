using System.Globalization;

namespace Communities.Web;

/// <summary>The period of a report: from the beginning of a day to the end of another, in UTC.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, which is not in it.</param>
public sealed record Period(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The longest, in days: ten years. What is longer is asked for in parts.</summary>
    public const int DaysMax = 3_660;

    // How many quarters are offered: two years.
    private const int QuartersMost = 8;

    /// <summary>The period that an address names; without one, the present quarter.</summary>
    /// <exception cref="RequestFault">A time is none, or they are not in order.</exception>
    public static Period Of(string? from, string? to, DateTimeOffset now)
    {
        var first = Addresses.Time("from", from);
        var last = Addresses.Time("to", to);
        if (to is { Length: 10 }) last = last?.AddDays(1); // A day counts to its end.
        var present = Quarter(now);
        var period = new Period(first ?? last?.AddDays(-91) ?? present.From, last ?? Tomorrow(now));
        return period.From >= period.To || period.To - period.From > TimeSpan.FromDays(DaysMax)
            ? throw Faults.Bad("period.malformed", $"A period begins before it ends, and has {DaysMax} days at most.")
            : period;
    }

    /// <summary>The quarters from this time to now, the latest first, eight at most.</summary>
    public static IEnumerable<Period> Quarters(DateTimeOffset since, DateTimeOffset now)
    {
        var quarter = Quarter(now);
        for (var i = 0; i < QuartersMost && quarter.To > since; i++)
        {
            yield return quarter;
            quarter = Quarter(quarter.From.AddDays(-1));
        }
    }

    /// <summary>The quarter in which this time is.</summary>
    public static Period Quarter(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        var from = new DateTimeOffset(utc.Year, ((utc.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new Period(from, from.AddMonths(3));
    }

    /// <summary>1 to 4.</summary>
    public int Number => ((From.Month - 1) / 3) + 1;

    /// <summary>As the parameters of an address; the last day is in it.</summary>
    public string Query => string.Create(
        CultureInfo.InvariantCulture, $"from={From.UtcDateTime:yyyy-MM-dd}&to={To.UtcDateTime.AddDays(-1):yyyy-MM-dd}");

    private static DateTimeOffset Tomorrow(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
