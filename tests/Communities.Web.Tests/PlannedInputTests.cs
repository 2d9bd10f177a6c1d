using System.Net;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>What is typed wrongly into plans is said, and stays in the form.</summary>
public sealed class PlannedInputTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static readonly (string Name, string Value)[] _slot =
    [
        ("kind", "Question"), ("title", "Typed"), ("text", "Words."), ("author", "owner"), ("at", "2027-01-31T09:00"),
        ("repeats", ""), ("every", "1"), ("until", ""), ("count", ""), ("skipped", ""), ("live-time", "18:00"),
        ("days-after", "3"), ("minutes", "60"),
    ];

    private static readonly (string Name, string Value)[] _contest =
    [
        ("title", "Typed"), ("rules", "Show it."), ("category", ""), ("entries-until", "2027-01-31T09:00"),
        ("voting-until", "2027-02-07T09:00"), ("entries-each", "1"), ("votes-each", "3"), ("jury", ""), ("badge", ""),
        ("words", "{results}"),
    ];

    private static readonly (string Name, string Value)[] _gathering =
    [
        ("form", "Meetup"), ("title", "Typed"), ("starts", "2027-01-31T18:00"), ("ends", "2027-01-31T20:00"),
        ("zone", "Europe/Paris"), ("place", "Quai 4"), ("link", ""), ("text", ""), ("capacity", ""), ("hosts", ""),
        ("category", ""),
    ];

    private static readonly HttpStatusCode[] _noes = [HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("at", "tomorrow", null, null, "A time has a day and an hour.")]
    [InlineData("kind", "Dance", null, null, "There is no such kind of slot.")]
    [InlineData("kind", "Interview", "live-time", "25:99", "A time has a day and an hour.")]
    [InlineData("repeats", "Yearly", null, null, "It comes by weeks or by months.")]
    [InlineData("repeats", "Weekly", "at", "", "Please give it a time first.")]
    [InlineData("repeats", "Weekly", "until", "later", "A day is written as 2026-12-25.")]
    [InlineData("repeats", "MonthlyOnDay", "skipped", "05/12/2026", "A day is written as 2026-12-25.")]
    [InlineData("repeats", "MonthlyOnDay", "until", "2026-01-01", "It would end before it begins.")]
    [InlineData("repeats", "MonthlyOnDay", "count", "0", "It comes 1 to 1040 times.")]
    public Task A_slot(string name, string value, string? other, string? otherValue, string said) =>
        IsSaid("/c/repair/calendar/new", _slot, said, (name, value), (other, otherValue));

    [Theory]
    [InlineData("jury", "nobody-there", "A jury is of members of the community.")]
    [InlineData("words", "", "Please write the words.")]
    public Task A_contest(string name, string value, string said) =>
        IsSaid("/c/repair/studio/contests", _contest, said, (name, value));

    [Theory]
    [InlineData("category", "nowhere", "There is no such category.")]
    [InlineData("ends", "2027-01-31T17:00", "The end has to come after the start.")]
    public Task A_gathering(string name, string value, string said) =>
        IsSaid("/c/repair/gatherings", _gathering, said, (name, value));

    private async Task IsSaid(
        string path, (string Name, string Value)[] form, string said, params (string? Name, string? Value)[] typed)
    {
        using var browser = site.Browser("owner", "en");
        var from = new HtmlParser().ParseDocument(
            await browser.GetStringAsync(path == "/c/repair/gatherings" ? $"{path}/new" : path, Ct));
        var fields = form.Select(field => KeyValuePair.Create(
            field.Name, typed.Where(one => one.Name == field.Name).Select(one => one.Value)
                .SingleOrDefault(field.Value)))
            .Append(new("_form", from.QuerySelector("input[name=_form]")!.GetAttribute("value")));
        using var content = new FormUrlEncodedContent(fields!);
        using var answer = await browser.PostAsync(path, content, Ct);
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Contains(answer.StatusCode, _noes);
        Assert.Contains(said, page.QuerySelector("[role=alert]")?.TextContent);
        Assert.Equal("Typed", page.QuerySelector("#title")?.GetAttribute("value"));
    }
}
