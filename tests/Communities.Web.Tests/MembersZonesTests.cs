namespace Communities.Web.Tests;

/// <summary>Times by the clock of who reads.</summary>
public sealed class MembersZonesTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData(0, "UTC")]
    [InlineData(120, "UTC+2")]
    [InlineData(-210, "UTC−3:30")]
    [InlineData(345, "UTC+5:45")]
    public void A_clock_tells_how_far_it_is_from_UTC(int minutes, string expected) =>
        Assert.Equal(expected, Zones.Offset(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("en", "2 March 2026, 18:00 UTC+9")]
    [InlineData("fr", "2 mars 2026 à 18:00 UTC+9")]
    public void A_time_is_told_by_its_own_clock(string language, string expected)
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(expected, Texts.Of(language).Exact(TimeZoneInfo.ConvertTime(at, Zones.Of("Asia/Tokyo"))));
        Assert.EndsWith("09:00 UTC", Texts.Of(language).Exact(TimeZoneInfo.ConvertTime(at, Zones.Of("No/Where"))));
    }

    [Fact]
    public async Task Pages_show_times_in_the_zone_that_the_reader_chose()
    {
        await site.As("owner");
        await site.Found("clocks", "owner");
        using var owner = await site.As("owner");
        var me = new { name = "Owner", language = "en", timeZone = "Asia/Tokyo" };
        (await owner.Put("/me", me)).Is(200);
        Assert.Equal("Asia/Tokyo", (await owner.Get("/me"))["preferences"].GetProperty("timeZone").GetString());
        (await owner.Put("/me", new { name = "Owner", language = "en", timeZone = "<b>" }))
            .Refused(422, "zone.unknown");
        (await owner.Put("/me", new { name = "Owner", language = "en", timeZone = "Europe/Atlantis" }))
            .Refused(422, "zone.unknown");
        (await owner.Put("/communities/clocks/zone", new { zone = "Europe/Atlantis" })).Refused(422, "zone.unknown");

        // A time that says no zone is UTC, wherever the program runs; one of a slot tells what is odd about it.
        var year = site.Time.GetUtcNow().Year + 1;
        (await owner.Put("/communities/clocks/zone", new { zone = "Europe/Paris" })).Is(200);
        var slot = (await owner.Post("/communities/clocks/slots", new
        {
            content = new { kind = "question", title = "At night?", text = "Who is awake?" },
            time = new { local = ClockWalkTests.LastSunday(year, 3).AddHours(2.5) },
        })).Is(201)["id"].GetString();
        await site.CaughtUp();
        Assert.Equal("skipped", (await owner.Get($"/communities/clocks/slots/{slot}"))["wrinkle"].GetString());
        var issue = (await owner.Post("/communities/clocks/newsletters", new
        {
            words = new[] { new { language = "en", subject = "News" } },
        })).Is(201)["id"].GetString();
        (await owner.Put($"/communities/clocks/newsletters/{issue}/plan", new { at = $"{year}-06-01T09:00:00" }))
            .Is(200);
        Assert.Equal(
            new DateTimeOffset(year, 6, 1, 9, 0, 0, TimeSpan.Zero),
            (await site.See<Newsletter>(Keys.OfNewsletter("clocks", issue!))).ScheduledAt);

        var page = await owner.Get("//c/clocks/members/owner");
        Assert.Contains("UTC+9", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Asia/Tokyo\" selected", (await owner.Get("//reading")).Text, StringComparison.Ordinal);
        using var visitor = site.Visitor();
        Assert.DoesNotContain("UTC+9", (await visitor.Get("//c/clocks/members/owner")).Text, StringComparison.Ordinal);
    }
}
