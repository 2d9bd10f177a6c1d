namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// What members were reminded of while writing, and what came of it: 0 nothing, 1 posted, 2 changed.
    /// </summary>
    private const string Nudges = """
        CREATE TABLE nudges (community TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL,
            occasion TEXT NOT NULL, at INTEGER NOT NULL, outcome INTEGER NOT NULL,
            PRIMARY KEY (community, kind, account, occasion)) WITHOUT ROWID;
        CREATE INDEX nudges_at ON nudges (community, at);

        """;
}
