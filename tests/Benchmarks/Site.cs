using Communities.Actors;
using Communities.Local;

namespace Communities.Benchmarks;

/// <summary>A local engine with the real domain and one founded community.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Slug = "devs";

    /// <summary>The median text of real posts is about this long.</summary>
    public static string Text { get; } = string.Concat(Enumerable.Repeat("A reply of the usual length. ", 9));

    // More than any scenario touches: none measures how actors leave.
    private const int ActivationsMax = 200_000;

    private static readonly Standing Member = new(Role.Member);

    private Site(LocalEngine engine) => Engine = engine;

    public LocalEngine Engine { get; }

    /// <summary>Opens an empty directory and founds the community.</summary>
    public static async Task<Site> Open(string directory)
    {
        var site = await Reopen(directory);
        await site.Ask(Slug, new CommunityCommand.Found("Devs", null, "en", Visibility.Public, null), Call.System());
        return site;
    }

    /// <summary>Opens a directory as it is.</summary>
    public static async Task<Site> Reopen(string directory) => new(await LocalEngine.Start(
        new LocalOptions { Directory = directory, ActivationsMax = ActivationsMax }, Domain.Kinds, Domain.Reactors));

    public static string Account(int number) => $"user{number:D4}";

    public static string ThreadKey(int number) =>
        Keys.OfThread(Slug, Keys.NewThread(DateTimeOffset.UnixEpoch.AddDays(20_000), (uint)number));

    /// <summary>Opens threads of these numbers.</summary>
    public Task OpenThreads(IEnumerable<int> numbers) => Task.WhenAll(numbers.Select(number => Ask(
        ThreadKey(number),
        new ThreadCommand.Open("Title", Text, null, []), new Call(Account(number % 1_000), Member))));

    /// <summary>Adds so many replies to each of these threads, a few at a time.</summary>
    public async Task Fill(IReadOnlyCollection<int> threads, int replies)
    {
        for (var done = 0; done < replies; done += 25)
            await Task.WhenAll(threads.SelectMany(thread => Enumerable.Range(0, Math.Min(25, replies - done))
                .Select(i => Reply(thread, (thread + i) % 1_000).AsTask())));
    }

    public async ValueTask Reply(int thread, int caller)
    {
        var call = new Call(Account(caller), Member);
        var answer = await Engine.Ask(ThreadKey(thread), new ThreadCommand.Reply(Text), call);
        if (answer.Refusal is { } no) throw new InvalidOperationException(no.Reason);
    }

    public async Task Ask<TActor>(string key, ICommand<TActor> command, Call call) where TActor : class, IActor
    {
        var answer = await Engine.Ask(key, command, call);
        if (answer.Refusal is { } no) throw new InvalidOperationException(no.Reason);
    }

    /// <summary>The JSON of a reply, as the journal holds it.</summary>
    public static byte[] Row { get; } =
        Domain.Kinds.First(kind => kind.Name == Thread.Kind).Events.Encode(new ThreadEvent.Replied(1_234, Text));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
