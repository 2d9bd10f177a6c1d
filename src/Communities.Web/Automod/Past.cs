using System.Runtime.CompilerServices;
using Communities.Actors;

namespace Communities.Web;

/// <summary>
/// What happened in a community, in order, from its beginning: for what looks back further than views do.
/// </summary>
/// <param name="Read">
/// The events of this community. A host that keeps an archive reads it there, where a community stands by itself.
/// </param>
public sealed record Past(Func<string, CancellationToken, IAsyncEnumerable<Envelope>> Read)
{
    private const int BatchMax = 2_048;

    /// <summary>As the journal has it, among all that happened elsewhere.</summary>
    public static Past Of(Feeds feeds) => new((community, ct) => OfJournal(feeds.Of(community), community, ct));

    private static async IAsyncEnumerable<Envelope> OfJournal(
        IFeed feed, string community, [EnumeratorCancellation] CancellationToken ct)
    {
        var head = feed.Head;
        for (var position = 0L; position < head;)
        {
            var batch = await feed.Read(position, BatchMax, ct);
            if (batch.Count == 0) break;
            foreach (var envelope in batch)
                if (envelope.Actor.Prefix == community && envelope.Position <= head)
                    yield return envelope;
            position = batch[^1].Position;
        }
    }
}
