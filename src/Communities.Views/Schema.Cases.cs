namespace Communities.Views;

internal static partial class Schema
{
    // A case stands where its subject stands now; n is the position of its first event, so that lists have an order.
    // Rank puts what is urgent before the weight of reports; reports that wait have no decision, and those that
    // another of the same reporter took the place of have decision 0.
    private const string Cases = """
        CREATE TABLE cases (community TEXT NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL, place TEXT NOT NULL,
            thread TEXT, number INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, revision INTEGER NOT NULL,
            author TEXT NOT NULL, category TEXT, waiting INTEGER NOT NULL, illegal INTEGER NOT NULL,
            escalated INTEGER NOT NULL, appealed INTEGER NOT NULL, assignee TEXT NOT NULL, acted_at INTEGER NOT NULL,
            opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, reports INTEGER NOT NULL, weight INTEGER NOT NULL,
            score INTEGER NOT NULL, rank INTEGER NOT NULL, reasons TEXT NOT NULL, outcome TEXT NOT NULL,
            version INTEGER NOT NULL, PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX cases_rank ON cases (community, waiting, rank, n);
        CREATE INDEX cases_score ON cases (community, waiting, score, n);
        CREATE INDEX cases_age ON cases (community, waiting, opened_at, n);
        CREATE INDEX cases_latest ON cases (community, waiting, changed_at, n);
        CREATE INDEX cases_author ON cases (community, author, n);
        CREATE TABLE case_reports (community TEXT NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
            reporter TEXT NOT NULL, reason TEXT NOT NULL, said TEXT, at INTEGER NOT NULL, weight INTEGER NOT NULL,
            illegal INTEGER NOT NULL, revision INTEGER NOT NULL, text TEXT, rules TEXT NOT NULL, decision INTEGER,
            PRIMARY KEY (community, subject, version)) WITHOUT ROWID;
        CREATE INDEX case_reports_by ON case_reports (community, reporter, at);
        CREATE TABLE decisions (community TEXT NOT NULL, subject TEXT NOT NULL, number INTEGER NOT NULL,
            author TEXT NOT NULL, decider TEXT NOT NULL, origin INTEGER NOT NULL, at INTEGER NOT NULL,
            opened_at INTEGER NOT NULL, measures TEXT NOT NULL, reason TEXT, rule TEXT NOT NULL, said TEXT NOT NULL,
            note TEXT, text TEXT NOT NULL, place TEXT NOT NULL, ended INTEGER NOT NULL, ended_at INTEGER,
            appeal TEXT, appealed_at INTEGER, answer TEXT, answered_at INTEGER, answered_by TEXT,
            overturned INTEGER NOT NULL,
            PRIMARY KEY (community, subject, number)) WITHOUT ROWID;
        CREATE INDEX decisions_on ON decisions (community, author, at);
        CREATE INDEX decisions_at ON decisions (community, at);
        CREATE TABLE case_happenings (community TEXT NOT NULL, subject TEXT NOT NULL, version INTEGER NOT NULL,
            kind TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL, said TEXT,
            PRIMARY KEY (community, subject, version)) WITHOUT ROWID;

        """;
}
