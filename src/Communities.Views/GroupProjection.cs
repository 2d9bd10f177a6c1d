using Communities.Actors;
using static Communities.GroupEvent;

namespace Communities.Views;

/// <summary>Groups of members, and who is in them.</summary>
internal sealed class GroupProjection(Database database)
{
    private const string Which = "community = ? AND slug = ?";

    public void Apply(GroupEvent happened, Envelope envelope)
    {
        var (community, slug) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Founded e:
                database.Prepare("INSERT INTO member_groups VALUES (?, ?, ?, ?, ?, ?, ?, 0)").Bind(community).Bind(slug)
                    .Bind(e.Title).Bind(Folding.Fold(e.Title)).Bind(e.Description ?? "").Bind((long)e.Access)
                    .Bind((long)e.Callers).Run();
                break;
            case Changed e:
                database.Prepare($"""
                    UPDATE member_groups SET title = ?, folded = ?, description = ?, access = ?, callers = ?
                    WHERE {Which}
                    """).Bind(e.Title).Bind(Folding.Fold(e.Title)).Bind(e.Description ?? "").Bind((long)e.Access)
                    .Bind((long)e.Callers).Bind(community).Bind(slug).Run();
                break;
            case Dissolved:
                database.Prepare($"DELETE FROM member_groups WHERE {Which}").Bind(community).Bind(slug).Run();
                database.Prepare($"DELETE FROM group_members WHERE {Which}").Bind(community).Bind(slug).Run();
                break;
            case Joined e:
                Put(e.Account, 1);
                Count(+1);
                break;
            case Asked e: Put(e.Account, 0); break;
            case OwnerSet e:
                database.Prepare($"UPDATE group_members SET state = ? WHERE {Which} AND account = ?")
                    .Bind(e.IsOwner ? 2 : 1).Bind(community).Bind(slug).Bind(e.Account).Run();
                break;
            case Left e:
                database.Prepare($"""
                    UPDATE member_groups SET members = members - (SELECT COUNT(*) FROM group_members m
                        WHERE m.community = member_groups.community AND m.slug = member_groups.slug
                            AND m.account = ? AND m.state > 0)
                    WHERE {Which}
                    """).Bind(e.Account).Bind(community).Bind(slug).Run();
                database.Prepare($"DELETE FROM group_members WHERE {Which} AND account = ?")
                    .Bind(community).Bind(slug).Bind(e.Account).Run();
                break;
            case Called: break; // It is told, and not shown.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Put(string account, int state) => database.Prepare("""
            INSERT INTO group_members VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (community, slug, account) DO UPDATE SET state = excluded.state, at = excluded.at
            """).Bind(community).Bind(slug).Bind(account).Bind(state).Bind(envelope.At.ToUnixTimeMilliseconds()).Run();

        void Count(int change) => database.Prepare($"UPDATE member_groups SET members = members + ? WHERE {Which}")
            .Bind(change).Bind(community).Bind(slug).Run();
    }
}
