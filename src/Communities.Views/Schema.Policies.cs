namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>
    /// Policies of communities and of the site (<c>~</c>), their versions and drafts, and who agreed to them.
    /// </summary>
    private const string Policies = """
        CREATE TABLE policies (place TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL,
            summary TEXT NOT NULL, at INTEGER NOT NULL, effective_at INTEGER NOT NULL, asks INTEGER NOT NULL,
            state INTEGER NOT NULL, PRIMARY KEY (place, name, number)) WITHOUT ROWID;
        CREATE TABLE policy_drafts (place TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, summary TEXT NOT NULL,
            at INTEGER NOT NULL, by TEXT NOT NULL, PRIMARY KEY (place, name)) WITHOUT ROWID;
        CREATE TABLE consents (community TEXT NOT NULL, policy TEXT NOT NULL, version INTEGER NOT NULL,
            account TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (community, policy, version, account)) WITHOUT ROWID;

        """;
}
