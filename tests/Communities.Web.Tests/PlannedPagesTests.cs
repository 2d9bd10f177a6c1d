using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>What somebody who looks at plans has to find on their pages.</summary>
public sealed class PlannedPagesTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ones_own_slots_stand_with_their_day_and_the_rail_leads_to_them()
    {
        var own = await Read("owner", "/c/repair/calendar");
        var day = Texts.Of("en").BriefDay(site.Time.GetUtcNow().AddDays(2).UtcDateTime);
        Assert.Contains(own.QuerySelectorAll(".chip .clock"), clock => clock.TextContent.StartsWith(day));
        Assert.NotNull((await Read("mia", "/c/repair")).QuerySelector(".rail a[href='/c/repair/calendar']"));
        Assert.Null((await Read("", "/c/repair")).QuerySelector(".rail a[href='/c/repair/calendar']"));
    }

    [Fact]
    public async Task Each_time_of_a_gathering_stands_with_the_clocks_that_it_is_on()
    {
        foreach (var page in (string[])["/c/repair/gatherings", "/c/repair/gatherings?past=1", "/c/repair"])
            Assert.All(
                (await Read("mia", page)).QuerySelectorAll(".gatherings .at, .next"),
                at => Assert.Contains("Paris", at.ParentElement!.TextContent));
    }

    [Fact]
    public async Task Nobody_is_said_to_come_to_what_was_called_off()
    {
        var key = Keys.OfGathering("repair", "01k0000000000051");
        var starts = site.Time.GetUtcNow().AddDays(3);
        await site.Actors.Ask(
            key, new GatheringCommand.Plan(new GatheringPlan(
                GatheringForm.Meetup, "River walk", "", starts, starts.AddHours(2), "Europe/Paris", "Quai 1", null, 9,
                [], [60])),
            new Call("mod", Standing.System), Ct);
        await site.Actors.Ask(key, new GatheringCommand.Respond(Rsvp.Going), new("mia", new(Role.Member)), Ct);
        await site.Actors.Ask(key, new GatheringCommand.Cancel("Rain"), new("mod", Standing.System), Ct);
        await site.CaughtUp();
        var row = (await Read("", "/c/repair/gatherings")).QuerySelectorAll(".gatherings .off")
            .Single(one => one.TextContent.Contains("River walk", StringComparison.Ordinal));
        Assert.DoesNotContain("coming", row.TextContent);
        Assert.DoesNotContain("left", row.TextContent);
    }

    [Fact]
    public async Task A_contest_stands_with_its_rules()
    {
        var page = await Read("mia", $"/c/repair/contests/{site.Contest}");
        var rules = page.QuerySelector("main .rules");
        Assert.NotNull(rules);
        Assert.Empty(rules.QuerySelectorAll($"a[href$='/contests/{site.Contest}']"));
    }

    [Fact]
    public async Task An_interview_does_not_lead_to_itself()
    {
        var page = await Read("mia", $"/c/repair/interviews/{site.Interview}");
        Assert.Empty(page.QuerySelectorAll($"main .body a[href='/c/repair/interviews/{site.Interview}']"));
    }

    [Fact]
    public async Task The_results_of_a_newsletter_say_what_was_chosen()
    {
        await site.Actors.Ask(
            Keys.OfPoll("repair", site.Poll), new PollCommand.Close(), new Call("mod", Standing.System), Ct);
        await site.CaughtUp();
        var issue = await Read("", $"/c/repair/newsletters/{site.Newsletter}");
        Assert.Contains(
            issue.QuerySelectorAll(".issue .item"),
            item => item.TextContent.Contains("Which tyre?") && item.TextContent.Contains("Studded"));
    }

    [Theory]
    [InlineData("rules", "Please write the rules.")]
    [InlineData("answer", "Please write an answer.")]
    [InlineData("title", "Please write a title.")]
    public void What_is_missing_is_asked_for_as_people_say_it(string field, string sentence) =>
        Assert.Equal(sentence, Communities.Text.Fault(field, "", 9)!.Reason);

    private async Task<IHtmlDocument> Read(string account, string page)
    {
        using var browser = site.Browser(account, "en");
        return new HtmlParser().ParseDocument(await browser.GetStringAsync(page, Ct));
    }
}
