namespace Communities.Actors.Hosting;

/// <summary>What follows from a batch of events: one letter for each actor, and the alarms.</summary>
internal sealed class Reactions(IDelivery delivery, string reactor)
{
    private readonly Dictionary<ActorId, List<Reacted>> _commands = [];
    private readonly List<Reaction> _alarms = [];

    /// <summary>
    /// How long an alarm waits that an import brings and that is due already: what came of it elsewhere comes within
    /// that time too, and forgets it. What fell due while a community was moved is an hour late.
    /// </summary>
    public static readonly TimeSpan RetoldWait = TimeSpan.FromHours(1);

    public bool IsEmpty => _commands.Count == 0 && _alarms.Count == 0;

    public void Add(Reaction reaction, ReactorMark mark, Envelope from)
    {
        var moment = from.Moment;
        EngineIds.CheckKey(reaction.Target.Key);
        switch (reaction)
        {
            case Reaction.Sent sent:
                Check(sent.Target, sent.Command);
                if (!_commands.TryGetValue(sent.Target, out var commands))
                {
                    _commands[sent.Target] = commands = [];
                }

                commands.Add(new Reacted(
                    mark, sent.Command, sent.By is { } by ? moment with { By = by } : moment, from.IsRetold));
                break;
            case Reaction.AlarmSet set:
                Check(set.Target, set.Command);
                _alarms.Add(from.IsRetold ? Waiting(set) : set);
                break;
            default:
                _alarms.Add(reaction);
                break;
        }
    }

    /// <summary>Delivers everything; returns when all of it is durable.</summary>
    public async Task Deliver()
    {
        var delivered = _commands.Select(c => (c.Key.Kind, Refused: delivery.React(c.Key, reactor, c.Value))).ToList();

        // Handed over in order and awaited together: the journal keeps the order.
        var alarms = _alarms.Select(Keep).ToList();
        Exception? failure = null;
        foreach (var (kind, result) in delivered)
        {
            try
            {
                var refused = await result.ConfigureAwait(false);
                if (refused > 0)
                {
                    delivery.Host.Counters.RefusedReactions.Add(refused, delivery.KindOf(kind).Tag);
                }
            }
            catch (Exception e)
            {
                failure ??= e;
            }
        }

        await Task.WhenAll(alarms).ConfigureAwait(false);
        foreach (var alarm in _alarms)
        {
            delivery.AlarmWasSet(alarm.Target);
        }

        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    private Reaction.AlarmSet Waiting(Reaction.AlarmSet set) =>
        set.Due > delivery.Host.Now ? set : set with { Due = delivery.Host.Now + RetoldWait };

    private Task Keep(Reaction reaction)
    {
        if (reaction is Reaction.AlarmSet set)
        {
            var commands = delivery.KindOf(set.Target.Kind).Commands;
            return delivery.Host.JournalOf(set.Target.Key).SetAlarm(new Alarm(
                set.Target, set.Name, set.Due, commands.NameOf(set.Command), commands.Encode(set.Command))).AsTask();
        }

        var cancelled = (Reaction.AlarmCancelled)reaction;
        return delivery.Host.JournalOf(cancelled.Target.Key).CancelAlarm(cancelled.Target, cancelled.Name).AsTask();
    }

    private void Check(ActorId target, ICommand command)
    {
        if (!delivery.KindOf(target.Kind).Takes(command))
        {
            throw new InvalidOperationException($"{command.GetType().Name} is no command for {target}.");
        }
    }
}
