using Communities.Actors;
using static Communities.ThreadEvent;

namespace Communities.Views;

/// <summary>Answers and what readers say of them, summaries, and who is asked to answer.</summary>
internal sealed class QuestionProjection(Database database, ThreadProjection threads, MemberProjection members)
{
    /// <summary>Takes in an event of a thread; the thread's row has it already.</summary>
    public void Apply(ThreadEvent happened, Envelope envelope)
    {
        if (happened is not (ThreadEvent.Accepted or Edited or AnswerConfirmed or AnswerDoubted or Summarised or Rested
            or Renewed)) return;
        var (at, state) = (envelope.At.ToUnixTimeMilliseconds(), threads.Known(envelope.Actor.Key));
        var thread = state.Number;
        switch (happened)
        {
            case ThreadEvent.Accepted e:
                Forget(thread);
                database.Prepare("""
                    INSERT INTO answers VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, NULL)
                    ON CONFLICT (thread) DO UPDATE SET number = excluded.number, at = excluded.at, by = excluded.by,
                        confirms = 0, doubts = 0, checked_at = NULL
                    """).Bind(thread).Bind(state.Community).Bind(e.Number).Bind(at)
                    .Bind(members.Number(state.Community, envelope.By)).Run();
                break;
            case Edited e when e.Number > 1 && e.Number == state.Accepted:
                Forget(thread);
                Recount(thread, null);
                break;
            case AnswerConfirmed e:
                if (e.IsSettled)
                    database.Prepare("DELETE FROM verdicts WHERE thread = ? AND holds = 0").Bind(thread).Run();
                Say(holds: true, null);
                break;
            case AnswerDoubted e: Say(holds: false, e.Reason); break;
            case Summarised { IsUndone: true } e:
                database.Prepare("DELETE FROM summaries WHERE post = ?").Bind(Schema.PostOf(thread, e.Number)).Run();
                break;
            case Summarised e:
                database.Prepare("INSERT INTO summaries VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .Bind(Schema.PostOf(thread, e.Number)).Bind(at)
                    .Bind(members.Number(state.Community, envelope.By)).Run();
                break;
            case Rested or Renewed:
                database.Prepare("""
                    INSERT INTO rested VALUES (?, ?, ?)
                    ON CONFLICT (thread) DO UPDATE SET last = excluded.last, at = excluded.at
                    """).Bind(thread).Bind(state.LastNumber).Bind(at).Run();
                break;
            default: break; // An edit of another post.
        }

        void Say(bool holds, string? reason)
        {
            database.Prepare("""
                INSERT INTO verdicts VALUES (?, ?, ?, ?, ?) ON CONFLICT (thread, member)
                DO UPDATE SET holds = excluded.holds, at = excluded.at, reason = excluded.reason
                """).Bind(thread).Bind(members.Number(state.Community, envelope.By)).Bind(holds).Bind(at).Bind(reason)
                .Run();
            Recount(thread, holds ? at : null);
        }
    }

    /// <summary>Takes in an event of a member.</summary>
    public void Apply(MemberEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case MemberEvent.AnswerRequested e:
                database.Prepare("INSERT INTO answer_requests VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING")
                    .Bind(community).Bind(e.Thread).Bind(account).Bind(at).Bind(envelope.By).Run();
                break;
            case MemberEvent.AnswerDeclined e:
                database.Prepare("""
                    UPDATE answer_requests SET declined_at = ? WHERE community = ? AND thread = ? AND account = ?
                    """).Bind(at).Bind(community).Bind(e.Thread).Bind(account).Run();
                break;
            case MemberEvent.AskedSet e:
                var row = e.IsAsked
                    ? database.Prepare("DELETE FROM not_asked WHERE community = ? AND account = ?")
                    : database.Prepare("INSERT INTO not_asked (since, community, account) VALUES (?, ?, ?)").Bind(at);
                row.Bind(community).Bind(account).Run();
                break;
            default: break; // The others say nothing of questions.
        }
    }

    private void Forget(long thread) => database.Prepare("DELETE FROM verdicts WHERE thread = ?").Bind(thread).Run();

    private void Recount(long thread, long? checkedAt) => database.Prepare("""
        UPDATE answers SET checked_at = coalesce(?2, checked_at),
            confirms = (SELECT count(*) FROM verdicts v WHERE v.thread = ?1 AND v.holds = 1),
            doubts = (SELECT count(*) FROM verdicts v WHERE v.thread = ?1 AND v.holds = 0)
        WHERE thread = ?1
        """).Bind(thread).Bind(checkedAt).Run();
}
