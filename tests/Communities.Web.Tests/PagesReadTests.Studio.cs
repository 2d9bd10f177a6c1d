using AngleSharp.Dom;

namespace Communities.Web.Tests;

// What managers write in the forms of the studio.
public sealed partial class PagesReadTests
{
    [Fact]
    public async Task A_message_to_newcomers_is_sent_while_what_its_manager_chose_is_undone()
    {
        await site.Found("steps", "owner");
        using var owner = site.Browser("owner", "en");
        string[] message = ["hours", "50", "title-en", "Anybody?", "text-en", "Somebody waits."];
        await Sent(owner, "/c/steps/studio/welcome/new-step", 200, ["kind", "Answer", .. message]);
        await Sent(owner, "/c/steps/studio/welcome/new-step", 200, message);
        var journey = (await site.See<Community>("steps")).Journey;
        Assert.Equal((StepKind.Answer, 50), (journey.Step("answer-2")!.Kind, journey.Step("answer-2")!.AfterHours));
        Assert.Equal(StepKind.Custom, journey.Step("message")!.Kind);

        // One that was removed comes back, with its own words in every notice.
        await Sent(owner, "/c/steps/studio/welcome/steps/react", 200, ["hours", "72", "act", "remove"]);
        await Sent(owner, "/c/steps/studio/welcome/new-step", 200, ["kind", "React", "hours", "30"]);
        Assert.Equal(30, (await site.See<Community>("steps")).Journey.Step("react")!.AfterHours);
    }

    [Fact]
    public async Task A_new_badge_takes_the_place_of_none_and_what_was_refused_stands_in_its_form_again()
    {
        await site.Found("badges", "owner");
        using var owner = site.Browser("owner", "en");
        const string Form = "/c/badges/studio/recognition/badges";
        string[] badge = ["badge", "helper", "name", "Helper", "sign", "sun", "sentence", "Helps.", "measure", ""];
        await Sent(owner, Form, 200, [.. badge, "new", "1", "needed", "10"], "/c/badges/studio/recognition");
        var again = await Sent(
            owner, Form, 409, ["badge", "helper", "name", "Other", "sign", "key", "sentence", "Other.", "measure",
                "Posts", "needed", "7", "new", "1"], "/c/badges/studio/recognition");
        Assert.Equal("Helper", Assert.Single((await site.See<Community>("badges")).Badges).Name);
        Assert.Equal(
            ["helper", "Other", "Other.", "7"],
            again.QuerySelectorAll("#new-badge, #name-, #sentence-, #needed-")
                .Select(one => one.GetAttribute("value")));
        Assert.Equal(
            ["key", "Posts"],
            again.QuerySelectorAll("#sign- [selected], #measure- [selected]").Select(one => one.GetAttribute("value")));
        Assert.Equal("Helper", again.QuerySelector("#name-helper")!.GetAttribute("value"));

        again = await Sent(
            owner, Form, 422, [.. badge[..8], "needed", "1", "measure", "99"], "/c/badges/studio/recognition");
        Assert.True(again.QuerySelector("#name-helper")!.Closest("details")!.HasAttribute("open"));
        Assert.Null(again.QuerySelector("#new-badge")!.GetAttribute("value"));
        again = await Sent(
            owner, "/c/badges/studio/recognition", 422, ["expected", new string('x', Text.AboutMax + 1)],
            "/c/badges/studio/recognition");
        Assert.Equal(Text.AboutMax + 1, again.QuerySelector("#expected")!.TextContent.Length);
        Assert.False(again.QuerySelector("[name=ranked]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Who_is_no_member_is_no_ambassador_and_the_manager_is_not_told_to_join()
    {
        await site.Found("welcomers", "owner");
        using var owner = site.Browser("owner", "en");
        var again = await Sent(
            owner, "/c/welcomers/studio/recognition/ambassadors", 404, ["account", "mia", "on", "1", "word", "Kind"],
            "/c/welcomers/studio/recognition");
        Assert.Equal("There is no such member here.", again.QuerySelector("[role=alert]")!.TextContent.Trim());
        Assert.Equal("Kind", again.QuerySelector("#word")!.GetAttribute("value"));
    }

    // Sends a form as the page does on which it stands.
    private static async Task<IDocument> Sent(
        HttpClient browser, string path, int status, string[] fields, string? from = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var page = await Parsed(await browser.GetAsync(from ?? path, ct));
        var pairs = fields.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            .Append(new("_form", page.QuerySelector("input[name=_form]")!.GetAttribute("value")!));
        using var form = new FormUrlEncodedContent(pairs);
        using var answer = await browser.PostAsync(path, form, ct);
        var html = await Parsed(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        return html;
    }
}
