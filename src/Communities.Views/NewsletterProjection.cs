using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Communities.Actors;
using static Communities.NewsletterEvent;

namespace Communities.Views;

/// <summary>Issues of newsletters.</summary>
internal sealed class NewsletterProjection(Database database)
{
    /// <summary>How the content of an issue stands in the table.</summary>
    public static JsonTypeInfo<NewsletterContent> Json { get; } =
        (JsonTypeInfo<NewsletterContent>)Domain.Json.GetTypeInfo(typeof(NewsletterContent));

    public void Apply(NewsletterEvent happened, Envelope envelope)
    {
        var at = envelope.At.ToUnixTimeMilliseconds();
        switch (happened)
        {
            case Saved e:
                database.Prepare("""
                    INSERT INTO newsletters VALUES (?, ?, 1, ?, ?, NULL, NULL, NULL, 0)
                    ON CONFLICT (community, id) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at
                    """).Bind(Keys.CommunityOf(envelope.Actor.Key)).Bind(Keys.LocalOf(envelope.Actor.Key))
                    .Bind(JsonSerializer.Serialize(e.Content, Json)).Bind(at).Run();
                break;
            case Tried or Claimed: break;
            case Planned e: Set(NewsletterStatus.Scheduled, "planned_at = ?", e.At.ToUnixTimeMilliseconds()); break;
            case Unplanned: Set(NewsletterStatus.Draft, "planned_at = ?", null); break;
            case Began: Set(NewsletterStatus.Sending, "planned_at = NULL, began_at = ?", at); break;
            case Advanced e: Set(NewsletterStatus.Sending, "total = ?", e.Total); break;
            case Finished: Set(NewsletterStatus.Sent, "sent_at = ?", at); break;
            case Discarded: Set(NewsletterStatus.Discarded, "planned_at = ?", null); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void Set(NewsletterStatus status, string what, long? value) => database
            .Prepare($"UPDATE newsletters SET {what}, status = ? WHERE community = ? AND id = ?")
            .Bind(value).Bind((long)status).Bind(Keys.CommunityOf(envelope.Actor.Key))
            .Bind(Keys.LocalOf(envelope.Actor.Key)).Run();
    }
}
