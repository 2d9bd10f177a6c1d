using Communities.Actors;
using static Communities.KnowledgeEvent;

namespace Communities.Views;

/// <summary>Knowledge pages: what they say, what they are made from, and the words that they are found by.</summary>
internal sealed class KnowledgeProjection(Database database)
{
    private const int HeadingWeight = 8; // A heading says in few words what stands below it.
    private const int WordMax = 60; // What is longer is an address or noise, and nobody searches for it.

    public void Apply(KnowledgeEvent happened, Envelope envelope)
    {
        var (community, category) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case Revised e: Revise(community, category, e, envelope); break;
            case Locked: Lock(community, category, true); break;
            case Unlocked: Lock(community, category, false); break;
            case Hidden e: Hide(community, category, e.Revision, true); break;
            case Shown e: Hide(community, category, e.Revision, false); break;
            default: throw new InvalidOperationException($"The views know nothing of {envelope.Name}.");
        }
    }

    private void Revise(string community, string category, Revised e, Envelope envelope)
    {
        var at = envelope.At.ToUnixTimeMilliseconds();
        database.Prepare("""
            INSERT INTO knowledge VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (community, category) DO UPDATE SET
                revision = excluded.revision, text = excluded.text, at = excluded.at, by = excluded.by
            """).Bind(community).Bind(category).Bind(e.Number).Bind(e.Text).Bind(at).Bind(envelope.By).Run();
        database.Prepare("INSERT INTO knowledge_revisions VALUES (?, ?, ?, ?, ?, ?, ?, 0)")
            .Bind(community).Bind(category).Bind(e.Number).Bind(e.Text).Bind(e.Summary).Bind(at).Bind(envelope.By)
            .Run();

        Clear("knowledge_sources", community, category);
        foreach (var (place, source) in e.Sources.Index())
            database.Prepare("INSERT INTO knowledge_sources VALUES (?, ?, ?, ?, ?)")
                .Bind(community).Bind(source.Thread).Bind(source.Number).Bind(category).Bind(place).Run();

        Clear("knowledge_words", community, category);
        foreach (var (word, weight) in Words(e.Text))
            database.Prepare("INSERT INTO knowledge_words VALUES (?, ?, ?, ?)")
                .Bind(community).Bind(word).Bind(category).Bind(weight).Run();
        UploadProjection.ShowAnew(database, UploadPlace.Knowledge, PlaceOf(community, category), e.Text);
    }

    private void Clear(string table, string community, string category) =>
        database.Prepare($"DELETE FROM {table} WHERE community = ? AND category = ?")
            .Bind(community).Bind(category).Run();

    // It may be locked before anybody has written at it.
    private void Lock(string community, string category, bool isLocked) =>
        database.Prepare("""
            INSERT INTO knowledge VALUES (?, ?, 0, '', 0, '', ?) ON CONFLICT (community, category) DO UPDATE SET
                locked = excluded.locked
            """).Bind(community).Bind(category).Bind(isLocked).Run();

    private void Hide(string community, string category, int revision, bool isHidden) =>
        database.Prepare("""
            UPDATE knowledge_revisions SET hidden = ? WHERE community = ? AND category = ? AND number = ?
            """).Bind(isHidden).Bind(community).Bind(category).Bind(revision).Run();

    private static Dictionary<string, long> Words(string markdown)
    {
        var weights = new Dictionary<string, long>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var weight = line.StartsWith('#') ? HeadingWeight : 1;
            foreach (var word in SearchWords.In(PlainText.Of(line)))
                if (word.Folded.Length is > 0 and <= WordMax)
                    weights[word.Folded] = weights.GetValueOrDefault(word.Folded) + weight;
        }

        return weights;
    }

    // The same for the same page, also when everything is built anew; two that share one keep each other's files.
    private static long PlaceOf(string community, string category)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in Keys.OfKnowledge(community, category)) hash = (hash ^ c) * 1099511628211ul;
        return (long)(hash >> 1);
    }
}
