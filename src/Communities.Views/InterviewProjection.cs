using System.Collections.Immutable;
using Communities.Actors;
using static Communities.InterviewEvent;

namespace Communities.Views;

/// <summary>Who answers in an interview, and how far it has come.</summary>
internal static class InterviewProjection
{
    public static void Apply(Database database, InterviewEvent happened, Envelope envelope)
    {
        var (community, id) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Announced e:
                database.Prepare("INSERT INTO interviews VALUES (?, ?, ?, ?, ?, ?, ?, 0)")
                    .Bind(community).Bind(id).Bind(e.Host).Bind(Write(e.Guests)).Bind((long)InterviewPhase.Announced)
                    .Bind(e.LiveAt.ToUnixTimeMilliseconds()).Bind(e.EndsAt.ToUnixTimeMilliseconds()).Run();
                break;
            case Changed e:
                database.Prepare("""
                    UPDATE interviews SET guests = ?, live_at = ?, ends_at = ? WHERE community = ? AND id = ?
                    """).Bind(Write(e.Guests)).Bind(e.LiveAt.ToUnixTimeMilliseconds())
                    .Bind(e.EndsAt.ToUnixTimeMilliseconds()).Bind(community).Bind(id).Run();
                break;
            case Begun e:
                database.Prepare($"""
                    UPDATE interviews SET phase = {(int)InterviewPhase.Live}, ends_at = ? WHERE community = ? AND id = ?
                    """).Bind(e.EndsAt.ToUnixTimeMilliseconds()).Bind(community).Bind(id).Run();
                break;
            case Closed e: Set($"phase = {(int)InterviewPhase.Closed}, summary = {e.Summary}"); break;
            case Cancelled: Set($"phase = {(int)InterviewPhase.Cancelled}"); break;
            case Reminded or Ended: break; // Those who take part are told.
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Set(string what) => database.Prepare($"UPDATE interviews SET {what} WHERE community = ? AND id = ?")
            .Bind(community).Bind(id).Run();
    }

    /// <summary>Accounts as they stand in the table.</summary>
    public static string[] Read(string guests) => guests.Split(' ');

    private static string Write(ImmutableArray<string> guests) => string.Join(' ', guests);
}
