using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>Whatever people write, their text becomes HTML that can do nothing.</summary>
public sealed class ApiMarkupTests
{
    // What a forum's text may consist of; everything else would be a way in.
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "body", "p", "a", "em", "strong", "del", "ins", "mark", "sub", "sup", "code", "pre",
        "blockquote",
        "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
        "col", "colgroup", "span", "details", "summary", "img",
    ];

    private static readonly HashSet<string> Attributes =
        ["href", "rel", "title", "class", "start", "tabindex", "src", "alt", "loading"];

    public static TheoryData<string> Sets =>
        ["commonmark/examples.json", "dompurify/expect.json", "xss/xss-payload-list.txt"];

    [Theory, MemberData(nameof(Sets))]
    public void No_text_of_the_robustness_sets_becomes_more_than_text(string set)
    {
        var path = SharedData("robustness", set);
        Assert.SkipWhen(path is null, "The shared data does not lie beside this checkout.");
        var texts = TextsOf(path!).ToList();
        Assert.True(texts.Count > 100);
        foreach (var text in texts) AssertHarmless(text);
        AssertHarmless(string.Join("\n\n", texts.Take(2_000)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "x")]
    [InlineData("[x](data:text/html,a)", "x")]
    [InlineData("[x](vbscript:a)", "x")]
    [InlineData("[x](//evil.example/a)", "x")]
    [InlineData("[x](\\\\evil.example)", "x")]
    [InlineData("<javascript:alert(1)>", "javascript")]
    public void A_link_that_leads_elsewhere_than_the_web_leads_nowhere(string text, string kept)
    {
        var html = Markup.Html(text).Value;
        Assert.Contains(kept, html);
        Assert.DoesNotContain(Parse(html).QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.Length > 0);
    }

    [Theory]
    [InlineData("[x](https://example.org/a?b=c)", "https://example.org/a?b=c")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("[x](/c/devs)", "/c/devs")]
    [InlineData("[x](#post-2)", "#post-2")]
    [InlineData("![x](https://example.org/a.png)", "https://example.org/a.png")]
    public void A_link_is_not_vouched_for(string text, string address)
    {
        var link = Assert.Single(Parse(Markup.Html(text).Value).QuerySelectorAll("a"));
        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
    }

    [Fact]
    public void People_write_lists_tables_tasks_and_code()
    {
        var html = Markup.Html(
            "# T\n\n- [x] a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```cs\nvar a;\n```\n~~no~~ **yes**").Value;
        foreach (var element in new[] { "h3", "li.task-list-item", "table", "pre code.language-cs", "del",
            "strong" })
            Assert.NotNull(Parse(html).QuerySelector(element));
    }

    [Fact]
    public void Columns_are_aligned_by_class_since_pages_allow_no_style()
    {
        var table = Parse(Markup.Html("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |").Value);
        Assert.Equal(
            [null, "centre", "right"], table.QuerySelectorAll("th").Select(cell => cell.GetAttribute("class")));
        Assert.Equal(
            [null, "centre", "right"], table.QuerySelectorAll("td").Select(cell => cell.GetAttribute("class")));
        Assert.Empty(table.QuerySelectorAll("[style]"));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { ">", "" }, { "> ", "" }, { "[", "" }, { "[", "]" }, { "[a](", "" }, { "![", "](b)" }, { "*a_", "" },
        { "*", "" }, { "*a **b ", "" }, { "`a``", "" }, { "`", "" }, { "- ", "" }, { "1. ", "" }, { "|", "" },
        { "|-\n", "" }, { "<a:", "" }, { "http://a.", "" }, { "www.a", "" }, { "&#1;", "" }, { "<a ", "" },
        { "<!--", "" }, { "```\n", "" }, { "# ", "" }, { "~~a", "" }, { "[a]: b\n", "" }, { "[a][", "" },
        { "\\", "" }, { "- [x] ", "" }, { "a@b.", "" }, { "> a\n", "" }, { "a  \n", "" }, { "[a](b(", "" },
        { "<![CDATA[", "" }, { "<?", "" }, { "> - > 1. ", "" }, { "a_b_", "" }, { "||a", "||" }, { "||a ", "" },
        { ":::spoiler\n", ":::\n" }, { "@aa ", "" }, { ":a:", "" }, { "![](/files/a)", "" }, { "[a](b \"", "" },
        { "++a==b^c", "" }, { "a|b\n-|-\n", "" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_text_that_is_made_to_take_long_ends(string repeated, string closing)
    {
        var ct = TestContext.Current.CancellationToken;
        var count = 500_000 / (repeated.Length + closing.Length);
        var text = string.Concat(Enumerable.Repeat(repeated, count)) + string.Concat(Enumerable.Repeat(closing, count));
        var lines = string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i % 200) + repeated + "a\n"));
        Markup.Render(text[..1000]);
        var paragraphs = string.Concat(Enumerable.Repeat(text[..300].ReplaceLineEndings("") + "\n\n", 300));
        foreach (var hostile in new[] { text, lines, paragraphs })
        {
            // Some milliseconds, and minutes where time grows with the square of the length.
            var html = await Task.Run(() => Markup.Render(hostile), ct).WaitAsync(TimeSpan.FromMinutes(1), ct);
            AssertHarmlessHtml(html);
        }
    }

    [Fact]
    public void One_paragraph_beyond_measure_leaves_the_others_alone()
    {
        var html = Markup.Html($"*before*\n\n{new string('[', 5_000)}<b>\n\n*after*").Value;
        Assert.Equal(["before", "after"], Parse(html).QuerySelectorAll("em").Select(em => em.TextContent));
        Assert.Contains("[[[&lt;b&gt;", html);
    }

    [Fact]
    public void The_longest_real_texts_are_not_beyond_measure()
    {
        var table = "| a | b | c |\n|---|---|---|\n" + string.Concat(Enumerable.Repeat("| 1 | 2 | 3 |\n", 150));
        Assert.Contains("<td>", Markup.Html(table).Value);
        var log = "```\n" + string.Concat(Enumerable.Repeat("[2026-01-01] [info] a *b* _c_\n", 900)) + "```\n\n*end*";
        Assert.Contains("<em>end</em>", Markup.Html(log).Value);
        Assert.Contains("<li>", Markup.Html(string.Concat(Enumerable.Repeat("- [a](https://b.example)\n", 500))).Value);
    }

    private static void AssertHarmless(string text) => AssertHarmlessHtml(Markup.Render(text));

    private static void AssertHarmlessHtml(string html)
    {
        foreach (var element in Parse(html).All)
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, Attributes);
                if (attribute.Name == "src") Assert.StartsWith("/files/", attribute.Value);
                if (attribute.Name == "href")
                    Assert.True(attribute.Value.Length == 0 || Markup.IsHarmless(attribute.Value));
            }
        }
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static IEnumerable<string> TextsOf(string path) => Path.GetExtension(path) == ".txt"
        ? File.ReadLines(path)
        : JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray()
            .Select(
                item => item.GetProperty(item.TryGetProperty("markdown", out _) ? "markdown" : "payload").GetString()!);

    private static string? SharedData(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine([folder.FullName, "shared", "data", .. path]);
            if (File.Exists(shared)) return shared;
        }

        return null;
    }
}
