namespace Communities.Local;

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

    private readonly LocalEngine _engine;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private readonly HashSet<(ActorId, string, DateTimeOffset)> _failed = [];
    private List<TaskCompletionSource> _asked = [];
    private bool _hasEnded;
    private TaskCompletionSource _wake = NewSignal();

    public AlarmClock(LocalEngine engine)
    {
        _engine = engine;
        _timer = engine.Options.Time.CreateTimer(
            _ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

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
                _engine.Options.Trouble?.Invoke("Alarms cannot be delivered now.", e);
                await Task.Delay(_horizon, _engine.Options.Time, ct)
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
        var now = _engine.Options.Time.GetUtcNow();
        var soon = await _engine.Journal.DueAlarms(now + _horizon, BatchMax + _failed.Count, ct).ConfigureAwait(false);
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

        var next = await _engine.Journal.NextAlarm(ct).ConfigureAwait(false);
        return next is null ? Timeout.InfiniteTimeSpan
            : next <= now ? TimeSpan.Zero
            : next - now < TimeSpan.FromDays(1) ? next.Value - now : TimeSpan.FromDays(1);
    }

    private async Task Deliver(Alarm alarm)
    {
        try
        {
            var shelf = _engine.ShelfOf(alarm.Target.Kind);
            var command = shelf.Commands.Decode(alarm.CommandName, alarm.Command.Span);
            var call = Call.System(EngineIds.OfAlarm(alarm));
            await shelf.Ask(alarm.Target.Key, command, call, isOwn: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not JournalUnavailableException)
        {
            lock (_gate)
            {
                _failed.Add((alarm.Target, alarm.Name, alarm.Due));
            }

            _engine.Options.Trouble?.Invoke($"The alarm {alarm.Name} of {alarm.Target} failed.", e);
            return;
        }

        await _engine.Journal.ForgetAlarm(alarm).ConfigureAwait(false);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
