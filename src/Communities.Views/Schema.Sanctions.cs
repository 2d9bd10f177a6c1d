namespace Communities.Views;

internal static partial class Schema
{
    /// <summary>What keeps members from writing or from taking part, from the decision until it ends.</summary>
    private const string Sanctions = """
        CREATE TABLE sanctions (account TEXT NOT NULL, community TEXT NOT NULL, decision TEXT NOT NULL,
            kind INTEGER NOT NULL, until INTEGER, PRIMARY KEY (account, community, decision, kind)) WITHOUT ROWID;

        """;

    /// <summary>A condition: this row of members is one of a member, and nothing keeps that member out.</summary>
    /// <param name="member">The name by which the query calls the row.</param>
    public static string IsIn(string member) => $"""
        {member}.role > 0 AND NOT EXISTS (SELECT 1 FROM sanctions z WHERE z.account = {member}.account
            AND z.community = {member}.community AND z.kind IN ({(int)MeasureKind.Suspend}, {(int)MeasureKind.Ban}))
        """;
}
