namespace Communities.Views;

internal static partial class Schema
{
    // Who is sent what by e-mail, and what came of each letter: 0 waiting, 1 delivered, 2 skipped, 3 given up, 4 came
    // back. A bucket is a number from the recipient's key, so that a list is gone through by it without naming anybody.
    private const string Mail = """
        CREATE TABLE recipients (community TEXT NOT NULL, who TEXT NOT NULL, bucket INTEGER NOT NULL,
            newsletter INTEGER NOT NULL, digest INTEGER NOT NULL, stopped INTEGER NOT NULL,
            PRIMARY KEY (community, who)) WITHOUT ROWID;
        CREATE INDEX recipients_subscribed ON recipients (community, bucket, who)
            WHERE newsletter = 1 AND stopped = 0;
        CREATE TABLE letters (community TEXT NOT NULL, who TEXT NOT NULL, delivery TEXT NOT NULL,
            kind INTEGER NOT NULL, subject TEXT NOT NULL, state INTEGER NOT NULL, owed_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL, node TEXT, claimed_at INTEGER, token TEXT, clicked INTEGER NOT NULL,
            unsubscribed INTEGER NOT NULL, PRIMARY KEY (community, who, delivery)) WITHOUT ROWID;
        CREATE INDEX letters_due ON letters (due_at) WHERE state = 0;
        CREATE INDEX letters_left ON letters (node, claimed_at) WHERE state = 0;
        CREATE INDEX letters_about ON letters (community, kind, subject, state);
        CREATE INDEX letters_token ON letters (token) WHERE token IS NOT NULL;
        CREATE TABLE newsletters (community TEXT NOT NULL, id TEXT NOT NULL, status INTEGER NOT NULL,
            content TEXT NOT NULL, saved_at INTEGER NOT NULL, planned_at INTEGER, began_at INTEGER, sent_at INTEGER,
            total INTEGER NOT NULL, PRIMARY KEY (community, id)) WITHOUT ROWID;
        CREATE INDEX newsletters_under_way ON newsletters (began_at) WHERE status = 3;
        CREATE TABLE letter_clicks (community TEXT NOT NULL, kind INTEGER NOT NULL, subject TEXT NOT NULL,
            link TEXT NOT NULL, who TEXT NOT NULL, PRIMARY KEY (community, kind, subject, link, who)) WITHOUT ROWID;

        """;
}
