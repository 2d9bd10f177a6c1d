using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A thread as a form brings it, before it is one.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">The opening post, in Markdown.</param>
/// <param name="Category">The slug of a category, or null.</param>
/// <param name="Tags">Tags as typed, between spaces or commas.</param>
public sealed record ThreadDraft(string Title, string Text, string? Category, string Tags)
{
    /// <summary>The id of the full thread that this one continues, or null.</summary>
    public string? Follows { get; init; }

    /// <summary>The id of the old thread that this one takes up, or null.</summary>
    public string? Renews { get; init; }

    private static readonly char[] Separators = [' ', ',', ';', '\t', '\n', '\r', '\u00A0', '\u202F', '،', '、', '，'];

    /// <summary>Nothing written yet.</summary>
    public static ThreadDraft Empty { get; } = new("", "", null, "");

    /// <summary>The tags one by one, without the sign that many people write before them.</summary>
    public ImmutableArray<string> TagList => [..
        Tags.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag.TrimStart('#').ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()];

    /// <summary>What a form holds.</summary>
    internal static ThreadDraft Of(IFormCollection form) => new(
        form["title"].ToString().Trim(),
        form["text"].ToString(),
        form["category"].ToString() is { Length: > 0 } category ? category : null,
        form["tags"].ToString())
    {
        Follows = form["follows"].ToString() is { } follows && Keys.IsThread(follows) ? follows : null,
        Renews = form["renews"].ToString() is { } renews && Keys.IsThread(renews) ? renews : null,
    };

    /// <summary>What was kept, with what this one says where that says nothing.</summary>
    internal static ThreadDraft Of(DraftView saved, ThreadDraft otherwise) => new(
        saved.Title ?? "", saved.Text, saved.Category ?? otherwise.Category, saved.Tags ?? otherwise.Tags);

    /// <summary>What a thread is now; the text is not changed with it.</summary>
    internal static ThreadDraft Of(ThreadView thread) =>
        new(thread.Title, "", thread.Category, string.Join(", ", thread.Tags));
}
