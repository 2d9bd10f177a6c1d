using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Communities.Web;

/// <summary>Writes a feed as RSS 2.0, Atom 1.0 or JSON Feed 1.1.</summary>
internal static class FeedWriter
{
    /// <summary>The formats, by the ending of an address.</summary>
    public static readonly IReadOnlyList<string> Formats = ["rss", "atom", "json"];

    // The encoding that the XML names must be the one that it has.
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false), Async = false };

    /// <summary>The feed, and its media type.</summary>
    public static (byte[] Content, string ContentType) Write(Feed feed, string format) => format switch
    {
        "rss" => (Format(new Rss20FeedFormatter(Of(feed), false)), "application/rss+xml; charset=utf-8"),
        "atom" => (Format(new Atom10FeedFormatter(Of(feed))), "application/atom+xml; charset=utf-8"),
        _ => (JsonSerializer.SerializeToUtf8Bytes(JsonFeed.Of(feed), FeedJson.Default.JsonFeed), TypeOf("json")),
    };

    /// <summary>The media type of a format, as pages name it.</summary>
    public static string TypeOf(string format) =>
        format == "json" ? "application/feed+json" : $"application/{format}+xml";

    /// <summary>What a format is called, in every language.</summary>
    public static string NameOf(string format) => format switch { "json" => "JSON", "rss" => "RSS", _ => "Atom" };

    private static byte[] Format(SyndicationFeedFormatter formatter)
    {
        using var target = new MemoryStream();
        using (var writer = XmlWriter.Create(target, Xml)) formatter.WriteTo(writer);
        return target.ToArray();
    }

    private static SyndicationFeed Of(Feed feed)
    {
        var title = Clean(feed.Title);
        var made = new SyndicationFeed(title, title, new Uri(feed.Page), feed.Address, feed.UpdatedAt)
        {
            Language = feed.Language,
            Items = [.. feed.Items.Select(Of)],
        };
        made.Links.Add(SyndicationLink.CreateSelfLink(new Uri(feed.Address)));
        return made;
    }

    private static SyndicationItem Of(FeedItem item)
    {
        var made = new SyndicationItem(
            Clean(item.Title), SyndicationContent.CreateHtmlContent(Clean(item.Html)), new Uri(item.Address),
            item.Address, item.UpdatedAt)
        {
            PublishDate = item.At,
        };
        if (item.Author.Length > 0) made.Authors.Add(new SyndicationPerson(null, Clean(item.Author), null));
        foreach (var tag in item.Tags) made.Categories.Add(new SyndicationCategory(Clean(tag)));
        return made;
    }

    // XML has no word for a few characters that people can write.
    private static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]))
                return string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        return text;
    }
}

/// <summary>A feed as https://jsonfeed.org/version/1.1 has it.</summary>
internal sealed record JsonFeed(
    string Version, string Title, string HomePageUrl, string FeedUrl, string Language,
    IReadOnlyList<JsonFeedItem> Items)
{
    public static JsonFeed Of(Feed feed) => new(
        "https://jsonfeed.org/version/1.1", feed.Title, feed.Page, feed.Address, feed.Language,
        [.. feed.Items.Select(JsonFeedItem.Of)]);
}

/// <summary>A post in it.</summary>
internal sealed record JsonFeedItem(
    string Id, string Url, string Title, string ContentHtml, DateTimeOffset DatePublished, DateTimeOffset DateModified,
    IReadOnlyList<JsonFeedAuthor>? Authors, IReadOnlyList<string> Tags)
{
    public static JsonFeedItem Of(FeedItem item) => new(
        item.Address, item.Address, item.Title, item.Html, item.At, item.UpdatedAt,
        item.Author.Length > 0 ? [new JsonFeedAuthor(item.Author)] : null, item.Tags);
}

/// <summary>Who wrote it.</summary>
internal sealed record JsonFeedAuthor(string Name);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonFeed))]
internal sealed partial class FeedJson : JsonSerializerContext;
