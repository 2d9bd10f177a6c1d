using Communities.Actors;
using static Communities.PolicyEvent;

namespace Communities.Views;

/// <summary>Policies, their versions and drafts, and who agreed to which.</summary>
internal sealed class PolicyProjection(Database database)
{
    // The state of a version; the numbers are in the tables.
    internal const int Coming = 0;
    internal const int Current = 1;
    internal const int Former = 2;

    public void Apply(PolicyEvent happened, Envelope envelope)
    {
        var (place, name) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Drafted e:
                database.Prepare("""
                    INSERT INTO policy_drafts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (place, name) DO UPDATE SET
                        text = excluded.text, summary = excluded.summary, at = excluded.at, by = excluded.by
                    """).Bind(place).Bind(name).Bind(e.Text).Bind(e.Summary).Bind(at).Bind(envelope.By).Run();
                break;
            case DraftDropped: Drop(place, name); break;
            case Published e:
                Drop(place, name);
                Insert(place, name, e, at);
                if (place == Keys.Site) break;
                foreach (var (of, upload) in UploadProjection.In(e.Text)) // What was published stays to be read.
                    if (of == place) UploadProjection.Show(database, UploadPlace.Policy, e.Number, place, upload);
                break;
            case TookEffect e:
                database.Prepare($"""
                    UPDATE policies SET state = CASE WHEN number = ?3 THEN {Current} ELSE {Former} END
                    WHERE place = ?1 AND name = ?2 AND (number = ?3 OR state = {Current})
                    """).Bind(place).Bind(name).Bind(e.Number).Run();
                if (name == Policy.Netiquette)
                    database.Prepare("""
                        UPDATE communities SET rules =
                            (SELECT text FROM policies WHERE place = ?1 AND name = ?2 AND number = ?3)
                        WHERE slug = ?1
                        """).Bind(place).Bind(name).Bind(e.Number).Run();
                break;
            case Withdrawn e:
                database.Prepare("DELETE FROM policies WHERE place = ? AND name = ? AND number = ?")
                    .Bind(place).Bind(name).Bind(e.Number).Run();
                break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    /// <summary>The rules that a community had before they became its netiquette: what came before version 1.</summary>
    public static void KeepRules(Database database, string community, string text, long at)
    {
        database.Prepare("DELETE FROM policies WHERE place = ? AND name = ? AND number = 0")
            .Bind(community).Bind(Policy.Netiquette).Run();
        database.Prepare($"INSERT INTO policies VALUES (?, ?, 0, ?, '', ?, ?, 0, {Current})")
            .Bind(community).Bind(Policy.Netiquette).Bind(text).Bind(at).Bind(at).Run();
    }

    public void Apply(MemberEvent.ConsentGiven e, Envelope envelope) =>
        database.Prepare("INSERT INTO consents VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .Bind(Keys.CommunityOf(envelope.Actor.Key)).Bind(e.Policy).Bind(e.Version)
            .Bind(Keys.LocalOf(envelope.Actor.Key)).Bind(envelope.At.ToUnixTimeMilliseconds()).Run();

    private void Insert(string place, string name, Published e, long at) => database
        .Prepare($"INSERT INTO policies VALUES (?, ?, ?, ?, ?, ?, ?, ?, {Coming})")
        .Bind(place).Bind(name).Bind(e.Number).Bind(e.Text).Bind(e.Summary).Bind(at)
        .Bind(e.EffectiveAt.ToUnixTimeMilliseconds()).Bind(e.AsksConsent).Run();

    private void Drop(string place, string name) =>
        database.Prepare("DELETE FROM policy_drafts WHERE place = ? AND name = ?").Bind(place).Bind(name).Run();
}
