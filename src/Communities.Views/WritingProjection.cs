using Communities.Actors;

namespace Communities.Views;

/// <summary>Drafts, and what is known of the pages that posts show.</summary>
internal sealed class WritingProjection(Database database)
{
    public void Apply(DraftsEvent happened, Envelope envelope)
    {
        var (account, community) = (Keys.LocalOf(envelope.Actor.Key), Keys.CommunityOf(envelope.Actor.Key));
        switch (happened)
        {
            case DraftsEvent.Saved e:
                if (e.Besides)
                    At("UPDATE drafts SET other_text = text, other_title = title, other_at = at", e.Place);
                database.Prepare("""
                    INSERT INTO drafts (account, community, place, revision, text, title, category, tags, reply_to, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, community, place) DO UPDATE SET revision = excluded.revision,
                        text = excluded.text, title = excluded.title, category = excluded.category,
                        tags = excluded.tags, reply_to = excluded.reply_to, at = excluded.at
                    """).Bind(account).Bind(community).Bind(e.Place).Bind(e.Revision).Bind(e.Text).Bind(e.Title)
                    .Bind(e.Category).Bind(e.Tags).Bind((long?)e.ReplyTo)
                    .Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            case DraftsEvent.Settled e:
                At("UPDATE drafts SET other_text = NULL, other_title = NULL, other_at = NULL", e.Place);
                break;
            case DraftsEvent.Discarded e:
                At("DELETE FROM drafts", e.Place);
                break;
            default:
                throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }

        void At(string change, string place) =>
            database.Prepare($"{change} WHERE account = ? AND community = ? AND place = ?")
                .Bind(account).Bind(community).Bind(place).Run();
    }

    public void Apply(LinkEvent happened, Envelope envelope)
    {
        var (community, digest) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case LinkEvent.Wanted e:
                database.Prepare("""
                    INSERT INTO links (community, digest, url, wanted, at) VALUES (?, ?, ?, 1, ?)
                    ON CONFLICT (community, digest) DO UPDATE SET wanted = 1, at = excluded.at
                    """).Bind(community).Bind(digest).Bind(e.Url).Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            case LinkEvent.Claimed:
                break;
            case LinkEvent.Told e:
                database.Prepare("""
                    UPDATE links SET title = ?, summary = ?, site = ?, wanted = 0 WHERE community = ? AND digest = ?
                    """).Bind(e.Title).Bind(e.Summary).Bind(e.Site).Bind(community).Bind(digest).Run();
                break;
            case LinkEvent.Failed:
                database.Prepare("UPDATE links SET wanted = 0 WHERE community = ? AND digest = ?")
                    .Bind(community).Bind(digest).Run();
                break;
            default:
                throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }
}
