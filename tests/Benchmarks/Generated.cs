using System.Text;
using Communities.Actors;

namespace Communities.Benchmarks;

/// <summary>A journal of a made-up community, written as it is: nobody waits for a million replies.</summary>
internal static class Generated
{
    private const int PostsPerThread = 200;
    private const int InFlight = 64;

    private static readonly Codec Events = Domain.Kinds.First(kind => kind.Name == Thread.Kind).Events;
    private static readonly byte[][] Replies = [.. Enumerable.Range(0, 64).Select(Encoded)];

    /// <summary>The JSON of some reply.</summary>
    public static byte[] Json(int i) => Replies[i % Replies.Length];

    /// <summary>Adds a community and threads of 200 posts, so many posts in all.</summary>
    public static async Task Fill(IJournal journal, int posts)
    {
        var community = new ActorId(Community.Kind, Site.Slug);
        var founded = Domain.Kinds.First(kind => kind.Name == Community.Kind).Events
            .Encode(new CommunityEvent.Founded("Devs", null, "en", Visibility.Public, null));
        await journal.Append([Envelope(community, 1, "community.founded", founded)]);
        var waiting = new Queue<Task>();
        for (var thread = 0; thread < posts / PostsPerThread; thread++)
        {
            if (waiting.Count == InFlight) await waiting.Dequeue();
            waiting.Enqueue(journal.Append(History(thread)));
        }

        await Task.WhenAll(waiting);
    }

    private static Envelope[] History(int thread)
    {
        var id = new ActorId(Thread.Kind, Site.ThreadKey(thread));
        var opened = Events.Encode(new ThreadEvent.Opened($"Thread {thread}", Text(thread), null, []));
        var replies = Enumerable.Range(2, PostsPerThread - 1).Select(number => new ThreadEvent.Replied(
            number, Text(thread + number)));
        return [
            Envelope(id, 1, "thread.opened", opened),
            .. replies.Select(reply => Envelope(id, reply.Number, "thread.replied", Events.Encode(reply)))];
    }

    private static Envelope Envelope(ActorId actor, long version, string name, byte[] json)
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(20_000).AddSeconds(version);
        return new(0, actor, version, name, at, Site.Account((int)version % 1_000), null, json);
    }

    private static byte[] Encoded(int i) => Events.Encode(new ThreadEvent.Replied(i + 1_000, Text(i)));

    // Words from a vocabulary of two thousand, so that compression and search meet something like a text.
    private static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.Length < 240)
            text.Append("word").Append(random.Next(2_000)).Append(random.Next(9) == 0 ? ". " : " ");
        return text.ToString();
    }
}
