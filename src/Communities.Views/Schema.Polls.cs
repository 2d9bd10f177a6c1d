namespace Communities.Views;

internal static partial class Schema
{
    // Options are lines, ballots numbers between commas. Ballots that say the same are counted together, so that a
    // result is read without reading the ballots.
    private const string Polls = """
        CREATE TABLE polls (community TEXT NOT NULL, id TEXT NOT NULL, thread TEXT, number INTEGER NOT NULL,
            author INTEGER NOT NULL, at INTEGER NOT NULL, question TEXT NOT NULL, options TEXT NOT NULL,
            way INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL, secret INTEGER NOT NULL,
            results INTEGER NOT NULL, closes_at INTEGER, closed_at INTEGER, voters INTEGER NOT NULL,
            PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX polls_of ON polls (community, thread, number);
        CREATE TABLE ballots (community TEXT NOT NULL, poll TEXT NOT NULL, member INTEGER NOT NULL,
            choices TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (community, poll, member)) WITHOUT ROWID;
        CREATE INDEX ballots_at ON ballots (community, poll, at, member);
        CREATE TABLE ballot_counts (community TEXT NOT NULL, poll TEXT NOT NULL, choices TEXT NOT NULL,
            count INTEGER NOT NULL, PRIMARY KEY (community, poll, choices)) WITHOUT ROWID;

        """;
}
