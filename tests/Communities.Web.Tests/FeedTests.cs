using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Communities.Actors;

namespace Communities.Web.Tests;

/// <summary>Feeds: what they hold in each format, and who can read them.</summary>
public sealed partial class FeedTests(PagesSite site) : IClassFixture<PagesSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rss", "application/rss+xml")]
    [InlineData("atom", "application/atom+xml")]
    public async Task A_feed_reader_finds_threads_with_text_author_and_address(string format, string type)
    {
        using var browser = site.Browser("", "en");
        using var answer = await browser.GetAsync($"/c/repair/feed.{format}?category=bikes", Ct);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        var feed = Load(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("Bicycles · repair", feed.Title.Text);
        Assert.Equal(2, feed.Items.Count());
        var item = feed.Items.Single(item => item.Id.EndsWith(site.Thread, StringComparison.Ordinal));
        Assert.Equal("How do I true a wheel?", item.Title.Text);
        var html = item.Content is TextSyndicationContent text ? text.Text : item.Summary.Text;
        Assert.Contains("<strong>wheel</strong>", html, StringComparison.Ordinal);
        Assert.Equal($"{site.Address}c/repair/threads/{site.Thread}", item.Links.First().Uri.ToString());
        Assert.Contains("été", item.Categories.Select(category => category.Name));
    }

    [Fact]
    public async Task A_json_feed_says_the_same()
    {
        using var browser = site.Browser("", "en");
        var feed = JsonDocument.Parse(await browser.GetStringAsync("/c/repair/feed.json?tag=spokes", Ct)).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal($"{site.Address}c/repair?tag=spokes", feed.GetProperty("home_page_url").GetString());
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Equal(
            item.GetProperty("url").GetString(), item.GetProperty("id").GetString()));
        Assert.Contains("mia", items.Select(item => item.GetProperty("authors")[0].GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Feeds_of_a_thread_and_of_a_member_hold_posts_the_latest_first()
    {
        using var browser = site.Browser("", "en");
        var thread = Load(await browser.GetStringAsync($"/c/repair/threads/{site.LongThread}/feed.atom", Ct));
        Assert.EndsWith("post=121", thread.Items.First().Id, StringComparison.Ordinal);
        Assert.Equal(21, thread.Items.Count()); // What stands on the last page.
        var member = Load(await browser.GetStringAsync("/c/repair/members/mod/feed.rss", Ct));
        Assert.Equal("mod · repair", member.Title.Text);
        Assert.NotEmpty(member.Items);
    }

    [Fact]
    public async Task What_no_xml_can_hold_breaks_no_feed()
    {
        var thread = await site.Open("repair", "mia", "Odd <title> & \"more\"", "Text with ]]> and \uFFFE <b>.");
        using var browser = site.Browser("", "en");
        foreach (var format in new[] { "rss", "atom" })
        {
            var feed = Load(await browser.GetStringAsync($"/c/repair/feed.{format}?at-least=0", Ct));
            var item = feed.Items.Single(item => item.Id.EndsWith(thread, StringComparison.Ordinal));
            Assert.Contains("<title> & \"more\"", item.Title.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_private_community_has_feeds_for_those_whose_key_is_in_the_address_until_it_is_renewed()
    {
        await site.Found("secret", "owner", Visibility.Private, ("mia", Role.Member));
        var thread = await site.Open("secret", "mia", "Between us");
        using var visitor = site.Browser("", "en", follows: false);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/c/secret/feed.atom", Ct)).StatusCode);

        using var mia = site.Browser("mia", "en", follows: false);
        var page = await mia.GetStringAsync("/c/secret/feeds", Ct);
        var address = WebUtility.HtmlDecode(Address().Match(page).Groups[1].Value);
        Assert.Contains(FeedKeys.Parameter, address, StringComparison.Ordinal);
        var text = await visitor.GetStringAsync(address, Ct);
        Assert.Single(Load(text).Items, item => item.Id.EndsWith(thread, StringComparison.Ordinal));
        Assert.DoesNotContain(FeedKeys.Parameter, text, StringComparison.Ordinal);

        // The key opens feeds, and no page.
        var key = address[address.IndexOf('?', StringComparison.Ordinal)..];
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/c/secret" + key, Ct)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await visitor.GetAsync($"/c/secret/threads/{thread}{key}", Ct)).StatusCode);

        await site.Actors.Ask(
            Keys.OfAccount("mia"), new AccountCommand.RenewFeeds(), new Call("mia", Standing.None), Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address + "x", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_key_opens_nothing_any_more_to_who_has_left()
    {
        await site.Found("left", "owner", Visibility.Private, ("mia", Role.Member));
        using var mia = site.Browser("mia", "en", follows: false);
        var page = await mia.GetStringAsync("/c/left/feeds", Ct);
        var address = WebUtility.HtmlDecode(Address().Match(page).Groups[1].Value);
        using var visitor = site.Browser("", "en", follows: false);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address, Ct)).StatusCode);
        await site.Actors.Ask(
            Keys.OfMember("left", "mia"), new MemberCommand.Leave(), new Call("mia", new Standing(Role.Member)), Ct);
        await site.CaughtUp();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address, Ct)).StatusCode);
    }

    private static SyndicationFeed Load(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        return SyndicationFeed.Load(reader);
    }

    [GeneratedRegex("href=\"(/c/[a-z]+/feed\\.atom\\?[^\"]+)\"")]
    private static partial Regex Address();
}
