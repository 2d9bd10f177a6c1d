namespace Communities.Views;

/// <summary>Reads threads with a page of their posts, and the revisions of a post.</summary>
internal static class ThreadPages
{
    private const int PageSize = 50; // What the port promises.

    public static ThreadView? Get(Database database, string community, string id, int page, Viewer viewer)
    {
        if (!viewer.Sees(database, community)) return null;
        var row = database.Query("""
            SELECT n, title, category, tags, author, opened_at, last_at, pinned, closed, removal, closes_at, reopens_at,
                closed_reason, slow, accepted, participants, reactions, views, last_number, removed_replies, version
            FROM threads WHERE id = ? AND community = ?
            """).Bind(id).Bind(community);
        if (!row.Step()) return null;
        var (authors, last) = (new Authors(database), row.Int(18));
        var (author, isRemoved, pages) = (authors.Of(row.Long(4)), row.Int(9) != 0, (last + PageSize - 1) / PageSize);
        if (page < 1 || page > pages || (isRemoved && !viewer.SeesRemoved(author))) return null;
        return new ThreadView(
            community, id, row.Text(1), row.TextOrNull(2), ThreadState.ReadTags(row.Text(3)),
            author, row.Time(5), row.Time(6), row.Bool(7), row.Bool(8), isRemoved,
            row.TimeOrNull(10), row.TimeOrNull(11), row.TextOrNull(12), row.Int(13), row.Int(14),
            new ThreadCounters(
                isRemoved ? 0 : last - row.Int(19), isRemoved ? 0 : row.Int(15), row.Int(16), row.Long(17)),
            last, page, pages, Posts(database, row.Long(0), page, viewer, authors), row.Long(20));
    }

    public static IReadOnlyList<RevisionView> Revisions(
        Database database, string community, string id, int number, Viewer viewer)
    {
        var revisions = new List<RevisionView>();
        if (number is < 1 or > Thread.PostsMax || !viewer.Sees(database, community)) return revisions;
        var thread = database.Query("SELECT n, author, removal FROM threads WHERE id = ? AND community = ?")
            .Bind(id).Bind(community);
        if (!thread.Step()) return revisions;
        var authors = new Authors(database);
        if (thread.Int(2) != 0 && !viewer.SeesRemoved(authors.Of(thread.Long(1)))) return revisions;

        var post = database.Query("""
            SELECT author, removal, revision, text, revised_by, revised_at FROM posts WHERE id = ?
            """).Bind(Schema.PostOf(thread.Long(0), number));
        if (!post.Step() || (post.Int(1) != 0 && !viewer.SeesRemoved(authors.Of(post.Long(0))))) return revisions;
        var row = database.Query("SELECT revision, text, by, at FROM revisions WHERE post = ? ORDER BY revision")
            .Bind(Schema.PostOf(thread.Long(0), number));
        while (row.Step()) Add(row.Int(0), row.Text(1), row.Long(2), row.Time(3));
        Add(post.Int(2), post.Text(3), post.Long(4), post.Time(5));
        return revisions;

        void Add(int revision, string text, long by, DateTimeOffset at) =>
            revisions.Add(new RevisionView(revision, text, authors.Of(by).Account, authors.Of(by).Name, at));
    }

    private static List<PostView> Posts(Database database, long thread, int page, Viewer viewer, Authors authors)
    {
        var first = Schema.PostOf(thread, ((page - 1) * PageSize) + 1);
        var last = first + PageSize - 1;
        var (posts, reactions) = (new List<PostView>(PageSize), new Reacted(database, first, last, viewer));
        var row = database.Query("""
            SELECT id, author, at, reply_to, revision, revised_at, removal, reason, text FROM posts
            WHERE id BETWEEN ? AND ? ORDER BY id
            """).Bind(first).Bind(last);
        while (row.Step())
        {
            var (author, removal) = (authors.Of(row.Long(1)), (Removal)row.Int(6));
            var isSeen = removal == Removal.None || viewer.SeesRemoved(author);
            posts.Add(new PostView(
                Schema.NumberOf(row.Long(0)), isSeen ? row.Text(8) : null, (int?)row.LongOrNull(3), author, row.Time(2),
                row.Int(4), row.Time(5), removal, row.TextOrNull(7),
                isSeen ? reactions.To(row.Long(0)) : Reacted.Nothing, isSeen ? reactions.Mine(row.Long(0)) : []));
        }

        return posts;
    }

    /// <summary>The reactions to the posts of one page.</summary>
    private sealed class Reacted
    {
        public static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

        private readonly Dictionary<long, Dictionary<string, int>> _counts = [];
        private readonly Dictionary<long, List<string>> _mine = [];

        public Reacted(Database database, long first, long last, Viewer viewer)
        {
            var row = database.Query("SELECT post, kind, count FROM reaction_counts WHERE post BETWEEN ? AND ?")
                .Bind(first).Bind(last);
            while (row.Step())
            {
                if (!_counts.TryGetValue(row.Long(0), out var counts)) _counts.Add(row.Long(0), counts = []);
                counts.Add(row.Text(1), row.Int(2));
            }

            if (viewer.Account is null || _counts.Count == 0) return;
            row = database.Query("""
                SELECT post, kind FROM reactions WHERE post BETWEEN ?1 AND ?2 AND member = (
                    SELECT m.n FROM members m JOIN threads t ON t.community = m.community
                    WHERE m.account = ?3 AND t.n = ?4)
                """).Bind(first).Bind(last).Bind(viewer.Account).Bind(Schema.ThreadOf(first));
            while (row.Step())
            {
                if (!_mine.TryGetValue(row.Long(0), out var mine)) _mine.Add(row.Long(0), mine = []);
                mine.Add(row.Text(1));
            }
        }

        public IReadOnlyDictionary<string, int> To(long post) => _counts.GetValueOrDefault(post) ?? Nothing;

        public IReadOnlyList<string> Mine(long post) => _mine.GetValueOrDefault(post) ?? [];
    }
}
