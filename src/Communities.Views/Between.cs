using Communities.Actors;

namespace Communities.Views;

/// <summary>
/// What stands between the posts of one page: what happened to the thread, and which posts have left.
/// </summary>
internal readonly struct Between
{
    // A thread that is closed and reopened all day does not fill a page with that.
    private const int HappeningsMost = 100;

    private readonly Statement _happenings;
    private readonly Statement _moved;
    private readonly Statement? _links;
    private readonly bool _seesAll;

    /// <summary>Asks for all of it; to be read after what is asked with it.</summary>
    public Between(
        Database database, long thread, string community, (int First, int Last) page, string? follows, string? followed,
        Viewer viewer)
    {
        _seesAll = viewer.Standing.Is(Role.Moderator);
        _happenings = database.Query("""
            SELECT h.after, h.kind, h.at, m.account, m.name, m.role, t.id, t.title, t.listed, h.count, h.until, h.reason
            FROM happenings h LEFT JOIN members m ON m.n = h.by
                LEFT JOIN threads t ON t.id = h.other AND t.community = ?1
            WHERE h.thread = ?2 AND h.after BETWEEN ?3 AND ?4 ORDER BY h.after DESC, h.version DESC LIMIT ?5
            """).Bind(community).Bind(thread).Bind(page.First == 1 ? 0 : page.First).Bind(page.Last)
            .Bind(HappeningsMost);
        _moved = database.Query($"""
            SELECT m.old, m.post, t.id FROM moved m JOIN threads t ON t.n = m.post >> {Schema.PostBits}
                JOIN posts p ON p.id = m.post
            WHERE m.old BETWEEN ? AND ? AND t.removal = 0 AND p.removal <> {(int)Removal.Pending} ORDER BY m.old
            """).Bind(Schema.PostOf(thread, page.First)).Bind(Schema.PostOf(thread, page.Last));
        if (follows is null && followed is null) return;
        _links = database.Query("SELECT id, title, listed FROM threads WHERE community = ? AND (id = ? OR id = ?)")
            .Bind(community).Bind(follows ?? "").Bind(followed ?? "");
    }

    public List<HappeningView> ReadHappenings()
    {
        var (happenings, row) = (new List<HappeningView>(), _happenings);
        while (row.Step())
            happenings.Add(new HappeningView(
                row.Int(0), row.Text(1), row.Time(2),
                row.IsNull(3) ? Authors.Gone : new AuthorView(row.Text(3), row.Text(4), (Role)row.Int(5)),
                Link(row, 6), row.Int(9), row.TimeOrNull(10), row.TextOrNull(11)));
        happenings.Reverse();
        return happenings;
    }

    public List<MovedView> ReadMoved()
    {
        var moved = new List<MovedView>();
        while (_moved.Step())
            moved.Add(new MovedView(
                Schema.NumberOf(_moved.Long(0)), new PostPlace(_moved.Text(2), Schema.NumberOf(_moved.Long(1)))));
        return moved;
    }

    /// <summary>The threads that this one continues, and that continue it, by their ids.</summary>
    public Dictionary<string, ThreadLink> ReadLinks()
    {
        var links = new Dictionary<string, ThreadLink>();
        while (_links is not null && _links.Step())
            if (Link(_links, 0) is { } link) links[link.Id] = link;
        return links;
    }

    // What lists do not show is not told of here either, but to moderators.
    private ThreadLink? Link(Statement row, int id) =>
        row.IsNull(id) || !(row.Bool(id + 2) || _seesAll) ? null : new ThreadLink(row.Text(id), row.Text(id + 1));
}
