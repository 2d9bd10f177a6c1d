using System.Runtime.InteropServices;
using Communities.Actors;

namespace Communities.Views;

/// <summary>Ambassadors, badges and points.</summary>
internal sealed class RecognitionProjection(Database database)
{
    // The points of all time stand where those of no day do.
    private const int AllTime = 0;

    private readonly Dictionary<(string Community, int Day, string Account), int> _points = [];

    public void Apply(MemberEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case MemberEvent.Entrusted { IsAmbassador: true } e:
                database.Prepare("""
                    INSERT INTO ambassadors VALUES (?, ?, ?, ?) ON CONFLICT (community, account) DO NOTHING
                    """).Bind(community).Bind(account).Bind(at).Bind(e.Word).Run();
                break;
            case MemberEvent.Entrusted or MemberEvent.Left:
                database.Prepare("DELETE FROM ambassadors WHERE community = ? AND account = ?")
                    .Bind(community).Bind(account).Run();
                break;
            case MemberEvent.Thanked e:
                database.Prepare("INSERT INTO thanks VALUES (?, ?, ?, ?, ?, ?)").Bind(community).Bind(account).Bind(at)
                    .Bind(envelope.Version).Bind(envelope.By).Bind(e.Word).Run();
                break;
            case MemberEvent.Badged e: Give(e.Badge, "", null); break;
            case MemberEvent.Awarded e: Give(e.Badge, envelope.By, e.Word); break;
            case MemberEvent.Revoked e:
                database.Prepare("DELETE FROM member_badges WHERE community = ? AND account = ? AND badge = ?")
                    .Bind(community).Bind(account).Bind(e.Badge).Run();
                break;
            case MemberEvent.Tallied e when Points.Of(e.Totals) is not 0 and var points:
                Count(DaySet.DayOf(envelope.At), points);
                Count(AllTime, points);
                break;
            default: break; // The other events of members bring no recognition.
        }

        void Give(string badge, string by, string? word) => database.Prepare("""
            INSERT INTO member_badges VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (community, account, badge) DO NOTHING
            """).Bind(community).Bind(account).Bind(badge).Bind(at).Bind(by).Bind(word).Run();

        void Count(int day, int points) =>
            CollectionsMarshal.GetValueRefOrAddDefault(_points, (community, day, account), out _) += points;
    }

    public void Apply(CommunityEvent happened, Envelope envelope)
    {
        var community = envelope.Actor.Key;
        switch (happened)
        {
            case CommunityEvent.RecognitionSet e:
                database.Prepare("""
                    INSERT INTO recognition VALUES (?, ?, ?) ON CONFLICT (community)
                    DO UPDATE SET unranked = excluded.unranked, expected = excluded.expected
                    """).Bind(community).Bind(e.IsUnranked).Bind(e.Expected).Run();
                break;
            case CommunityEvent.BadgeSet { Badge: var badge }:
                database.Prepare("""
                    INSERT INTO badges VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (community, badge)
                    DO UPDATE SET name = excluded.name, sign = excluded.sign, sentence = excluded.sentence,
                        measure = excluded.measure, needed = excluded.needed
                    """).Bind(community).Bind(badge.Id).Bind(envelope.Version).Bind(badge.Name).Bind(badge.Sign)
                    .Bind(badge.Sentence).Bind((long?)badge.Rule?.Measure).Bind(badge.Rule?.Needed ?? 0).Run();
                break;
            case CommunityEvent.BadgeRemoved e:
                database.Prepare("DELETE FROM badges WHERE community = ? AND badge = ?")
                    .Bind(community).Bind(e.Id).Run();
                break;
            default: break; // The other events of communities are not about recognition.
        }
    }

    public void Flush()
    {
        foreach (var ((community, day, account), points) in _points)
            database.Prepare("""
                INSERT INTO points VALUES (?, ?, ?, ?)
                ON CONFLICT (community, day, account) DO UPDATE SET points = points.points + excluded.points
                """).Bind(community).Bind(day).Bind(account).Bind(points).Run();
        _points.Clear();
    }

    public void Forget() => _points.Clear();
}
