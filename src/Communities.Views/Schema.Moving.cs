namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// Where posts are that were somewhere else once, however often they were moved since, and what happened to a
    /// thread between its posts.
    /// </summary>
    private const string Moving = """
        CREATE TABLE moved (old INTEGER PRIMARY KEY, post INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX moved_to ON moved (post);
        CREATE TABLE happenings (thread INTEGER NOT NULL, after INTEGER NOT NULL, version INTEGER NOT NULL,
            kind TEXT NOT NULL, at INTEGER NOT NULL, by INTEGER NOT NULL, other TEXT, count INTEGER NOT NULL,
            until INTEGER, reason TEXT, PRIMARY KEY (thread, after, version)) WITHOUT ROWID;

        """;
}
