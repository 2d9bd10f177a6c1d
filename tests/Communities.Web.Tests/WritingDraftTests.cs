using System.Net;
using System.Text.RegularExpressions;

namespace Communities.Web.Tests;

/// <summary>Drafts over the API and in forms, and replies that cross.</summary>
public sealed partial class WritingDraftTests(PagesSite site) : IClassFixture<PagesSite>
{
    private const string Drafts = "/communities/repair/drafts";

    [Fact]
    public async Task A_draft_is_saved_read_and_discarded()
    {
        using var mia = await site.As("mia");
        var place = $"thread:{site.Thread}";
        var saved = (await mia.Put($"{Drafts}/{place}", new { text = "So far", replyTo = 2 })).Is(200);
        Assert.False(saved["besides"].GetBoolean());
        var draft = (await mia.Get($"{Drafts}/{place}?at-least={saved.Version}")).Is(200);
        Assert.Equal("So far", draft["text"].GetString());
        Assert.Equal(2, draft["replyTo"].GetInt32());
        Assert.Contains(
            (await mia.Get(Drafts)).Is(200)["items"].EnumerateArray(),
            item => item.GetProperty("place").GetString() == place
                && item.GetProperty("thread").GetString() == "How do I true a wheel?");
        var gone = (await mia.Delete($"{Drafts}/{place}?revision={saved["revision"].GetInt32() + 1}")).Is(200);
        (await mia.Get($"{Drafts}/{place}?at-least={gone.Version}")).Is(200);
        gone = (await mia.Delete($"{Drafts}/{place}?revision={saved["revision"].GetInt32()}")).Is(200);
        (await mia.Get($"{Drafts}/{place}?at-least={gone.Version}")).Refused(404, "draft.missing");
    }

    [Fact]
    public async Task Of_two_devices_the_newer_text_stands_and_the_other_can_be_read()
    {
        using var mod = await site.As("mod");
        (await mod.Put($"{Drafts}/new", new { text = "On the phone", title = "P" })).Is(200);
        var desk = (await mod.Put($"{Drafts}/new", new { text = "At the desk", title = "D" })).Is(200);
        Assert.True(desk["besides"].GetBoolean());
        var draft = await mod.Get($"{Drafts}/new?at-least={desk.Version}");
        Assert.Equal("At the desk", draft["text"].GetString());
        Assert.Equal("On the phone", draft["other"].GetProperty("text").GetString());
        var settled = (await mod.Delete($"{Drafts}/new/other")).Is(200);
        draft = await mod.Get($"{Drafts}/new?at-least={settled.Version}");
        Assert.False(draft.Json.TryGetProperty("other", out _));
    }

    [Fact]
    public async Task What_is_no_draft_is_refused()
    {
        using var mia = await site.As("mia");
        (await mia.Put($"{Drafts}/elsewhere", new { text = "x" })).Refused(422, "draft.malformed");
        (await mia.Put($"{Drafts}/new", new { text = new string('x', Text.PostMax + 1) })).Refused(422, "text.long");
        (await mia.Put($"{Drafts}/new", new { words = "x" })).Is(400);
        (await mia.Put("/communities/hidden/drafts/new", new { text = "x" })).Refused(404, "community.missing");
    }

    [Fact]
    public async Task Nobody_else_hears_of_a_draft()
    {
        using var visitor = site.Visitor();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var live = await visitor.Stream("/communities/repair/live", stopped.Token);
        using var lines = new StreamReader(live);
        using var owner = await site.As("owner");
        (await owner.Put($"{Drafts}/new", new { text = "A secret" })).Is(200);
        await site.CaughtUp();
        await site.Open("repair", "mod", "Said aloud");
        string? told;
        do told = await lines.ReadLineAsync(stopped.Token);
        while (told is not null && !told.StartsWith("data: {\"kind\"", StringComparison.Ordinal));
        Assert.Contains("thread.opened", told);
        (await visitor.Get(Drafts)).Is(401);
        using var mia = await site.As("mia");
        Assert.DoesNotContain("A secret", (await mia.Get(Drafts)).Text);
    }

    [Fact]
    public async Task A_form_without_script_keeps_a_draft_and_its_sending_lets_go_of_it()
    {
        using var browser = site.Browser("mia", "en");
        var thread = await site.Open("repair", "mod", "For a draft");
        var path = $"/c/repair/threads/{thread}";
        await Send(browser, path, $"{path}/posts", ("act", "draft"), ("text", "Half a reply"));
        var page = await browser.GetStringAsync(path, Ct);
        Assert.Contains(">Half a reply</textarea>", page);
        Assert.Matches("name=\"draft\" value=\"[1-9][0-9]*\"", page);
        Assert.Contains("Half a reply", await browser.GetStringAsync("/drafts", Ct));

        await Send(browser, path, $"{path}/posts", ("act", "post"), ("text", "A whole reply"));
        await site.CaughtUp();
        page = await browser.GetStringAsync(path, Ct);
        Assert.Contains("A whole reply", page);
        Assert.DoesNotContain("Half a reply", page);
        Assert.Null(await site.Views.Draft("repair", "mia", $"thread:{thread}", Ct));
    }

    [Fact]
    public async Task Who_answers_is_told_once_that_somebody_else_has_answered_meanwhile()
    {
        using var browser = site.Browser("mia", "fr");
        var thread = await site.Open("repair", "mod", "To be answered");
        var path = $"/c/repair/threads/{thread}";
        var form = await browser.GetStringAsync(path, Ct);
        await site.Reply("repair", thread, "mod", "I was quicker.");
        await site.Reply("repair", thread, "mia-fr", "My own, from elsewhere.");
        using var stopped = await Post(browser, form, $"{path}/posts", ("act", "post"), ("text", "My answer"));
        Assert.Equal(HttpStatusCode.Conflict, stopped.StatusCode);
        var page = WebUtility.HtmlDecode(await stopped.Content.ReadAsStringAsync(Ct));
        Assert.Contains("1\u00A0réponse est arrivée pendant que vous écriviez.", page);
        Assert.Contains("href=\"#p2\"", page);
        Assert.Contains(">My answer</textarea>", page);
        Assert.Equal(3, (await site.See<Thread>($"repair/{thread}")).Posts.Count);

        using var posted = await Post(browser, page, $"{path}/posts", ("act", "post"), ("text", "My answer"));
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal(4, (await site.See<Thread>($"repair/{thread}")).Posts.Count);
    }

    [Fact]
    public async Task Threads_about_the_same_are_shown_before_one_is_opened()
    {
        using var visitor = site.Visitor();
        var found = (await visitor.Get("/communities/repair/similar?title=true%20my%20wheels")).Is(200)["items"];
        Assert.Contains(found.EnumerateArray(), item => item.GetProperty("id").GetString() == site.Thread);
        (await visitor.Get("/communities/hidden/similar?title=x")).Refused(404, "community.missing");
        using var browser = site.Browser("mia", "en");
        var page = await Send(
            browser, "/c/repair/new", "/c/repair/new", ("act", "preview"), ("title", "True a wheel"), ("text", "x"));
        Assert.Contains("How do I true a wheel?", page);
    }

    [Fact]
    public async Task A_name_leads_to_whoever_has_it()
    {
        using var browser = site.Browser("", "en", follows: false);
        using var found = await browser.GetAsync("/c/repair/@mia", Ct);
        Assert.Equal("/c/repair/members/mia", found.Headers.Location?.OriginalString);
        using var nobody = await browser.GetAsync("/c/repair/@nobody", Ct);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string> Send(
        HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        using var answer = await Post(browser, await browser.GetStringAsync(page, Ct), to, fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    // The form of this address as the page holds it, with these fields filled in.
    private static Task<HttpResponseMessage> Post(
        HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var start = page.IndexOf($"action=\"{to}\"", StringComparison.Ordinal);
        var form = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        var hidden = Hidden().Matches(form)
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in fields) hidden[name] = value;
        return browser.PostAsync(to, new FormUrlEncodedContent(hidden), Ct);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();
}
