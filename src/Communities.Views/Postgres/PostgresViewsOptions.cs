using System.Text.RegularExpressions;
using Npgsql;

namespace Communities.Views;

/// <summary>Where <see cref="PostgresViews"/> are, and how they follow the feeds.</summary>
public sealed partial record PostgresViewsOptions
{
    /// <summary>
    /// The database. Its role must be allowed to create schemas there. A pooler before it must keep sessions, for they
    /// listen and keep prepared statements.
    /// </summary>
    public required NpgsqlDataSource DataSource { get; init; }

    /// <summary>
    /// What the names of all schemas begin with: at most 40 lower-case letters, digits and underscores.
    /// </summary>
    public string Schema { get; init; } = "views";

    /// <summary>The most envelopes in one transaction, 1 to 100,000. Larger ones are cheaper and show later.</summary>
    public int BatchMax { get; init; } = 2_000;

    /// <summary>How many read at the same time in this process, each with a connection: 1 to 100.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>Is told, a sentence each, when views are made anew and when a feed cannot be followed.</summary>
    public Action<string> Announce { get; init; } = _ => { };

    /// <summary>Times the pause before what failed is tried again.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(BatchMax, Math.Clamp(BatchMax, 1, 100_000));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Readers, Math.Clamp(Readers, 1, 100));
        if (!Name().IsMatch(Schema)) throw new ArgumentException($"No schema of views can be called {Schema}.");
    }

    // PostgreSQL cuts names off at 63; version and generation stand behind this one.
    [GeneratedRegex("^[a-z_][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
