using System.Globalization;
using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>What was reported and decided over a period, in columns: a week each, or a month in a long one.</summary>
internal static class TransparencyChart
{
    private const int Width = 720;
    private const int Height = 220;
    private const int Left = 36; // Room for the numbers of the axis.
    private const int Bottom = 24; // Room for the times.
    private const int Weeks = 26; // Half a year: more columns than that are months.

    /// <summary>The columns: the first day of each, and what came in it.</summary>
    public static IReadOnlyList<ModeratedDay> Columns(TransparencyView report)
    {
        var byMonth = report.To - report.From > TimeSpan.FromDays(7 * Weeks);
        var (end, columns) = (Day(report.To.AddTicks(-1)), new SortedDictionary<DateOnly, ModeratedDay>());
        for (var day = First(Day(report.From), byMonth); day <= end; day = Next(day, byMonth))
            columns[day] = new ModeratedDay(day, 0, 0, 0, 0);
        foreach (var day in report.Days)
        {
            var first = First(day.Day, byMonth);
            var sum = columns.GetValueOrDefault(first) ?? new ModeratedDay(first, 0, 0, 0, 0);
            columns[first] = new ModeratedDay(
                first, sum.Reports + day.Reports, sum.People + day.People, sum.Automated + day.Automated,
                sum.Appeals + day.Appeals);
        }

        return [.. columns.Values];
    }

    /// <summary>
    /// The chart: beside each other reports, and decisions with those of nobody upon those of people.
    /// </summary>
    public static MarkupString Svg(Texts texts, IReadOnlyList<ModeratedDay> columns)
    {
        var most = Round(Math.Max(4, columns.Max(day => Math.Max(day.Reports, day.People + day.Automated))));
        var step = (double)(Width - Left) / columns.Count;
        var bar = Math.Min(24, step * 0.36);
        var svg = new StringBuilder().Append(
            $"<svg class=chart viewBox=\"0 0 {Width} {Height}\" role=img ")
            .Append($"aria-label=\"{Signs.Encode(texts.FiguresChart)}\">");
        for (var line = 0; line <= 4; line++)
        {
            var (y, value) = (At(most * line / 4.0), most * line / 4);
            svg.Append(Text($"<path class=grid d=\"M{Left} {y:0.#}H{Width}\"/>"))
                .Append(Text($"<text x={Left - 6} y={y + 4:0.#} text-anchor=end>{texts.Number(value)}</text>"));
        }

        foreach (var (i, day) in columns.Index())
        {
            var x = Left + (step * (i + 0.5));
            svg.Append("<g><title>").Append(Signs.Encode(texts.FiguresColumn(day))).Append("</title>");
            Bar("reports", x - bar - 1, 0, day.Reports);
            Bar("people", x + 1, 0, day.People);
            Bar("automated", x + 1, day.People, day.Automated);
            svg.Append("</g>");
            if (i % Math.Max(1, columns.Count / 6) == 0)
                svg.Append(Text($"<text x={x:0.#} y={Height - 6} text-anchor=middle>"))
                    .Append(Signs.Encode(texts.FiguresDay(day.Day))).Append("</text>");
        }

        return new(svg.Append("</svg>").ToString());

        double At(double value) => Height - Bottom - ((Height - Bottom - 10) * value / most);

        void Bar(string kind, double x, int from, int count)
        {
            if (count == 0) return;
            var (top, foot) = (At(from + count), At(from));
            svg.Append(Text(
                $"<rect class={kind} x={x:0.#} y={top:0.#} width={bar:0.#} height={foot - top:0.#} rx=2 />"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // A multiple of four, so that each line of the grid is a whole number.
    private static int Round(int most) => (most + 3) / 4 * 4;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateOnly First(DateOnly day, bool byMonth) =>
        byMonth ? new DateOnly(day.Year, day.Month, 1) : day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Next(DateOnly day, bool byMonth) => byMonth ? day.AddMonths(1) : day.AddDays(7);
}
