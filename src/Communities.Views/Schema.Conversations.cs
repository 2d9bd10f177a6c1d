namespace Communities.Views;

internal static partial class Schema
{
    // Who takes part has a row, and nobody else reads anything of a conversation. The time of the last message stands
    // in it, too, so that one's list is one walk along an index.
    private const string Conversations = """
        CREATE TABLE conversations (community TEXT NOT NULL, id TEXT NOT NULL, subject TEXT NOT NULL,
            last_number INTEGER NOT NULL, last_by INTEGER NOT NULL, excerpt TEXT NOT NULL,
            PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE TABLE correspondents (account TEXT NOT NULL, community TEXT NOT NULL, id TEXT NOT NULL,
            member INTEGER NOT NULL, up_to INTEGER NOT NULL, muted INTEGER NOT NULL, last_number INTEGER NOT NULL,
            last_at INTEGER NOT NULL, PRIMARY KEY (account, community, id)) WITHOUT ROWID;
        CREATE INDEX correspondents_of ON correspondents (id, community);
        CREATE INDEX correspondents_latest ON correspondents (account, last_at, id, community);
        CREATE TABLE messages (community TEXT NOT NULL, conversation TEXT NOT NULL, number INTEGER NOT NULL,
            author INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (community, conversation, number)) WITHOUT ROWID;

        """;
}
