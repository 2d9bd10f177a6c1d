using Communities.Actors;

namespace Communities.Views;

/// <summary>Reads the questions that wait for an answer.</summary>
internal static class QuestionViews
{
    private const int SizeMost = 100; // What the port promises.

    public static Page<QuestionRow> List(Database database, QuestionQuery query, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var list = (char)('A' + (int)query.Show);
        var goesOn = Cursor.Read(query.Cursor, list, last);
        var sight = viewer.Look(database, query.Community);
        var announced = new Announcements(database, query.Community, query.Now - QuestionQuery.WaitingFor);
        var row = Asked(database, query, goesOn ? last : []);
        if (!sight.IsOpen() || (query.Show == QuestionShow.Doubted && !viewer.Standing.Is(Role.Moderator)))
            return new Page<QuestionRow>([], null);
        var (size, found) = (Math.Clamp(query.Size, 1, SizeMost), new List<QuestionRow>());
        var authors = new Authors(database);
        authors.Meet(row, one => ThreadState.ReadFaces(one.Text(10)).Append(one.Long(6)).Append(one.Long(9)));
        var targets = new Targets(query);
        while (row.Step())
        {
            if (!targets.Has(row.TextOrNull(4), row.Long(7)) || announced.Has(row.Text(1))) continue;
            if (found.Count == size) return new Page<QuestionRow>(found, Cursor.Of(list, last[0], last[1]));
            var thread = ThreadLists.Of(row, query.Community, authors);
            found.Add(new QuestionRow(
                thread, targets.Of(thread.Category), row.Int(ThreadLists.ColumnsCount),
                row.Int(ThreadLists.ColumnsCount + 1)));
            (last[0], last[1]) = (row.Long(7), row.Long(0));
        }

        return new Page<QuestionRow>(found, null);
    }

    public static QuestionLoad Load(Database database, QuestionQuery query, Viewer viewer)
    {
        var sight = viewer.Look(database, query.Community);
        var isStaff = viewer.Standing.Is(Role.Moderator);
        var announced = new Announcements(database, query.Community, query.Now - QuestionQuery.WaitingFor);
        var unanswered = Brief(QuestionShow.Unanswered);
        var unsolved = Brief(QuestionShow.Unsolved);
        var doubted = isStaff ? Brief(QuestionShow.Doubted) : null;
        if (!sight.IsOpen()) return new QuestionLoad(0, 0, 0, 0);
        var (open, late, oldest) = (0, 0, (DateTimeOffset?)null);
        var (any, due) = (new Targets(query with { Show = QuestionShow.Unanswered }),
            new Targets(query with { Show = QuestionShow.Late }));
        while (unanswered.Step())
        {
            if (!any.Has(unanswered.TextOrNull(0), unanswered.Long(1)) || announced.Has(unanswered.Text(2))) continue;
            open++;
            oldest ??= unanswered.Time(1);
            if (due.Has(unanswered.TextOrNull(0), unanswered.Long(1))) late++;
        }

        return new QuestionLoad(
            open, late, Count(unsolved, QuestionShow.Unsolved),
            doubted is null ? 0 : Count(doubted, QuestionShow.Doubted), oldest);

        Statement Brief(QuestionShow show)
        {
            var asked = query with { Show = show, IsLatestFirst = false };
            return Bound(database.Query($"""
                SELECT t.category, t.opened_at, t.id FROM {Source(asked)} ORDER BY t.opened_at, t.n LIMIT ?3
                """), asked, []);
        }

        int Count(Statement row, QuestionShow show)
        {
            var (count, targets) = (0, new Targets(query with { Show = show }));
            while (row.Step())
                if (targets.Has(row.TextOrNull(0), row.Long(1)) && !announced.Has(row.Text(2))) count++;
            return count;
        }
    }

    private static Statement Asked(Database database, QuestionQuery query, ReadOnlySpan<long> last)
    {
        var (order, beyond) = query.IsLatestFirst ? ("DESC", "<") : ("ASC", ">");
        var further = last.IsEmpty ? "" : $"AND (t.opened_at, t.n) {beyond} (?4, ?5)";
        return Bound(database.Query($"""
            SELECT {ThreadLists.Columns},
                (SELECT count(*) FROM answer_requests q WHERE q.community = ?1 AND q.thread = t.id
                    AND q.declined_at IS NULL),
                (SELECT coalesce(max(w.doubts), 0) FROM answers w WHERE w.thread = t.n AND w.number = t.accepted)
            FROM {Source(query)} {further} ORDER BY t.opened_at {order}, t.n {order} LIMIT ?3
            """), query, last);
    }

    private static Statement Bound(Statement row, QuestionQuery query, ReadOnlySpan<long> last)
    {
        row.Bind(query.Community).Bind((query.Now - QuestionQuery.WaitingFor).ToUnixTimeMilliseconds())
            .Bind(QuestionQuery.ScannedMost);
        foreach (var key in last) row.Bind(key);
        return row;
    }

    // What is closed or archived waits for nobody; an opening in no list is nobody's to answer.
    private static string Source(QuestionQuery query) => query.Show switch
    {
        QuestionShow.Unanswered or QuestionShow.Late => """
            threads t WHERE t.community = ?1 AND t.listed = 1 AND t.others = 0 AND t.last_at >= ?2
                AND t.opened_at >= ?2 AND t.closed = 0 AND t.archived = 0
            """,
        QuestionShow.Unsolved => """
            threads t WHERE t.community = ?1 AND t.listed = 1 AND t.opened_at >= ?2 AND t.others > 0
                AND t.accepted = 0 AND t.closed = 0 AND t.archived = 0
            """,
        QuestionShow.Doubted => """
            answers a JOIN threads t ON t.n = a.thread AND t.accepted = a.number WHERE a.community = ?1
                AND a.doubts > 0 AND t.listed = 1 AND t.archived = 0 AND ?2 > 0
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.Show, "There is no such list."),
    };

    /// <summary>Which threads of a list belong to it by what their categories aim at.</summary>
    internal sealed class Targets(QuestionQuery query)
    {
        private static readonly AnswerTarget None = new("", 0);

        private readonly Dictionary<string, AnswerTarget> _targets =
            query.Targets.ToDictionary(target => target.Category);

        public AnswerTarget Of(string? category) => _targets.GetValueOrDefault(category ?? "", None);

        public bool Has(string? category, long openedAt)
        {
            if (query.Category is { } only && only != (category ?? "")) return false;
            var target = Of(category);
            return query.Show switch
            {
                QuestionShow.Unanswered => target.Hours > 0 || target.IsSolved,
                QuestionShow.Late => target.Hours > 0
                    && openedAt < query.Now.AddHours(-target.Hours).ToUnixTimeMilliseconds(),
                QuestionShow.Unsolved => target.IsSolved,
                _ => true,
            };
        }
    }
}
