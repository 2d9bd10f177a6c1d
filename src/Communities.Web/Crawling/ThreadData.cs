using System.Text;
using System.Text.Json;
using Communities.Views;

namespace Communities.Web;

/// <summary>
/// A thread as programs read it (https://schema.org): a question with its accepted answer, or a discussion. Only what
/// stands on the page, and little of it: readers pay for every byte.
/// </summary>
internal static class ThreadData
{
    // As much as search engines show of a text, and some more.
    private const int TextMost = 500;

    /// <summary>The JSON; no character of it ends a script element.</summary>
    public static string Of(ThreadView thread, string site)
    {
        using var target = new MemoryStream();
        using (var json = new Utf8JsonWriter(target)) Write(json, thread, $"{site}/c/{thread.Community}");
        return Encoding.UTF8.GetString(target.GetBuffer().AsSpan(0, (int)target.Length));
    }

    /// <summary>The first words of a page's first post, for previews.</summary>
    public static string? SummaryOf(ThreadView thread) =>
        thread.Posts.FirstOrDefault() is { Text: { } text } ? PlainText.Of(text, PlainText.ExcerptLength) : null;

    private static void Write(Utf8JsonWriter json, ThreadView thread, string community)
    {
        var opening = thread.Posts.FirstOrDefault(post => post.Number == 1);
        var answer = thread.Posts.FirstOrDefault(post => post.Number == thread.Accepted && post.Number > 1);
        var address = $"{community}/threads/{thread.Id}";
        var replies = Math.Max(0, thread.Counters.Posts - 1);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        if (answer is { Text: { } answered } && opening is not null)
        {
            json.WriteString("@type", "QAPage");
            json.WriteStartObject("mainEntity");
            json.WriteString("@type", "Question");
            json.WriteString("name", thread.Title);
            Post(json, opening, opening.Text, thread, community);
            json.WriteNumber("answerCount", replies);
            json.WriteStartObject("acceptedAnswer");
            json.WriteString("@type", "Answer");
            json.WriteString("url", $"{address}?post={answer.Number}");
            Post(json, answer, answered, thread, community);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("@type", "DiscussionForumPosting");
            json.WriteString("headline", thread.Title);
            json.WriteString("url", address);
            json.WriteNumber("commentCount", replies);
            json.WriteString("datePublished", thread.OpenedAt);
            if (opening is null) Author(json, thread.Author, community);
            else Post(json, opening, opening.Text, thread, community, isDated: true);
        }

        json.WriteEndObject();
    }

    private static void Post(
        Utf8JsonWriter json, PostView post, string? text, ThreadView thread, string community, bool isDated = false)
    {
        if (!isDated) json.WriteString("datePublished", post.At);
        if (text is not null) json.WriteString("text", PlainText.Of(text, TextMost));
        json.WriteNumber("upvoteCount", post.Reactions.GetValueOrDefault(Reactions.Like));
        Author(json, post.Number == 1 ? thread.Author : post.Author, community);
    }

    private static void Author(Utf8JsonWriter json, AuthorView author, string community)
    {
        if (author.Account.Length == 0) return;
        json.WriteStartObject("author");
        json.WriteString("@type", "Person");
        json.WriteString("name", author.Name);
        json.WriteString("url", $"{community}/members/{author.Account}");
        json.WriteEndObject();
    }
}
