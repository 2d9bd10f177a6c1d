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
        var one = new One(database, envelope);
        switch (happened)
        {
            case Planned e: one.Plan(e.As, envelope.By); break;
            case Changed e: one.Write(e.As, e.Sequence); break;
            case Cancelled e: one.Cancel(e.Reason, e.Sequence); break;
            case Answered e: one.Answer(e.Account, e.With, envelope.Version); break;
            case MovedUp e: one.Answer(e.Account, Rsvp.Going, envelope.Version); break;
            case Began: one.Set("status", (long)GatheringStatus.Running); break;
            case Ended: one.Set("status", (long)GatheringStatus.Ended); break;
            case Attended e: one.Tick(e.Accounts, true, envelope.Version); break;
            case Missed e: one.Tick(e.Accounts, false, envelope.Version); break;
            case CodeSet e: one.Set("code", e.Code); break;
            case Recapped: one.Set("recapped", 1); break;
            case SessionProposed e: one.Propose(e, envelope.By); break;
            case SessionRetracted e: one.Retract(e.Session); break;
            case SessionVoted e: one.Vote(e.Session, envelope.By); break;
            case SessionUnvoted e: one.Unvote(e.Session, envelope.By); break;
            case BoardSet e: one.SetBoard(e); break;
            case SessionPlaced e: one.Place(e); break;
            case Reminded: break; // It is told, and not shown.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rows of one gathering.</summary>
    private readonly struct One(Database database, Envelope envelope)
    {
        private readonly string _community = Keys.CommunityOf(envelope.Actor.Key);
        private readonly string _id = Keys.LocalOf(envelope.Actor.Key);
        private readonly long _at = envelope.At.ToUnixTimeMilliseconds();

        public void Plan(GatheringPlan plan, string by)
        {
            database.Prepare("""
                INSERT INTO gatherings VALUES (?, ?, 0, '', '', 0, 0, '', NULL, NULL, 0, NULL, ?, '', '', ?, ?, 0,
                    0, NULL, NULL, 0, 0, 0, 0, 0, '', '')
                """).Bind(_community).Bind(_id).Bind(by).Bind(_at).Bind(_at).Run();
            Write(plan, 0);
        }

        public void Write(GatheringPlan plan, int sequence) => database.Prepare($"""
            UPDATE gatherings SET form = ?, title = ?, text = ?, starts = ?, ends = ?, zone = ?, place = ?, link = ?,
                capacity = ?, category = ?, hosts = ?, reminders = ?, sequence = ?, changed_at = ? WHERE {Which}
            """).Bind((long)plan.Form).Bind(plan.Title).Bind(plan.Text ?? "").Bind(plan.Starts.ToUnixTimeMilliseconds())
            .Bind(plan.Ends.ToUnixTimeMilliseconds()).Bind(plan.Zone).Bind(plan.Place).Bind(plan.Link)
            .Bind(plan.Capacity).Bind(plan.Category).Bind(string.Join(' ', plan.Hosts))
            .Bind(string.Join(' ', plan.Reminders.Select(minutes => Number(minutes)))).Bind(sequence).Bind(_at)
            .Bind(_community).Bind(_id).Run();

        public void Cancel(string? reason, int sequence) => database.Prepare($"""
            UPDATE gatherings SET status = {(int)GatheringStatus.Cancelled}, reason = ?, sequence = ?, changed_at = ?
            WHERE {Which}
            """).Bind(reason).Bind(sequence).Bind(_at).Bind(_community).Bind(_id).Run();

        public void Answer(string account, Rsvp rsvp, long turn)
        {
            database.Prepare("""
                INSERT INTO gathering_people VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (community, gathering, account)
                DO UPDATE SET rsvp = excluded.rsvp, turn = excluded.turn
                """).Bind(_community).Bind(_id).Bind(account).Bind((long)rsvp).Bind(turn).Run();
            Count("going", $"rsvp = {(int)Rsvp.Going}");
            Count("waiting", $"rsvp = {(int)Rsvp.Waiting}");
            Count("interested", $"rsvp = {(int)Rsvp.Interested}");
        }

        public void Tick(IEnumerable<string> accounts, bool came, long turn)
        {
            foreach (var account in accounts)
                database.Prepare("""
                    INSERT INTO gathering_people VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (community, gathering, account)
                    DO UPDATE SET attended = excluded.attended
                    """).Bind(_community).Bind(_id).Bind(account).Bind(turn).Bind(came).Run();
            Count("attended", "attended = 1");
        }

        public void Set(string column, string? value) =>
            database.Prepare($"UPDATE gatherings SET {column} = ? WHERE {Which}")
                .Bind(value).Bind(_community).Bind(_id).Run();

        public void Set(string column, long value) =>
            database.Prepare($"UPDATE gatherings SET {column} = ? WHERE {Which}")
                .Bind(value).Bind(_community).Bind(_id).Run();

        public void Propose(SessionProposed e, string by) =>
            database.Prepare("INSERT INTO gathering_sessions VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)")
                .Bind(_community).Bind(_id).Bind(e.Session).Bind(by).Bind(e.Title).Bind(e.Text ?? "").Run();

        public void Retract(int session) =>
            database.Prepare($"DELETE FROM gathering_sessions WHERE {Of} AND session = ?")
                .Bind(_community).Bind(_id).Bind(session).Run();

        public void Vote(int session, string by)
        {
            database.Prepare("INSERT INTO gathering_votes VALUES (?, ?, ?, ?)")
                .Bind(_community).Bind(_id).Bind(session).Bind(by).Run();
            Count(session, +1);
        }

        public void Unvote(int session, string by)
        {
            database.Prepare($"DELETE FROM gathering_votes WHERE {Of} AND account = ? AND session = ?")
                .Bind(_community).Bind(_id).Bind(by).Bind(session).Run();
            Count(session, -1);
        }

        public void SetBoard(BoardSet e)
        {
            Set("rooms", string.Join('\n', e.Rooms));
            Set("times", string.Join(' ', e.Times.Select(time => Number(time.ToUnixTimeMilliseconds()))));
            database.Prepare($"""
                UPDATE gathering_sessions SET room = 0, time = 0 WHERE {Of} AND (room > ? OR time > ?)
                """).Bind(_community).Bind(_id).Bind(e.Rooms.Length).Bind(e.Times.Length).Run();
        }

        public void Place(SessionPlaced e) =>
            database.Prepare($"UPDATE gathering_sessions SET room = ?, time = ? WHERE {Of} AND session = ?")
                .Bind(e.Room).Bind(e.Time).Bind(_community).Bind(_id).Bind(e.Session).Run();

        private void Count(string column, string what) => database.Prepare($"""
            UPDATE gatherings SET {column} = (SELECT COUNT(*) FROM gathering_people p
                WHERE p.community = ? AND p.gathering = ? AND {what}) WHERE {Which}
            """).Bind(_community).Bind(_id).Bind(_community).Bind(_id).Run();

        private void Count(int session, int change) =>
            database.Prepare($"UPDATE gathering_sessions SET votes = votes + ? WHERE {Of} AND session = ?")
                .Bind(change).Bind(_community).Bind(_id).Bind(session).Run();
    }
}
