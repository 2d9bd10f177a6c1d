using Communities.Actors;
using Communities.Archive;
using Spectre.Console;

namespace Communities.Hosting;

/// <summary>Archive against journal, and counters against the archive.</summary>
internal static class Verification
{
    /// <summary>Differences told one by one; most follow from the first.</summary>
    private const int DriftTold = 20;

    /// <summary>Finishes what a crash left, looks at everything, and says whether all of it holds.</summary>
    public static async Task<bool> Run(ISite site, CancellationToken ct)
    {
        await site.WhenCaughtUp(ct);
        var audits = new SortedDictionary<string, Audit>(StringComparer.Ordinal);
        var unreadable = new List<string>();
        var verifier = new ArchiveVerifier(site.Archive)
        {
            Journal = site.Journals.Feeds,
            Checkpoints = partition => site.Journals[partition],
            Visit = envelope =>
            {
                if (!audits.TryGetValue(envelope.Actor.Prefix, out var audit))
                    audits[envelope.Actor.Prefix] = audit = new Audit();
                try
                {
                    audit.Take(envelope);
                }
                catch (Exception e)
                {
                    // What the chain has found out already, or will; it must not end the look at all the others.
                    unreadable.Add($"{envelope.Actor}, version {envelope.Version}, cannot be folded: {e.Message}");
                }
            },
        };
        var report = await verifier.Verify(ct);
        var table = Verbs.Table("community", "members", "threads", "posts", "reactions", "views", "drift");
        foreach (var line in unreadable.Take(DriftTold)) await Console.Error.WriteLineAsync(line);
        var drift = (long)unreadable.Count;
        foreach (var (community, audit) in audits)
        {
            var differences = await Differences(site.Actors, community, audit, ct);
            foreach (var difference in differences.Take(DriftTold)) await Console.Error.WriteLineAsync(difference);
            drift += differences.Count;
            var c = audit.Community();
            table.AddRow(community, Verbs.Number(c.Members), Verbs.Number(c.Threads), Verbs.Number(c.Posts),
                Verbs.Number(c.Reactions), Verbs.Number(c.Views), Verbs.Number(differences.Count));
        }

        Verbs.Write(table);
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem.ToString());
        if (report.ProblemCount > report.Problems.Count)
            await Console.Error.WriteLineAsync($"… and {report.ProblemCount - report.Problems.Count} more problems.");
        Console.WriteLine($"{report.Segments:N0} segments, {report.Events:N0} events, {report.Bytes:N0} bytes; "
            + $"{report.Compared:N0} compared with the journal; {report.ProblemCount:N0} problems");
        Console.WriteLine($"drift = {drift}");
        return report.IsSound && drift == 0;
    }

    private static async Task<List<string>> Differences(
        IActors actors, string community, Audit audit, CancellationToken ct)
    {
        var differences = new List<string>();
        Compare(community, audit.Community(), (await actors.See<Community>(community, ct)).Counters);
        foreach (var (key, counters) in audit.Threads())
            Compare(key, counters, (await actors.See<Thread>(key, ct)).Counters);
        foreach (var (account, counters) in audit.Members())
        {
            var key = Keys.OfMember(community, account);
            Compare(key, counters, (await actors.See<Member>(key, ct)).Counters);
        }

        return differences;

        void Compare<T>(string key, T facts, T counted) where T : struct
        {
            if (!facts.Equals(counted)) differences.Add($"{key}: counts {counted}, but the archive {facts}");
        }
    }
}
