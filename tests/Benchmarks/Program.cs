using Communities.Benchmarks;

// Each scenario prints its figures, with a reference measured beside them in the same run.
var scenarios = new Dictionary<string, Func<Task>>
{
    ["replies"] = Replies.OverManyThreads,
    ["hot-thread"] = Replies.InOneThread,
    ["long-thread"] = LongThread.Run,
    ["http-write"] = HttpWrite.Run,
    ["http-read"] = HttpRead.Run,
    ["paint"] = Painting.Run,
    ["live"] = Live.Run,
    ["raid"] = Raid.Run,
    ["import"] = Importing.Run,
    ["archive"] = Archiving.Run,
    ["postgres-views"] = ViewsOnPostgres.Run,
    ["start"] = Starting.Run,
    ["memory"] = Memory.Run,
    ["postgres"] = OnPostgres.Run,
    ["newsletter"] = Newsletters.Run,
    ["automod"] = Screening.Run,
};

switch (args)
{
    case ["all"]:
        foreach (var run in scenarios.Values) await run();
        return 0;
    case [var name] when scenarios.TryGetValue(name, out var run):
        await run();
        return 0;
    case [Skeleton.Verb, var directory, var port]: // A process of its own, started by the HTTP scenarios.
        await Skeleton.Serve(directory, int.Parse(port));
        return 0;
    default:
        Console.Error.WriteLine($"Name one of these, or all: {string.Join(", ", scenarios.Keys)}.");
        return 2;
}
