namespace Communities.Views;

/// <summary>Reads what is to be sent by e-mail, to whom, and what came of it.</summary>
internal static class MailViews
{
    private const int LinksMax = 50; // An issue has no more.

    public static IReadOnlyList<DueLetter> Due(
        Database database, string node, DateTimeOffset since, DateTimeOffset now, int most)
    {
        var left = database.Query("""
            SELECT community, who, delivery FROM letters WHERE state = 0 AND node = ? AND claimed_at < ?
            ORDER BY claimed_at LIMIT ?
            """).Bind(node).Bind(since.ToUnixTimeMilliseconds()).Bind(most);
        var due = database.Query("""
            SELECT community, who, delivery FROM letters WHERE state = 0 AND due_at <= ? ORDER BY due_at LIMIT ?
            """).Bind(now.ToUnixTimeMilliseconds()).Bind(most);
        var letters = new List<DueLetter>();
        foreach (var rows in (Statement[])[left, due])
            while (rows.Step())
                letters.Add(new(rows.Text(0), rows.Text(1), rows.Text(2)));
        return letters;
    }

    public static SentLetter? Of(Database database, string token)
    {
        var row = database.Query("""
            SELECT community, who, delivery, kind, subject FROM letters WHERE token = ? LIMIT 1
            """).Bind(token);
        return row.Step()
            ? new(row.Text(0), row.Text(1), row.Text(2), (LetterKind)row.Int(3), row.Text(4))
            : null;
    }

    public static IReadOnlyList<SubscriberRow> Subscribers(Database database, string community, int bucket, int most)
    {
        var rows = database.Query("""
            SELECT bucket, who FROM recipients
            WHERE community = ? AND newsletter = 1 AND stopped = 0 AND bucket >= ? ORDER BY bucket, who LIMIT ?
            """).Bind(community).Bind(bucket).Bind(most + 1);
        var found = new List<SubscriberRow>();
        while (rows.Step()) found.Add(new(rows.Int(0), rows.Text(1)));
        if (found.Count > most && found[0].Bucket != found[^1].Bucket)
            found.RemoveAll(row => row.Bucket == found[^1].Bucket);
        return found;
    }

    public static MailAudience Audience(Database database, string community)
    {
        var row = database.Query("""
            SELECT coalesce(sum(CASE WHEN stopped = 0 AND newsletter = 1 THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN stopped = 0 AND digest = 1 THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN stopped = 1 THEN 1 ELSE 0 END), 0)
            FROM recipients WHERE community = ?
            """).Bind(community);
        return row.Step() ? new(row.Int(0), row.Int(1), row.Int(2)) : new(0, 0, 0);
    }

    public static LetterFigures Figures(Database database, string community, LetterKind kind, string of)
    {
        var states = database.Query("""
            SELECT state, count(*), coalesce(sum(CASE WHEN clicked = 1 THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN unsubscribed = 1 THEN 1 ELSE 0 END), 0) FROM letters
            WHERE community = ? AND kind = ? AND subject = ? GROUP BY state
            """).Bind(community).Bind((long)kind).Bind(of);
        var clicks = database.Query("""
            SELECT link, count(*) FROM letter_clicks WHERE community = ? AND kind = ? AND subject = ?
            GROUP BY link ORDER BY count(*) DESC, link LIMIT ?
            """).Bind(community).Bind((long)kind).Bind(of).Bind(LinksMax);
        var counts = new int[MailProjection.CameBack + 1];
        var (clicked, unsubscribed) = (0, 0);
        while (states.Step())
        {
            counts[states.Int(0)] = states.Int(1);
            clicked += states.Int(2);
            unsubscribed += states.Int(3);
        }

        var links = new List<(string, int)>();
        while (clicks.Step()) links.Add((clicks.Text(0), clicks.Int(1)));
        return new(
            counts[MailProjection.Waiting], counts[MailProjection.Sent], counts[MailProjection.Skipping],
            counts[MailProjection.GivenUp], counts[MailProjection.CameBack], clicked, unsubscribed, links);
    }
}
