using Communities.Actors;

namespace Communities.Exchange;

/// <summary>What the journal holds of earlier imports into a community, so that nothing is brought twice.</summary>
internal sealed class EarlierImport
{
    /// <summary>Envelopes read at once.</summary>
    private const int BatchMax = 4_096;

    private readonly Dictionary<string, int> _done = [];
    private readonly HashSet<ActorId> _begun = [];

    /// <summary>True where the community has such a member or thread already, from wherever.</summary>
    public bool HasBegun(string kind, string key) => _begun.Contains(new ActorId(kind, key));

    /// <summary>True where a command of this id was done.</summary>
    public bool Has(string commandId) => _done.ContainsKey(commandId);

    /// <summary>The number of the post that it made, 0 where it made none.</summary>
    public int NumberOf(string commandId) => _done.GetValueOrDefault(commandId);

    /// <summary>Reads what there is up to now. Memory: about 200 bytes a record imported before.</summary>
    public static async Task<EarlierImport> Read(IFeed feed, string community, CancellationToken ct)
    {
        var earlier = new EarlierImport();
        var posts = new Dictionary<string, int>();
        var head = feed.Head;
        for (var position = 0L; position < head;)
        {
            var batch = await feed.Read(position, BatchMax, ct).ConfigureAwait(false);
            if (batch.Count == 0) break;
            foreach (var envelope in batch)
                if (envelope.Actor.Prefix == community) earlier.Take(envelope, posts);
            position = batch[^1].Position;
        }

        return earlier;
    }

    // Posts are numbered in the order of their events, so that no event need be decoded.
    private void Take(Envelope envelope, Dictionary<string, int> posts)
    {
        if (envelope.Name is "member.joined" or "thread.opened" or "upload.stored" or "poll.opened"
            or "conversation.started" or "gathering.planned" or "contest.opened" or "slot.opened"
            or "interview.announced" or "newsletter.saved" or "group.founded") _begun.Add(envelope.Actor);

        // A case begins with whatever comes first, and that an import began is no other's.
        if (envelope is { Version: 1, Actor.Kind: "case" }
            && envelope.CommandId?.StartsWith(Names.CommandPrefix, StringComparison.Ordinal) != true)
            _begun.Add(envelope.Actor);
        var number = 0;
        if (envelope.Name is "thread.opened" or "thread.replied")
            posts[envelope.Actor.Key] = number = posts.GetValueOrDefault(envelope.Actor.Key) + 1;
        if (envelope.CommandId is { } id && id.StartsWith(Names.CommandPrefix, StringComparison.Ordinal))
            _done[id] = number;
    }
}
