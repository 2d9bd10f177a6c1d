using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>Every page, for everybody who may see it, in both languages.</summary>
public sealed partial class PagesReadTests(PagesSite site) : IClassFixture<PagesSite>
{
    // Fifty ordinary posts and all that a member writes with, before compression; compressed, with styles and scripts,
    // it is well under the sixty kilobytes that are promised.
    private const int ThreadPageMax = 73_000;

    private static readonly string[] _everybodys =
        ["/", "/keys", "/reading", "/search", "/search?q=wheel&community=repair", "/c/repair",
            "/c/repair?sort=top&period=week",
            "/c/repair?sort=unanswered", "/c/repair?category=bikes", "/c/repair?tag=spokes", "/c/repair?tag=none",
            "/c/repair/members",
            "/c/repair/members/mia", "/c/repair/threads/THREAD", "/c/repair/threads/THREAD?page=2",
            "/c/repair/threads/THREAD/posts/2/revisions", "/c/repair/threads/THREAD?more=2"];

    private static readonly string[] _visitors = ["/sign-in", "/sign-up", "/set-up?key=KEY"];

    private static readonly string[] _members =
        ["/account", "/new", "/c/repair/new", "/c/repair/profile", "/c/repair/threads/THREAD?reply=2",
            "/c/repair/threads/THREAD?quote=2", "/c/repair/threads/THREAD/posts/2/edit",
            "/c/repair/threads/THREAD/edit"];

    public static TheoryData<string, string, string> Pages()
    {
        var pages = new TheoryData<string, string, string>();
        foreach (var language in Languages.Known)
        {
            foreach (var page in _everybodys.Concat(_visitors)) pages.Add("", page, language);
            foreach (var page in _everybodys.Concat(_members)) pages.Add("mia", page, language);
            foreach (var page in _everybodys.Concat(_members)) pages.Add("mod", page, language);
            foreach (var page in _members.Concat(["/c/repair/settings", "/communities/new"]))
                pages.Add("owner", page, language);
        }

        return pages;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_and_holds_nothing_that_the_policy_forbids(
        string account, string path, string language)
    {
        var page = await Read(account, path, language);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.QuerySelectorAll("main h1"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src], [type='application/ld+json'])"));
        Assert.DoesNotContain(page.All,
            element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("form[method=post]"),
            form => Assert.NotNull(form.QuerySelector("input[name=_form][value]")));
        // What names the page itself, its feeds and the program is no asset; nor is what says without script how far
        // somebody has read.
        Assert.All(page.QuerySelectorAll("[src], link[href]:not([rel=canonical], [rel=alternate], [rel=manifest])")
                .Where(asset => asset.Closest("noscript") is null),
            asset => Assert.StartsWith("/assets/", asset.GetAttribute("src") ?? asset.GetAttribute("href")));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"),
            field => Assert.Contains(field.GetAttribute("aria-describedby"), ids));
        Assert.All(
            page.QuerySelectorAll("input:not([type=hidden]), select, textarea"),
            field => Assert.True(
                field.HasAttribute("aria-label") || field.Closest("label") is not null
                || page.QuerySelector($"label[for='{field.Id}']") is not null, field.OuterHtml));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mia")]
    [InlineData("owner")]
    public async Task No_link_of_a_page_leads_nowhere(string account)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/", "/c/repair", $"/c/repair/threads/{site.Thread}"]);
        while (open.TryDequeue(out var path) && seen.Count < 150)
        {
            if (!seen.Add(path)) continue;
            var page = await Read(account, path, "en");
            foreach (var link in page.QuerySelectorAll("a[href]"))
            {
                var to = new Uri(new Uri(site.Address, path), link.GetAttribute("href")!);
                if (to.Host == site.Address.Host && !to.AbsolutePath.StartsWith("/reading/", StringComparison.Ordinal))
                    open.Enqueue(to.PathAndQuery);
            }
        }

        Assert.True(seen.Count > 20);
    }

    [Fact]
    public async Task A_page_of_fifty_ordinary_posts_is_small()
    {
        var (html, _) = await Get("mia", $"/c/repair/threads/{site.LongThread}?page=2", "fr");
        Assert.Equal(50, (await new HtmlParser().ParseDocumentAsync(html)).QuerySelectorAll("article").Length);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 30_000, ThreadPageMax);
    }

    [Theory]
    [InlineData("/c/nothing", 404)]
    [InlineData("/c/repair/threads/0000000000000000", 404)]
    [InlineData("/c/repair/threads/not-one", 404)]
    [InlineData("/c/hidden", 404)]
    [InlineData("/c/repair/members/nobody-here", 404)]
    [InlineData("/nothing-at-all", 404)]
    [InlineData("/c/repair?cursor=nonsense", 400)]
    [InlineData("/c/repair?at-least=x", 400)]
    public async Task What_is_not_there_has_a_page_that_says_so(string path, int status)
    {
        foreach (var (language, home) in new[] { ("en", "Go to the home page"), ("fr", "Aller à l’accueil") })
        {
            var (html, answered) = await Get("", path, language);
            Assert.Equal(status, (int)answered);
            Assert.Contains(home, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/new")]
    [InlineData("/c/repair/new")]
    [InlineData("/c/repair/settings")]
    [InlineData("/communities/new")]
    public async Task Who_is_not_signed_in_is_led_there_and_back(string path)
    {
        using var visitor = site.Browser("", "en", follows: false);
        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal($"/sign-in?back={Uri.EscapeDataString(path)}", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/c/repair/settings", 403)]
    [InlineData("/communities/new", 403)]
    public async Task What_is_not_for_a_member_is_refused(string path, int status)
    {
        var (_, answered) = await Get("mia", path, "en");
        Assert.Equal(status, (int)answered);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var mia = site.Browser("mia", "en");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "From elsewhere")]);
        using var answer =
            await mia.PostAsync($"/c/repair/threads/{site.Thread}/posts", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            "From elsewhere", (await Get("", $"/c/repair/threads/{site.Thread}", "en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_stands_in_the_form_again()
    {
        using var mia = site.Browser("mia", "fr");
        var page = await Parsed(await mia.GetAsync("/c/repair/new", TestContext.Current.CancellationToken));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_form"] = page.QuerySelector("input[name=_form]")!.GetAttribute("value")!,
            ["title"] = "",
            ["text"] = "Un texte à ne pas perdre",
            ["tags"] = "a b c d e f",
        });
        using var answer = await mia.PostAsync("/c/repair/new", form, TestContext.Current.CancellationToken);
        var again = await Parsed(answer);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("Un texte à ne pas perdre", again.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Le titre manque encore.", again.QuerySelector("[role=alert]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_jump_leads_to_the_post_and_to_the_day()
    {
        using var visitor = site.Browser("", "en", follows: false);
        var thread = $"/c/repair/threads/{site.LongThread}";
        Assert.Equal($"{thread}?page=2#p60", await Leads("?post=60"));
        Assert.Equal($"{thread}#p1", await Leads("?post=-5"));
        Assert.Equal($"{thread}?page=3#p121", await Leads("?post=99999"));
        Assert.Equal($"{thread}?page=2#p71", await Leads($"?on={site.LongThreadOpened.AddDays(70):yyyy-MM-dd}"));

        async Task<string?> Leads(string query)
        {
            using var answer = await visitor.GetAsync(thread + query, TestContext.Current.CancellationToken);
            return answer.Headers.Location?.OriginalString;
        }
    }

    private async Task<IDocument> Read(string account, string path, string language)
    {
        var (html, status) = await Get(account, path, language);
        Assert.True(status == HttpStatusCode.OK, $"{account} {path}: {status}");
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    private async Task<(string Html, HttpStatusCode Status)> Get(string account, string path, string language)
    {
        using var browser = site.Browser(account, language);
        var address = path.Replace("THREAD", site.ThreadOf(language), StringComparison.Ordinal)
            .Replace("KEY", site.SetupKey, StringComparison.Ordinal);
        using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.StatusCode);
    }

    private static async Task<IDocument> Parsed(HttpResponseMessage answer) => await new HtmlParser()
        .ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
