namespace Communities.Views;

internal static partial class Schema
{
    private const string Writing = """
        CREATE TABLE drafts (account TEXT NOT NULL, community TEXT NOT NULL, place TEXT NOT NULL,
            revision INTEGER NOT NULL, text TEXT NOT NULL, title TEXT, category TEXT, tags TEXT, reply_to INTEGER,
            at INTEGER NOT NULL, other_text TEXT, other_title TEXT, other_at INTEGER,
            PRIMARY KEY (account, community, place)) WITHOUT ROWID;
        CREATE TABLE links (community TEXT NOT NULL, digest TEXT NOT NULL, url TEXT NOT NULL, title TEXT, summary TEXT,
            site TEXT, wanted INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (community, digest)) WITHOUT ROWID;
        CREATE INDEX links_wanted ON links (at) WHERE wanted = 1;

        """;
}
