using System.Threading.Channels;
using Communities.Actors;
using Communities.Suites;

namespace Communities.Cluster.Tests;

/// <summary>What one process commits, the others are told by streams.</summary>
public sealed class StreamTests(SharedPostgres postgres)
{
    private const string Provider = "feed";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_silo_commits_the_others_are_offered_and_so_is_a_client()
    {
        await using var cluster = await Wired.Start(postgres, silos: 0, partitions: 1);
        var options = new NodeOptions { Stream = Provider };
        List<Told> told = [];
        for (var i = 0; i < 2; i++)
        {
            await cluster.Add(options, Tell, silo => silo
                .AddMemoryStreams(Provider).AddMemoryGrainStorage("PubSubStore"));
        }

        await using var journals = await cluster.OpenJournals();
        await cluster.Client(client => client
            .AddMemoryStreams(Provider).AddCommunitiesFeed(Tell(journals), Provider));

        // Until all of them listen, what is committed goes by; so it is committed until all have been told.
        var actors = cluster.Silos[0].Actors;
        await Soon.Is(async () =>
        {
            await actors.Ask("devs/a", new TinCommand.Put(1), Call.System(), Ct);
            return told.Count(t => t.Envelopes.Reader.Count > 0) == 2;
        });

        foreach (var envelopes in told.Where(t => t.Envelopes.Reader.Count > 0).Select(t => t.Envelopes))
        {
            var offered = await envelopes.Reader.ReadAsync(Ct);
            var read = await cluster.Silos[0].Journals[0].Read(offered.Position - 1, 1, Ct);
            Assert.Equal(read[0] with { Json = default }, offered with { Json = default });
            Assert.Equal(read[0].Json.ToArray(), offered.Json.ToArray());
        }

        IJournals Tell(IJournals journals)
        {
            told.Add(new Told(journals));
            return told[^1];
        }
    }

    /// <summary>Journals that remember what they were offered.</summary>
    private sealed class Told(IJournals journals) : IJournals
    {
        public event Action<int, IReadOnlyList<Envelope>> Committed
        {
            add => journals.Committed += value;
            remove => journals.Committed -= value;
        }

        public Channel<Envelope> Envelopes { get; } = Channel.CreateUnbounded<Envelope>();

        public Partitions Partitions => journals.Partitions;

        public Feeds Feeds => journals.Feeds;

        public IJournal this[int partition] => journals[partition];

        public void Offer(int partition, IReadOnlyList<Envelope> envelopes)
        {
            journals.Offer(partition, envelopes);
            foreach (var envelope in envelopes)
            {
                Envelopes.Writer.TryWrite(envelope);
            }
        }

        public Task<ICheckpoints> Claim(int partition, string follower, CancellationToken ct = default) =>
            journals.Claim(partition, follower, ct);
    }
}
