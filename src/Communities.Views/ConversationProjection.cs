using Communities.Actors;
using static Communities.ConversationEvent;

namespace Communities.Views;

/// <summary>Private messages, and who takes part in them.</summary>
internal sealed class ConversationProjection(Database database, MemberProjection members)
{
    /// <summary>The accounts that <see cref="Apply"/> looks up for this event.</summary>
    public static IEnumerable<string> AccountsIn(ConversationEvent happened, Envelope envelope) => happened switch
    {
        Started e => [.. e.With, envelope.By],
        Added e => [e.Account],
        Messaged => [envelope.By],
        _ => [],
    };

    public void Apply(ConversationEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Started e:
                database.Prepare("INSERT INTO conversations VALUES (?, ?, ?, 0, 0, '')")
                    .Bind(community).Bind(id).Bind(e.Subject).Run();
                foreach (var account in e.With.Append(envelope.By).Distinct()) Enter(community, id, account);
                break;
            case Messaged e: Write(community, id, e, envelope); break;
            case Read e:
                Mine("UPDATE correspondents SET up_to = ? WHERE account = ? AND community = ? AND id = ?", e.Number);
                break;
            case Added e: Enter(community, id, e.Account); break;
            case Renamed e:
                database.Prepare("UPDATE conversations SET subject = ? WHERE community = ? AND id = ?")
                    .Bind(e.Subject).Bind(community).Bind(id).Run();
                break;
            case Muted or Unmuted:
                Mine(
                    "UPDATE correspondents SET muted = ? WHERE account = ? AND community = ? AND id = ?",
                    happened is Muted ? 1 : 0);
                break;
            case Left:
                database.Prepare("DELETE FROM correspondents WHERE account = ? AND community = ? AND id = ?")
                    .Bind(envelope.By).Bind(community).Bind(id).Run();
                break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Mine(string sql, long value) =>
            database.Prepare(sql).Bind(value).Bind(envelope.By).Bind(community).Bind(id).Run();
    }

    // The last message is that of the conversation; there is none before the first.
    private void Enter(string community, string id, string account) => database.Prepare("""
        INSERT INTO correspondents SELECT ?1, ?2, ?3, ?4, 0, 0, coalesce(max(number), 0), coalesce(max(at), 0)
        FROM messages WHERE community = ?2 AND conversation = ?3
        """).Bind(account).Bind(community).Bind(id).Bind(members.Number(community, account)).Run();

    private void Write(string community, string id, Messaged e, Envelope envelope)
    {
        var (author, at) = (members.Number(community, envelope.By), envelope.At.ToUnixTimeMilliseconds());
        database.Prepare("INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(community).Bind(id).Bind(e.Number).Bind(author).Bind(at).Bind(e.Text).Run();
        database.Prepare("""
            UPDATE conversations SET last_number = ?, last_by = ?, excerpt = ? WHERE community = ? AND id = ?
            """).Bind(e.Number).Bind(author).Bind(PlainText.Excerpt(e.Text)).Bind(community).Bind(id).Run();
        database.Prepare("UPDATE correspondents SET last_number = ?, last_at = ? WHERE community = ? AND id = ?")
            .Bind(e.Number).Bind(at).Bind(community).Bind(id).Run();
        database.Prepare("UPDATE correspondents SET up_to = ? WHERE account = ? AND community = ? AND id = ?")
            .Bind(e.Number).Bind(envelope.By).Bind(community).Bind(id).Run();
    }
}
