using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>Which cases a moderator looks through, as the address of the list and of each case in it says.</summary>
public sealed record CaseAsked(
    string Community, CaseShow Show, SubjectKind? Kind, string? Assignee, string? Category, string? Reason,
    string? Author, CaseSort Sort, string? Cursor)
{
    /// <summary>Who is meant by who asks.</summary>
    public const string Me = "me";

    /// <summary>Those that nobody works on.</summary>
    public const string Nobody = "nobody";

    /// <summary>What the address asks for; what it says wrongly is as if it said nothing.</summary>
    public static CaseAsked Of(HttpContext http, string community)
    {
        var query = http.Request.Query;
        return new(
            community,
            Named<CaseShow>("show") ?? default,
            Named<SubjectKind>("kind"),
            Said("assignee") is { } by && (by is Me or Nobody || Keys.IsAccount(by)) ? by : null,
            Said("category") is { } category && Keys.IsTag(category) ? category : null,
            Said("reason") is { } reason && Keys.IsTag(reason) ? reason : null,
            Said("author") is { } author && Keys.IsAccount(author) ? author : null,
            Named<CaseSort>("sort") ?? default,
            Said("cursor"));

        TName? Named<TName>(string name) where TName : struct, Enum =>
            Enum.TryParse<TName>(query[name], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

        string? Said(string name) => query[name].ToString() is { Length: > 0 } said ? said : null;
    }

    /// <summary>The question to the views.</summary>
    public CaseQuery Query(string? account, int size = 30) => new(
        Community, Show, Kind, Assignee switch { Me => account ?? "", Nobody => "", _ => Assignee }, Category, Reason,
        Author, Sort, Cursor, size);

    /// <summary>True where it asks for more than which of the tabs, and in what order.</summary>
    public bool IsNarrow =>
        Kind is not null || Assignee is not null || Category is not null || Reason is not null || Author is not null;

    /// <summary>The address of the list.</summary>
    public string List => $"/c/{Community}/moderation{Parameters}";

    /// <summary>The address of a case in it.</summary>
    public string Of(string id) => $"/c/{Community}/moderation/cases/{id}{(this with { Cursor = null }).Parameters}";

    /// <summary>What it asks for, as an address says it: empty, or from the question mark on.</summary>
    public string Parameters
    {
        get
        {
            var query = QueryString.Empty;
            if (Show != default) query = query.Add("show", Show.ToString().ToLowerInvariant());
            if (Kind is { } kind) query = query.Add("kind", kind.ToString().ToLowerInvariant());
            if (Assignee is not null) query = query.Add("assignee", Assignee);
            if (Category is not null) query = query.Add("category", Category);
            if (Reason is not null) query = query.Add("reason", Reason);
            if (Author is not null) query = query.Add("author", Author);
            if (Sort != default) query = query.Add("sort", Sort.ToString().ToLowerInvariant());
            if (Cursor is not null) query = query.Add("cursor", Cursor);
            return query.Value ?? "";
        }
    }
}
