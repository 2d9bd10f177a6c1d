using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Communities.Cluster;

/// <summary>
/// Carries what one process has committed to the others, on an Orleans stream for each partition, so that followers and
/// live pages there need not read it from the database.
/// </summary>
/// <remarks>
/// For speed only. The journal is the truth: what a stream loses, repeats or brings late, whoever is offered it reads
/// there. So nothing ever waits for a stream; what it does not take in time is dropped.
/// </remarks>
internal sealed class FeedStream(
    IServiceProvider services, string provider, IJournals journals, Action<string, Exception?> trouble)
{
    private const string Namespace = "feed";

    /// <summary>Commits that wait to be sent: a second of a busy process, some megabytes.</summary>
    private const int WaitingMax = 1_024;

    /// <summary>Envelopes in one message, which must stay far below what a queue takes.</summary>
    private const int MessageMax = 256;

    /// <summary>How long it waits before it tries again to subscribe.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly long _sender = Random.Shared.NextInt64();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<(int Partition, IReadOnlyList<Envelope> Envelopes)> _waiting =
        Channel.CreateBounded<(int, IReadOnlyList<Envelope>)>(
            new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<StreamSubscriptionHandle<CommittedMessage>> _subscriptions = [];
    private Task _work = Task.CompletedTask;

    /// <summary>Listens, and tells of what is committed here, too, where that is asked for.</summary>
    public void Start(bool tells)
    {
        if (tells)
        {
            journals.Committed += Post;
        }

        _work = Task.WhenAll(Task.Run(Listen), tells ? Task.Run(Tell) : Task.CompletedTask);
    }

    public async Task Stop()
    {
        journals.Committed -= Post;
        _waiting.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_subscriptions.Select(s => s.UnsubscribeAsync()))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Post(int partition, IReadOnlyList<Envelope> envelopes) =>
        _waiting.Writer.TryWrite((partition, envelopes));

    private IAsyncStream<CommittedMessage> StreamOf(int partition) =>
        services.GetRequiredKeyedService<IStreamProvider>(provider).GetStream<CommittedMessage>(
            StreamId.Create(Namespace, partition.ToString(CultureInfo.InvariantCulture)));

    private async Task Listen()
    {
        for (var partition = 0; partition < journals.Partitions.Count && !_stop.IsCancellationRequested;)
        {
            var one = partition;
            try
            {
                _subscriptions.Add(await StreamOf(one).SubscribeAsync((message, _) => Take(one, message))
                    .ConfigureAwait(false));
                partition++;
            }
            catch (Exception e) when (!_stop.IsCancellationRequested)
            {
                trouble("The streams of commits cannot be listened to now; they are read from the database.", e);
                await Task.Delay(_patience, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task Take(int partition, CommittedMessage message)
    {
        if (message.Sender == _sender)
        {
            return Task.CompletedTask;
        }

        // Where a commit was dropped between two others, the journals are offered them one by one.
        var (feed, envelopes) = (journals.Feeds.All[partition], message.Read());
        for (int start = 0, end = 1; start < envelopes.Count; start = end++)
        {
            while (end < envelopes.Count && envelopes[end].Position == feed.Next(envelopes[end - 1].Position))
            {
                end++;
            }

            journals.Offer(partition, [.. envelopes.Skip(start).Take(end - start)]);
        }

        return Task.CompletedTask;
    }

    private async Task Tell()
    {
        List<(int Partition, IReadOnlyList<Envelope> Envelopes)> round = [];
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            round.Clear();
            while (round.Count < WaitingMax && _waiting.Reader.TryRead(out var commit))
            {
                round.Add(commit);
            }

            await Task.WhenAll(round.GroupBy(c => c.Partition, c => c.Envelopes).Select(Send)).ConfigureAwait(false);
        }
    }

    private async Task Send(IGrouping<int, IReadOnlyList<Envelope>> commits)
    {
        try
        {
            foreach (var envelopes in commits.SelectMany(c => c).Chunk(MessageMax))
            {
                await StreamOf(commits.Key).OnNextAsync(CommittedMessage.Of(_sender, envelopes)).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            trouble("A stream of commits takes nothing now; they are read from the database.", e);
        }
    }
}
