using System.Buffers.Binary;

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

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    // SQLite's file header: its length, and where it says how large a page is and how many there are.
    private const int HeaderLength = 100;
    private const int PageSizeAt = 16;
    private const int PagesAt = 28;

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

    /// <summary>
    /// Makes a journal where there is none: aside, then in one step, so that an empty or half-made file is never ours.
    /// </summary>
    /// <exception cref="JournalDamagedException">There is only a part of one.</exception>
    public static void CreateIfNew(string path)
    {
        if (File.Exists(path))
        {
            CheckLength(path);
            return;
        }

        if (File.Exists(path + "-wal"))
        {
            throw new JournalDamagedException($"{path} is missing, but its log is there.");
        }

        var aside = path + ".new";
        File.Delete(aside);
        using (var connection = new Connection(aside, create: true))
        {
            connection.Execute("PRAGMA synchronous=FULL");
            connection.Execute(
                $"BEGIN;{Tables}PRAGMA application_id={ApplicationId};PRAGMA user_version={Version};COMMIT");
        }

        File.Move(aside, path);
    }

    /// <summary>Looks whether the file is a journal that this program understands.</summary>
    /// <exception cref="JournalDamagedException">It is something else, cut short, or newer.</exception>
    public static void Check(Connection connection, string path)
    {
        if (connection.Number("PRAGMA application_id") != ApplicationId)
        {
            throw new JournalDamagedException($"{path} is a database, but not a journal of this program.");
        }

        var version = connection.Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new JournalDamagedException(
                $"{path} was written by a newer version of this program (format {version}, known here: {Version}).");
        }
    }

    // With a log beside it the file may lag behind its own header; without one it is whole, or was cut.
    private static void CheckLength(string path)
    {
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > 0)
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[HeaderLength];
        var read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read >= Magic.Length && !header.StartsWith(Magic))
        {
            throw new JournalDamagedException($"{path} is not a journal.");
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[PageSizeAt..]);
        var pages = BinaryPrimitives.ReadUInt32BigEndian(header[PagesAt..]);
        if (read < HeaderLength || file.Length < (long)pages * pageSize)
        {
            throw new JournalDamagedException($"{path} was cut short: {file.Length} bytes are left.");
        }
    }
}
