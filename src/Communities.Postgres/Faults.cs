using Npgsql;

namespace Communities.Postgres;

/// <summary>What an error of the driver means for what was asked.</summary>
internal static class Faults
{
    /// <summary>True where the server has answered that it did nothing; the connection can be used again.</summary>
    public static bool IsAnswer(Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>
    /// True where the connection, or the server behind it, went away: what was under way may have been done or not.
    /// </summary>
    public static bool IsLoss(Exception e) => e is NpgsqlException && !IsAnswer(e) && !IsNotLetIn(e);

    /// <summary>What to tell those who asked.</summary>
    public static JournalUnavailableException Unavailable(Exception e) => new(
        e is PostgresException told
            ? told.SqlState switch
            {
                PostgresErrorCodes.DiskFull => "PostgreSQL's disk is full; nothing was written.",
                PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL is read-only now; nothing was written.",
                _ => $"PostgreSQL does not do it ({told.MessageText}, {told.SqlState}); nothing was written.",
            }
            : $"PostgreSQL cannot be reached now ({e.Message}).",
        e);

    // Refused at the door: a wrong password or database. Asking again at once would not change it.
    private static bool IsNotLetIn(Exception e) =>
        e is PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] };
}
