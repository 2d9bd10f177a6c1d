namespace Communities.Views;

/// <summary>Reads how soon questions were answered, and what is known of an accepted answer.</summary>
internal static class AnswerViews
{
    private const int CountedMost = 100_000; // Threads of a period: it bounds the time to some hundred milliseconds.
    private const int DoubtsMost = 3;
    private const long MinuteMs = 60_000;

    public static IReadOnlyList<AnswerFigures> Figures(
        Database database, QuestionQuery query, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var sight = viewer.Look(database, query.Community);
        var announced = new Announcements(database, query.Community, from);
        var row = database.Query($"""
            SELECT category, opened_at, first_reply_at, accepted, id
            FROM {database.Dialect.ThreadsBy("threads_opened")}
            WHERE community = ? AND listed = 1 AND opened_at >= ? AND opened_at < ? LIMIT ?
            """).Bind(query.Community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds())
            .Bind(CountedMost);
        if (!sight.IsOpen()) return [];
        var targets = new QuestionViews.Targets(query);
        var (all, sums) = (new Sum(), new SortedDictionary<string, Sum>(StringComparer.Ordinal));
        while (row.Step())
        {
            if (announced.Has(row.Text(4))) continue;
            var category = row.TextOrNull(0) ?? "";
            if (!sums.TryGetValue(category, out var sum)) sums.Add(category, sum = new Sum());
            long? took = row.LongOrNull(2) is { } at ? Math.Max(0, at - row.Long(1)) : null;
            var within = targets.Of(category).Hours * 60 * MinuteMs;
            var isPast = query.Now.ToUnixTimeMilliseconds() - row.Long(1) > within;
            foreach (var one in (ReadOnlySpan<Sum>)[sum, all]) one.Add(took, within, isPast, row.Bool(3));
        }

        return
        [
            .. sums.Select(sum => sum.Value.Figures(sum.Key, targets.Of(sum.Key).Hours)), all.Figures(null, 0),
        ];
    }

    /// <summary>Asks for what is known of the answer of a thread; to be read after what is asked with it.</summary>
    public static Asked Of(Database database, long thread, int accepted, Viewer viewer) =>
        new(database, thread, accepted, viewer);

    private sealed class Sum
    {
        private readonly List<long> _took = [];
        private int _threads;
        private int _due;
        private int _inTime;
        private int _solved;

        public void Add(long? took, long within, bool isPast, bool isSolved)
        {
            _threads++;
            if (isSolved) _solved++;
            if (took is { } time) _took.Add(time);
            if (within == 0 || (took is null && !isPast)) return; // What is not due yet counts for nothing.
            _due++;
            if (took <= within) _inTime++;
        }

        public AnswerFigures Figures(string? category, int hours)
        {
            _took.Sort();
            long? median = _took.Count == 0 ? null : (_took[(_took.Count - 1) / 2] + _took[_took.Count / 2]) / 2;
            return new(category, hours, _threads, _took.Count, median / MinuteMs, _due, _inTime, _solved);
        }
    }

    /// <summary>What was asked with <see cref="Of"/>.</summary>
    internal readonly struct Asked
    {
        private readonly Statement? _answer;
        private readonly Statement? _doubts;
        private readonly Statement? _mine;

        public Asked(Database database, long thread, int accepted, Viewer viewer)
        {
            if (accepted == 0) return;
            _answer = database.Query("""
                SELECT at, by, confirms, doubts, checked_at FROM answers WHERE thread = ? AND number = ?
                """).Bind(thread).Bind(accepted);
            _doubts = database.Query("""
                SELECT member, at, reason FROM verdicts WHERE thread = ? AND holds = 0 ORDER BY at DESC LIMIT ?
                """).Bind(thread).Bind(DoubtsMost);
            if (viewer.Account is null) return;
            _mine = database.Query("""
                SELECT v.holds FROM verdicts v JOIN members m ON m.n = v.member WHERE v.thread = ? AND m.account = ?
                """).Bind(thread).Bind(viewer.Account);
        }

        /// <summary>What is known; null where there is no accepted answer.</summary>
        public AnswerView? Read(Authors authors)
        {
            if (_answer is null || !_answer.Step()) return null;
            var doubts = new List<DoubtView>();
            while (_doubts!.Step())
                doubts.Add(new DoubtView(authors.Of(_doubts.Long(0)), _doubts.Time(1), _doubts.TextOrNull(2)));
            return new AnswerView(
                authors.Of(_answer.Long(1)), _answer.Time(0), _answer.Int(2), _answer.Int(3), _answer.TimeOrNull(4),
                doubts, _mine is not null && _mine.Step() ? _mine.Bool(0) : null);
        }
    }
}
