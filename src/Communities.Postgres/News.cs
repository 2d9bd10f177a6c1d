using System.Globalization;
using System.Text;
using Npgsql;

namespace Communities.Postgres;

/// <summary>
/// How processes learn of each other's commits: by a notification behind the commit, and by looking now and then where
/// none came.
/// </summary>
/// <remarks>
/// Not inside the commit: PostgreSQL lets those that notify commit one at a time. What was committed while one
/// notification was on its way goes with the next.
/// </remarks>
internal sealed class News : IAsyncDisposable
{
    /// <summary>So long one gathers, at least: an event reaches followers elsewhere that much later.</summary>
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(10);

    /// <summary>So long one waits before listening again where the connection was lost.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>PostgreSQL takes 8,000 bytes; a partition and its count are 25 at most.</summary>
    private const int PartitionsInOne = 250;

    private const string Look = "SELECT partition, events FROM partitions";

    private const string Notify =
        "SELECT pg_notify($1, $2) WHERE set_config('synchronous_commit', 'off', true) = 'off'";

    private readonly PostgresOptions _options;
    private readonly PostgresJournal _journal;
    private readonly Sessions _sessions;
    private readonly string _channel;
    private readonly SemaphoreSlim _isNew = new(0);
    private readonly Lock _gate = new();
    private readonly SortedSet<int> _written = [];
    private Task _running = Task.CompletedTask;

    public News(PostgresOptions options, PostgresJournal journal)
    {
        // One listens, one notifies and looks.
        (_options, _journal, _sessions) = (options, journal, new Sessions(options, 2));
        _channel = $"{options.Schema}_journal";
    }

    private CancellationToken Closing => _sessions.Closing;

    public void Start() => _running = Task.WhenAll(Task.Run(Listen), Task.Run(LookNowAndThen), Task.Run(Tell));

    /// <summary>This process has committed in this partition.</summary>
    public void Wrote(int partition)
    {
        lock (_gate)
        {
            if (_written.Add(partition) && _written.Count == 1)
            {
                _isNew.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sessions.DisposeAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _isNew.Dispose();
    }

    private Task Listen() => UntilClosed(async () =>
    {
        await using var lease = await _sessions.Rent(Closing).ConfigureAwait(false);
        var connection = lease.Session.Connection;
        connection.Notification += Heard;
        try
        {
            await lease.Session.Run($"LISTEN {_channel}", Closing).ConfigureAwait(false);

            // What was notified while nobody listened.
            await LookOnce(lease.Session, Closing).ConfigureAwait(false);
            while (true)
            {
                await connection.WaitAsync(Closing).ConfigureAwait(false);
            }
        }
        finally
        {
            connection.Notification -= Heard;
        }
    });

    private Task LookNowAndThen() => UntilClosed(async () =>
    {
        await Task.Delay(_options.LookEvery, _options.Time, Closing).ConfigureAwait(false);
        await _sessions.Run(LookOnce, Closing).ConfigureAwait(false);
    });

    private Task Tell() => UntilClosed(async () =>
    {
        await _isNew.WaitAsync(Closing).ConfigureAwait(false);
        await Task.Delay(_gather, _options.Time, Closing).ConfigureAwait(false);
        int[] written;
        lock (_gate)
        {
            written = [.. _written];
            _written.Clear();
        }

        foreach (var some in written.Chunk(PartitionsInOne))
        {
            var text = new StringBuilder().Append(_journal.WriterId);
            foreach (var partition in some)
            {
                text.Append(CultureInfo.InvariantCulture, $" {partition}:{_journal.EventsOf(partition)}");
            }

            await _sessions.Run(
                (session, ct) => session.Write(new(Notify, _channel, text.ToString()), ct), Closing)
                .ConfigureAwait(false);
        }
    });

    private async Task<int> LookOnce(Session session, CancellationToken ct) => await session.Read(
        new(Look),
        async rows =>
        {
            while (await rows.ReadAsync(ct).ConfigureAwait(false))
            {
                _journal.WroteElsewhere(rows.GetInt32(0), rows.GetInt64(1));
            }

            return 0;
        },
        ct).ConfigureAwait(false);

    private void Heard(object sender, NpgsqlNotificationEventArgs heard)
    {
        var words = heard.Payload.Split(' ');
        if (words[0] == _journal.WriterId.ToString(CultureInfo.InvariantCulture))
        {
            return;
        }

        foreach (var word in words.Skip(1))
        {
            var parts = word.Split(':');
            if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var partition)
                && partition >= 0 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var events))
            {
                _journal.WroteElsewhere(partition, events);
            }
        }
    }

    // What is missed here is found by looking, when the server is there again.
    private async Task UntilClosed(Func<Task> step)
    {
        while (!Closing.IsCancellationRequested)
        {
            try
            {
                await step().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (Closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or JournalUnavailableException)
            {
                await Task.Delay(_pause, _options.Time, Closing)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
