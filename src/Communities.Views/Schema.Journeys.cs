namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// Who was taken along on joining, and what came of each step; and the threads in which newcomers introduce
    /// themselves. Whether one was greeted stands in its posts.
    /// </summary>
    private const string Journeys = """
        CREATE TABLE journeys (community TEXT NOT NULL, account TEXT NOT NULL, begun_at INTEGER NOT NULL,
            PRIMARY KEY (community, account)) WITHOUT ROWID;
        CREATE INDEX journeys_begun ON journeys (community, begun_at);
        CREATE TABLE journey_steps (community TEXT NOT NULL, account TEXT NOT NULL, step TEXT NOT NULL,
            sent_at INTEGER, done_at INTEGER, PRIMARY KEY (community, account, step)) WITHOUT ROWID;
        CREATE TABLE introductions (thread INTEGER PRIMARY KEY, community TEXT NOT NULL, author INTEGER NOT NULL,
            at INTEGER NOT NULL, greet_by INTEGER NOT NULL);
        CREATE INDEX introductions_at ON introductions (community, at, thread);

        """;
}
