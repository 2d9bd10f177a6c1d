using System.Globalization;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>What an address asks the search for, as typed.</summary>
public sealed record SearchAsked(
    string Words,
    string? Community,
    string? Category,
    string? Tag,
    string? Author,
    string? From,
    string? To,
    bool TitlesOnly,
    bool SolvedOnly,
    string? Cursor)
{
    // The view uses no more of it; a longer address is nobody's search.
    private const int WordsMax = 200;

    /// <summary>True where more than words is asked for.</summary>
    public bool IsNarrowed => TitlesOnly || SolvedOnly || (Category ?? Tag ?? Author ?? From ?? To) is not null;

    internal static SearchAsked Of(IQueryCollection query) => new(
        Said(query["q"]) is { } words ? words[..Math.Min(words.Length, WordsMax)] : "",
        Said(query["community"]),
        Said(query["category"]),
        Said(query["tag"])?.TrimStart('#').ToLowerInvariant(),
        Said(query["author"]) is { } author ? Typed.Account(author) : null,
        DayOf(query["from"]) is null ? null : Said(query["from"]),
        DayOf(query["to"]) is null ? null : Said(query["to"]),
        query["titles"] == "on",
        query["solved"] == "on",
        Said(query["cursor"]));

    /// <summary>The same for the views, in these communities.</summary>
    internal SearchQuery In(IReadOnlyList<string> communities) => new(
        Words, communities, Category, Tag, Author, DayOf(From), DayOf(To)?.AddDays(1), TitlesOnly, SolvedOnly, Cursor);

    /// <summary>The address of the next part of what was found.</summary>
    public string Href(string cursor) => "/search" + QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("q", Words), ("community", Community), ("category", Category), ("tag", Tag), ("author", Author),
            ("from", From),
            ("to", To), ("titles", TitlesOnly ? "on" : null), ("solved", SolvedOnly ? "on" : null), ("cursor", cursor),
        }.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    private static DateTimeOffset? DayOf(string? day) =>
        DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year < 9999
            ? new DateTimeOffset(date, TimeSpan.Zero)
            : null;

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
