using System.Globalization;
using Communities.Actors;
using static Communities.GatheringEvent;

namespace Communities.Views;

/// <summary>Gatherings, who comes to them, and what is on their boards.</summary>
internal sealed class GatheringProjection(Database database)
{
    private const string Which = "community = ? AND id = ?";
    private const string Of = "community = ? AND gathering = ?";

    public void Apply(GatheringEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Planned e:
                database.Prepare("""
                    INSERT INTO gatherings VALUES (?, ?, 0, '', '', 0, 0, '', NULL, NULL, 0, NULL, ?, '', '', ?, ?, 0,
                        0, NULL, NULL, 0, 0, 0, 0, 0, '', '')
                    """).Bind(community).Bind(id).Bind(envelope.By).Bind(at).Bind(at).Run();
                Write(e.As, 0);
                break;
            case Changed e: Write(e.As, e.Sequence); break;
            case Cancelled e:
                database.Prepare($"""
                    UPDATE gatherings SET status = {(int)GatheringStatus.Cancelled}, reason = ?, sequence = ?,
                        changed_at = ? WHERE {Which}
                    """).Bind(e.Reason).Bind(e.Sequence).Bind(at).Bind(community).Bind(id).Run();
                break;
            case Answered e: Answer(e.Account, e.With); break;
            case MovedUp e: Answer(e.Account, Rsvp.Going); break;
            case Began: Stand(GatheringStatus.Running); break;
            case Ended: Stand(GatheringStatus.Ended); break;
            case Attended e:
                foreach (var account in e.Accounts) Tick(account, true);
                Count("attended", "attended = 1");
                break;
            case Missed e:
                foreach (var account in e.Accounts) Tick(account, false);
                Count("attended", "attended = 1");
                break;
            case CodeSet e: Set("code", e.Code); break;
            case Recapped:
                database.Prepare($"UPDATE gatherings SET recapped = 1 WHERE {Which}").Bind(community).Bind(id).Run();
                break;
            case SessionProposed e:
                database.Prepare("INSERT INTO gathering_sessions VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)")
                    .Bind(community).Bind(id).Bind(e.Session).Bind(envelope.By).Bind(e.Title).Bind(e.Text ?? "").Run();
                break;
            case SessionRetracted e:
                database.Prepare($"DELETE FROM gathering_sessions WHERE {Of} AND session = ?")
                    .Bind(community).Bind(id).Bind(e.Session).Run();
                break;
            case SessionVoted e:
                database.Prepare("INSERT INTO gathering_votes VALUES (?, ?, ?, ?)")
                    .Bind(community).Bind(id).Bind(e.Session).Bind(envelope.By).Run();
                Vote(e.Session, +1);
                break;
            case SessionUnvoted e:
                database.Prepare($"DELETE FROM gathering_votes WHERE {Of} AND account = ? AND session = ?")
                    .Bind(community).Bind(id).Bind(envelope.By).Bind(e.Session).Run();
                Vote(e.Session, -1);
                break;
            case BoardSet e:
                Set("rooms", string.Join('\n', e.Rooms));
                Set("times", string.Join(' ', e.Times.Select(time => Number(time.ToUnixTimeMilliseconds()))));
                database.Prepare($"""
                    UPDATE gathering_sessions SET room = 0, time = 0 WHERE {Of} AND (room > ? OR time > ?)
                    """).Bind(community).Bind(id).Bind(e.Rooms.Length).Bind(e.Times.Length).Run();
                break;
            case SessionPlaced e:
                database.Prepare($"UPDATE gathering_sessions SET room = ?, time = ? WHERE {Of} AND session = ?")
                    .Bind(e.Room).Bind(e.Time).Bind(community).Bind(id).Bind(e.Session).Run();
                break;
            case Reminded: break; // It is told, and not shown.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Write(GatheringPlan plan, int sequence) => database.Prepare($"""
            UPDATE gatherings SET form = ?, title = ?, text = ?, starts = ?, ends = ?, zone = ?, place = ?, link = ?,
                capacity = ?, category = ?, hosts = ?, reminders = ?, sequence = ?, changed_at = ? WHERE {Which}
            """).Bind((long)plan.Form).Bind(plan.Title).Bind(plan.Text ?? "").Bind(plan.Starts.ToUnixTimeMilliseconds())
            .Bind(plan.Ends.ToUnixTimeMilliseconds()).Bind(plan.Zone).Bind(plan.Place).Bind(plan.Link)
            .Bind(plan.Capacity).Bind(plan.Category).Bind(string.Join(' ', plan.Hosts))
            .Bind(string.Join(' ', plan.Reminders.Select(minutes => Number(minutes)))).Bind(sequence).Bind(at)
            .Bind(community).Bind(id).Run();

        void Answer(string account, Rsvp rsvp)
        {
            database.Prepare("""
                INSERT INTO gathering_people VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (community, gathering, account)
                DO UPDATE SET rsvp = excluded.rsvp, turn = excluded.turn
                """).Bind(community).Bind(id).Bind(account).Bind((long)rsvp).Bind(envelope.Version).Run();
            Count("going", $"rsvp = {(int)Rsvp.Going}");
            Count("waiting", $"rsvp = {(int)Rsvp.Waiting}");
            Count("interested", $"rsvp = {(int)Rsvp.Interested}");
        }

        void Tick(string account, bool came) => database.Prepare("""
            INSERT INTO gathering_people VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (community, gathering, account)
            DO UPDATE SET attended = excluded.attended
            """).Bind(community).Bind(id).Bind(account).Bind(envelope.Version).Bind(came).Run();

        void Count(string column, string what) => database.Prepare($"""
            UPDATE gatherings SET {column} = (SELECT COUNT(*) FROM gathering_people p
                WHERE p.community = ? AND p.gathering = ? AND {what}) WHERE {Which}
            """).Bind(community).Bind(id).Bind(community).Bind(id).Run();

        void Stand(GatheringStatus status) => database.Prepare($"UPDATE gatherings SET status = ? WHERE {Which}")
            .Bind((long)status).Bind(community).Bind(id).Run();

        void Set(string column, string? value) => database.Prepare($"UPDATE gatherings SET {column} = ? WHERE {Which}")
            .Bind(value).Bind(community).Bind(id).Run();

        void Vote(int session, int change) =>
            database.Prepare($"UPDATE gathering_sessions SET votes = votes + ? WHERE {Of} AND session = ?")
                .Bind(change).Bind(community).Bind(id).Bind(session).Run();
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
