using System.Collections.Concurrent;
using Communities.Actors;

namespace Communities.Chaos;

/// <summary>The communities, members and threads of a run, all made by asking the actors.</summary>
/// <param name="book">Where the openings of the threads are noted.</param>
/// <param name="seed">Of the run.</param>
/// <param name="threads">Opened before anybody writes, in each community; those who write open more.</param>
internal sealed class Town(Book book, int seed, int threads = Town.ThreadsAtFirst)
{
    /// <summary>Enough to be in many partitions and on every silo.</summary>
    private const int CommunitiesCount = 12;

    /// <summary>Few, so that many write in the same one.</summary>
    public const int ThreadsAtFirst = 5;

    /// <summary>Each account is a member of so many of them.</summary>
    private const int MembershipsCount = 3;

    /// <summary>Of so many posts that were written last, one is reacted to.</summary>
    private const int RecentMax = 200;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _threads = new();
    private readonly ConcurrentQueue<(string Thread, int Number, string By)> _recent = new();

    /// <summary>A member's standing, as a front end resolves it.</summary>
    public static Standing Member { get; } = new(Role.Member, Trust: 1, MayJoin: true);

    /// <summary>The communities.</summary>
    public IReadOnlyList<string> Communities { get; } =
        [.. Enumerable.Range(1, CommunitiesCount).Select(n => $"chaos-{n:D2}")];

    /// <summary>The name of a writer's account.</summary>
    public static string Account(int writer) => $"writer{writer:D4}";

    /// <summary>The communities that a writer belongs to.</summary>
    public IReadOnlyList<string> CommunitiesOf(int writer) =>
        [.. Enumerable.Range(0, MembershipsCount).Select(n => Communities[(writer + (n * 5)) % CommunitiesCount])];

    /// <summary>A thread of this community, the newest and the oldest alike.</summary>
    public string AnyThread(string community, Random chance)
    {
        var threads = _threads[community];
        return threads.ElementAt(chance.Next(threads.Count));
    }

    /// <summary>A thread is open.</summary>
    public void Opened(string key) =>
        _threads.GetOrAdd(Keys.CommunityOf(key), _ => new ConcurrentQueue<string>()).Enqueue(key);

    /// <summary>A post was written.</summary>
    public void Wrote(string thread, int number, string by)
    {
        _recent.Enqueue((thread, number, by));
        if (_recent.Count > RecentMax) _recent.TryDequeue(out _);
    }

    /// <summary>A recent post of somebody else, or null.</summary>
    public (string Thread, int Number)? AnyPostOfOthers(string account, Random chance)
    {
        var others = _recent.Where(post => post.By != account).ToList();
        if (others.Count == 0) return null;
        var (thread, number, _) = others[chance.Next(others.Count)];
        return (thread, number);
    }

    /// <summary>Founds everything, and lets everybody join.</summary>
    public async Task Found(IActors actors, int writers)
    {
        await Task.WhenAll(Communities.Select(community => Done(
            actors, community,
            new CommunityCommand.Found($"Community {community}", null, "en", Visibility.Public, null),
            Call.System($"found:{community}"))));
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            foreach (var community in CommunitiesOf(writer))
            {
                var account = Account(writer);
                await Done(
                    actors, Keys.OfMember(community, account), new MemberCommand.Join($"Writer {writer}"),
                    new Call(account, Member, $"join:{community}:{account}"));
            }
        }));
        await Task.WhenAll(Communities.SelectMany(community => Enumerable.Range(0, threads).Select(async n =>
        {
            var key = Keys.OfThread(community, Keys.NewThread(DateTimeOffset.UtcNow, (uint)n));
            var by = Account(0);
            var text = $"The opening of {key} in the run of seed {seed}.";
            book.Sends(text, key, by);
            await Done(
                actors, key, new ThreadCommand.Open($"Thread {n} of {community}", text, null, []),
                new Call(by, Member, $"open:{key}"));
            book.Acknowledged(text, 1);
            Opened(key);
        })));
    }

    // Nothing is broken yet: whatever goes wrong here ends the run.
    private static async Task Done<TActor>(IActors actors, string key, ICommand<TActor> command, Call call)
        where TActor : class, IActor
    {
        var answer = await actors.Ask(key, command, call);
        if (answer.Refusal is { } no) throw new InvalidOperationException($"{key}: {no.Reason}");
    }
}
