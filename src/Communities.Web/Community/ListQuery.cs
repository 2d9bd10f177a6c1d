using System.Text;
using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Which threads of a community an address asks for.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Period">With <see cref="ThreadSort.Top"/>: one of <see cref="Periods"/>, or null for all.</param>
/// <param name="Category">The slug of a category, or null.</param>
/// <param name="Tag">A tag, or null.</param>
/// <param name="Cursor">Where to go on, or null.</param>
public sealed record ListQuery(ThreadSort Sort, string? Period, string? Category, string? Tag, string? Cursor)
{
    /// <summary>How far back the top threads are looked for.</summary>
    public static IReadOnlyList<string> Periods { get; } = ["day", "week", "month", "all"];

    /// <summary>True where only a part of the threads is asked for.</summary>
    public bool IsFiltered =>
        Category is not null || Tag is not null || Sort != ThreadSort.Latest || Cursor is not null;

    /// <summary>What this request asks for; what makes no sense counts as not said.</summary>
    internal static ListQuery Of(IQueryCollection query) => new(
        query["sort"].ToString() switch
        {
            "top" => ThreadSort.Top,
            "unanswered" => ThreadSort.Unanswered,
            "unlisted" => ThreadSort.Unlisted,
            "unread" => ThreadSort.Unread,
            _ => ThreadSort.Latest,
        },
        Periods.Contains(query["period"].ToString()) ? query["period"].ToString() : null,
        Said(query["category"]),
        Said(query["tag"]),
        Said(query["cursor"]));

    /// <summary>The same for the views.</summary>
    internal ThreadQuery In(string community, DateTimeOffset now) => new(
        community,
        Sort,
        Period switch
        {
            "day" => now.AddDays(-1),
            "week" => now.AddDays(-7),
            "month" => now.AddMonths(-1),
            _ => null,
        },
        Category,
        Tag,
        Cursor);

    /// <summary>The address of the same list, in another order or further on.</summary>
    public string Href(string community, string? sort = null, string? period = null, string? cursor = null)
    {
        var href = new StringBuilder("/c/").Append(community);
        var joint = '?';
        Add("sort", (sort ?? Sort.ToString().ToLowerInvariant()) is var order && order == "latest" ? null : order);
        Add("period", sort is null ? Period : period);
        Add("category", Category);
        Add("tag", Tag);
        Add("cursor", cursor);
        return href.ToString();

        void Add(string name, string? value)
        {
            if (value is null) return;
            href.Append(joint).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            joint = '&';
        }
    }

    private static string? Said(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>Categories as people read them.</summary>
internal static class CategoryOrder
{
    /// <summary>Each category followed by its sub-categories.</summary>
    public static IEnumerable<CategoryView> InOrder(this IReadOnlyList<CategoryView> categories) =>
        from above in categories
        where above.Parent is null
        from category in categories.Where(category => category.Parent == above.Slug).Prepend(above)
        select category;
}
