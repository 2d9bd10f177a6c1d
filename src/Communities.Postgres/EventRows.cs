using Npgsql;

namespace Communities.Postgres;

/// <summary>From rows to envelopes.</summary>
internal static class EventRows
{
    /// <summary>What <see cref="Read"/> wants, in this order, of an event <c>e</c> and its actor <c>a</c>.</summary>
    public const string Columns =
        "e.position, a.kind, a.key, e.version, e.name, e.at, e.by, e.command, e.json";

    public static Envelope Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), new ActorId(row.GetString(1), row.GetString(2)), row.GetInt64(3), row.GetString(4),
        TimeOf(row, 5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), (byte[])row.GetValue(8));

    // The ends of time, which PostgreSQL calls infinity, come without a zone.
    public static DateTimeOffset TimeOf(NpgsqlDataReader row, int column) =>
        new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));
}
