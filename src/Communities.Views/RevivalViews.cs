using Communities.Actors;

namespace Communities.Views;

/// <summary>Finds threads that have stopped and are worth going on with.</summary>
/// <remarks>
/// What moderators have left as it is, or was taken up elsewhere, is not found again until somebody writes there.
/// </remarks>
internal static class RevivalViews
{
    private const int EachMost = 10; // Of each reason: what one works through at a sitting.
    private const int ViewsMin = 30; // Read so often, a question without an answer is missed by many.
    private const int PostsMin = 12; // From here on an exchange is long.
    private const int WritersMin = 3; // And between several.
    private const int AskedMin = 2; // Asked again so often, a question deserves one good place.
    private const int RecentMost = 40; // The latest threads, each compared with older ones; some milliseconds each.

    private static readonly TimeSpan QuietFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan Recent = TimeSpan.FromDays(60);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(3 * 365); // Older: nobody is here any more.

    private const string Rested =
        "NOT EXISTS (SELECT 1 FROM rested r WHERE r.thread = t.n AND r.last = t.last_number)";

    private const string Open = "t.community = ?1 AND t.listed = 1 AND t.archived = 0 AND t.closed = 0";

    public static IReadOnlyList<Revival> Get(Database database, string community, DateTimeOffset now, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var announced = new Announcements(database, community, now - Forgotten);
        var unanswered = Ask($"""
            , t.views FROM threads t WHERE {Open} AND t.others = 0 AND t.last_at < ?2 AND t.last_at > ?3
                AND t.views >= {ViewsMin} AND {Rested} ORDER BY t.views DESC, t.n LIMIT {EachMost}
            """);
        var doubted = Ask($"""
            , a.doubts FROM answers a JOIN threads t ON t.n = a.thread AND t.accepted = a.number
            WHERE a.community = ?1 AND a.doubts > 0 AND {Open} AND ?2 > ?3 AND {Rested}
            ORDER BY a.doubts DESC, t.n LIMIT {EachMost}
            """);
        var stopped = Ask($"""
            , t.last_number - t.removed_replies FROM threads t
            WHERE {Open} AND t.accepted = 0 AND t.last_at < ?2 AND t.last_at > ?3 AND t.participants >= {WritersMin}
                AND t.last_number - t.removed_replies >= {PostsMin} AND {Rested}
                AND NOT EXISTS (SELECT 1 FROM summaries s WHERE s.post BETWEEN t.n << {Schema.PostBits}
                    AND (t.n << {Schema.PostBits}) + {Schema.NumberMask})
            ORDER BY t.score DESC, t.n DESC LIMIT {EachMost}
            """);
        var recent = database.Query($"""
            SELECT t.id, t.title FROM threads t WHERE {Open} AND t.opened_at >= ?2 ORDER BY t.opened_at DESC LIMIT ?3
            """).Bind(community).Bind((now - Recent).ToUnixTimeMilliseconds()).Bind(RecentMost);
        if (!sight.IsOpen() || !viewer.Standing.Is(Role.Moderator)) return [];
        var (found, authors) = (new List<Revival>(), new Authors(database));
        Take(doubted, RevivalReason.Doubted);
        Take(unanswered, RevivalReason.Unanswered);
        foreach (var (id, others) in Recurring(database, community, recent, now, viewer))
        {
            var row = database.Query($"""
                SELECT {ThreadLists.Columns} FROM threads t WHERE {Open} AND t.id = ?2 AND {Rested}
                """).Bind(community).Bind(id);
            if (row.Step())
                found.Add(new Revival(
                    ThreadLists.Of(row, community, authors), RevivalReason.Recurring, others.Count, others));
            row.Reset();
        }

        Take(stopped, RevivalReason.Stopped);
        return [.. found.DistinctBy(one => one.Thread.Id)];

        Statement Ask(string rest) => database.Query($"SELECT {ThreadLists.Columns} {rest}").Bind(community)
            .Bind((now - QuietFor).ToUnixTimeMilliseconds()).Bind((now - Forgotten).ToUnixTimeMilliseconds());

        void Take(Statement row, RevivalReason reason)
        {
            authors.Meet(row, one => ThreadState.ReadFaces(one.Text(10)).Append(one.Long(6)).Append(one.Long(9)));
            while (row.Step())
            {
                if (reason == RevivalReason.Unanswered && announced.Has(row.Text(1))) continue;
                found.Add(new Revival(
                    ThreadLists.Of(row, community, authors), reason, row.Long(ThreadLists.ColumnsCount), []));
            }
        }
    }

    // Older threads that several of the latest ones resemble.
    private static IEnumerable<(string Id, IReadOnlyList<ThreadLink> Others)> Recurring(
        Database database, string community, Statement recent, DateTimeOffset now, Viewer viewer)
    {
        var latest = new List<ThreadLink>();
        while (recent.Step()) latest.Add(new ThreadLink(recent.Text(0), recent.Text(1)));
        var asked = new Dictionary<string, List<ThreadLink>>();
        foreach (var thread in latest)
            foreach (var old in SimilarThreads.To(database, community, thread.Title, null, viewer))
            {
                if (!old.IsNear || old.LastPostAt > now - QuietFor || latest.Exists(one => one.Id == old.Id)) continue;
                if (!asked.TryGetValue(old.Id, out var others)) asked.Add(old.Id, others = []);
                others.Add(thread);
            }

        return asked.Where(one => one.Value.Count >= AskedMin).OrderByDescending(one => one.Value.Count)
            .ThenBy(one => one.Key, StringComparer.Ordinal).Take(EachMost)
            .Select(one => (one.Key, (IReadOnlyList<ThreadLink>)one.Value));
    }
}
