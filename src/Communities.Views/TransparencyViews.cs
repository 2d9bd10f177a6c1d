using System.Runtime.InteropServices;

namespace Communities.Views;

/// <summary>Counts reports, decisions and appeals of a period.</summary>
internal static class TransparencyViews
{
    private const long DayMs = 24L * 60 * 60 * 1_000;
    private const long MinuteMs = 60_000;

    public static TransparencyView? Get(
        Database database, string community, DateTimeOffset from, DateTimeOffset to, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var reports = Ask("SELECT reason, at / ?4, count(*) FROM case_reports", "at", "GROUP BY reason, at / ?4");
        var decided = Ask(
            "SELECT measures, origin, at / ?4, count(*) FROM decisions", "at", "GROUP BY measures, origin, at / ?4");
        var undone = Ask("SELECT count(*) FROM decisions", "ended_at", $"AND ended = {(int)DecisionEnd.Undone}");
        var appealed = Ask(
            "SELECT appealed_at / ?4, count(*) FROM decisions", "appealed_at", "GROUP BY appealed_at / ?4");
        var answered = Ask("SELECT overturned, count(*) FROM decisions", "answered_at", "GROUP BY overturned");
        var median = Ask(
            "SELECT at - opened_at FROM decisions", "at", $"""
            AND origin = {(int)DecisionOrigin.Case} ORDER BY at - opened_at LIMIT 1 OFFSET (
                SELECT (count(*) - 1) / 2 FROM decisions WHERE community = ?1 AND at >= ?2 AND at < ?3
                    AND origin = {(int)DecisionOrigin.Case})
            """);
        if (!sight.IsOpen()) return null;

        var counts = new Counts();
        while (reports.Step()) counts.Report(reports.Text(0), reports.Long(1), reports.Int(2));
        while (decided.Step())
            counts.Decide(decided.Text(0), (DecisionOrigin)decided.Int(1), decided.Long(2), decided.Int(3));
        while (appealed.Step()) counts.Appeal(appealed.Long(0), appealed.Int(1));
        var (upheld, overturned) = (0, 0);
        while (answered.Step())
            if (answered.Bool(0)) overturned = answered.Int(1);
            else upheld = answered.Int(1);
        return counts.View(
            from, to, undone.Step() ? undone.Int(0) : 0, upheld + overturned, overturned,
            median.Step() ? (median.Long(0) + (MinuteMs / 2)) / MinuteMs : null);

        Statement Ask(string what, string time, string rest) => database
            .Query($"{what} WHERE community = ?1 AND {time} >= ?2 AND {time} < ?3 {rest}")
            .Bind(community).Bind(from.ToUnixTimeMilliseconds()).Bind(to.ToUnixTimeMilliseconds()).Bind(DayMs);
    }

    /// <summary>What was counted so far.</summary>
    private sealed class Counts
    {
        private readonly Dictionary<string, int> _reasons = [];
        private readonly Dictionary<MeasureKind, (int People, int Automated)> _measures = [];
        private readonly SortedDictionary<long, (int Reports, int People, int Automated, int Appeals)> _days = [];
        private (int People, int Automated) _decisions;
        private int _appeals;

        public void Report(string reason, long day, int count)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_reasons, reason, out _) += count;
            var (reports, people, automated, appeals) = _days.GetValueOrDefault(day);
            _days[day] = (reports + count, people, automated, appeals);
        }

        public void Decide(string measures, DecisionOrigin origin, long day, int count)
        {
            var (people, automated) = origin == DecisionOrigin.Automatic ? (0, count) : (count, 0);
            _decisions = (_decisions.People + people, _decisions.Automated + automated);
            foreach (var measure in CaseProjection.Read(measures))
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_measures, measure.Kind, out _);
                sum = (sum.People + people, sum.Automated + automated);
            }

            var known = _days.GetValueOrDefault(day);
            _days[day] = (known.Reports, known.People + people, known.Automated + automated, known.Appeals);
        }

        public void Appeal(long day, int count)
        {
            _appeals += count;
            var (reports, people, automated, appeals) = _days.GetValueOrDefault(day);
            _days[day] = (reports, people, automated, appeals + count);
        }

        public TransparencyView View(
            DateTimeOffset from, DateTimeOffset to, int undone, int answered, int overturned, long? minutes) => new(
            from, to,
            [.. _reasons.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new ReasonCount(one.Key, one.Value))],
            _decisions.People + _decisions.Automated, _decisions.Automated,
            [.. _measures.OrderByDescending(one => one.Value.People + one.Value.Automated).ThenBy(one => one.Key)
                .Select(one => new MeasureCount(one.Key, one.Value.People, one.Value.Automated))],
            undone, _appeals, answered, overturned, minutes,
            [.. _days.Select(one => new ModeratedDay(
                DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(one.Key * DayMs).UtcDateTime),
                one.Value.Reports, one.Value.People, one.Value.Automated, one.Value.Appeals))]);
    }
}
