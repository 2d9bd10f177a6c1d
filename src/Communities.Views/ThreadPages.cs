namespace Communities.Views;

/// <summary>Reads threads with a page of their posts, and the revisions of a post.</summary>
internal static class ThreadPages
{
    private const int PageSize = 50; // What the port promises.

    public static ThreadView? Get(Database database, string community, string id, int page, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT n, title, category, tags, author, opened_at, last_at, pinned, closed, removal, closes_at, reopens_at,
                closed_reason, slow, accepted, participants, reactions, views, last_number, removed_replies, version,
                pinned_until, unlisted, archived, merged, follows, followed, last_shown
            FROM threads WHERE id = ? AND community = ?
            """).Bind(id).Bind(community);
        if (!sight.IsOpen() || !row.Step() || row.Bool(24)) return null;
        var (removal, category) = ((Removal)row.Int(9), row.TextOrNull(2));
        var (isRemoved, last) = (removal != Removal.None, LastFor(database, row, viewer));
        var pages = (last + PageSize - 1) / PageSize;
        if (page < 1 || page > pages) return null;
        var authors = new Authors(database);
        var posts = new Posts(database, community, id, (row.Long(0), category), page, viewer);
        var first = ((page - 1) * PageSize) + 1;
        var (follows, followed) = (row.TextOrNull(25), row.TextOrNull(26));
        var between = new Between(
            database, row.Long(0), community, (first, first + PageSize - 1), follows, followed, viewer);
        var answer = AnswerViews.Of(database, row.Long(0), row.Int(14), viewer);
        var summaries = database.Query("SELECT post FROM summaries WHERE post BETWEEN ? AND ? ORDER BY post")
            .Bind(Schema.PostOf(row.Long(0), 1)).Bind(Schema.PostOf(row.Long(0), Schema.NumberMask));
        var taken = KnowledgeSources.AskTakenUp(database, community, id);
        authors.Take(posts.Expect(authors, row.Long(4)));
        var author = authors.Of(row.Long(4));
        if (!viewer.Sees(removal, author, category)) return null;
        var links = between.ReadLinks();
        return new ThreadView(
            community, id, row.Text(1), category, ThreadState.ReadTags(row.Text(3)),
            author, row.Time(5), row.Time(6), row.Bool(7), row.Bool(8), isRemoved,
            row.TimeOrNull(10), row.TimeOrNull(11), row.TextOrNull(12), row.Int(13), row.Int(14),
            new ThreadCounters(
                isRemoved ? 0 : row.Int(18) - row.Int(19), isRemoved ? 0 : row.Int(15), row.Int(16), row.Long(17)),
            last, page, pages, WritingViews.WithLinks(database, community, posts.Read(authors)), row.Long(20))
        {
            Removal = removal,
            PinnedUntil = row.TimeOrNull(21),
            IsUnlisted = row.Bool(22),
            IsArchived = row.Bool(23),
            Happenings = between.ReadHappenings(),
            Moved = between.ReadMoved(),
            TakenUp = KnowledgeSources.ReadTakenUp(taken),
            Follows = links.GetValueOrDefault(follows ?? ""),
            Followed = links.GetValueOrDefault(followed ?? ""),
            Answer = answer.Read(authors),
            Summaries = Numbers(summaries),
        };
    }

    public static IReadOnlyList<RevisionView> Revisions(
        Database database, string community, string id, int number, Viewer viewer)
    {
        var revisions = new List<RevisionView>();
        if (number is < 1 or > Thread.NumberMax) return revisions;
        var sight = viewer.Look(database, community);
        var thread = database.Query("SELECT n, author, removal, category FROM threads WHERE id = ? AND community = ?")
            .Bind(id).Bind(community);
        if (!sight.IsOpen() || !thread.Step()) return revisions;
        var authors = new Authors(database);
        var category = thread.TextOrNull(3);
        if (!viewer.Sees((Removal)thread.Int(2), authors.Of(thread.Long(1)), category)) return revisions;

        var post = database.Query("""
            SELECT author, removal, revision, text, revised_by, revised_at FROM posts WHERE id = ?
            """).Bind(Schema.PostOf(thread.Long(0), number));
        var row = database.Query("SELECT revision, text, by, at FROM revisions WHERE post = ? ORDER BY revision")
            .Bind(Schema.PostOf(thread.Long(0), number));
        if (!post.Step() || !viewer.Sees((Removal)post.Int(1), authors.Of(post.Long(0)), category)) return revisions;
        authors.Meet(row, revision => [revision.Long(2), post.Long(4)]);
        while (row.Step()) Add(row.Int(0), row.Text(1), row.Long(2), row.Time(3));
        Add(post.Int(2), post.Text(3), post.Long(4), post.Time(5));
        return revisions;

        void Add(int revision, string text, long by, DateTimeOffset at) =>
            revisions.Add(new RevisionView(revision, text, authors.Of(by).Account, authors.Of(by).Name, at));
    }

    private static List<int> Numbers(Statement posts)
    {
        var numbers = new List<int>();
        while (posts.Step()) numbers.Add(Schema.NumberOf(posts.Long(0)));
        return numbers;
    }

    // The last post that the viewer knows of: behind it may be posts that wait for moderators, and are nobody else's.
    private static int LastFor(Database database, Statement thread, Viewer viewer)
    {
        var (last, shown) = (thread.Int(18), thread.Int(27));
        if (last == shown || viewer.Standing.Moderates(thread.TextOrNull(2))) return last;
        var own = database.Query("""
            SELECT coalesce(MAX(p.id), 0) FROM posts p JOIN members m ON m.n = p.author
            WHERE p.id BETWEEN ? AND ? AND m.account = ?
            """).Bind(Schema.PostOf(thread.Long(0), shown)).Bind(Schema.PostOf(thread.Long(0), last))
            .Bind(viewer.Account ?? "");
        return own.Step() ? Math.Max(Schema.NumberOf(own.Long(0)), shown) : shown;
    }

    /// <summary>The posts of one page: all that is needed is asked at once, and read then.</summary>
    private readonly struct Posts
    {
        private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

        private readonly Viewer _viewer;
        private readonly string? _category;
        private readonly (long First, long Last) _range;
        private readonly Statement _rows;
        private readonly Statement _counts;
        private readonly Statement? _mine;
        private readonly PollViews.Asked _polls;
        private readonly string _community;

        public Posts(
            Database database, string community, string id, (long Number, string? Category) thread, int page,
            Viewer viewer)
        {
            var first = Schema.PostOf(thread.Number, ((page - 1) * PageSize) + 1);
            var last = first + PageSize - 1;
            (_viewer, _category, _range) = (viewer, thread.Category, (first, last));
            _rows = database.Query($"""
                SELECT id, author, at, reply_to, revision, revised_at, removal, reason, text, CASE
                    WHEN reply_to >= {1 << Schema.PostBits}
                    THEN (SELECT t.id FROM threads t WHERE t.n = reply_to >> {Schema.PostBits}) END, decision
                FROM posts WHERE id BETWEEN ? AND ? AND removal <> {(int)Removal.Moved} ORDER BY id
                """).Bind(first).Bind(last);
            _counts = database.Query("SELECT post, kind, count FROM reaction_counts WHERE post BETWEEN ? AND ?")
                .Bind(first).Bind(last);
            _community = community;
            _polls = PollViews.Of(
                database, community, id, Schema.NumberOf(first), Schema.NumberOf(last), viewer);
            if (viewer.Account is null) return;
            _mine = database.Query("""
                SELECT post, kind FROM reactions WHERE post BETWEEN ?1 AND ?2 AND member = (
                    SELECT m.n FROM members m JOIN threads t ON t.community = m.community
                    WHERE m.account = ?3 AND t.n = ?4)
                """).Bind(first).Bind(last).Bind(viewer.Account).Bind(thread.Number);
        }

        /// <summary>Asks for the authors of these posts and that of the thread.</summary>
        public Statement? Expect(Authors authors, long author) =>
            authors.Expect("SELECT author FROM posts WHERE id BETWEEN ? AND ? UNION ALL SELECT ?")
                ?.Bind(_range.First).Bind(_range.Last).Bind(author);

        public List<PostView> Read(Authors authors)
        {
            var (posts, row) = (new List<PostView>(PageSize), _rows);
            var counts = new Dictionary<long, Dictionary<string, int>>();
            var mine = new Dictionary<long, List<string>>();
            while (_counts.Step()) Of(counts, _counts.Long(0)).Add(_counts.Text(1), _counts.Int(2));
            while (_mine is not null && counts.Count > 0 && _mine.Step()) Of(mine, _mine.Long(0)).Add(_mine.Text(1));
            var polls = _polls.Read(authors, _community);
            while (row.Step())
            {
                var (post, author, removal) = (row.Long(0), authors.Of(row.Long(1)), (Removal)row.Int(6));
                var isSeen = _viewer.Sees(removal, author, _category);
                if (!isSeen && removal == Removal.Pending) continue; // Nothing tells others of it.
                posts.Add(new PostView(
                    Schema.NumberOf(post), isSeen ? row.Text(8) : null, NumberOf(row.LongOrNull(3)), author,
                    row.Time(2),
                    row.Int(4), row.Time(5), removal, row.TextOrNull(7),
                    isSeen && counts.TryGetValue(post, out var all) ? all : Nothing,
                    isSeen && mine.TryGetValue(post, out var own) ? own : [])
                {
                    ReplyThread = row.TextOrNull(9),
                    Decision = isSeen ? row.TextOrNull(10) : null,
                    Poll = isSeen ? polls.GetValueOrDefault(Schema.NumberOf(post)) : null,
                });
            }

            return posts;
        }

        // A post of another thread by all of its number, one of this thread by the last part.
        private static int? NumberOf(long? replyTo) => replyTo is { } post ? Schema.NumberOf(post) : null;

        private static T Of<T>(Dictionary<long, T> all, long post) where T : new()
        {
            if (!all.TryGetValue(post, out var one)) all.Add(post, one = new T());
            return one;
        }
    }
}
