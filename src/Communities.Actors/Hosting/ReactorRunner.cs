using System.Globalization;

namespace Communities.Actors.Hosting;

/// <summary>
/// Takes one reactor through a feed: a batch of events, their commands to the actors, and, when all of those are
/// durable, the checkpoint. A crash in between repeats the batch; the actors know what they have taken.
/// </summary>
/// <param name="reactor">What follows from events.</param>
/// <param name="name">
/// By what name actors remember what they have taken: another one for each feed, since their positions do not compare.
/// </param>
/// <param name="feed">The events.</param>
/// <param name="checkpoints">Where it is kept how far the reactor has come.</param>
/// <param name="delivery">How its commands reach the actors.</param>
internal sealed class ReactorRunner(
    Reactor reactor, string name, IFeed feed, ICheckpoints checkpoints, IDelivery delivery)
{
    /// <summary>
    /// Events taken at once: enough to make one command out of many tallies, some milliseconds of work.
    /// </summary>
    private const int BatchMax = 4_096;

    /// <summary>Events that mean nothing to the reactor before its checkpoint moves past them all the same.</summary>
    private const int SilentMax = 65_536;

    /// <summary>The first wait after a failure; doubled with each, up to the longest.</summary>
    private static readonly TimeSpan _backOffMin = TimeSpan.FromMilliseconds(100);

    /// <summary>Long enough not to be a load, short enough to notice a repair.</summary>
    private static readonly TimeSpan _backOffMax = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<(long Position, TaskCompletionSource Reached)> _waiting = [];
    private long _position;
    private long _saved;
    private Exception? _fault;
    private bool _hasEnded;

    public ReactorStatus Status
    {
        get
        {
            lock (_gate)
            {
                return new(name, _position, Lag(feed.Head), _fault);
            }
        }
    }

    private string Checkpoint => $"reactor/{reactor.Name}";

    public async Task Run(CancellationToken ct)
    {
        await Follow(ct).ConfigureAwait(false);
        List<TaskCompletionSource> waiting;
        lock (_gate)
        {
            _hasEnded = true;
            waiting = [.. _waiting.Select(w => w.Reached)];
            _waiting.Clear();
        }

        waiting.ForEach(w => w.TrySetCanceled(ct));
    }

    /// <summary>Waits until it has seen everything up to this position.</summary>
    /// <exception cref="ActorFaultException">It, or an actor it asked, fails on an event.</exception>
    public Task WhenAt(long position, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_position >= position)
            {
                return Task.CompletedTask;
            }

            if (_fault is not null and not JournalUnavailableException)
            {
                return Task.FromException(_fault);
            }

            if (_hasEnded)
            {
                return Task.FromCanceled(new CancellationToken(canceled: true));
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((position, reached));
            return reached.Task.WaitAsync(ct);
        }
    }

    // In events: positions of a feed may lie apart.
    private long Lag(long head) =>
        head == 0 ? 0 : Math.Max(0, (head - _position) / (feed.Next(head) - head));

    private async Task Follow(CancellationToken ct)
    {
        var isLoaded = false;
        var backOff = _backOffMin;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!isLoaded)
                {
                    await LoadCheckpoint(ct).ConfigureAwait(false);
                    isLoaded = true;
                }

                await Step(ct).ConfigureAwait(false);
                backOff = _backOffMin;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                Stop(e);
                await Task.Delay(backOff, delivery.Host.Options.Time, ct)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                backOff = backOff * 2 < _backOffMax ? backOff * 2 : _backOffMax;
            }
        }
    }

    private async Task LoadCheckpoint(CancellationToken ct)
    {
        var mark = await checkpoints.Load(Checkpoint, ct).ConfigureAwait(false);
        _saved = mark is null ? 0 : long.Parse(mark, CultureInfo.InvariantCulture);
        Reach(_saved);
    }

    private async Task Step(CancellationToken ct)
    {
        var batch = await feed.Read(_position, BatchMax, ct).ConfigureAwait(false);
        if (batch.Count == 0)
        {
            await feed.WaitBeyond(_position, ct).ConfigureAwait(false);
            return;
        }

        var reactions = new Reactions(delivery, name);
        foreach (var envelope in batch)
        {
            if (reactor.Listens.Contains(envelope.Name))
            {
                Collect(envelope, reactions);
            }
        }

        await reactions.Deliver().ConfigureAwait(false);
        var end = batch[^1].Position;
        if (!reactions.IsEmpty || end - _saved > SilentMax)
        {
            await checkpoints.Save(Checkpoint, end.ToString(CultureInfo.InvariantCulture), ct)
                .ConfigureAwait(false);
            _saved = end;
        }

        Reach(end);
    }

    private void Collect(Envelope envelope, Reactions reactions)
    {
        try
        {
            var happened = envelope.Decoded(delivery.KindOf(envelope.Actor.Kind).Events);
            var index = 0;
            foreach (var reaction in reactor.React(happened, envelope.Actor.Key, envelope.Moment))
            {
                var mark = new ReactorMark(envelope.Position, index++);
                if (!envelope.IsRetold || reaction is not Reaction.Sent sent || Follows(sent))
                {
                    reactions.Add(reaction, mark, envelope);
                }
            }
        }
        catch (Exception e)
        {
            var told = $"{reactor.Name} failed on the event at {envelope.Position}: {e.Message}";
            throw new ActorFaultException(envelope.Actor, new InvalidOperationException(told, e));
        }
    }

    // What is told again is no news, and what was done of it comes by itself.
    private bool Follows(Reaction.Sent sent) => !reactor.SendsOnce && sent.Command is not INews;

    private void Reach(long position)
    {
        List<TaskCompletionSource> reached;
        lock (_gate)
        {
            (_position, _fault) = (position, null);
            reached = [.. _waiting.Where(w => w.Position <= position).Select(w => w.Reached)];
            _waiting.RemoveAll(w => w.Position <= position);
        }

        reached.ForEach(r => r.SetResult());
    }

    private void Stop(Exception fault)
    {
        List<TaskCompletionSource> waiting = [];
        lock (_gate)
        {
            _fault = fault;
            if (fault is not JournalUnavailableException)
            {
                waiting = [.. _waiting.Select(w => w.Reached)];
                _waiting.Clear();
            }
        }

        delivery.Host.Options.Trouble?.Invoke($"The reactor {reactor.Name} cannot go on behind {_position}.", fault);
        waiting.ForEach(w => w.TrySetException(fault));
    }
}
