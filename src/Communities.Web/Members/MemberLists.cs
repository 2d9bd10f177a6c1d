using Communities.Views;

namespace Communities.Web;

/// <summary>How addresses name orders and parts of lists of members and of what they did.</summary>
internal static class MemberLists
{
    /// <summary>Kinds of activity, by their names in addresses.</summary>
    public static IReadOnlyList<(string Name, ActivityKind Kind)> Kinds { get; } =
    [
        ("posts", ActivityKind.Posts), ("threads", ActivityKind.Threads), ("replies", ActivityKind.Replies),
        ("answers", ActivityKind.Answers), ("reactions", ActivityKind.Reactions),
    ];

    /// <summary>
    /// What a list may show, by its name in addresses: everybody by name, the newest, the staff, a trust level.
    /// </summary>
    public static IReadOnlyList<string> Shown { get; } = ["", "newest", "staff", "trust-2", "trust-3", "trust-4"];

    public static MembersQuery Of(string community, string? startsWith, string? show, string? cursor)
    {
        var prefix = string.IsNullOrWhiteSpace(startsWith) ? null : startsWith.Trim();
        var query = new MembersQuery(community, prefix, Cursor: cursor);
        return show switch
        {
            null or "" => query,
            "newest" => query with { Order = MemberOrder.Newest },
            "staff" => query with { IsStaff = true },
            "trust-2" => query with { Trust = 2 },
            "trust-3" => query with { Trust = 3 },
            "trust-4" => query with { Trust = 4 },
            _ => throw Faults.Bad("order.unknown", "Members are ordered by name or newest."),
        };
    }

    /// <summary>The name that this query's filter has in addresses.</summary>
    public static string ShowOf(MembersQuery query) =>
        query.IsStaff ? "staff" : query.Order == MemberOrder.Newest ? "newest"
        : query.Trust is { } trust ? $"trust-{trust}" : "";

    public static MemberOrder OrderOf(string? order) => order switch
    {
        null or "" or "name" => MemberOrder.Name,
        "newest" => MemberOrder.Newest,
        _ => throw Faults.Bad("order.unknown", "Members are ordered by name or newest."),
    };

    public static ActivityKind KindOf(string? kind)
    {
        if (string.IsNullOrEmpty(kind)) return ActivityKind.Posts;
        foreach (var (name, value) in Kinds)
            if (name == kind) return value;
        throw Faults.Bad("kind.unknown", "The kinds are posts, threads, replies, answers and reactions.");
    }
}
