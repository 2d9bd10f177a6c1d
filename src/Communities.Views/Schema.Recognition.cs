namespace Communities.Views;

internal static partial class Schema
{
    // Points by day, numbered as DaySet does; day 0 bears those of all time. Ballots of contests are nobody else's.
    private const string Recognition = """
        CREATE TABLE ambassadors (community TEXT NOT NULL, account TEXT NOT NULL, since INTEGER NOT NULL, word TEXT,
            PRIMARY KEY (community, account)) WITHOUT ROWID;
        CREATE TABLE thanks (community TEXT NOT NULL, account TEXT NOT NULL, at INTEGER NOT NULL, n INTEGER NOT NULL,
            author TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (community, account, at, n)) WITHOUT ROWID;
        CREATE TABLE recognition (community TEXT PRIMARY KEY, unranked INTEGER NOT NULL, expected TEXT NOT NULL)
            WITHOUT ROWID;
        CREATE TABLE badges (community TEXT NOT NULL, badge TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
            sign TEXT NOT NULL, sentence TEXT NOT NULL, measure INTEGER, needed INTEGER NOT NULL,
            PRIMARY KEY (community, badge)) WITHOUT ROWID;
        CREATE TABLE member_badges (community TEXT NOT NULL, account TEXT NOT NULL, badge TEXT NOT NULL,
            at INTEGER NOT NULL, author TEXT NOT NULL, word TEXT,
            PRIMARY KEY (community, account, badge)) WITHOUT ROWID;
        CREATE INDEX member_badges_latest ON member_badges (community, badge, at, account);
        CREATE TABLE points (community TEXT NOT NULL, day INTEGER NOT NULL, account TEXT NOT NULL,
            points INTEGER NOT NULL, PRIMARY KEY (community, day, account)) WITHOUT ROWID;
        CREATE INDEX points_most ON points (community, day, points);

        """;

    private const string Contests = """
        CREATE TABLE contests (community TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, organiser TEXT NOT NULL,
            opened_at INTEGER NOT NULL, phase INTEGER NOT NULL, entries_until INTEGER NOT NULL,
            voting_until INTEGER NOT NULL, entries_each INTEGER NOT NULL, votes_each INTEGER NOT NULL, badge TEXT,
            jury TEXT NOT NULL, ended_at INTEGER, reason TEXT, PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX contests_latest ON contests (community, opened_at);
        CREATE TABLE contest_entries (community TEXT NOT NULL, contest TEXT NOT NULL, number INTEGER NOT NULL,
            account TEXT NOT NULL, away INTEGER NOT NULL, votes INTEGER, place INTEGER,
            PRIMARY KEY (community, contest, number)) WITHOUT ROWID;
        CREATE TABLE contest_ballots (community TEXT NOT NULL, contest TEXT NOT NULL, account TEXT NOT NULL,
            entries TEXT NOT NULL, PRIMARY KEY (community, contest, account)) WITHOUT ROWID;

        """;
}
