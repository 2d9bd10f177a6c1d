using Communities.Actors;

namespace Communities.Views;

/// <summary>The authors met in one read, each looked up once.</summary>
internal sealed class Authors(Database database)
{
    /// <summary>Who wrote what nobody in particular did, or an account that is gone.</summary>
    public static readonly AuthorView Gone = new("", "", Role.None);

    private readonly Dictionary<long, AuthorView> _known = [];

    /// <summary>The author of this member number.</summary>
    public AuthorView Of(long member)
    {
        if (member == 0) return Gone;
        if (_known.TryGetValue(member, out var author)) return author;
        var row = database.Query(ByNumber("n = ?")).Bind(member);
        author = row.Step() ? Of(row) : Gone;
        row.Reset();
        _known.Add(member, author);
        return author;
    }

    /// <summary>Looks up together who is named in these rows, as far as they are at hand.</summary>
    public void Meet(Statement rows, Func<Statement, IEnumerable<long>> named)
    {
        var met = new HashSet<long>();
        rows.Ahead(row => met.UnionWith(named(row)));
        if (met.Count > 0) Take(database.Query(ByNumber(database.Dialect.IsOneOf("n", 1))).Bind(met));
    }

    /// <summary>
    /// Asks for those whom this query names before its rows are read, where each lookup would cost a wait; they are to
    /// be <see cref="Take"/>n.
    /// </summary>
    public Statement? Expect(string named) => database.IsFar ? database.Query(ByNumber($"n IN ({named})")) : null;

    /// <summary>Takes in who was asked for.</summary>
    public void Take(Statement? authors)
    {
        while (authors is not null && authors.Step()) _known[authors.Long(0)] = Of(authors);
    }

    private static string ByNumber(string which) =>
        $"SELECT n, account, name, role, community, face, flair FROM members WHERE {which}";

    private static AuthorView Of(Statement row) => new(
        row.Text(1), row.Text(2), (Role)row.Int(3), UploadProjection.FaceOf(row.Text(4), row.TextOrNull(5)),
        row.TextOrNull(6));
}

/// <summary>Who may see what.</summary>
internal static class Sight
{
    /// <summary>
    /// Asks whether there is such a community and the viewer may read it; the answer is to be read after what is asked
    /// with it.
    /// </summary>
    public static View Look(this Viewer viewer, Database database, string community) => new(
        viewer, database.Query("SELECT visibility FROM communities WHERE slug = ?").Bind(community));

    /// <summary>True where the viewer may read a community of this visibility.</summary>
    public static bool Sees(this Viewer viewer, Visibility visibility) =>
        visibility != Visibility.Private || viewer.Standing.Is(Role.Member);

    /// <summary>
    /// True where the viewer may see a post in this state: what is kept from others, who wrote it and who keeps order
    /// in that category.
    /// </summary>
    public static bool Sees(this Viewer viewer, Removal removal, AuthorView author, string? category) => removal switch
    {
        Removal.None => true,
        Removal.Moved or Removal.Erased => false,
        _ => viewer.Standing.Moderates(category)
            || (author.Account.Length > 0 && author.Account == viewer.Account),
    };

    /// <summary>What was asked with <see cref="Look"/>.</summary>
    internal readonly struct View(Viewer viewer, Statement row)
    {
        /// <summary>True where the viewer may read it; to be asked once.</summary>
        public bool IsOpen() => row.Step() && viewer.Sees((Visibility)row.Int(0));
    }
}
