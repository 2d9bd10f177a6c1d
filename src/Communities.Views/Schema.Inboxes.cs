namespace Communities.Views;

internal static partial class Schema
{
    // What an account is told of, has read and wants to come back to; by account, for each reads its own.
    private const string Inboxes = """
        CREATE TABLE inboxes (account TEXT NOT NULL, community TEXT NOT NULL, read_at INTEGER NOT NULL,
            PRIMARY KEY (account, community)) WITHOUT ROWID;
        CREATE TABLE notices (account TEXT NOT NULL, community TEXT NOT NULL, id INTEGER NOT NULL,
            reason TEXT NOT NULL, thread TEXT, number INTEGER, last INTEGER, author TEXT NOT NULL, subject TEXT,
            count INTEGER NOT NULL, at INTEGER NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (account, community, id)) WITHOUT ROWID;
        CREATE INDEX notices_latest ON notices (account, at, community, id);
        CREATE INDEX notices_unseen ON notices (account, community) WHERE seen = 0;
        CREATE TABLE readings (account TEXT NOT NULL, thread INTEGER NOT NULL, up_to INTEGER NOT NULL, level INTEGER,
            PRIMARY KEY (account, thread)) WITHOUT ROWID;
        CREATE TABLE bookmarks (account TEXT NOT NULL, thread INTEGER NOT NULL, number INTEGER NOT NULL, note TEXT,
            remind_at INTEGER, at INTEGER NOT NULL, PRIMARY KEY (account, thread, number)) WITHOUT ROWID;
        CREATE INDEX bookmarks_latest ON bookmarks (account, at, thread, number);

        """;
}
