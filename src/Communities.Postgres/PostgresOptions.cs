using System.Text.RegularExpressions;
using Npgsql;

namespace Communities.Postgres;

/// <summary>Where a journal on PostgreSQL lies, and how it is used. Only the data source has no default.</summary>
public sealed partial record PostgresOptions
{
    /// <summary>
    /// Gives connections, the caller's own: how one signs in (a password, a managed identity's token) is settled
    /// there. The journal keeps connections open and listens on one, so they must lead to the server itself and not to
    /// a pooler of transactions, and with several hosts only to the one that takes writes.
    /// </summary>
    public required NpgsqlDataSource DataSource { get; init; }

    /// <summary>The schema of its tables, made if it is not there: lower case letters, digits and <c>_</c>.</summary>
    public string Schema { get; init; } = "communities";

    /// <summary>
    /// How many partitions the journal has, 1 to <see cref="Partitions.Max"/>, which is settled when it is made.
    /// Null takes those it has, and makes <see cref="PartitionsDefault"/>.
    /// </summary>
    public int? Partitions { get; init; }

    /// <summary>
    /// Connections of this process that write, 1 or more. So many partitions commit at once; the others wait, and
    /// gather more meanwhile. The default is what a small server's disk and processors are busy with.
    /// </summary>
    public int WritersMax { get; init; } = 8;

    /// <summary>
    /// Connections of this process that read, 1 or more: activations, and followers that are behind.
    /// </summary>
    public int ReadersMax { get; init; } = 8;

    /// <summary>
    /// How long the server may stay away before those who wait are told. The default is longer than a restart and than
    /// most failovers, and as long as a person waits for a page.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one statement may take before the connection counts as lost. The default is far above the largest
    /// batch on a busy server: a link that is silently dead must be noticed, a slow disk must not be.
    /// </summary>
    public TimeSpan StatementTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often it looks for what other processes have written, beside being told: so late at most does one learn of
    /// an event where the telling failed.
    /// </summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of patience and of looking.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of what has no caller to be told of: the server is away, it is back.</summary>
    public Action<string, Exception?>? Trouble { get; init; }

    /// <summary>So many partitions has a new journal: enough for some dozen processes to share.</summary>
    public const int PartitionsDefault = 16;

    internal PostgresOptions Checked()
    {
        if (!SchemaName().IsMatch(Schema))
        {
            throw new ArgumentException($"{Schema} cannot be a schema: lower case letters, digits and _, 40 at most.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(WritersMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReadersMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(StatementTime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(LookEvery, TimeSpan.Zero);
        if (Partitions is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Actors.Partitions.Max);
        }

        return this;
    }

    // PostgreSQL cuts names at 63 bytes; the channel of the journal's news is longer than its schema's name.
    [GeneratedRegex(@"\A[a-z_][a-z0-9_]{0,39}\z")]
    private static partial Regex SchemaName();
}
