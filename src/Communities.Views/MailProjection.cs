using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Communities.Actors;
using static Communities.RecipientEvent;

namespace Communities.Views;

/// <summary>Who is sent what by e-mail, and what came of it.</summary>
internal sealed class MailProjection(Database database)
{
    // The states of a letter; the numbers are in the tables.
    internal const int Waiting = 0;
    internal const int Sent = 1;
    internal const int Skipping = 2;
    internal const int GivenUp = 3;
    internal const int CameBack = 4;

    // Letters that no figure needs any more; one may still come back for days.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>A number from 0 to 65,535 that a key always has, and that tells nothing of it.</summary>
    public static int BucketOf(string key) => int.Parse(
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 2)), NumberStyles.HexNumber,
        CultureInfo.InvariantCulture);

    public void Apply(RecipientEvent happened, Envelope envelope)
    {
        var key = envelope.Actor.Key;
        var (community, who) = Keys.RecipientOf(key);
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Chose e:
                Put(e.Choices.Newsletter, e.Choices.Digest != DigestRhythm.Off);
                break;
            case Subscribed: Put(newsletter: false, digest: false); break;
            case Confirmed: Put(newsletter: true, digest: false); break;
            case Unsubscribed e:
                if (e.Kind is null or LetterKind.Newsletter) Set("newsletter = 0");
                if (e.Kind is null or LetterKind.Digest) Set("digest = 0");
                if (e.Delivery is { } by) Settle(by, "unsubscribed = 1");
                break;
            case Resumed: Set("stopped = 0"); break;
            case Stopped:
                Put(newsletter: false, digest: false, keep: true);
                Set("stopped = 1");
                break;
            case Rested: Set("digest = 0"); break;
            case DigestSet: break;
            case Owed e: Owe(community, who, e, at); break;
            case Claimed e:
                database.Prepare("""
                    UPDATE letters SET node = ?, claimed_at = ?, due_at = ?, token = ?
                    WHERE community = ? AND who = ? AND delivery = ?
                    """).Bind(e.Node).Bind(at).Bind(at + (long)Recipient.ClaimLife.TotalMilliseconds).Bind(e.Token)
                    .Bind(community).Bind(who).Bind(e.Delivery).Run();
                break;
            case Delivered e: Settle(e.Delivery, $"state = {Sent}"); break;
            case RecipientEvent.Skipped e: Settle(e.Delivery, $"state = {Skipping}"); break;
            case Failed { Again: null } e: Settle(e.Delivery, $"state = {GivenUp}"); break;
            case Failed { Again: { } again } e:
                database.Prepare("""
                    UPDATE letters SET node = NULL, due_at = ? WHERE community = ? AND who = ? AND delivery = ?
                    """).Bind(again.ToUnixTimeMilliseconds()).Bind(community).Bind(who).Bind(e.Delivery).Run();
                break;
            case Bounced e: Settle(e.Delivery, $"state = {CameBack}"); break;
            case Clicked e:
                Settle(e.Delivery, "clicked = 1");
                database.Prepare("""
                    INSERT INTO letter_clicks SELECT community, kind, subject, ?4, who FROM letters
                    WHERE community = ?1 AND who = ?2 AND delivery = ?3 ON CONFLICT DO NOTHING
                    """).Bind(community).Bind(who).Bind(e.Delivery).Bind(e.Link).Run();
                break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Put(bool newsletter, bool digest, bool keep = false) => database.Prepare($"""
            INSERT INTO recipients VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (community, who) DO
            {(keep ? "NOTHING"
                : "UPDATE SET newsletter = excluded.newsletter, digest = excluded.digest, stopped = "
                    + (happened is Subscribed ? "0" : "recipients.stopped"))}
            """).Bind(community).Bind(who).Bind(BucketOf(key)).Bind(newsletter).Bind(digest).Run();

        void Set(string what) => database.Prepare($"UPDATE recipients SET {what} WHERE community = ? AND who = ?")
            .Bind(community).Bind(who).Run();

        void Settle(string delivery, string what) => database
            .Prepare($"UPDATE letters SET {what} WHERE community = ? AND who = ? AND delivery = ?")
            .Bind(community).Bind(who).Bind(delivery).Run();
    }

    private void Owe(string community, string who, Owed e, long at)
    {
        database.Prepare("""
            DELETE FROM letters WHERE community = ? AND who = ? AND state > 0 AND kind <> ? AND owed_at < ?
            """).Bind(community).Bind(who).Bind((long)LetterKind.Newsletter)
            .Bind(at - (long)KeptFor.TotalMilliseconds).Run();
        database.Prepare("""
            INSERT INTO letters VALUES (?, ?, ?, ?, ?, 0, ?, ?, NULL, NULL, NULL, 0, 0) ON CONFLICT DO NOTHING
            """).Bind(community).Bind(who).Bind(e.Delivery).Bind((long)e.Kind).Bind(e.Of).Bind(at).Bind(at).Run();
    }
}
