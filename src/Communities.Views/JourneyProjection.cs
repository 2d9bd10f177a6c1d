using Communities.Actors;

namespace Communities.Views;

/// <summary>Journeys of new members, and the threads in which they introduce themselves.</summary>
internal static class JourneyProjection
{
    /// <summary>Writes what came of a member's journey.</summary>
    public static void Apply(Database database, MemberEvent happened, Envelope envelope)
    {
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case MemberEvent.JourneyBegun: Row("INSERT INTO journeys VALUES (?, ?, ?)").Bind(at).Run(); break;
            case MemberEvent.StepSent e:
                Row("INSERT INTO journey_steps VALUES (?, ?, ?, ?, NULL)").Bind(e.Id).Bind(at).Run();
                break;
            case MemberEvent.StepDone e:
                Row("""
                    INSERT INTO journey_steps VALUES (?, ?, ?, NULL, ?)
                    ON CONFLICT (community, account, step) DO UPDATE SET done_at = excluded.done_at
                    """).Bind(e.Id).Bind(at).Run();
                break;
            default: break; // The others say nothing of it.
        }

        Statement Row(string sql) => database.Prepare(sql)
            .Bind(Keys.CommunityOf(envelope.Actor.Key)).Bind(Keys.LocalOf(envelope.Actor.Key));
    }

    /// <summary>Notes a thread that was opened as an introduction.</summary>
    public static void Introduce(Database database, ThreadState thread, DateTimeOffset greetBy) =>
        database.Prepare("INSERT INTO introductions VALUES (?, ?, ?, ?, ?)").Bind(thread.Number)
            .Bind(thread.Community).Bind(thread.Author).Bind(thread.OpenedAt).Bind(greetBy.ToUnixTimeMilliseconds())
            .Run();
}
