using Communities.Actors;
using Communities.Archive;
using Communities.Views;

namespace Communities.Chaos;

/// <summary>All that is looked at in the end.</summary>
/// <param name="Journals">The journal, read from its database.</param>
/// <param name="Actors">The actors, as members meet them.</param>
/// <param name="Archive">Where the archive lies.</param>
/// <param name="Views">What people read; null where there are none.</param>
internal sealed record Remains(IJournals Journals, IActors Actors, IArchiveStore Archive, IViews? Views);

/// <summary>Whether what the cluster has promised holds.</summary>
/// <param name="Problems">What does not.</param>
/// <param name="Events">In the journal.</param>
/// <param name="Texts">Posts and revisions in the journal.</param>
/// <param name="Segments">In the archive.</param>
/// <param name="Compared">Events that are the same in the archive and in the journal.</param>
/// <param name="Drifted">Counters of actors that differ from the fold of the facts.</param>
internal sealed record Verdict(Problems Problems, long Events, int Texts, long Segments, long Compared, long Drifted)
{
    private const int ReadAtOnce = 2_000;

    public bool Holds => Problems.Count == 0;

    /// <summary>Looks at everything. Nobody writes meanwhile.</summary>
    public static async Task<Verdict> Of(Book book, Remains remains, CancellationToken ct)
    {
        var problems = new Problems();
        var heads = Heads(remains.Journals);
        var journal = new Facts(problems, "journal");
        foreach (var feed in remains.Journals.Feeds.All) await Read(feed, journal, problems, ct);
        journal.Compare(book);

        var archived = new Facts(problems, "archive");
        var report = await Verify(remains, archived, problems, ct);
        archived.Compare(book);

        var drift = await Drift(remains.Actors, journal, problems, ct);
        if (remains.Views is { } views) await Compare(views, remains.Journals, journal, problems, ct);
        if (!heads.SequenceEqual(Heads(remains.Journals)))
            problems.Add("unquiet", "The journal grew while it was looked at.");
        return new Verdict(problems, journal.Events, journal.Texts, report.Segments, report.Compared ?? 0, drift);
    }

    private static List<long> Heads(IJournals journals) => [.. journals.Feeds.All.Select(feed => feed.Head)];

    private static async Task Read(IFeed feed, Facts facts, Problems problems, CancellationToken ct)
    {
        for (var (after, head) = (0L, feed.Head); after < head;)
        {
            var read = await feed.Read(after, ReadAtOnce, ct);
            if (read.Count == 0)
            {
                problems.Add("gap", $"The journal gives nothing behind {after}, and goes up to {head}.");
                return;
            }

            foreach (var envelope in read)
            {
                if (envelope.Position != feed.Next(after))
                    problems.Add("gap", $"In the journal {envelope.Position} follows {after}.");
                after = envelope.Position;
                facts.Take(envelope);
            }
        }
    }

    private static async Task<ArchiveReport> Verify(
        Remains remains, Facts facts, Problems problems, CancellationToken ct)
    {
        var verifier = new ArchiveVerifier(remains.Archive)
        {
            Journal = remains.Journals.Feeds,
            Checkpoints = partition => remains.Journals[partition],
            Visit = facts.Take,
        };
        var report = await verifier.Verify(ct);
        foreach (var problem in report.Problems) problems.Add("archive", $"archive: {problem}");
        if (report.ProblemCount > report.Problems.Count)
            problems.Add("archive", $"archive: … and {report.ProblemCount - report.Problems.Count} more problems.");
        if (report.NotYetArchived > 0)
            problems.Add("unarchived", $"archive: {report.NotYetArchived} events wait to be archived.");
        return report;
    }

    private static async Task<long> Drift(IActors actors, Facts facts, Problems problems, CancellationToken ct)
    {
        var drift = 0L;
        foreach (var (community, audit) in facts.Audits)
        {
            Compare(community, audit.Community(), (await actors.See<Community>(community, ct)).Counters);
            foreach (var (key, counters) in audit.Threads())
                Compare(key, counters, (await actors.See<Thread>(key, ct)).Counters);
            foreach (var (account, counters) in audit.Members())
            {
                var key = Keys.OfMember(community, account);
                Compare(key, counters, (await actors.See<Member>(key, ct)).Counters);
            }
        }

        return drift;

        void Compare<T>(string key, T folded, T counted) where T : struct
        {
            if (folded.Equals(counted)) return;
            drift++;
            problems.Add("drift", $"{key} counts {counted}, but the facts are {folded}.");
        }
    }

    private static async Task Compare(
        IViews views, IJournals journals, Facts facts, Problems problems, CancellationToken ct)
    {
        for (var p = 0; p < journals.Partitions.Count; p++)
            if (views.Positions[p] != journals[p].Head)
                problems.Add(
                    "views", $"views: partition {p} is at {views.Positions[p]}, the journal at {journals[p].Head}.");
        var viewer = new Viewer(null, Standing.System);
        var posts = facts.Posts;
        foreach (var (community, audit) in facts.Audits)
        {
            var (expected, shown) = (audit.Community(), (await views.Community(community, viewer, ct))?.Counters);
            if (shown != expected)
                problems.Add("views", $"views: {community} counts {shown}, but the facts are {expected}.");
            foreach (var (thread, _) in audit.Threads())
                await Compare(views, thread, posts[thread].ToDictionary(p => p.Number, p => p.Text), problems, ct);
        }
    }

    private static async Task Compare(
        IViews views, string thread, Dictionary<int, string> posts, Problems problems, CancellationToken ct)
    {
        var shown = new Dictionary<int, string?>();
        var viewer = new Viewer(null, Standing.System);
        for (var (page, last) = (1, 1); page <= last; page++)
        {
            var view = await views.Thread(Keys.CommunityOf(thread), Keys.LocalOf(thread), page, viewer, ct);
            if (view is null)
            {
                problems.Add("views", $"views: page {page} of {thread} is not there.");
                return;
            }

            last = view.PageCount;
            foreach (var post in view.Posts)
                if (!shown.TryAdd(post.Number, post.Text))
                    problems.Add("views", $"views: post {post.Number} of {thread} is shown twice.");
        }

        if (shown.Count != posts.Count)
            problems.Add("views", $"views: {thread} shows {shown.Count} posts; there are {posts.Count}.");
        foreach (var (number, text) in posts)
            if (shown.GetValueOrDefault(number) is var there && there != text)
                problems.Add("views", $"views: post {number} of {thread} reads “{there}”, and should “{text}”.");
    }
}
