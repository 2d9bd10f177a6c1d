using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Communities.Web.Tests;

/// <summary>What members write besides plain Markdown: names, quotes, spoilers, tasks, emoji, files.</summary>
public sealed class WritingMarkupTests
{
    [Theory]
    [InlineData("Hello @Alice!", "<p>Hello <a href=\"/c/devs/@alice\" class=\"mention\">@Alice</a>!</p>")]
    [InlineData("**@bob**", "<p><strong><a href=\"/c/devs/@bob\" class=\"mention\">@bob</a></strong></p>")]
    [InlineData("`@bob`", "<p><code>@bob</code></p>")]
    [InlineData("bob@example.org", "<p>bob@example.org</p>")]
    [InlineData("\\@bob", "<p>@bob</p>")]
    [InlineData("@é", "<p>@é</p>")]
    public void A_name_that_is_called_leads_to_whom_it_means(string text, string html) =>
        Assert.Equal(html, Html(text).Trim());

    [Fact]
    public void A_name_within_a_link_or_outside_of_a_community_leads_nowhere()
    {
        Assert.Equal("/c/x", Assert.Single(Parse("[to @bob](/c/x)").QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal("<p>Hello @alice!</p>", Markup.Render("Hello @alice!").Trim());
    }

    [Theory]
    [InlineData("The butler ||did **it**|| there.", "did it")]
    [InlineData("||all of it||", "all of it")]
    [InlineData("||a|b||", "a|b")]
    [InlineData("> ||quoted||", "quoted")]
    [InlineData("||`a || b` and more||", "a || b and more")]
    public void What_stands_between_bars_is_hidden(string text, string hidden)
    {
        var spoiler = Assert.Single(Parse(text).QuerySelectorAll("span.spoiler"));
        Assert.StartsWith(hidden, spoiler.TextContent);
        Assert.Equal("0", spoiler.GetAttribute("tabindex"));
    }

    [Theory]
    [InlineData("a || b || c")]
    [InlineData("||open")]
    [InlineData("|| not this ||")]
    [InlineData("|||")]
    [InlineData("||||")]
    [InlineData("`||code||`")]
    [InlineData("| a || b |\n|---|---|---|\n| 1 || 2 |")]
    public void Bars_that_hide_nothing_are_bars(string text) => Assert.Empty(Parse(text).QuerySelectorAll(".spoiler"));

    [Fact]
    public void A_passage_hides_each_of_its_spoilers_and_shows_what_stands_between()
    {
        var html = Parse("a ||b|| c ||*d*|| e *f* ||g||");
        Assert.Equal(["b", "d", "g"], html.QuerySelectorAll(".spoiler").Select(spoiler => spoiler.TextContent));
        Assert.Equal(["d", "f"], html.QuerySelectorAll("em").Select(em => em.TextContent));
        Assert.Equal("a b c d e f g", html.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void A_block_of_spoilers_opens_by_its_title()
    {
        var html = Parse("Before\n\n:::spoiler How it *ends* <b>\n- one\n- two\n:::\n\nAfter");
        var spoiler = Assert.Single(html.QuerySelectorAll("details.spoiler"));
        Assert.Equal("How it *ends* <b>", spoiler.QuerySelector("summary")!.TextContent);
        Assert.Equal(2, spoiler.QuerySelectorAll("li").Length);
        Assert.Equal("After", html.QuerySelectorAll("body > p")[^1].TextContent);
        Assert.Equal("Spoiler", Parse(":::spoiler\nx\n:::").QuerySelector("summary")!.TextContent);
        Assert.Equal("<p>x</p>", Html(":::script\nx\n:::").Trim());
    }

    [Fact]
    public void Tasks_show_what_is_done()
    {
        var tasks = Parse("- [x] done\n- [ ] not yet").QuerySelectorAll("li.task-list-item");
        Assert.Equal(["☑ done", "☐ not yet"], tasks.Select(task => task.TextContent));
    }

    [Theory]
    [InlineData(":bike: and :wave:", "🚲 and 👋")]
    [InlineData("at 10:30:45", "at 10:30:45")]
    [InlineData(":no-such-sign:", ":no-such-sign:")]
    [InlineData("or 8) and :)", "or 8) and :)")]
    public void Short_names_of_emoji_become_emoji(string text, string shown) =>
        Assert.Equal(shown, Parse(text).QuerySelector("p")!.TextContent);

    [Fact]
    public void A_quote_of_a_post_begins_with_the_way_there()
    {
        var text = Quotes.Of(new Quote("alice", "devs", "01k0000000000000", 3), "First.\n\nSecond.");
        var quote = Parse(text + "Mine.").QuerySelector("blockquote.from")!;
        Assert.Equal("/c/devs/threads/01k0000000000000?post=3", quote.QuerySelector("a.source")!.GetAttribute("href"));
        Assert.Equal(["@alice\nFirst.", "Second."], quote.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Empty(Parse("> [a](https://example.org) x").QuerySelectorAll(".from"));
    }

    [Fact]
    public void A_file_of_ours_is_shown_and_any_other_is_a_link()
    {
        var image = Assert.Single(Parse("![A wheel](/files/devs/01k0000000000000/wheel.png)").QuerySelectorAll("img"));
        Assert.Equal(
            ["/files/devs/01k0000000000000/wheel.png?size=small", "A wheel", "lazy"],
            new[] { "src", "alt", "loading" }.Select(image.GetAttribute));
        foreach (var other in (string[])["https://example.org/a.png", "/sign-out", "//files/a", "/files/../sign-out"])
            Assert.Empty(Parse($"![x]({other})").QuerySelectorAll("img"));
    }

    [Fact]
    public void Headings_of_a_text_stand_below_those_of_the_page()
    {
        var html = Parse("# One\n\n## Two\n\n##### Five");
        Assert.Equal(["h3", "h4", "h6"], html.QuerySelectorAll("body > *").Select(heading => heading.LocalName));
    }

    private static string Html(string text) => Markup.Render(text, "devs");

    private static IDocument Parse(string text) => new HtmlParser().ParseDocument(Html(text));
}
