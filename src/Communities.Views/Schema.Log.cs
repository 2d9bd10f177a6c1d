namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// What was done to keep order, one row an event, by its position in the feed; and whether everybody reads who.
    /// </summary>
    /// <remarks>
    /// Texts of posts are not here: what an edit changed is read from the revisions, so that it goes when they go.
    /// </remarks>
    private const string Log = """
        CREATE TABLE log (community TEXT NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, account TEXT NOT NULL,
            act TEXT NOT NULL, field INTEGER NOT NULL, thread TEXT, number INTEGER NOT NULL, member INTEGER, item TEXT,
            case_id TEXT, decision INTEGER NOT NULL, rule TEXT, reason TEXT, value TEXT, before TEXT, after TEXT,
            PRIMARY KEY (community, n)) WITHOUT ROWID;
        CREATE INDEX log_at ON log (community, at, n);
        CREATE INDEX log_items ON log (community, act, item, n) WHERE after IS NOT NULL;
        CREATE TABLE log_names (community TEXT PRIMARY KEY, shown INTEGER NOT NULL, since INTEGER NOT NULL)
            WITHOUT ROWID;

        """;
}
