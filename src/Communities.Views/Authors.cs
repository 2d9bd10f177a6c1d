using Communities.Actors;

namespace Communities.Views;

/// <summary>The authors met in one read, each looked up once.</summary>
internal sealed class Authors(Database database)
{
    private static readonly AuthorView Gone = new("", "", Role.None);

    private readonly Dictionary<long, AuthorView> _known = [];

    /// <summary>The author of this member number.</summary>
    public AuthorView Of(long member)
    {
        if (member == 0) return Gone;
        if (_known.TryGetValue(member, out var author)) return author;
        var row = database.Query("SELECT account, name, role FROM members WHERE n = ?").Bind(member);
        author = row.Step() ? new AuthorView(row.Text(0), row.Text(1), (Role)row.Int(2)) : Gone;
        row.Reset();
        _known.Add(member, author);
        return author;
    }
}

/// <summary>Who may see what.</summary>
internal static class Sight
{
    /// <summary>True where there is such a community and the viewer may read it.</summary>
    public static bool Sees(this Viewer viewer, Database database, string community)
    {
        var row = database.Query("SELECT visibility FROM communities WHERE slug = ?").Bind(community);
        return row.Step() && viewer.Sees((Visibility)row.Int(0));
    }

    /// <summary>True where the viewer may read a community of this visibility.</summary>
    public static bool Sees(this Viewer viewer, Visibility visibility) =>
        visibility != Visibility.Private || viewer.Standing.Is(Role.Member);

    /// <summary>True where the viewer may see what was taken away from others: a moderator, or who wrote it.</summary>
    public static bool SeesRemoved(this Viewer viewer, AuthorView author) =>
        viewer.Standing.Is(Role.Moderator) || (author.Account.Length > 0 && author.Account == viewer.Account);
}
