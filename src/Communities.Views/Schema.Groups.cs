namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>Groups of members; a member's state in one is 0 waiting, 1 in it, 2 an owner of it.</summary>
    private const string Groups = """
        CREATE TABLE member_groups (community TEXT NOT NULL, slug TEXT NOT NULL, title TEXT NOT NULL,
            folded TEXT NOT NULL, description TEXT NOT NULL, access INTEGER NOT NULL, callers INTEGER NOT NULL,
            members INTEGER NOT NULL, PRIMARY KEY (community, slug)) WITHOUT ROWID;
        CREATE TABLE group_members (community TEXT NOT NULL, slug TEXT NOT NULL, account TEXT NOT NULL,
            state INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (community, slug, account)) WITHOUT ROWID;
        CREATE INDEX group_members_by_account ON group_members (community, account, slug);

        """;
}
