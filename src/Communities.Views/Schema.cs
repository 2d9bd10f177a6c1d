namespace Communities.Views;

/// <summary>The tables of views, in whatever database they are.</summary>
/// <remarks>
/// A thread and a member have a small number of their own, given in the order of their partition's feed. A post's
/// number is <c>thread &lt;&lt; 14 | number</c>: the posts of a thread lie beside each other, so that a page is one
/// short range wherever it is. Times are milliseconds since 1970. What a list shows first lies last in its index.
/// </remarks>
internal static partial class Schema
{
    /// <summary>
    /// To be raised with every change of the tables or of what is written into them: views are then made anew.
    /// </summary>
    public const int Version = 5;

    /// <summary>How far a thread's number is shifted in those of its posts: room for all it can have.</summary>
    public const int PostBits = 14;

    /// <summary>The bits of a post's number that are its number in the thread.</summary>
    public const int NumberMask = (1 << PostBits) - 1;

    /// <summary>The number of a post.</summary>
    public static long PostOf(long thread, int number) => (thread << PostBits) | (uint)number;

    /// <summary>The thread of a post.</summary>
    public static long ThreadOf(long post) => post >> PostBits;

    /// <summary>A post's number in its thread.</summary>
    public static int NumberOf(long post) => (int)(post & NumberMask);

    /// <summary>Makes all tables but that of the full-text index, which is each <see cref="Dialect"/>'s own.</summary>
    /// <remarks>The tables of a feature stand in a file of its own, and are added here.</remarks>
    public const string Tables = Core
        + Joining
        + Groups
        + Sanctions
        + Moving
        + Uploads
        + Writing
        + Inboxes
        + Polls
        + Gatherings
        + Conversations
        + Log
        + Cases
        + Policies
        + Calendar
        + Nudges
        + Questions
        + Mail
        + Journeys
        + Recognition
        + Contests
        + Domain
        + Knowledge;

    private const string Core = """
        CREATE TABLE progress (partition INTEGER PRIMARY KEY, position INTEGER NOT NULL, mark TEXT NOT NULL,
            threads INTEGER NOT NULL, members INTEGER NOT NULL);

        CREATE TABLE communities (slug TEXT PRIMARY KEY, name TEXT NOT NULL, summary TEXT, language TEXT NOT NULL,
            visibility INTEGER NOT NULL, purpose TEXT NOT NULL, rules TEXT NOT NULL, founded_at INTEGER NOT NULL,
            members INTEGER NOT NULL, threads INTEGER NOT NULL, posts INTEGER NOT NULL, reactions INTEGER NOT NULL,
            views INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE categories (community TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
            parent TEXT, hue INTEGER NOT NULL, place INTEGER NOT NULL, threads INTEGER NOT NULL,
            PRIMARY KEY (community, slug)) WITHOUT ROWID;
        CREATE TABLE tags (community TEXT NOT NULL, tag TEXT NOT NULL, threads INTEGER NOT NULL,
            PRIMARY KEY (community, tag)) WITHOUT ROWID;

        CREATE TABLE members (n INTEGER PRIMARY KEY, community TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL,
            folded TEXT NOT NULL, biography TEXT NOT NULL, role INTEGER NOT NULL, trust INTEGER NOT NULL,
            joined_at INTEGER, threads INTEGER NOT NULL, posts INTEGER NOT NULL, given INTEGER NOT NULL,
            received INTEGER NOT NULL, accepted INTEGER NOT NULL, days_first INTEGER NOT NULL, days BLOB NOT NULL,
            version INTEGER NOT NULL, locked INTEGER NOT NULL, location TEXT, pronouns TEXT, links TEXT,
            invited_by TEXT, face TEXT, kept TEXT, flair TEXT, flair_chosen INTEGER NOT NULL,
            unranked INTEGER NOT NULL);
        CREATE UNIQUE INDEX members_key ON members (account, community);
        CREATE INDEX members_named ON members (community, folded, n) WHERE role > 0;
        CREATE INDEX members_staff ON members (community, folded, n) WHERE role > 1;
        CREATE INDEX members_newest ON members (community, joined_at, n) WHERE role > 0;

        CREATE TABLE threads (n INTEGER PRIMARY KEY, community TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
            excerpt TEXT NOT NULL, category TEXT, tags TEXT NOT NULL, author INTEGER NOT NULL,
            opened_at INTEGER NOT NULL, last_at INTEGER NOT NULL, last_author INTEGER NOT NULL,
            faces TEXT NOT NULL, pinned INTEGER NOT NULL,
            closed INTEGER NOT NULL, closes_at INTEGER, reopens_at INTEGER, closed_reason TEXT, slow INTEGER NOT NULL,
            accepted INTEGER NOT NULL, removal INTEGER NOT NULL, participants INTEGER NOT NULL,
            reactions INTEGER NOT NULL, views INTEGER NOT NULL, others INTEGER NOT NULL, last_number INTEGER NOT NULL,
            removed_replies INTEGER NOT NULL, score INTEGER NOT NULL, version INTEGER NOT NULL,
            pinned_until INTEGER, listed INTEGER NOT NULL, unlisted INTEGER NOT NULL, archived INTEGER NOT NULL,
            merged INTEGER NOT NULL, received INTEGER NOT NULL, follows TEXT, followed TEXT,
            last_shown INTEGER NOT NULL, first_reply_at INTEGER);
        CREATE UNIQUE INDEX threads_key ON threads (id, community);
        CREATE INDEX threads_latest ON threads (community, pinned, last_at, n) WHERE listed = 1;
        CREATE INDEX threads_in_category ON threads (community, category, pinned, last_at, n) WHERE listed = 1;
        CREATE INDEX threads_top ON threads (community, score, n) WHERE listed = 1;
        CREATE INDEX threads_opened ON threads (community, opened_at) WHERE listed = 1;
        CREATE INDEX threads_unanswered ON threads (community, last_at, n) WHERE listed = 1 AND others = 0;
        CREATE INDEX threads_unlisted ON threads (community, last_at, n) WHERE unlisted = 1;
        CREATE TABLE thread_tags (community TEXT NOT NULL, tag TEXT NOT NULL, thread INTEGER NOT NULL,
            PRIMARY KEY (community, tag, thread)) WITHOUT ROWID;
        CREATE TABLE participants (thread INTEGER NOT NULL, member INTEGER NOT NULL, posts INTEGER NOT NULL,
            PRIMARY KEY (thread, member)) WITHOUT ROWID;

        CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER NOT NULL, at INTEGER NOT NULL, reply_to INTEGER,
            revision INTEGER NOT NULL, revised_at INTEGER NOT NULL, revised_by INTEGER NOT NULL,
            removal INTEGER NOT NULL, reason TEXT, text TEXT NOT NULL, decision TEXT);
        CREATE INDEX posts_by ON posts (author, at) WHERE removal = 0;
        CREATE TABLE revisions (post INTEGER NOT NULL, revision INTEGER NOT NULL, by INTEGER NOT NULL,
            at INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (post, revision));
        CREATE TABLE reaction_counts (post INTEGER NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (post, kind)) WITHOUT ROWID;
        CREATE TABLE reactions (member INTEGER NOT NULL, post INTEGER NOT NULL, kind TEXT NOT NULL,
            PRIMARY KEY (member, post, kind)) WITHOUT ROWID;

        """;
}
