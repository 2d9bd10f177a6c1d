using System.IO.Compression;
using System.Text;
using Communities.Exchange.Html;

namespace Communities.Exchange.Tests;

public sealed class BadInputTests
{
    private const string Member =
        """{"kind":"member","id":"m1","time":"2020-01-01T00:00:00Z","title":"Ann","tags":["account:5"]}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("""{"kind":5,"id":"x"}""")]
    [InlineData("""{"kind":"member","id":"m2","time":"yesterday"}""")]
    [InlineData("""{"kind":"member","id":"m2","time":"1965-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"member","id":"m2","time":"2999-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"member","id":"m2","time":"2020-01-01T00:00:00Z","title":"\ud800"}""")]
    [InlineData("""{"kind":"member","id":"","time":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"thread.edited","id":"x","time":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}""")]
    public async Task A_line_that_is_no_record_is_named_and_skipped(string line)
    {
        var other = Member.Replace("m1", "m3", StringComparison.Ordinal).Replace(":5", ":6", StringComparison.Ordinal);
        var (tally, bad) = await Imports(Encoding.UTF8.GetBytes($"{Member}\r\n{line}\n\n{other}"));
        Assert.Equal([2L], bad);
        Assert.Equal(2, tally.Of("member").Imported);
        Assert.Equal(1, tally.Of(ImportTally.BadLines).Skipped);
    }

    [Theory]
    [InlineData("gathering.planned", """{"as":null}""", "not complete")]
    [InlineData("gathering.planned", """{"as":{"title":"A","starts":"2020-01-01T00:00:00Z"}}""", "zone")]
    [InlineData("contest.opened", """{"title":"A","rules":"B"}""", "Voting ends")]
    [InlineData("slot.opened", """{"content":{"title":"A"},"occurrence":1}""", "write a text")]
    [InlineData("slot.opened", """{"content":{"title":"A"},"occurrence":2}""", "not complete")]
    [InlineData("interview.announced", """{"host":"a","guests":["?"]}""", "Guests are members")]
    [InlineData("newsletter.saved", """{"content":{"words":[null],"threads":[]}}""", "written in one language")]
    [InlineData("newsletter.finished", """{"total":3}""", "no such issue")]
    public async Task A_record_that_no_actor_would_have_is_told_with_its_line(string kind, string data, string reason)
    {
        var record = $$"""{"kind":"{{kind}}","id":"01k0000000000001","time":"2020-01-01T00:00:00Z","data":{{data}}}""";
        var (tally, bad) = await Imports(Encoding.UTF8.GetBytes($"{Member}\n\n{record}\n{record}"));
        Assert.Empty(bad);
        Assert.Equal(2, tally.Of(kind).Skipped);
        var told = tally.Reasons.MinBy(one => one.Line);
        Assert.Equal((kind, 3), (told.Kind, told.Line));
        Assert.Contains(reason, told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_bytes_that_are_no_text_and_lines_without_end_do_no_harm()
    {
        byte[] file =
        [
            .. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(Member), (byte)'\n',
            .. "{\"kind\":\"\xFF\"}"u8, 0xC3, 0x28, (byte)'\n',
            .. Encoding.UTF8.GetBytes(new string('x', 5_000)), (byte)'\n',
            .. Encoding.UTF8.GetBytes(Member.Replace("m1", "m9", StringComparison.Ordinal)),
        ];
        var (tally, bad) = await Imports(file, new ImportOptions { Fallback = "here", LineMax = 1_000 });
        Assert.Equal([2L, 3L], bad.Order());
        Assert.Equal((2, 1), ((int)tally.Of("member").Read, (int)tally.Of("member").Imported));
    }

    [Fact]
    public async Task A_gzip_that_breaks_off_gives_what_came_before_and_one_sentence()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 3_000).Select(i =>
            Member.Replace("m1", $"m{i}", StringComparison.Ordinal).Replace(":5", $":{i}", StringComparison.Ordinal)));
        var file = Zipped(Encoding.UTF8.GetBytes(lines));
        var (tally, _) = await Imports(file[..(file.Length / 2)]);
        Assert.Contains("cut short", tally.Fault, StringComparison.Ordinal);
        Assert.InRange(tally.Of("member").Imported, 1, 2_999);
    }

    [Fact]
    public async Task A_gzip_that_would_fill_a_disk_is_stopped()
    {
        var (tally, _) = await Imports(Zipped(new byte[64 << 20]));
        Assert.Contains("times its size", tally.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>a <b>b</b></p><p>c</p>", "a **b**\n\nc")]
    [InlineData("<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n\n  1. b")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n> \n> b")]
    [InlineData("<pre><code class=\"lang-py\">x = 1\n</code></pre>", "```py\nx = 1\n```")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x")]
    [InlineData("<a href=\"https://e.org/a(b)\">x</a>", "[x](https://e.org/a%28b%29)")]
    [InlineData("<script>alert(1)</script><p>a<img src=x onerror=alert(1)></p>", "a")]
    [InlineData("<p>1. a * b_c [d] &lt;b&gt;</p>", "1\\. a * b_c \\[d\\] \\<b>")]
    [InlineData("<img class=\"emoji\" alt=\":slight_smile:\" src=\"https://e.org/e.png\">", "🙂")]
    [InlineData("<a class=\"mention\" href=\"/u/bo\">@bo</a> hi", "@bo hi")]
    [InlineData("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b\\|c |")]
    [InlineData("a<br>b", "a\\\nb")]
    [InlineData("<h2>T</h2><hr>", "## T\n\n---")]
    public void Html_becomes_markdown(string html, string markdown) =>
        Assert.Equal(markdown, HtmlToMarkdown.Convert(html));

    [Fact]
    public void A_quotation_names_whom_it_quotes() => Assert.Equal(
        "> **bo:**\n> \n> said\n\nreply",
        HtmlToMarkdown.Convert("<aside class=\"quote\" data-username=\"bo\"><div class=\"title\">x</div>"
            + "<blockquote><p>said</p></blockquote></aside><p>reply</p>"));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p>&lt;")]
    public void Html_made_to_be_deep_neither_hangs_nor_breaks_anything(string tag)
    {
        var html = string.Concat(Enumerable.Repeat(tag, HtmlToMarkdown.HtmlMax / tag.Length / 8)) + "end";
        Assert.True(HtmlToMarkdown.Convert(html).Length <= Communities.Text.PostMax);
    }

    private static byte[] Zipped(byte[] content)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Optimal)) zip.Write(content);
        return file.ToArray();
    }

    private static async Task<(ImportTally Tally, List<long> Bad)> Imports(byte[] file, ImportOptions? options = null)
    {
        var bad = new List<long>();
        await using var place = await Place.Open();
        options = (options ?? new ImportOptions { Fallback = "here" }) with { BadLine = (number, _) =>
            bad.Add(number) };
        var tally = await new Import(place.Engine, place.Feeds, options).Run(new MemoryStream(file), Ct);
        return (tally, bad);
    }
}
