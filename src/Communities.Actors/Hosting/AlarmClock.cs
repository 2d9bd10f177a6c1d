namespace Communities.Actors.Hosting;

/// <summary>
/// Delivers alarms when they are due, and late where the program was not running. An alarm is forgotten behind its
/// delivery; a crash in between delivers it again, and the actor knows its id.
/// </summary>
internal sealed class AlarmClock : IDisposable
{
    /// <summary>Alarms delivered at once.</summary>
    private const int BatchMax = 256;

    /// <summary>How far it looks ahead, and how long an alarm waits that its actor failed on.</summary>
    private static readonly TimeSpan _horizon = TimeSpan.FromMinutes(1);

    private readonly IJournal _journal;
    private readonly IDelivery _delivery;
    private readonly TimeSpan _longest;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly HashSet<(ActorId, string, DateTimeOffset)> _failed = [];
    private List<TaskCompletionSource> _asked = [];
    private bool _hasEnded;
    private TaskCompletionSource _wake = NewSignal();

    /// <summary>A clock for the alarms of one journal.</summary>
    /// <param name="journal">Where they are kept.</param>
    /// <param name="delivery">How they reach their actors.</param>
    /// <param name="longest">After what time it looks again, whether or not it was woken.</param>
    public AlarmClock(IJournal journal, IDelivery delivery, TimeSpan longest)
    {
        (_journal, _delivery, _longest) = (journal, delivery, longest);
        _timer = Options.Time.CreateTimer(
            _ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private HostOptions Options => _delivery.Host.Options;

    /// <summary>An alarm was set: it may be due before the one that is waited for.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _wake.TrySetResult();
        }
    }

    /// <summary>Waits until every alarm due by now was delivered.</summary>
    public Task WhenQuiet(CancellationToken ct)
    {
        var quiet = NewSignal();
        lock (_gate)
        {
            if (_hasEnded)
            {
                return Task.FromCanceled(new CancellationToken(canceled: true));
            }

            _asked.Add(quiet);
            _wake.TrySetResult();
        }

        return quiet.Task.WaitAsync(ct);
    }

    public async Task Run(CancellationToken ct)
    {
        await Follow(ct).ConfigureAwait(false);
        lock (_gate)
        {
            _hasEnded = true;
            _asked.ForEach(a => a.TrySetCanceled(ct));
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task Follow(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Round(ct).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Options.Trouble?.Invoke("Alarms cannot be delivered now.", e);
                await Task.Delay(_horizon, Options.Time, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Round(CancellationToken ct)
    {
        List<TaskCompletionSource> asked;
        Task woken;
        lock (_gate)
        {
            (asked, _asked) = (_asked, []);
            _wake = _wake.Task.IsCompleted ? NewSignal() : _wake;
            woken = _wake.Task;
        }

        TimeSpan wait;
        try
        {
            while ((wait = await DeliverDue(ct).ConfigureAwait(false)) == TimeSpan.Zero)
            {
            }
        }
        catch
        {
            lock (_gate)
            {
                _asked.AddRange(asked);
            }

            throw;
        }

        asked.ForEach(a => a.SetResult());
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
        await woken.WaitAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Delivers what is due.</summary>
    /// <returns>How long to wait for the next; zero to look again at once.</returns>
    private async Task<TimeSpan> DeliverDue(CancellationToken ct)
    {
        var now = Options.Time.GetUtcNow();
        var soon = await _journal.DueAlarms(now + _horizon, BatchMax + _failed.Count, ct).ConfigureAwait(false);
        var healthy = soon.Where(a => !_failed.Contains((a.Target, a.Name, a.Due))).ToList();
        var due = healthy.Where(a => a.Due <= now).ToList();
        if (due.Count > 0)
        {
            await Task.WhenAll(due.Select(Deliver)).ConfigureAwait(false);
            return TimeSpan.Zero;
        }

        if (healthy.Count > 0)
        {
            return healthy[0].Due - now;
        }

        if (_failed.Count > 0)
        {
            _failed.Clear();
            return _horizon;
        }

        var next = await _journal.NextAlarm(ct).ConfigureAwait(false);
        return next is null ? _longest
            : next <= now ? TimeSpan.Zero
            : next - now < _longest ? next.Value - now : _longest;
    }

    private async Task Deliver(Alarm alarm)
    {
        try
        {
            var commands = _delivery.KindOf(alarm.Target.Kind).Commands;
            var command = (ICommand)commands.Decode(alarm.CommandName, alarm.Command.Span);
            await _delivery.Ring(alarm.Target, command, Call.System(EngineIds.OfAlarm(alarm))).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not JournalUnavailableException)
        {
            lock (_gate)
            {
                _failed.Add((alarm.Target, alarm.Name, alarm.Due));
            }

            Options.Trouble?.Invoke($"The alarm {alarm.Name} of {alarm.Target} failed.", e);
            return;
        }

        await _journal.ForgetAlarm(alarm).ConfigureAwait(false);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
