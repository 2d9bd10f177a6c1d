using System.Collections.Immutable;
using System.Text;
using System.Threading.Channels;
using Communities.Web;
using Npgsql;

namespace Communities.Silo;

/// <summary>
/// What the webs of a site tell each other that nothing depends on, as notifications of the database: whoever does not
/// hear one has lost nothing but a moment.
/// </summary>
internal sealed class DatabaseGossip : IGossip, IAsyncDisposable
{
    // What could not be said by then is old.
    private const int UnsaidMax = 500;

    // The longest that a database may be away before each look for it would only be one more of thousands.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Channel<string> _unsaid = Channel.CreateBounded<string>(
        new BoundedChannelOptions(UnsaidMax) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly CancellationTokenSource _closing = new();
    private readonly NpgsqlDataSource _database;
    private readonly string _channel;
    private readonly Task _saying;
    private readonly Task _hearing;
    private ImmutableList<Action<string>> _listeners = [];

    public DatabaseGossip(NpgsqlDataSource database, string schema)
    {
        (_database, _channel) = (database, schema + "_gossip");
        (_saying, _hearing) = (Task.Run(Saying), Task.Run(Hearing));
    }

    /// <inheritdoc/>
    public void Say(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= IGossip.BytesMax) _unsaid.Writer.TryWrite(text);
    }

    /// <inheritdoc/>
    public IDisposable Hear(Action<string> heard)
    {
        ImmutableInterlocked.Update(ref _listeners, all => all.Add(heard));
        return new Deaf(() => ImmutableInterlocked.Update(ref _listeners, all => all.Remove(heard)));
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_saying, _hearing);
        _closing.Dispose();
    }

    // All that waits is said in one go: transactions that notify are committed one at a time.
    private async Task Saying()
    {
        while (!_closing.IsCancellationRequested)
            try
            {
                while (await _unsaid.Reader.WaitToReadAsync(_closing.Token))
                {
                    await using var say = _database.CreateBatch();
                    while (say.BatchCommands.Count < UnsaidMax && _unsaid.Reader.TryRead(out var text))
                        say.BatchCommands.Add(new("SELECT pg_notify($1, $2)")
                        {
                            Parameters = { new() { Value = _channel }, new() { Value = text } },
                        });
                    await say.ExecuteNonQueryAsync(_closing.Token);
                }
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException)
            {
                await Rest(); // The journal says already that the database is away.
            }
    }

    private async Task Hearing()
    {
        while (!_closing.IsCancellationRequested)
            try
            {
                await using var connection = await _database.OpenConnectionAsync(_closing.Token);
                connection.Notification += (_, news) =>
                {
                    foreach (var heard in _listeners) heard(news.Payload);
                };
                await using (var listen = new NpgsqlCommand($"LISTEN \"{_channel}\"", connection))
                    await listen.ExecuteNonQueryAsync(_closing.Token);
                while (true) await connection.WaitAsync(_closing.Token);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException)
            {
                await Rest();
            }
    }

    private Task Rest() => Task.Delay(Pause, _closing.Token).ContinueWith(
        _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private sealed class Deaf(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
