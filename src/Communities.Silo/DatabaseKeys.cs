using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Communities.Silo;

/// <summary>
/// The keys that protect cookies and forms, in the database, so that every web reads what any other has signed. Whoever
/// may read them may read the journal, too.
/// </summary>
internal sealed class DatabaseKeys(NpgsqlDataSource database, string schema) : IXmlRepository
{
    private readonly string _table = $"{schema}.web_keys";
    private bool _isMade;

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        Make();
        using var read = database.CreateCommand($"SELECT xml FROM {_table} ORDER BY name");
        using var rows = read.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read()) keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        Make();
        using var write = database.CreateCommand(
            $"INSERT INTO {_table} (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml");
        write.Parameters.AddWithValue(friendlyName);
        write.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        write.ExecuteNonQuery();
    }

    // Two webs that start at once: one of them waits for the other's lock and then finds it done.
    private void Make()
    {
        if (_isMade) return;
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var make = new NpgsqlCommand(
            $"""
            SELECT pg_advisory_xact_lock(7306086968);
            CREATE TABLE IF NOT EXISTS {_table} (name text PRIMARY KEY, xml text NOT NULL);
            """,
            connection,
            transaction);
        make.ExecuteNonQuery();
        transaction.Commit();
        _isMade = true;
    }
}
