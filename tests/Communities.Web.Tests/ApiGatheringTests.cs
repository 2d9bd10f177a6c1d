using Communities.Actors;
using Microsoft.Extensions.DependencyInjection;

namespace Communities.Web.Tests;

/// <summary>Gatherings through the API, and the calendars that follow them.</summary>
public sealed class ApiGatheringTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_it_full_waits_and_moves_up_by_itself()
    {
        var path = await Planned("seats", capacity: 1);
        using var bob = await site.As("bob");
        using var cem = await site.As("cem");
        using var mo = await site.As("mo");
        (await bob.Put($"{path}/rsvp", new { rsvp = "going" })).Is(200);
        (await cem.Put($"{path}/rsvp", new { rsvp = "going" })).Is(200);
        await site.CaughtUp();
        var waits = (await cem.Get(path)).Is(200);
        Assert.Equal("waiting", waits["gathering"].GetProperty("mine").GetString());
        Assert.Equal(1, waits["waitingPlace"].GetInt32());
        Assert.False(waits["gathering"].TryGetProperty("link", out _));
        (await cem.Get($"{path}/guests")).Refused(403, "gathering.foreign");

        (await bob.Put($"{path}/rsvp", new { rsvp = "none" })).Is(200);
        await site.CaughtUp();
        var comes = (await cem.Get(path)).Is(200);
        Assert.Equal("going", comes["gathering"].GetProperty("mine").GetString());
        Assert.Equal("https://example.org/here", comes["gathering"].GetProperty("link").GetString());
        Assert.Contains("gathering-seat", (await cem.Get("/inbox")).Is(200).Text);
        Assert.Equal(1, (await mo.Get($"{path}/guests")).Is(200)["items"].GetArrayLength());

        (await mo.Post($"{path}/cancel", new { reason = "Rain" })).Is(200);
        await site.CaughtUp();
        (await bob.Put($"{path}/rsvp", new { rsvp = "going" })).Refused(409, "gathering.cancelled");
        Assert.Contains("gathering-changed", (await cem.Get("/inbox")).Is(200).Text);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_its_reason()
    {
        await site.Found("sense", "mo", Visibility.Public, ("bob", Role.Member));
        using var mo = await site.As("mo");
        var when = site.Time.GetUtcNow().AddDays(3);
        var (ends, hosts) = (when.AddHours(1), new[] { "nobody" });
        (await Plan(new { form = "meetup", title = "T", starts = when, ends, zone = "Mars/Base", place = "P" }))
            .Refused(422, "zone.unknown");
        (await Plan(new { form = "meetup", title = "T", starts = when, ends, place = "P", hosts }))
            .Refused(422, "hosts.many");
        (await Plan(new { form = "meetup", title = "T", starts = when, ends = when, place = "P" }))
            .Refused(422, "end.range");
        (await Plan(new { form = "room", title = "T", starts = when.AddDays(-9), ends = when }))
            .Refused(422, "time.past");

        Task<Reply> Plan(object body) => mo.Post("/communities/sense/gatherings", body);
    }

    [Fact]
    public async Task What_comes_too_early_is_a_conflict_with_how_it_stands()
    {
        var path = await Planned("early");
        using var mo = await site.As("mo");
        (await mo.Put($"{path}/attendance", new { came = new[] { "bob" } })).Refused(409, "attendance.early");
        (await mo.Post($"{path}/recap", new { title = "It was", text = "good" })).Refused(409, "recap.early");
    }

    [Fact]
    public async Task A_calendar_follows_by_a_key_and_tells_the_link_to_who_comes()
    {
        var path = await Planned("followed", visibility: Visibility.Private);
        using var bob = await site.As("bob");
        (await bob.Put($"{path}/rsvp", new { rsvp = "going" })).Is(200);
        await site.CaughtUp();
        using var program = new HttpClient { BaseAddress = site.Address };
        const string file = "/c/followed/gatherings.ics";
        using (var denied = await program.GetAsync(file, Ct)) Assert.Equal(404, (int)denied.StatusCode);

        var key = Uri.EscapeDataString(await KeyOf("bob"));
        foreach (var address in (string[])[$"{file}?feed-key={key}", $"/calendar.ics?feed-key={key}"])
        {
            using var answer = await program.GetAsync(address, Ct);
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
            var text = await answer.Content.ReadAsStringAsync(Ct);
            Assert.Contains("SUMMARY:Evening\\, together", text);
            Assert.Contains("https://example.org/here", text.Replace("\r\n ", "", StringComparison.Ordinal));
            var read = await CalendarParser.Read(text, Ct);
            Assert.Equal(
                "Evening, together", read.GetProperty("events")[0].GetProperty("title").GetString());
        }

        var stranger = Uri.EscapeDataString(await KeyOf("dora"));
        using var other = await program.GetAsync($"{file}?feed-key={stranger}", Ct);
        Assert.Equal(404, (int)other.StatusCode);
        Assert.DoesNotContain(
            "BEGIN:VEVENT", await program.GetStringAsync($"/calendar.ics?feed-key={stranger}", Ct));
    }

    private async Task<string> KeyOf(string account)
    {
        await site.As(account);
        return await site.Services.GetRequiredService<FeedKeys>().KeyOf(account, Ct);
    }

    private async Task<string> Planned(
        string place, int capacity = 0, Visibility visibility = Visibility.Public)
    {
        await site.Found(place, "mo", visibility, ("bob", Role.Member), ("cem", Role.Member));
        using var mo = await site.As("mo");
        var starts = site.Time.GetUtcNow().AddDays(2);
        var planned = (await mo.Post($"/communities/{place}/gatherings", new
        {
            form = "room", title = "Evening, together", starts, ends = starts.AddHours(2), zone = "Europe/Paris",
            link = "https://example.org/here", capacity,
        })).Is(201);
        await site.CaughtUp();
        return $"/communities/{place}/gatherings/{planned["id"].GetString()}";
    }
}
