namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>How communities take members: what they ask, who asks to join, and who invites.</summary>
    private const string Joining = """
        CREATE TABLE joining (community TEXT PRIMARY KEY, kind INTEGER NOT NULL, question TEXT) WITHOUT ROWID;
        CREATE TABLE join_requests (community TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL,
            answer TEXT NOT NULL, at INTEGER NOT NULL, declined_at INTEGER, declined_by TEXT, reason TEXT,
            PRIMARY KEY (community, account)) WITHOUT ROWID;
        CREATE INDEX join_requests_waiting ON join_requests (community, at, account) WHERE declined_at IS NULL;
        CREATE TABLE invitations (community TEXT NOT NULL, id TEXT NOT NULL, account TEXT NOT NULL,
            at INTEGER NOT NULL, until INTEGER NOT NULL, uses INTEGER NOT NULL, taken INTEGER NOT NULL,
            revoked INTEGER NOT NULL, note TEXT, sealed TEXT NOT NULL, PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX invitations_by ON invitations (community, account, at);

        """;
}
