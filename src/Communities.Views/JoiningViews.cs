using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads requests to join, and invitations.</summary>
internal static class JoiningViews
{
    private const int RequestsMost = 200; // What the port promises; who has decided on some sees the next ones.
    private const int InvitationsMost = 200; // What the port promises: three weeks of somebody who writes ten a day.

    private const string RequestColumns = "account, name, answer, at, declined_at, reason";

    public static IReadOnlyList<RequestView> Requests(Database database, string community, Viewer viewer)
    {
        var requests = new List<RequestView>();
        if (!viewer.Standing.Is(Role.Moderator)) return requests;
        var row = database.Query($"""
            SELECT {RequestColumns} FROM join_requests WHERE community = ? AND declined_at IS NULL
            ORDER BY at, account LIMIT {RequestsMost}
            """).Bind(community);
        while (row.Step()) requests.Add(Request(row));
        return requests;
    }

    public static RequestView? OwnRequest(Database database, string community, Viewer viewer)
    {
        var row = database.Query($"SELECT {RequestColumns} FROM join_requests WHERE community = ? AND account = ?")
            .Bind(community).Bind(viewer.Account ?? "");
        return row.Step() ? Request(row) : null;
    }

    public static IReadOnlyList<InvitationView> Invitations(Database database, string community, Viewer viewer)
    {
        var isModerator = viewer.Standing.Is(Role.Moderator);
        var row = database.Query($"""
            SELECT i.id, i.account, coalesce(m.name, i.account), coalesce(m.role, 0), i.at, i.until, i.uses, i.taken,
                i.revoked, i.note, i.sealed
            FROM invitations i LEFT JOIN members m ON m.account = i.account AND m.community = i.community
            WHERE i.community = ?1 {(isModerator ? "" : "AND i.account = ?2")}
            ORDER BY i.at DESC, i.id LIMIT {InvitationsMost}
            """).Bind(community).Bind(viewer.Account ?? "");
        var invitations = new List<InvitationView>();
        while (row.Step())
            invitations.Add(new InvitationView(
                row.Text(0), new AuthorView(row.Text(1), row.Text(2), (Role)row.Int(3)), row.Time(4), row.Time(5),
                row.Int(6), row.Int(7), row.Bool(8), row.TextOrNull(9), row.Text(10)));
        return invitations;
    }

    private static RequestView Request(Statement row) => new(
        row.Text(0), row.Text(1), row.Text(2), row.Time(3), row.TimeOrNull(4), row.TextOrNull(5));
}
