using System.Collections.Immutable;
using static Communities.ThreadEvent;

namespace Communities.Views;

/// <summary>Posts that go from one thread to another: their rows, and where they were before.</summary>
internal sealed class MoveProjection(Database database, MemberProjection members)
{
    // What a reply names is a number in its own thread where it is small, and else a post of another thread.
    private const long NumbersEnd = 1L << Schema.PostBits;

    /// <summary>The accounts that <see cref="Bring"/> looks up.</summary>
    public static IEnumerable<string> AccountsIn(ImmutableArray<MovedPost> posts) => posts
        .SelectMany(post => (post.Reactions ?? []).Select(reaction => reaction[..reaction.LastIndexOf(':')])
            .Append(post.Author))
        .Where(account => account.Length > 0);

    /// <summary>A post has left: nobody sees it until it has come elsewhere.</summary>
    public void Leave(long post) =>
        database.Prepare("UPDATE posts SET removal = ? WHERE id = ?").Bind((long)Removal.Moved).Bind(post).Run();

    /// <summary>Brings the posts of an event from thread to thread, with all that belongs to them.</summary>
    public void Bring(ThreadState from, ThreadState to, Received e, long at)
    {
        foreach (var (i, post) in e.Posts.Index())
        {
            var (old, now) = (Schema.PostOf(from.Number, post.Number), Schema.PostOf(to.Number, e.First + i));
            database.Prepare($"""
                INSERT INTO posts (id, author, at, reply_to, revision, revised_at, revised_by, removal, reason, text,
                    decision)
                SELECT ?1, author, at, CASE
                    WHEN reply_to < {NumbersEnd} THEN reply_to + (id >> {Schema.PostBits} << {Schema.PostBits})
                    WHEN reply_to >> {Schema.PostBits} = ?2 THEN reply_to - (reply_to >> {Schema.PostBits}
                        << {Schema.PostBits})
                    ELSE reply_to END,
                    revision, revised_at, revised_by, ?3, reason, text, decision FROM posts WHERE id = ?4
                """).Bind(now).Bind(to.Number).Bind((long)post.Removal).Bind(old).Run();
            database.Prepare("DELETE FROM posts WHERE id = ?").Bind(old).Run();
            if (post.Revision > 1)
                database.Prepare("UPDATE revisions SET post = ? WHERE post = ?").Bind(now).Bind(old).Run();
            if (post.ReactionCount > 0)
                database.Prepare("UPDATE reaction_counts SET post = ? WHERE post = ?").Bind(now).Bind(old).Run();
            foreach (var reaction in post.Reactions ?? [])
            {
                var end = reaction.LastIndexOf(':');
                database.Prepare("UPDATE reactions SET post = ? WHERE member = ? AND post = ? AND kind = ?")
                    .Bind(now).Bind(members.Number(to.Community, reaction[..end])).Bind(old).Bind(reaction[(end + 1)..])
                    .Run();
            }

            database.Prepare("UPDATE upload_uses SET n = ? WHERE place = ? AND n = ?")
                .Bind(now).Bind((long)UploadPlace.Post).Bind(old).Run();
            database.Prepare("UPDATE moved SET post = ? WHERE post = ?").Bind(now).Bind(old).Run();
            database.Prepare("""
                    INSERT INTO moved VALUES (?, ?, ?)
                    ON CONFLICT (old) DO UPDATE SET post = excluded.post, at = excluded.at
                    """).Bind(old).Bind(now).Bind(at).Run();
        }

        Readdress(from.Number);
        Readdress(to.Number);
    }

    // Says where the posts are now that replies in this thread name.
    private void Readdress(long thread) => database.Prepare($"""
        UPDATE posts SET reply_to = (
            SELECT CASE WHEN m.post >> {Schema.PostBits} = ?1 THEN m.post - ?2 ELSE m.post END FROM moved m
            WHERE m.old = CASE WHEN reply_to < {NumbersEnd} THEN reply_to + ?2 ELSE reply_to END)
        WHERE id > ?2 AND id < ?3 AND reply_to IS NOT NULL AND EXISTS (SELECT 1 FROM moved m
            WHERE m.old = CASE WHEN reply_to < {NumbersEnd} THEN reply_to + ?2 ELSE reply_to END)
        """).Bind(thread).Bind(Schema.PostOf(thread, 0)).Bind(Schema.PostOf(thread + 1, 0)).Run();
}
