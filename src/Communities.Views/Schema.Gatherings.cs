namespace Communities.Views;

internal static partial class Schema
{
    // Hosts, reminders and times are separated by spaces, rooms are lines. Whoever has answered, or has come, has a
    // line, in the order of the answers.
    private const string Gatherings = """
        CREATE TABLE gatherings (community TEXT NOT NULL, id TEXT NOT NULL, form INTEGER NOT NULL, title TEXT NOT NULL,
            text TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, zone TEXT NOT NULL, place TEXT,
            link TEXT, capacity INTEGER NOT NULL, category TEXT, planner TEXT NOT NULL, hosts TEXT NOT NULL,
            reminders TEXT NOT NULL, planned_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
            sequence INTEGER NOT NULL, status INTEGER NOT NULL, reason TEXT, code TEXT, recapped INTEGER NOT NULL,
            going INTEGER NOT NULL, waiting INTEGER NOT NULL, interested INTEGER NOT NULL, attended INTEGER NOT NULL,
            rooms TEXT NOT NULL, times TEXT NOT NULL, PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX gatherings_starts ON gatherings (community, starts, id);
        CREATE TABLE gathering_people (community TEXT NOT NULL, gathering TEXT NOT NULL, account TEXT NOT NULL,
            rsvp INTEGER NOT NULL, turn INTEGER NOT NULL, attended INTEGER NOT NULL,
            PRIMARY KEY (community, gathering, account)) WITHOUT ROWID;
        CREATE INDEX gathering_people_by ON gathering_people (community, gathering, rsvp, turn);
        CREATE INDEX gathering_people_of ON gathering_people (account, community, gathering);
        CREATE TABLE gathering_sessions (community TEXT NOT NULL, gathering TEXT NOT NULL, session INTEGER NOT NULL,
            author TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, votes INTEGER NOT NULL,
            room INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (community, gathering, session)) WITHOUT ROWID;
        CREATE TABLE gathering_votes (community TEXT NOT NULL, gathering TEXT NOT NULL, session INTEGER NOT NULL,
            account TEXT NOT NULL, PRIMARY KEY (community, gathering, account, session)) WITHOUT ROWID;

        """;
}
