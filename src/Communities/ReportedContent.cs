using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a report or a case is about, as it was at that moment. The server finds it, never a browser.</summary>
/// <param name="Author">The account that wrote it, or the member itself; empty where the account is gone.</param>
/// <param name="Category">The slug of the category that it stands in; null for none.</param>
/// <param name="Text">The text: of the post or message, of the opening post, or the member's biography.</param>
/// <param name="Revision">
/// Which text it was: the post's revision; of a thread or a member how many posts it had; of a message 1.
/// </param>
/// <param name="Title">The thread's title, the conversation's subject, or the member's name.</param>
/// <param name="Score">What the filter says of the text, 0 (harmless) to 100; null where it is off.</param>
/// <param name="IsStaff">Its author keeps order there: reports of it do nothing by themselves.</param>
public sealed record ReportedContent(
    string Author,
    string? Category,
    string Text,
    int Revision = 1,
    string? Title = null,
    int? Score = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsStaff = false)
{
    /// <summary>True for what the server can have found.</summary>
    internal static bool IsSound(ReportedContent? content) =>
        content is { Author: not null, Text: not null }
        && (content.Author.Length == 0 || Keys.IsAccount(content.Author))
        && (content.Category is null || Keys.IsTag(content.Category))
        && Communities.Text.Fault("text", content.Text, Communities.Text.PostMax, mayBeEmpty: true) is null
        && Communities.Text.LineFault("title", content.Title, Communities.Text.TitleMax, mayBeEmpty: true) is null;

    /// <summary>What is reported is not what the server can have found.</summary>
    internal static Refusal Unsound { get; } = new("content.malformed", "Nothing of that kind can be reported.");
}
