using Communities.Actors;

namespace Communities.Views;

/// <summary>Requests to join, and invitations.</summary>
internal sealed class JoiningProjection(Database database)
{
    public void Apply(MemberEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case MemberEvent.Applied e:
                database.Prepare("""
                    INSERT INTO join_requests VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL)
                    ON CONFLICT (community, account) DO UPDATE SET name = excluded.name, answer = excluded.answer,
                        at = excluded.at, declined_at = NULL, declined_by = NULL, reason = NULL
                    """).Bind(community).Bind(account).Bind(e.Name).Bind(e.Answer)
                    .Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            case MemberEvent.Declined e:
                database.Prepare("""
                    UPDATE join_requests SET declined_at = ?, declined_by = ?, reason = ?
                    WHERE community = ? AND account = ?
                    """).Bind(envelope.At.ToUnixTimeMilliseconds()).Bind(envelope.By).Bind(e.Reason)
                    .Bind(community).Bind(account).Run();
                break;
            case MemberEvent.Withdrawn or MemberEvent.Joined:
                database.Prepare("DELETE FROM join_requests WHERE community = ? AND account = ?")
                    .Bind(community).Bind(account).Run();
                break;
            default: break; // The other events of members say nothing about joining.
        }
    }

    public void Apply(InvitationEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var statement = happened switch
        {
            InvitationEvent.Issued e => database
                .Prepare("INSERT INTO invitations VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?)")
                .Bind(community).Bind(id).Bind(e.By).Bind(envelope.At.ToUnixTimeMilliseconds())
                .Bind(e.Until.ToUnixTimeMilliseconds()).Bind(e.Uses).Bind(e.Note).Bind(e.Sealed),
            InvitationEvent.Redeemed => Change("taken = taken + 1"),
            InvitationEvent.Revoked => Change("revoked = 1"),
            _ => throw new InvalidOperationException($"The views know nothing of {envelope.Name}."),
        };
        statement.Run();

        Statement Change(string what) => database.Prepare(
            $"UPDATE invitations SET {what} WHERE community = ? AND id = ?").Bind(community).Bind(id);
    }
}
