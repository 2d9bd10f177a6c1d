namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// Accepted answers with what readers say of them, who is asked to answer what, the posts that sum threads up, and
    /// the threads that were left as they are, with the number of their last post then.
    /// </summary>
    /// <remarks>
    /// An answer's row stays when it is no longer one, in case it will be again: it counts where the thread says so.
    /// </remarks>
    private const string Questions = """
        CREATE TABLE answers (thread INTEGER PRIMARY KEY, community TEXT NOT NULL, number INTEGER NOT NULL,
            at INTEGER NOT NULL, by INTEGER NOT NULL, confirms INTEGER NOT NULL, doubts INTEGER NOT NULL,
            checked_at INTEGER);
        CREATE INDEX answers_doubted ON answers (community, thread) WHERE doubts > 0;
        CREATE TABLE verdicts (thread INTEGER NOT NULL, member INTEGER NOT NULL, holds INTEGER NOT NULL,
            at INTEGER NOT NULL, reason TEXT, PRIMARY KEY (thread, member)) WITHOUT ROWID;
        CREATE TABLE answer_requests (community TEXT NOT NULL, thread TEXT NOT NULL, account TEXT NOT NULL,
            at INTEGER NOT NULL, by TEXT NOT NULL, declined_at INTEGER, PRIMARY KEY (community, thread, account))
            WITHOUT ROWID;
        CREATE INDEX answer_requests_of ON answer_requests (community, account, at);
        CREATE INDEX answer_requests_at ON answer_requests (community, at);
        CREATE TABLE not_asked (community TEXT NOT NULL, account TEXT NOT NULL, since INTEGER NOT NULL,
            PRIMARY KEY (community, account)) WITHOUT ROWID;
        CREATE TABLE summaries (post INTEGER PRIMARY KEY, at INTEGER NOT NULL, by INTEGER NOT NULL);
        CREATE TABLE rested (thread INTEGER PRIMARY KEY, last INTEGER NOT NULL, at INTEGER NOT NULL);

        """;
}
