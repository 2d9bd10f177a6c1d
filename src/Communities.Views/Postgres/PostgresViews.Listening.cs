using System.Globalization;
using System.Threading.Channels;
using Communities.Actors;
using Npgsql;

namespace Communities.Views;

public sealed partial class PostgresViews
{
    // What is told on the way of notifications is known in a millisecond; this is for what was told while nobody heard.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Subscribers _subscribers = new();
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Reached[] _reached; // By partition: who subscribes has been told up to there.
    private readonly long[] _known; // By partition: the tables are at least there.

    private readonly TaskCompletionSource _listened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once it has listened, and tidied up behind earlier versions.</summary>
    internal Task HasListened => _listened.Task;

    /// <inheritdoc/>
    public override IReadOnlyList<long> Positions => [.. _reached.Select(reached => reached.Position)];

    /// <inheritdoc/>
    public override long PositionOf(string key) => _reached[_feeds.Partitions.Of(key)].Position;

    /// <inheritdoc/>
    public override ValueTask WaitFor(long position, CancellationToken ct = default) =>
        _reached[_feeds.Partitions.OfPosition(position)].WaitFor(position, ct);

    /// <inheritdoc/>
    public override IDisposable Subscribe(Action<IReadOnlyList<Envelope>> applied) => _subscribers.Add(applied);

    // Hears from all processes how far the views are, and looks now and then.
    private async Task Listen()
    {
        string? told = null;
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _options.DataSource.OpenConnectionAsync(_closing.Token);
                connection.Notification += (_, news) => Hear(news.Payload);
                await using (var listen = new NpgsqlCommand($"LISTEN \"{_generations.Channel}\"", connection))
                    await listen.ExecuteNonQueryAsync(_closing.Token);
                await _generations.BeThere(connection, _closing.Token);
                await _generations.RemoveEarlier(connection, _closing.Token);
                while (true)
                {
                    await Look(connection);
                    _listened.TrySetResult();
                    told = null;
                    while (await connection.WaitAsync(LookEvery, _closing.Token))
                    {
                        // It has been heard.
                    }
                }
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) // The database may be away for long; it comes back.
            {
                if (told != e.Message) _options.Announce($"How far the views are cannot be heard: {e.Message}");
                told = e.Message;
                await Pause(_closing.Token);
            }
        }
    }

    // "views_2_1 5 2005": schema, partition, position; or a schema alone when it takes the place of another.
    private void Hear(string news)
    {
        var words = news.Split(' ');
        if (_generations.Of(words[0]) is not (> 0 and var generation)) return;
        if (words.Length == 3 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var partition)
            && partition < _known.Length && long.TryParse(words[2], CultureInfo.InvariantCulture, out var position))
            Know(generation, partition, position);
        else
            _readers.TurnTo(generation);
    }

    private async Task Look(NpgsqlConnection connection)
    {
        var (generation, _) = await _generations.Present(connection, _closing.Token);
        var progress = await _generations.Progress(connection, generation, ct: _closing.Token);
        for (var partition = 0; partition < progress.Count; partition++)
            Know(generation, partition, progress[partition].Position);
    }

    // A generation's positions hold for those that take its place, too. What was said of one that was replaced before
    // these views were opened may be heard late, and was perhaps said of another journal.
    private void Know(int generation, int partition, long position)
    {
        if (generation < _opened) return;
        _readers.TurnTo(generation);
        for (var seen = Volatile.Read(ref _known[partition]); seen < position;)
        {
            var before = Interlocked.CompareExchange(ref _known[partition], position, seen);
            if (before == seen) break;
            seen = before;
        }

        _news.Writer.TryWrite(true);
    }

    // Calls who subscribes with what the tables hold by now, and then tells who waits.
    private async Task TellAll()
    {
        string? told = null;
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await _news.Reader.ReadAsync(_closing.Token);
                var isAll = true;
                for (var partition = 0; partition < _reached.Length; partition++) isAll &= await TryTell(partition);
                if (!isAll) throw new InvalidOperationException("The views are ahead of what the journal tells here.");
                told = null;
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) // The feed cannot be read now; what is known stays known.
            {
                if (told != e.Message) _options.Announce($"What is new in the views cannot be told: {e.Message}");
                told = e.Message;
                await Pause(_closing.Token);
                _news.Writer.TryWrite(true);
            }
        }
    }

    // False where the feed does not give yet what the tables hold.
    private async Task<bool> TryTell(int partition)
    {
        var (reached, feed, partitions) = (_reached[partition], _feeds.All[partition], _feeds.Partitions);
        while (partitions.NumberOf(Volatile.Read(ref _known[partition]) - reached.Position) is > 0 and var more)
        {
            var batch = await feed.Read(reached.Position, (int)Math.Min(_options.BatchMax, more), _closing.Token);
            if (batch.Count == 0) return false;
            reached.Move(batch[^1].Position);
            _subscribers.Tell(batch);
            reached.Wake();
        }

        return true;
    }
}
