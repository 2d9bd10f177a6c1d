using System.Runtime.InteropServices;

namespace Communities.Views;

/// <summary>Posts, their earlier texts, and the reactions to them.</summary>
internal sealed class PostProjection(Database database)
{
    // Five people are nearly always among the authors of so many posts; only else the whole thread is gone through.
    private const int LatestMost = 100;

    private readonly Dictionary<(long Post, string Kind), int> _reactions = [];

    public void Add(long post, long author, long at, int? replyTo, string text, bool isHeld)
    {
        database.Prepare("""
            INSERT INTO posts (id, author, at, reply_to, revision, revised_at, revised_by, removal, reason, text)
            VALUES (?1, ?2, ?3, ?4, 1, ?3, ?2, ?6, NULL, ?5)
            """).Bind(post).Bind(author).Bind(at).Bind((long?)replyTo).Bind(text)
            .Bind((long)(isHeld ? Removal.Pending : Removal.None)).Run();
        UploadProjection.Show(database, UploadPlace.Post, post, text);
    }

    /// <summary>Puts another text in place; where the revision is a new one, the text before it is kept.</summary>
    public void Edit(long post, ThreadEvent.Edited e, long by, long at)
    {
        database.Prepare("""
            INSERT INTO revisions SELECT id, revision, revised_by, revised_at, text FROM posts
            WHERE id = ? AND revision < ?
            """).Bind(post).Bind(e.Revision).Run();
        database.Prepare("UPDATE posts SET text = ?, revision = ?, revised_by = ?, revised_at = ? WHERE id = ?")
            .Bind(e.Text).Bind(e.Revision).Bind(by).Bind(at).Bind(post).Run();
        UploadProjection.ShowAnew(database, UploadPlace.Post, post, e.Text);
    }

    public void Remove(long post, Removal removal, string? reason, string? decision) =>
        database.Prepare("UPDATE posts SET removal = ?, reason = ?, decision = ? WHERE id = ?")
            .Bind((long)removal).Bind(reason).Bind(decision).Bind(post).Run();

    /// <summary>
    /// A post that is away is so for another reason; the decision that was shown is lifted by its name.
    /// </summary>
    public void Withhold(long post, Removal removal, string? reason, string? decision) =>
        database.Prepare("""
            UPDATE posts SET removal = ?1, reason = ?2, decision = CASE WHEN decision = ?3 THEN NULL ELSE ?3 END
            WHERE id = ?4
            """).Bind((long)removal).Bind(reason).Bind(decision).Bind(post).Run();

    /// <summary>Nobody reads it any more, in any of its revisions.</summary>
    public void Erase(long post)
    {
        database.Prepare("UPDATE posts SET text = '' WHERE id = ?").Bind(post).Run();
        database.Prepare("DELETE FROM revisions WHERE post = ?").Bind(post).Run();
        UploadProjection.ShowAnew(database, UploadPlace.Post, post, "");
    }

    public void React(long post, string kind, long member, int change)
    {
        CountReactions(post, kind, change);
        database.Prepare(change > 0
                ? "INSERT INTO reactions VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
                : "DELETE FROM reactions WHERE member = ? AND post = ? AND kind = ?")
            .Bind(member).Bind(post).Bind(kind).Run();
    }

    public void CountReactions(long post, string kind, int change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_reactions, (post, kind), out _) += change;

    /// <summary>Finds anew who wrote last in these threads.</summary>
    /// <remarks>
    /// The last visible posts of the members who wrote last, each member once; the opening post counts as visible, for
    /// the thread goes with it.
    /// </remarks>
    public void FindFaces(IReadOnlyCollection<ThreadState> threads)
    {
        foreach (var (received, some) in threads.GroupBy(thread => thread.HasReceived).Select(g => (g.Key, g)))
            FindFaces(some, received ? "at DESC, id DESC" : "id DESC");
    }

    private void FindFaces(IEnumerable<ThreadState> threads, string order)
    {
        var latest = threads.ToDictionary(thread => thread, _ => new List<(long Member, long At)>());
        foreach (var most in (ReadOnlySpan<int>)[LatestMost, Thread.NumberMax])
        {
            var read = new Dictionary<ThreadState, int>();
            database.ForEach(
                latest.Keys,
                $"""
                SELECT author, at FROM posts
                WHERE id BETWEEN ?1 AND ?2 AND (removal = 0 OR (id = ?1 AND removal <> {(int)Removal.Moved}))
                ORDER BY {order} LIMIT ?3
                """,
                (row, thread) => row.Bind(Schema.PostOf(thread.Number, 1))
                    .Bind(Schema.PostOf(thread.Number, Thread.NumberMax)).Bind(most),
                (row, thread) =>
                {
                    var (posts, member) = (latest[thread], row.Long(0));
                    CollectionsMarshal.GetValueRefOrAddDefault(read, thread, out _)++;
                    if (posts.Count == 0 || (member != 0 && !posts.Exists(post => post.Member == member)))
                        posts.Add((member, row.Long(1)));
                });
            foreach (var (thread, posts) in latest)
            {
                var isAll = most == Thread.NumberMax || read.GetValueOrDefault(thread) < most;
                if (isAll || posts.Count(post => post.Member != 0) >= ThreadState.FacesMax)
                {
                    thread.Wrote(posts);
                    latest.Remove(thread);
                    continue;
                }

                posts.Clear();
            }
        }
    }

    public void Flush()
    {
        foreach (var ((post, kind), change) in _reactions)
        {
            if (change == 0) continue;
            database.Prepare("""
                INSERT INTO reaction_counts VALUES (?, ?, ?)
                ON CONFLICT (post, kind) DO UPDATE SET count = reaction_counts.count + excluded.count
                """).Bind(post).Bind(kind).Bind(change).Run();
            if (change < 0)
                database.Prepare("DELETE FROM reaction_counts WHERE post = ? AND kind = ? AND count <= 0")
                    .Bind(post).Bind(kind).Run();
        }

        _reactions.Clear();
    }

    public void Forget() => _reactions.Clear();
}
