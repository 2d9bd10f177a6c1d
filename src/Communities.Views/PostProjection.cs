using System.Runtime.InteropServices;

namespace Communities.Views;

/// <summary>Posts, their earlier texts, and the reactions to them.</summary>
internal sealed class PostProjection(Database database)
{
    private readonly Dictionary<(long Post, string Kind), int> _reactions = [];

    public void Add(long post, long author, long at, int? replyTo, string text) => database.Prepare("""
        INSERT INTO posts (id, author, at, reply_to, revision, revised_at, revised_by, removal, reason, text)
        VALUES (?1, ?2, ?3, ?4, 1, ?3, ?2, 0, NULL, ?5)
        """).Bind(post).Bind(author).Bind(at).Bind((long?)replyTo).Bind(text).Run();

    /// <summary>Puts another text in place; where the revision is a new one, the text before it is kept.</summary>
    public void Edit(long post, ThreadEvent.Edited e, long by, long at)
    {
        database.Prepare("""
            INSERT INTO revisions SELECT id, revision, revised_by, revised_at, text FROM posts
            WHERE id = ? AND revision < ?
            """).Bind(post).Bind(e.Revision).Run();
        database.Prepare("UPDATE posts SET text = ?, revision = ?, revised_by = ?, revised_at = ? WHERE id = ?")
            .Bind(e.Text).Bind(e.Revision).Bind(by).Bind(at).Bind(post).Run();
    }

    public void Remove(long post, Removal removal, string? reason) =>
        database.Prepare("UPDATE posts SET removal = ?, reason = ? WHERE id = ?")
            .Bind((long)removal).Bind(reason).Bind(post).Run();

    public void React(long post, string kind, long member, int change)
    {
        CountReactions(post, kind, change);
        database.Prepare(change > 0
                ? "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?)"
                : "DELETE FROM reactions WHERE member = ? AND post = ? AND kind = ?")
            .Bind(member).Bind(post).Bind(kind).Run();
    }

    public void CountReactions(long post, string kind, int change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_reactions, (post, kind), out _) += change;

    /// <summary>
    /// The last visible posts of the members who wrote last, each member once, in the order of writing; the opening
    /// post counts as visible, for the thread goes with it.
    /// </summary>
    public IEnumerable<(long Member, long At)> Latest(long thread, int most)
    {
        var latest = new List<(long Member, long At)>();
        var row = database.Prepare("""
            SELECT id, author, at FROM posts WHERE id BETWEEN ?1 AND ?2 AND (removal = 0 OR id = ?1) ORDER BY id DESC
            """).Bind(Schema.PostOf(thread, 1)).Bind(Schema.PostOf(thread, Thread.PostsMax));
        while (latest.Count(post => post.Member != 0) < most && row.Step())
            if (latest.Count == 0 || (row.Long(1) != 0 && !latest.Exists(post => post.Member == row.Long(1))))
                latest.Add((row.Long(1), row.Long(2)));
        row.Reset();
        latest.Reverse();
        return latest;
    }

    public void Flush()
    {
        foreach (var ((post, kind), change) in _reactions)
        {
            if (change == 0) continue;
            database.Prepare("""
                INSERT INTO reaction_counts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count
                """).Bind(post).Bind(kind).Bind(change).Run();
            if (change < 0)
                database.Prepare("DELETE FROM reaction_counts WHERE post = ? AND kind = ? AND count <= 0")
                    .Bind(post).Bind(kind).Run();
        }

        _reactions.Clear();
    }

    public void Forget() => _reactions.Clear();
}
