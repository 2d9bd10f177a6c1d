namespace Communities.Postgres;

/// <summary>The SQL for one partition, straight at the table in which its events are.</summary>
internal sealed class Statements(string events)
{
    /// <summary>
    /// <c>$1</c> partition, <c>$2</c> number of partitions, <c>$3</c> writer, <c>$4</c> fence, <c>$5</c> number of
    /// events known, <c>$6</c> guesses; then arrays: the actors' numbers, kinds, keys and versions; the events' actors
    /// as places among those, versions, times, names, accounts, commands and JSON.
    /// </summary>
    public string Append { get; } =
        $"SELECT * FROM append_{events}($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)";

    /// <summary>Whatever was sent before with the last fence is written by now, or never will be.</summary>
    public string Fence =>
        "UPDATE partitions SET fence = fence + 1 WHERE partition = $1 RETURNING events, fence";

    public string Find { get; } =
        $"""
        SELECT e.position FROM actors a JOIN {events} e ON e.partition = $1 AND e.actor = a.id
        WHERE a.partition = $1 AND a.kind = $2 AND a.key = $3 AND e.version = $4 AND e.writer = $5 AND e.position > $6
        """;

    public string Feed { get; } =
        $"""
        SELECT {EventRows.Columns} FROM {events} e JOIN actors a ON a.id = e.actor
        WHERE e.partition = $1 AND e.position > $2 ORDER BY e.position LIMIT $3
        """;

    public string History { get; } =
        $"""
        SELECT {EventRows.Columns} FROM actors a JOIN {events} e ON e.partition = $1 AND e.actor = a.id
        WHERE a.partition = $1 AND a.kind = $2 AND a.key = $3 AND e.version > $4 ORDER BY e.version LIMIT $5
        """;

    // A snapshot may have been kept of events that never became durable.
    public string LoadSnapshot { get; } =
        $"""
        SELECT s.version, s.format, s.state FROM snapshots s WHERE s.partition = $1 AND s.kind = $2 AND s.key = $3
        AND EXISTS (
          SELECT FROM actors a JOIN {events} e ON e.partition = $1 AND e.actor = a.id
          WHERE a.partition = $1 AND a.kind = $2 AND a.key = $3 AND e.version = s.version)
        """;

    // A snapshot that is lost in a crash costs a longer fold: it does not wait for the disk.
    public string SaveSnapshot =>
        """
        INSERT INTO snapshots(partition, kind, key, version, format, state) SELECT $1, $2, $3, $4, $5, $6
        WHERE set_config('synchronous_commit', 'off', true) = 'off'
        ON CONFLICT (partition, kind, key) DO UPDATE
        SET version = excluded.version, format = excluded.format, state = excluded.state
        """;

    public string SetAlarm =>
        """
        INSERT INTO alarms(partition, kind, key, name, due, command, json) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (partition, kind, key, name) DO UPDATE
        SET due = excluded.due, command = excluded.command, json = excluded.json
        """;

    public string CancelAlarm =>
        "DELETE FROM alarms WHERE partition = $1 AND kind = $2 AND key = $3 AND name = $4";

    public string ForgetAlarm =>
        "DELETE FROM alarms WHERE partition = $1 AND kind = $2 AND key = $3 AND name = $4 AND due = $5";

    public string DueAlarms =>
        """
        SELECT kind, key, name, due, command, json FROM alarms WHERE partition = $1 AND due <= $2
        ORDER BY due LIMIT $3
        """;

    public string NextAlarm => "SELECT min(due) FROM alarms WHERE partition = $1";

    public string LoadCheckpoint => "SELECT mark FROM checkpoints WHERE partition = $1 AND name = $2";

    public string SaveCheckpoint =>
        """
        INSERT INTO checkpoints(partition, name, mark) VALUES ($1, $2, $3)
        ON CONFLICT (partition, name) DO UPDATE SET mark = excluded.mark
        """;

    public string Claim =>
        """
        INSERT INTO claims(partition, follower, epoch) VALUES ($1, $2, 1)
        ON CONFLICT (partition, follower) DO UPDATE SET epoch = claims.epoch + 1 RETURNING epoch
        """;

    // The claim is locked until the mark is durable: whoever claims next comes before it or behind it.
    public string SaveClaimed =>
        """
        WITH claim AS MATERIALIZED (
          SELECT epoch FROM claims WHERE partition = $1 AND follower = $4 AND epoch = $5 FOR SHARE)
        INSERT INTO checkpoints(partition, name, mark) SELECT $1, $2, $3 FROM claim
        ON CONFLICT (partition, name) DO UPDATE SET mark = excluded.mark
        """;
}
