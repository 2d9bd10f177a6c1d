namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// The editorial calendar, and interviews. What a slot says and when it comes again are JSON, as the journal holds
    /// them: they are shown and edited as a whole. Guests are accounts between spaces.
    /// </summary>
    private const string Calendar = """
        CREATE TABLE slots (community TEXT NOT NULL, id TEXT NOT NULL, status INTEGER NOT NULL, author TEXT NOT NULL,
            content TEXT NOT NULL, series TEXT, local TEXT, zone TEXT, at INTEGER, recurrence TEXT, day INTEGER,
            occurrence INTEGER NOT NULL, submitted INTEGER NOT NULL, missed INTEGER NOT NULL, note TEXT,
            written_by TEXT NOT NULL, written_at INTEGER NOT NULL, reviewed_by TEXT, thread TEXT,
            PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX slots_at ON slots (community, at);
        CREATE INDEX slots_by ON slots (community, author, written_at);
        CREATE INDEX slots_ideas ON slots (community, submitted, written_at) WHERE at IS NULL AND status < 2;
        CREATE TABLE interviews (community TEXT NOT NULL, id TEXT NOT NULL, host TEXT NOT NULL, guests TEXT NOT NULL,
            phase INTEGER NOT NULL, live_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, summary INTEGER NOT NULL,
            PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX interviews_at ON interviews (community, live_at);

        """;
}
