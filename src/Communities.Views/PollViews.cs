using System.Collections.Immutable;

namespace Communities.Views;

/// <summary>Reads polls: what stands with the posts of a page, one of them, and who voted how.</summary>
internal static class PollViews
{
    private const int PageSize = 100; // What the port promises.

    private const string Columns = """
        p.id, p.thread, p.number, p.author, p.question, p.options, p.way, p.least, p.most, p.secret, p.results,
        p.closes_at, p.closed_at, p.voters
        """;

    public static PollView? Get(Database database, string community, string poll, Viewer viewer)
    {
        var sight = viewer.Look(database, community);
        var seen = database.Query($"""
            SELECT s.removal, s.author, t.removal, t.author, t.category FROM polls p
            JOIN threads t ON t.id = p.thread AND t.community = p.community
            JOIN posts s ON s.id = ((t.n << {Schema.PostBits}) | p.number) WHERE p.community = ? AND p.id = ?
            """).Bind(community).Bind(poll);
        var polls = new Asked(
            database, "p.community = ?1 AND p.id = ?2", "?3", viewer, row => row.Bind(community).Bind(poll));
        if (!sight.IsOpen() || !seen.Step()) return null;
        var authors = new Authors(database);
        var isSeen = viewer.Sees((Removal)seen.Int(0), authors.Of(seen.Long(1)), seen.TextOrNull(4))
            && viewer.Sees((Removal)seen.Int(2), authors.Of(seen.Long(3)), seen.TextOrNull(4));
        return isSeen ? polls.Read(authors, community).Values.SingleOrDefault() : null;
    }

    /// <summary>Asks for the polls that stand with these posts of a thread.</summary>
    public static Asked Of(Database database, string community, string thread, int first, int last, Viewer viewer) =>
        new(database, "p.community = ?1 AND p.thread = ?2 AND p.number BETWEEN ?3 AND ?4", "?5", viewer,
            row => row.Bind(community).Bind(thread).Bind(first).Bind(last));

    public static Page<BallotView> Ballots(
        Database database, string community, string poll, string? cursor, Viewer viewer)
    {
        Span<long> last = stackalloc long[2];
        var goesOn = Cursor.Read(cursor, 'b', last);
        if (Get(database, community, poll, viewer) is not { IsShown: true, Terms.IsSecret: false })
            return new([], null);
        var row = database.Query($"""
            SELECT member, choices, at FROM ballots WHERE community = ?1 AND poll = ?2
                {(goesOn ? "AND (at, member) < (?3, ?4)" : "")} ORDER BY at DESC, member DESC LIMIT ?5
            """).Bind(community).Bind(poll).Bind(last[0]).Bind(last[1]).Bind(PageSize + 1);
        var (ballots, authors) = (new List<BallotView>(PageSize), new Authors(database));
        authors.Meet(row, ballot => [ballot.Long(0)]);
        while (row.Step())
        {
            if (ballots.Count == PageSize) return new(ballots, Cursor.Of('b', last));
            (last[0], last[1]) = (row.Long(2), row.Long(0));
            ballots.Add(new(authors.Of(row.Long(0)), PollProjection.Read(row.Text(1)), row.Time(2)));
        }

        return new(ballots, null);
    }

    /// <summary>Polls that were asked for together with something else, to be read behind it.</summary>
    internal readonly struct Asked
    {
        private readonly Statement _polls;
        private readonly Statement _counts;
        private readonly Statement? _mine;

        public Asked(
            Database database, string which, string account, Viewer viewer, Func<Statement, Statement> bind)
        {
            _polls = bind(database.Query($"SELECT {Columns} FROM polls p WHERE {which}"));
            _counts = bind(database.Query($"""
                SELECT c.poll, c.choices, c.count FROM polls p
                JOIN ballot_counts c ON c.community = p.community AND c.poll = p.id WHERE {which}
                """));
            if (viewer.Account is null) return;
            _mine = bind(database.Query($"""
                SELECT b.poll, b.choices FROM polls p
                JOIN members m ON m.community = p.community AND m.account = {account}
                JOIN ballots b ON b.community = p.community AND b.poll = p.id AND b.member = m.n WHERE {which}
                """)).Bind(viewer.Account);
        }

        /// <summary>The polls, by the number of their post.</summary>
        public Dictionary<int, PollView> Read(Authors authors, string community)
        {
            var polls = new Dictionary<int, PollView>();
            if (!_polls.Step()) return polls;
            var counts = new Dictionary<string, List<(ImmutableArray<int> Choices, int Count)>>();
            var mine = new Dictionary<string, ImmutableArray<int>>();
            while (_counts.Step())
            {
                if (!counts.TryGetValue(_counts.Text(0), out var all)) counts.Add(_counts.Text(0), all = []);
                all.Add((PollProjection.Read(_counts.Text(1)), _counts.Int(2)));
            }

            while (_mine is not null && _mine.Step()) mine[_mine.Text(0)] = PollProjection.Read(_mine.Text(1));
            do
            {
                var poll = Of(_polls, authors, community);
                polls[poll.Number] = Counted(
                    poll with { Mine = mine.GetValueOrDefault(poll.Id, []) }, counts.GetValueOrDefault(poll.Id, []));
            }
            while (_polls.Step());
            return polls;
        }

        private static PollView Of(Statement row, Authors authors, string community) => new(
            community, row.Text(0), row.Text(1), row.Int(2), authors.Of(row.Long(3)).Account, row.Text(4),
            new PollTerms(
                (VotingWay)row.Int(6), row.Int(7), row.Int(8), row.Bool(9), (ResultsShown)row.Int(10)),
            row.TimeOrNull(11), row.TimeOrNull(12), row.Int(13), [], false,
            [.. row.Text(5).Split('\n').Select((text, at) => new OptionView(at + 1, text, null))], null, []);

        private static PollView Counted(
            PollView poll, List<(ImmutableArray<int> Choices, int Count)> ballots)
        {
            var isShown = poll.ClosedAt is not null || poll.Terms.Results == ResultsShown.Always
                || (poll.Terms.Results == ResultsShown.AfterVoting && poll.Mine.Count > 0);
            if (!isShown) return poll;
            var votes = new int[poll.Options.Count + 1];
            foreach (var (choices, count) in ballots)
                foreach (var choice in poll.Terms.Way == VotingWay.Ranked ? choices[..1] : choices)
                    votes[choice] += count;
            var runoff = poll.Terms.Way == VotingWay.Ranked ? Runoff.Of(poll.Options.Count, ballots) : null;
            var most = votes.Max();
            return poll with
            {
                IsShown = true,
                Options = [.. poll.Options.Select(option => option with { Votes = votes[option.Number] })],
                Rounds = runoff?.Rounds,
                Winners = runoff is not null ? runoff.Winners
                    : most == 0 ? [] : [.. poll.Options.Select(o => o.Number).Where(number => votes[number] == most)],
            };
        }
    }
}
