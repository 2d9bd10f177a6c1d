using System.Globalization;
using System.Text;
using Communities.Views;

namespace Communities.Web;

/// <summary>Gatherings as RFC 5545 has them: what calendars of people read and follow.</summary>
/// <remarks>
/// Times are UTC, which needs no tables of zones: none of them repeats by itself. Whoever subscribes is asked to come
/// again after an hour.
/// </remarks>
internal static class CalendarFile
{
    /// <summary>The media type of what is written here.</summary>
    public const string MediaType = "text/calendar; charset=utf-8";

    // RFC 5545, 3.1: a line has 75 octets at most, and goes on behind a space.
    private const int LineMax = 75;

    private const int TextMost = 2_000;

    private const string UtcFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The file of these gatherings.</summary>
    /// <param name="name">What the calendar is called; null for a file of a single one.</param>
    /// <param name="site">The site's whole address.</param>
    /// <param name="gatherings">The gatherings.</param>
    public static string Write(string? name, string site, IEnumerable<GatheringView> gatherings)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Communities//Gatherings//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        if (name is not null)
        {
            Line(file, $"NAME:{Escape(name)}");
            Line(file, $"X-WR-CALNAME:{Escape(name)}");
            Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
            Line(file, "X-PUBLISHED-TTL:PT1H");
        }

        foreach (var one in gatherings) Write(file, site, one);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Write(StringBuilder file, string site, GatheringView one)
    {
        var page = $"{site}{FoundGathering.PathOf(one.Community, one.Id)}";
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{one.Community}-{one.Id}@{HostOf(site)}");
        Line(file, $"DTSTAMP:{Utc(one.ChangedAt)}");
        Line(file, $"CREATED:{Utc(one.PlannedAt)}");
        Line(file, $"LAST-MODIFIED:{Utc(one.ChangedAt)}");
        Line(file, $"SEQUENCE:{one.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(file, $"DTSTART:{Utc(one.Starts)}");
        Line(file, $"DTEND:{Utc(one.Ends)}");
        Line(file, $"SUMMARY:{Escape(one.Title)}");
        Line(file, $"STATUS:{StatusOf(one)}");
        Line(file, $"URL:{page}");
        if ((one.Place ?? one.Link) is { } where) Line(file, $"LOCATION:{Escape(where)}");
        string?[] told = [one.Reason, Plain(one), one.Link, page];
        Line(file, $"DESCRIPTION:{Escape(string.Join("\n\n", told.Where(part => part is { Length: > 0 })))}");
        Line(file, "END:VEVENT");
    }

    // Whoever only may come, or waits, has no seat yet.
    private static string StatusOf(GatheringView one) =>
        one.Status == GatheringStatus.Cancelled ? "CANCELLED"
        : one.Mine is Rsvp.Interested or Rsvp.Waiting ? "TENTATIVE"
        : "CONFIRMED";

    // Programs show the Markdown as it was typed, which reads well enough; a page of it is enough, too.
    private static string Plain(GatheringView one) =>
        one.Text.Length <= TextMost ? one.Text : one.Text[..TextMost] + "…";

    private static string HostOf(string site) => new Uri(site).Host;

    private static string Utc(DateTimeOffset at) =>
        at.UtcDateTime.ToString(UtcFormat, CultureInfo.InvariantCulture);

    /// <summary>A text as the value of a property.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n') escaped.Append("\\n");
            else if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c == '\t') escaped.Append(c);
        }

        return escaped.ToString();
    }

    // Folded between characters, never within the bytes of one.
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineMax)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
