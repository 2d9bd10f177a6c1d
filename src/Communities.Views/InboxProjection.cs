using Communities.Actors;
using static Communities.InboxEvent;

namespace Communities.Views;

/// <summary>Inboxes: the notices of each member, and when all was marked as read.</summary>
internal sealed class InboxProjection(Database database)
{
    public void Apply(InboxEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Notified e: Tell(e, community, account, envelope.At.ToUnixTimeMilliseconds()); break;
            case Seen e:
                database.Prepare($"""
                    UPDATE notices SET seen = 1 WHERE account = ?1 AND community = ?2
                        AND {database.Dialect.IsOneOf("id", 3)}
                    """).Bind(account).Bind(community).Bind([.. e.Ids.Select(id => (long)id)]).Run();
                break;
            case Closed:
                database.Prepare("UPDATE notices SET seen = 1 WHERE account = ? AND community = ? AND seen = 0")
                    .Bind(account).Bind(community).Run();
                break;
            case AllRead: ReadAll(community, account, envelope.At.ToUnixTimeMilliseconds()); break;
            case Opened or LevelSet or Blocked or Unblocked or Preferred: break; // Asked of the inbox itself.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    private void Tell(Notified e, string community, string account, long at)
    {
        if (e.Instead is { } earlier)
            database.Prepare("DELETE FROM notices WHERE account = ? AND community = ? AND id = ?")
                .Bind(account).Bind(community).Bind(earlier).Run();
        var notice = e.Notice;
        database.Prepare("INSERT INTO notices VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
            .Bind(account).Bind(community).Bind(e.Id).Bind(notice.Reason).Bind(notice.Thread)
            .Bind((long?)(e.First ?? notice.Number)).Bind((long?)notice.Number).Bind(notice.By ?? "")
            .Bind(notice.Subject).Bind(e.Count).Bind(at).Run();
    }

    // Threads and readings have been written before: what they say now is what there was to be read.
    private void ReadAll(string community, string account, long at)
    {
        database.Prepare("""
            UPDATE readings SET up_to = (SELECT last_shown FROM threads WHERE n = readings.thread)
            WHERE account = ? AND thread IN (SELECT n FROM threads WHERE community = ?)
            """).Bind(account).Bind(community).Run();
        database.Prepare("""
            INSERT INTO inboxes VALUES (?, ?, ?)
            ON CONFLICT (account, community) DO UPDATE SET read_at = excluded.read_at
            """).Bind(account).Bind(community).Bind(at).Run();
    }
}
