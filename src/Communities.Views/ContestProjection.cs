using Communities.Actors;
using static Communities.ContestEvent;

namespace Communities.Views;

/// <summary>Contests, their entries, and each member's own ballot.</summary>
internal sealed class ContestProjection(Database database)
{
    public void Apply(ContestEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Opened e:
                database.Prepare("INSERT INTO contests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)")
                    .Bind(community).Bind(id).Bind(e.Title).Bind(envelope.By).Bind(at)
                    .Bind((long)ContestPhase.Entering).Bind(e.Terms.EntriesUntil.ToUnixTimeMilliseconds())
                    .Bind(e.Terms.VotingUntil.ToUnixTimeMilliseconds()).Bind(e.Terms.EntriesEach)
                    .Bind(e.Terms.VotesEach).Bind(e.Terms.Badge).Bind(string.Join(' ', e.Jury)).Run();
                break;
            case Entered e:
                database.Prepare("INSERT INTO contest_entries VALUES (?, ?, ?, ?, 0, NULL, NULL)")
                    .Bind(community).Bind(id).Bind(e.Number).Bind(envelope.By).Run();
                break;
            case Withdrawn e:
                database.Prepare("DELETE FROM contest_entries WHERE community = ? AND contest = ? AND number = ?")
                    .Bind(community).Bind(id).Bind(e.Number).Run();
                break;
            case Vanished e: Hide(e.Number, true); break;
            case Reappeared e: Hide(e.Number, false); break;
            case Postponed e:
                database.Prepare("""
                    UPDATE contests SET entries_until = ?, voting_until = ? WHERE community = ? AND id = ?
                    """).Bind(e.EntriesUntil.ToUnixTimeMilliseconds()).Bind(e.VotingUntil.ToUnixTimeMilliseconds())
                    .Bind(community).Bind(id).Run();
                break;
            case VotingBegan e:
                database.Prepare("UPDATE contests SET phase = ?, voting_until = ? WHERE community = ? AND id = ?")
                    .Bind((long)ContestPhase.Voting).Bind(e.Until.ToUnixTimeMilliseconds())
                    .Bind(community).Bind(id).Run();
                break;
            case Voted e:
                database.Prepare("""
                    INSERT INTO contest_ballots VALUES (?, ?, ?, ?)
                    ON CONFLICT (community, contest, account) DO UPDATE SET entries = excluded.entries
                    """).Bind(community).Bind(id).Bind(envelope.By).Bind(string.Join(' ', e.Entries)).Run();
                break;
            case Closed e:
                foreach (var result in e.Results)
                    database.Prepare("""
                        UPDATE contest_entries SET votes = ?, place = ?
                        WHERE community = ? AND contest = ? AND number = ?
                        """).Bind(result.Votes).Bind(result.Place).Bind(community).Bind(id).Bind(result.Entry).Run();
                End(ContestPhase.Closed, null);
                break;
            case Cancelled e: End(ContestPhase.Cancelled, e.Reason); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Hide(int number, bool isAway) => database.Prepare("""
            UPDATE contest_entries SET away = ? WHERE community = ? AND contest = ? AND number = ?
            """).Bind(isAway).Bind(community).Bind(id).Bind(number).Run();

        void End(ContestPhase phase, string? reason) => database.Prepare("""
            UPDATE contests SET phase = ?, ended_at = ?, reason = ? WHERE community = ? AND id = ?
            """).Bind((long)phase).Bind(at).Bind(reason).Bind(community).Bind(id).Run();
    }
}
