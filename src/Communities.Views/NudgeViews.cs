using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads what nudges are made of, and what they led to.</summary>
internal static class NudgeViews
{
    // Enough to see ten minutes of a heated thread, and all that is in a row in any other.
    private const int LatestMost = 60;

    public static ThreadFacts? Facts(
        Database database, string community, string id, Viewer viewer, DateTimeOffset now)
    {
        var sight = viewer.Look(database, community);
        var thread = database.Query("""
            SELECT t.n, t.removal, (SELECT p.posts FROM participants p JOIN members m ON m.n = p.member
                WHERE p.thread = t.n AND m.account = ?3 AND m.community = ?1)
            FROM threads t WHERE t.community = ?1 AND t.id = ?2
            """).Bind(community).Bind(id).Bind(viewer.Account ?? "");
        if (!sight.IsOpen() || !thread.Step() || thread.Int(1) != 0) return null;
        var (n, own) = (thread.Long(0), (int)(thread.LongOrNull(2) ?? 0));
        var total = database.Query("""
            SELECT CAST(coalesce(sum(posts), 0) AS BIGINT) FROM participants WHERE thread = ?
            """).Bind(n);
        var latest = database.Query("""
            SELECT p.at, p.removal, m.account FROM posts p LEFT JOIN members m ON m.n = p.author
            WHERE p.id BETWEEN ? AND ? ORDER BY p.id DESC LIMIT ?
            """).Bind(Schema.PostOf(n, 1)).Bind(Schema.PostOf(n, Schema.NumberMask)).Bind(LatestMost);
        var reported = database.Query("""
            SELECT count(*) FROM cases WHERE community = ? AND thread = ? AND number > 0 AND waiting = 1
            """).Bind(community).Bind(id);

        var (row, fast, gone, last) = (0, 0, 0, DateTimeOffset.MinValue);
        var (isRow, writers) = (true, new HashSet<string>());
        while (latest.Step())
        {
            var (at, account) = (latest.Time(0), latest.TextOrNull(2) ?? "");
            if ((Removal)latest.Int(1) is var removal and not Removal.None)
            {
                var isTrouble = removal is not (Removal.ByAuthor or Removal.Moved);
                if (isTrouble && now - at < Communities.Nudges.HeatedFor) gone++;
                continue;
            }

            if (last == DateTimeOffset.MinValue) last = at;
            isRow &= account.Length > 0 && account == viewer.Account && now - at < Communities.Nudges.EchoFor;
            if (isRow) row++;
            if (now - at >= Communities.Nudges.FastWithin) continue;
            fast++;
            writers.Add(account);
        }

        var troubled = gone + (reported.Step() ? reported.Int(0) : 0);
        return new ThreadFacts(
            id, total.Step() ? total.Int(0) : 0, own, row, last, fast, writers.Count, troubled);
    }

    public static IReadOnlyList<NudgeCount> Counts(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var counts = new List<NudgeCount>();
        var sight = viewer.Look(database, community);
        var row = database.Query("""
            SELECT kind, count(*), coalesce(sum(CASE WHEN outcome = 1 THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN outcome = 2 THEN 1 ELSE 0 END), 0)
            FROM nudges WHERE community = ? AND at >= ? AND at < ? GROUP BY kind ORDER BY count(*) DESC, kind
            """).Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds());
        if (!sight.IsOpen()) return counts;
        while (row.Step()) counts.Add(new NudgeCount(row.Text(0), row.Int(1), row.Int(2), row.Int(3)));
        return counts;
    }

    /// <summary>Writes what members were reminded of.</summary>
    public static void Apply(Database database, MemberEvent happened, Envelope envelope)
    {
        var (community, account) = (Keys.CommunityOf(envelope.Actor.Key), Keys.LocalOf(envelope.Actor.Key));
        switch (happened)
        {
            case MemberEvent.WasNudged e:
                database.Prepare("INSERT INTO nudges VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING")
                    .Bind(community).Bind(account).Bind(e.Kind).Bind(e.Occasion)
                    .Bind(envelope.At.ToUnixTimeMilliseconds()).Run();
                break;
            case MemberEvent.NudgeFollowed e:
                database.Prepare("""
                    UPDATE nudges SET outcome = ? WHERE community = ? AND kind = ? AND account = ? AND occasion = ?
                    """).Bind(e.IsChanged ? 2L : 1L).Bind(community).Bind(e.Kind).Bind(account).Bind(e.Occasion).Run();
                break;
            default: break; // The others say nothing of it.
        }
    }
}
