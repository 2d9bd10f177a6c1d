using System.Text;
using Communities.Views;

namespace Communities.Web.Tests;

/// <summary>Calendar files, as RFC 5545 and a real calendar's parser have them.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Starts = new(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);

    private static readonly GatheringView Ride = new(
        "velo", "01k0000000000001", GatheringForm.Meetup, "Été; comme, \\ça",
        "Une longue ligne " + new string('é', 90) + " 🚲🚲🚲\nEND:VEVENT\r\nUne autre.", Starts, Starts.AddHours(2),
        "Europe/Paris", "Rue du Port 4, Lyon", null, false, 0, null, "zoe", [], [60], Starts.AddDays(-9),
        Starts.AddDays(-8), 3, GatheringStatus.Planned, null, false, 0, 0, 0, 0, Rsvp.Going, false, false);

    [Fact]
    public void A_line_has_75_octets_at_most_and_no_character_is_cut()
    {
        var file = CalendarFile.Write("Vélo", "https://example.org", [Ride]);
        Assert.EndsWith("\r\n", file);
        Assert.DoesNotContain('\uFFFD', file);
        foreach (var line in file.Split("\r\n"))
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\n', line);
            Assert.False(line.Length > 0 && (char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1])), line);
        }

        Assert.Single(file.Split("\r\n"), line => line == "END:VEVENT");
    }

    [Fact]
    public async Task A_calendar_reads_what_was_meant()
    {
        var off = Ride with
        {
            Id = "01k0000000000002", Status = GatheringStatus.Cancelled, Reason = "Pluie", Sequence = 4,
        };
        var may = Ride with { Id = "01k0000000000003", Mine = Rsvp.Interested, Place = null };
        var read = await CalendarParser.Read(
            CalendarFile.Write("Vélo ensemble", "https://example.org:8443", [Ride, off, may]),
            TestContext.Current.CancellationToken);
        Assert.Equal("Vélo ensemble", read.GetProperty("name").GetString());
        var events = read.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(3, events.Count);
        Assert.Equal("velo-01k0000000000001@example.org", events[0].GetProperty("uid").GetString());
        Assert.Equal(Ride.Title, events[0].GetProperty("title").GetString());
        Assert.Equal(Ride.Place, events[0].GetProperty("place").GetString());
        Assert.StartsWith(
            Ride.Text.ReplaceLineEndings("\n"), events[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-03-29T00:30:00.000Z", events[0].GetProperty("starts").GetString());
        Assert.Equal("2026-03-29T02:30:00.000Z", events[0].GetProperty("ends").GetString());
        Assert.Equal(3, events[0].GetProperty("sequence").GetInt32());
        Assert.Equal(
            "https://example.org:8443/c/velo/gatherings/01k0000000000001", events[0].GetProperty("url").GetString());
        Assert.Equal(
            ["CONFIRMED", "CANCELLED", "TENTATIVE"], events.Select(one => one.GetProperty("status").GetString()));
        Assert.Equal(4, events[1].GetProperty("sequence").GetInt32());
        Assert.StartsWith("Pluie", events[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
