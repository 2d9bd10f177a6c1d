using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Which posts go where, as a form brings it.</summary>
/// <param name="Numbers">Numbers and ranges as typed: <c>3, 5-9</c>.</param>
/// <param name="Ticked">The numbers whose boxes were ticked.</param>
/// <param name="IsNew">They become a thread of their own.</param>
/// <param name="Target">The other thread: its id, or its address.</param>
/// <param name="Title">What the new thread is called.</param>
/// <param name="Category">The slug of its category, or null.</param>
/// <param name="Tags">Its tags as typed.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Page">The page of the thread that the form shows.</param>
public sealed record MoveDraft(
    string Numbers, ImmutableArray<int> Ticked, bool IsNew, string Target, string Title, string? Category, string Tags,
    string? Reason, int Page)
{
    /// <summary>Nothing chosen yet.</summary>
    public static MoveDraft Empty { get; } = new("", [], IsNew: true, "", "", null, "", null, 1);

    /// <summary>The tags one by one.</summary>
    public ImmutableArray<string> TagList => (ThreadDraft.Empty with { Tags = Tags }).TagList;

    /// <summary>
    /// All posts that were named or ticked, in order; null where what was typed is no list of numbers.
    /// </summary>
    public ImmutableArray<int>? NumberList
    {
        get
        {
            var numbers = new SortedSet<int>(Ticked);
            foreach (var part in Numbers.Split([',', ';', ' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            {
                var ends = part.Split('-', '–');
                if (ends.Length > 2 || Typed.Number(ends[0]) is not { } first || Typed.Number(ends[^1]) is not { } last)
                    return null;
                if (last < first || last - first > Thread.NumberMax) return null;
                for (var number = first; number <= last; number++) numbers.Add(number);
            }

            return [.. numbers];
        }
    }

    /// <summary>The id in what was typed or chosen: alone, in an address, or behind a title.</summary>
    public string? TargetId
    {
        get
        {
            var typed = Target.Trim();
            var marker = typed.LastIndexOf("/threads/", StringComparison.Ordinal);
            if (marker >= 0) typed = typed[(marker + "/threads/".Length)..];
            var end = typed.IndexOfAny(['?', '#', '/', ' ']);
            var id = end < 0 ? typed : typed[..end];
            return Keys.IsThread(id) ? id : null;
        }
    }

    internal static MoveDraft Of(IFormCollection form) => new(
        form["numbers"].ToString(),
        [.. form["post"].Select(text => Typed.Number(text) ?? 0).Where(number => number > 0)],
        form["where"] != "there",
        form["target"].ToString(),
        form["title"].ToString().Trim(),
        form["category"].ToString() is { Length: > 0 } category ? category : null,
        form["tags"].ToString(),
        form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null,
        Typed.Number(form["page"]) ?? 1);
}
