namespace Communities.Local.Sqlite;

/// <summary>The tables of a journal file, and whether a file is one.</summary>
/// <remarks>
/// Events are a log: each row names the position of the same actor's event before it, and the actor's row names its
/// last. So a commit touches the end of one table and a few pages of another, where an index over (actor, version)
/// would rewrite a page per actor and commit; measured, that costs more than half of the throughput.
/// </remarks>
internal static class Schema
{
    /// <summary>Raised with every change of the tables; a program refuses files newer than itself.</summary>
    public const int Version = 1;

    /// <summary>Marks the file as ours in SQLite's header ("CmJl").</summary>
    private const int ApplicationId = 0x436D_4A6C;

    private const string Tables = """
        CREATE TABLE actors(
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL,
          version INTEGER NOT NULL, position INTEGER NOT NULL, UNIQUE(kind, key));
        CREATE TABLE events(
          position INTEGER PRIMARY KEY, previous INTEGER NOT NULL, actor INTEGER NOT NULL, version INTEGER NOT NULL,
          digest INTEGER NOT NULL, at INTEGER NOT NULL, name TEXT NOT NULL, by TEXT NOT NULL, command TEXT,
          json BLOB NOT NULL);
        CREATE TABLE snapshots(
          actor INTEGER PRIMARY KEY, version INTEGER NOT NULL, format TEXT NOT NULL, state BLOB NOT NULL);
        CREATE TABLE alarms(
          kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, due INTEGER NOT NULL,
          command TEXT NOT NULL, json BLOB NOT NULL, PRIMARY KEY(kind, key, name)) WITHOUT ROWID;
        CREATE INDEX alarms_due ON alarms(due);
        CREATE TABLE checkpoints(name TEXT PRIMARY KEY, mark TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables in a new file; looks at an old one.</summary>
    /// <exception cref="JournalDamagedException">It is something else, or newer.</exception>
    public static void Prepare(Connection connection, string path)
    {
        var version = connection.Number("PRAGMA user_version");
        var application = connection.Number("PRAGMA application_id");
        if (version == 0 && application == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            connection.Execute("PRAGMA journal_mode=WAL");
            connection.Execute("PRAGMA synchronous=FULL");
            connection.Execute(
                $"BEGIN IMMEDIATE;{Tables}PRAGMA application_id={ApplicationId};PRAGMA user_version={Version};COMMIT");
            return;
        }

        if (application != ApplicationId)
        {
            throw new JournalDamagedException($"{path} is a database, but not a journal of this program.");
        }

        if (version > Version)
        {
            throw new JournalDamagedException(
                $"{path} was written by a newer version of this program (format {version}, known here: {Version}).");
        }
    }
}
