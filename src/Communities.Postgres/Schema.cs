using System.Globalization;
using Npgsql;

namespace Communities.Postgres;

/// <summary>The tables of a journal, made where they are missing.</summary>
/// <remarks>
/// Events are in at most <see cref="TablesMax"/> tables by partition, each with its own function that appends. A
/// partition's row counts its events; whoever appends holds that row until the commit, so positions have no gaps and
/// the order of commits, whichever process writes. An event names its actor by a number: an index over kinds and keys
/// costs as much as the rest of the insert, measured, and a number is what a second activation cannot take twice
/// either.
/// </remarks>
internal static class Schema
{
    /// <summary>Raised with every change of the tables; a program refuses a journal newer than itself.</summary>
    public const int Version = 1;

    /// <summary>
    /// Small indexes and vacuums that run side by side are worth some tables; a thousand would only slow the server's
    /// own catalogue.
    /// </summary>
    public const int TablesMax = 32;

    /// <summary>The oldest PostgreSQL on which all this was tried.</summary>
    private const int ServerVersionMin = 15;

    private const string Tables = """
        CREATE TABLE journal(
          only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
          version int NOT NULL, partitions int NOT NULL, made timestamptz NOT NULL DEFAULT now());
        CREATE TABLE partitions(
          partition int PRIMARY KEY, events bigint NOT NULL, fence bigint NOT NULL) WITH (fillfactor = 10);
        CREATE TABLE actors(
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, partition int NOT NULL, kind text COLLATE "C" NOT NULL,
          key text COLLATE "C" NOT NULL, UNIQUE (partition, kind, key));
        CREATE TABLE events(
          partition int NOT NULL, writer int NOT NULL, position bigint NOT NULL, actor bigint NOT NULL,
          version bigint NOT NULL, at timestamptz NOT NULL, name text NOT NULL, by text NOT NULL, command text,
          json bytea NOT NULL,
          PRIMARY KEY (partition, position), UNIQUE (partition, actor, version)) PARTITION BY LIST (partition);
        CREATE TABLE snapshots(
          partition int, kind text COLLATE "C", key text COLLATE "C", version bigint NOT NULL, format text NOT NULL,
          state bytea NOT NULL, PRIMARY KEY (partition, kind, key));
        CREATE TABLE alarms(
          partition int, kind text COLLATE "C", key text COLLATE "C", name text COLLATE "C", due timestamptz NOT NULL,
          command text NOT NULL, json bytea NOT NULL, PRIMARY KEY (partition, kind, key, name));
        CREATE INDEX alarms_due ON alarms(partition, due);
        CREATE TABLE checkpoints(
          partition int, name text COLLATE "C", mark text NOT NULL, PRIMARY KEY (partition, name));
        CREATE TABLE claims(
          partition int, follower text COLLATE "C", epoch bigint NOT NULL, PRIMARY KEY (partition, follower));
        CREATE VIEW readable_events AS
          SELECT e.position, e.partition, a.kind, a.key, e.version, e.name, e.at, e.by, e.command,
            convert_from(e.json, 'UTF8') AS json
          FROM events e JOIN actors a ON a.id = e.actor;
        COMMENT ON VIEW readable_events IS 'What happened, for people: the JSON as text.';
        """;

    /// <summary>The table in which the events of this partition are.</summary>
    public static string TableOf(int partition) => $"events_{partition % TablesMax}";

    /// <summary>Makes the journal if it is not there; several processes may do so at once.</summary>
    /// <returns>How many partitions it has.</returns>
    /// <exception cref="JournalSetupException">It cannot be this journal.</exception>
    public static async Task<Partitions> Ensure(Session session, PostgresOptions options, CancellationToken ct)
    {
        var server = session.Connection.PostgreSqlVersion;
        if (server.Major < ServerVersionMin)
        {
            throw new JournalSetupException(
                $"This is PostgreSQL {server}; the journal needs {ServerVersionMin} or newer.");
        }

        try
        {
            return await Find(session, options, ct).ConfigureAwait(false)
                ?? await Make(session, options, ct).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JournalSetupException(
                $"The database's user lacks a right for the schema {options.Schema} ({e.MessageText}).", e);
        }
    }

    /// <summary>How many events each partition has, and its fence.</summary>
    public static async Task<IReadOnlyList<(long Events, long Fence)>> Stands(
        Session session, Partitions partitions, CancellationToken ct)
    {
        var stands = await session.Read(
            new("SELECT events, fence FROM partitions ORDER BY partition"),
            async rows =>
            {
                var stands = new List<(long, long)>();
                while (await rows.ReadAsync(ct).ConfigureAwait(false))
                {
                    stands.Add((rows.GetInt64(0), rows.GetInt64(1)));
                }

                return stands;
            },
            ct).ConfigureAwait(false);
        return stands.Count == partitions.Count
            ? stands
            : throw new JournalSetupException(
                $"The journal says it has {partitions.Count} partitions, but counts {stands.Count}; it is not whole.");
    }

    // The lock is taken before the transaction begins: a session learns of new schemas and tables when it begins one,
    // and in a transaction that began before would not see what was made while it waited.
    private static async Task<Partitions> Make(Session session, PostgresOptions options, CancellationToken ct)
    {
        var names = $"hashtext('communities'), hashtext('{options.Schema}')";
        await session.Run($"SELECT pg_advisory_lock({names})", ct).ConfigureAwait(false);
        try
        {
            return await MakeAlone(session, options, ct).ConfigureAwait(false);
        }
        finally
        {
            await session.Run($"SELECT pg_advisory_unlock({names})", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<Partitions> MakeAlone(Session session, PostgresOptions options, CancellationToken ct)
    {
        var count = options.Partitions ?? PostgresOptions.PartitionsDefault;
        await using var transaction = await session.Connection.BeginTransactionAsync(ct).ConfigureAwait(false);
        if (await Find(session, options, ct).ConfigureAwait(false) is { } other)
        {
            return other;
        }

        // IF NOT EXISTS would ask for the right to make one even where it is there.
        var schema = await Is(session, $"to_regnamespace('{options.Schema}') IS NULL", ct).ConfigureAwait(false)
            ? $"CREATE SCHEMA {options.Schema};"
            : "";
        var tables = Enumerable.Range(0, Math.Min(count, TablesMax)).Select(table => TableOf(table, count));
        await session.Run(
            $"""
            {schema}
            {Tables}
            {string.Concat(tables)}
            INSERT INTO partitions SELECT n, 0, 0 FROM generate_series(0, {count} - 1) n;
            INSERT INTO journal(version, partitions) VALUES ({Version}, {count});
            """,
            ct).ConfigureAwait(false);
        await transaction.CommitAsync(ct).ConfigureAwait(false);
        return new Partitions(count);
    }

    private static async Task<Partitions?> Find(Session session, PostgresOptions options, CancellationToken ct)
    {
        if (await Is(session, "to_regclass('journal') IS NULL", ct).ConfigureAwait(false))
        {
            return null;
        }

        await using var read = new NpgsqlCommand("SELECT version, partitions FROM journal", session.Connection);
        await using var row = await read.ExecuteReaderAsync(ct).ConfigureAwait(false);
        if (!await row.ReadAsync(ct).ConfigureAwait(false))
        {
            throw new JournalSetupException($"The schema {options.Schema} holds a journal that is not whole.");
        }

        var (version, partitions) = (row.GetInt32(0), row.GetInt32(1));
        if (version > Version)
        {
            throw new JournalSetupException(
                $"The journal in {options.Schema} is of a newer version of this program (format {version}, known here: "
                + $"{Version}).");
        }

        if (options.Partitions is { } asked && asked != partitions)
        {
            throw new JournalSetupException(
                $"The journal in {options.Schema} was made with {partitions} partitions and cannot have {asked}: "
                + "where an event stands follows from their number.");
        }

        return new Partitions(partitions);
    }

    private static async Task<bool> Is(Session session, string condition, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"SELECT {condition}", session.Connection);
        return (bool)(await command.ExecuteScalarAsync(ct).ConfigureAwait(false))!;
    }

    private static string TableOf(int table, int count)
    {
        var partitions = string.Join(',', Enumerable.Range(0, count).Where(p => p % TablesMax == table)
            .Select(p => p.ToString(CultureInfo.InvariantCulture)));
        var events = TableOf(table);
        return $"CREATE TABLE {events} PARTITION OF events FOR VALUES IN ({partitions});" + AppendTo(events);
    }

    // One round trip and one commit. The counter's row is locked first; what is looked up and written then is true
    // until the commit, whoever else writes. Where the actors do not stand where the caller believes, nothing is
    // written and the caller is told where they stand. The caller's knowledge of most actors holds as long as the
    // counter does.
    private static string AppendTo(string events) => $"""
        CREATE FUNCTION append_{events}(
          _partition int, _partitions int, _writer int, _fence bigint, _known bigint, _guessed int,
          _ids bigint[], _kinds text[], _keys text[], _stands bigint[],
          _actors int[], _versions bigint[], _ats timestamptz[], _names text[], _bys text[], _commands text[],
          _jsons bytea[],
          OUT before bigint, OUT fence_now bigint, OUT is_written boolean, OUT ids bigint[], OUT stands bigint[])
        LANGUAGE plpgsql AS $append$
        DECLARE
          looked int;
        BEGIN
          is_written := false;
          SELECT p.events, p.fence INTO STRICT before, fence_now
            FROM partitions p WHERE p.partition = _partition FOR UPDATE;
          IF fence_now <> _fence THEN
            RETURN;
          END IF;
          looked := CASE WHEN before = _known THEN _guessed ELSE cardinality(_ids) END;
          IF looked > 0 THEN
            SELECT array_agg(coalesce(w.id, 0) ORDER BY a.n), array_agg(coalesce((
                SELECT e.version FROM {events} e WHERE e.partition = _partition AND e.actor = w.id
                ORDER BY e.version DESC LIMIT 1), 0) ORDER BY a.n)
              INTO ids, stands
              FROM unnest(_kinds[1:looked], _keys[1:looked]) WITH ORDINALITY AS a(kind, key, n)
              LEFT JOIN actors w ON w.partition = _partition AND w.kind = a.kind AND w.key = a.key;
            IF stands <> _stands[1:looked] THEN
              RETURN;
            END IF;
            IF 0 = ANY(ids) THEN
              INSERT INTO actors(partition, kind, key)
                SELECT _partition, a.kind, a.key
                FROM unnest(_kinds[1:looked], _keys[1:looked], ids) AS a(kind, key, id) WHERE a.id = 0;
              SELECT array_agg(w.id ORDER BY a.n) INTO ids
                FROM unnest(_kinds[1:looked], _keys[1:looked]) WITH ORDINALITY AS a(kind, key, n)
                JOIN actors w ON w.partition = _partition AND w.kind = a.kind AND w.key = a.key;
            END IF;
          END IF;
          ids := coalesce(ids, ARRAY[]::bigint[]) || _ids[looked + 1:];
          INSERT INTO {events}(partition, writer, position, actor, version, at, name, by, command, json)
            SELECT _partition, _writer, (before + e.n) * _partitions + _partition,
              ids[e.actor], e.version, e.at, e.name, e.by, e.command, e.json
            FROM unnest(_actors, _versions, _ats, _names, _bys, _commands, _jsons)
              WITH ORDINALITY AS e(actor, version, at, name, by, command, json, n);
          UPDATE partitions p SET events = before + cardinality(_versions) WHERE p.partition = _partition;
          is_written := true;
        END $append$;
        """;
}
