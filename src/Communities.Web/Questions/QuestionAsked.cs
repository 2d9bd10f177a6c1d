using System.Collections.Immutable;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>
/// Which questions somebody looks through, as the address of the list and of each question in it says.
/// </summary>
public sealed record QuestionAsked(string Community, QuestionShow Show, string? Category, string? Cursor)
{
    /// <summary>What the address asks for; what it says wrongly is as if it said nothing.</summary>
    public static QuestionAsked Of(HttpContext http, string community)
    {
        var query = http.Request.Query;
        return new(
            community,
            Enum.TryParse<QuestionShow>(query["show"], ignoreCase: true, out var show) && Enum.IsDefined(show) ? show
                : default,
            query["category"].ToString() is { } category && Keys.IsTag(category) ? category : null,
            query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null);
    }

    /// <summary>The question to the views.</summary>
    /// <param name="place">The community, whose targets they are.</param>
    /// <param name="now">The time.</param>
    /// <param name="isLatestFirst">The latest first, and not those that wait longest.</param>
    internal QuestionQuery Query(Place place, DateTimeOffset now, bool isLatestFirst = false) =>
        new(Community, Show, TargetsOf(place.Community), now, Category, isLatestFirst, Cursor);

    /// <summary>What the threads of each category aim at, and those of none.</summary>
    public static ImmutableArray<AnswerTarget> TargetsOf(Community community) =>
    [
        community.TargetOf(null),
        .. community.Categories.Select(one => community.TargetOf(one.Slug) with { Category = one.Slug }),
    ];

    /// <summary>The address of the list, in the studio or for everybody.</summary>
    public string List(bool inStudio) => (inStudio ? Studio : $"/c/{Community}/questions") + Parameters;

    /// <summary>The address of a question in the studio.</summary>
    public string Of(string thread) => $"{Studio}/{thread}{(this with { Cursor = null }).Parameters}";

    /// <summary>Where questions are worked.</summary>
    public string Studio => $"/c/{Community}/studio/questions";

    /// <summary>What it asks for, as an address says it: empty, or from the question mark on.</summary>
    public string Parameters
    {
        get
        {
            var query = QueryString.Empty;
            if (Show != default) query = query.Add("show", Show.ToString().ToLowerInvariant());
            if (Category is not null) query = query.Add("category", Category);
            if (Cursor is not null) query = query.Add("cursor", Cursor);
            return query.ToString();
        }
    }
}
