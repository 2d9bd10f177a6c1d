using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>What search engines and other crawlers are told and given.</summary>
public sealed class CrawlingTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_engine_finds_every_public_thread_and_no_other_place()
    {
        await site.Found("nook", "owner", Visibility.Unlisted);
        await site.Open("nook", "owner");
        using var engine = Agent("Mozilla/5.0 (compatible; Googlebot/2.1)");
        var robots = await engine.GetStringAsync("/robots.txt", Ct);
        var index = robots.Split('\n').Single(line => line.StartsWith("Sitemap: ", StringComparison.Ordinal))[9..];
        var maps = Addresses(await engine.GetStringAsync(index, Ct));
        var pages = new List<string>();
        foreach (var map in maps) pages.AddRange(Addresses(await engine.GetStringAsync(map, Ct)));
        Assert.Contains($"{site.Address}c/repair", pages);
        Assert.Contains($"{site.Address}c/repair/threads/{site.Thread}", pages);
        Assert.DoesNotContain(pages.Concat(maps), page => page.Contains("nook") || page.Contains("hidden"));
        Assert.DoesNotContain("nook", robots, StringComparison.Ordinal);
        foreach (var page in pages.Take(5))
            Assert.Equal(HttpStatusCode.OK, (await engine.GetAsync(page, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await engine.GetAsync("/sitemap/nook/1.xml", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await engine.GetAsync("/sitemap/repair/2.xml", Ct)).StatusCode);
    }

    [Fact]
    public async Task What_a_community_does_not_want_crawled_is_in_no_map_and_says_noindex()
    {
        await site.Found("quiet", "owner");
        var thread = await site.Open("quiet", "owner");
        using var browser = site.Browser("", "en");
        Assert.Null(await Robots(browser, $"/c/quiet/threads/{thread}"));
        using var owner = await site.As("owner");
        (await owner.Put("/communities/quiet/crawlers", new { let = "nobody" })).Is(200);
        await site.CaughtUp();
        Assert.Equal("noindex", await Robots(browser, $"/c/quiet/threads/{thread}"));
        Assert.Equal("noindex", await Robots(browser, "/c/quiet"));
        var robots = await browser.GetStringAsync("/robots.txt", Ct);
        Assert.Contains("Disallow: /c/quiet/", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet", await browser.GetStringAsync("/sitemap.xml", Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)")]
    [InlineData("claudebot/1.0")]
    [InlineData("CCBot/2.0 (https://commoncrawl.org/faq/)")]
    public async Task Collectors_for_models_are_kept_out_even_where_they_do_not_ask(string agent)
    {
        using var collector = Agent(agent);
        foreach (var path in new[] { "/", "/c/repair", $"/c/repair/threads/{site.Thread}", "/c/repair/feed.atom" })
            Assert.Equal(HttpStatusCode.Forbidden, (await collector.GetAsync(path, Ct)).StatusCode);
        var robots = await collector.GetStringAsync("/robots.txt", Ct);
        Assert.Contains("User-agent: GPTBot", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_slowed_down_and_readers_elsewhere_are_not()
    {
        await using var small = new Small();
        await small.InitializeAsync();
        await small.Found("few", "olga");
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++) statuses.Add(await Read(small, "203.0.113.7", i));
        Assert.Contains(429, statuses);
        Assert.Equal(200, statuses[0]);
        Assert.Equal(200, await Read(small, "203.0.113.8", 1));
    }

    [Fact]
    public async Task Whoever_shows_a_thread_elsewhere_finds_a_title_a_summary_and_its_one_address()
    {
        using var browser = site.Browser("", "en");
        var page = await Page(browser, $"/c/repair/threads/{site.Thread}?post=2");
        var address = $"{site.Address}c/repair/threads/{site.Thread}";
        Assert.Equal(address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(address, Content(page, "og:url"));
        Assert.Equal("How do I true a wheel?", Content(page, "og:title"));
        Assert.Equal("It wobbles, and the wheel rubs.", Content(page, "og:description"));
        Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        using var icon = await browser.GetAsync(Content(page, "og:image"), Ct);
        Assert.Equal("image/png", icon.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(page.QuerySelector("link[rel=alternate][type='application/atom+xml']"));

        var later = await Page(browser, $"/c/repair/threads/{site.LongThread}?page=2");
        Assert.EndsWith(
            "?page=2", later.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_solved_thread_is_a_question_with_its_answer_and_another_a_discussion()
    {
        using var browser = site.Browser("", "en");
        var question = await Data(browser, site.Thread);
        Assert.Equal("QAPage", question.GetProperty("@type").GetString());
        var entity = question.GetProperty("mainEntity");
        Assert.Equal("How do I true a wheel?", entity.GetProperty("name").GetString());
        Assert.Equal("Go slowly.", entity.GetProperty("acceptedAnswer").GetProperty("text").GetString());
        Assert.Equal(1, entity.GetProperty("acceptedAnswer").GetProperty("upvoteCount").GetInt32());

        var thread = await site.Open("repair", "mia", "</script><script>alert(1)</script>", "</script><b>x");
        var discussion = await Data(browser, thread);
        Assert.Equal("DiscussionForumPosting", discussion.GetProperty("@type").GetString());
        Assert.Equal("</script><script>alert(1)</script>", discussion.GetProperty("headline").GetString());
        Assert.Equal("mia", discussion.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_not_for_everybody_has_no_preview()
    {
        await site.Found("inward", "owner", Visibility.Unlisted);
        var thread = await site.Open("inward", "owner");
        using var browser = site.Browser("", "en");
        var page = await Page(browser, $"/c/inward/threads/{thread}");
        Assert.Empty(page.QuerySelectorAll("link[rel=canonical], meta[property^='og:'], script[type*=ld]"));
    }

    private HttpClient Agent(string agent)
    {
        var client = site.Browser("", "en");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return client;
    }

    private static async Task<int> Read(ApiSite site, string address, int page)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await client.GetAsync($"/search?q=word{page}", Ct);
        return (int)answer.StatusCode;
    }

    private static IEnumerable<string> Addresses(string xml) =>
        XDocument.Parse(xml).Descendants().Where(element => element.Name.LocalName == "loc").Select(loc => loc.Value);

    private static async Task<IDocument> Page(HttpClient browser, string path) =>
        await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path, Ct), Ct);

    private static async Task<string?> Robots(HttpClient browser, string path) =>
        (await Page(browser, path)).QuerySelector("meta[name=robots]")?.GetAttribute("content");

    private static string? Content(IDocument page, string property) =>
        page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static async Task<JsonElement> Data(HttpClient browser, string thread)
    {
        var page = await Page(browser, $"/c/repair/threads/{thread}");
        return JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
    }

    private sealed class Small : ApiSite
    {
        protected override WebOptions Options(string directory) => new()
        {
            DataDirectory = directory,
            VisitorReadsPerMinute = 6,
            TrustedProxies = ["127.0.0.1"],
        };
    }
}
