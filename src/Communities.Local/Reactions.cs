namespace Communities.Local;

/// <summary>What follows from a batch of events: one letter for each actor, and the alarms.</summary>
internal sealed class Reactions(LocalEngine engine, string reactor)
{
    private readonly Dictionary<ActorId, ReactionLetter> _letters = [];
    private readonly List<Reaction> _alarms = [];

    public bool IsEmpty => _letters.Count == 0 && _alarms.Count == 0;

    public void Add(Reaction reaction, ReactorMark mark, Moment moment)
    {
        EngineIds.CheckKey(reaction.Target.Key);
        switch (reaction)
        {
            case Reaction.Sent sent:
                Check(sent.Target, sent.Command);
                if (!_letters.TryGetValue(sent.Target, out var letter))
                {
                    _letters[sent.Target] = letter = new ReactionLetter(reactor);
                }

                letter.Commands.Add(new Reacted(mark, sent.Command, moment));
                break;
            case Reaction.AlarmSet set:
                Check(set.Target, set.Command);
                _alarms.Add(set);
                break;
            default:
                _alarms.Add(reaction);
                break;
        }
    }

    /// <summary>Delivers everything; returns when all of it is durable.</summary>
    public async Task Deliver()
    {
        foreach (var (target, letter) in _letters)
        {
            engine.ShelfOf(target.Kind).Post(target.Key, letter, isOwn: true);
        }

        // Handed over in order and awaited together: the journal keeps the order.
        var alarms = _alarms.Select(Keep).ToList();
        Exception? failure = null;
        foreach (var (target, letter) in _letters)
        {
            try
            {
                var refused = await letter.Result.ConfigureAwait(false);
                if (refused > 0)
                {
                    engine.Counters.RefusedReactions.Add(refused, engine.ShelfOf(target.Kind).Tag);
                }
            }
            catch (Exception e)
            {
                failure ??= e;
            }
        }

        await Task.WhenAll(alarms).ConfigureAwait(false);
        if (alarms.Count > 0)
        {
            engine.Alarms.Wake();
        }

        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    private Task Keep(Reaction reaction)
    {
        if (reaction is Reaction.AlarmSet set)
        {
            var commands = engine.ShelfOf(set.Target.Kind).Commands;
            return engine.Journal.SetAlarm(new Alarm(
                set.Target, set.Name, set.Due, commands.NameOf(set.Command), commands.Encode(set.Command))).AsTask();
        }

        var cancelled = (Reaction.AlarmCancelled)reaction;
        return engine.Journal.CancelAlarm(cancelled.Target, cancelled.Name).AsTask();
    }

    private void Check(ActorId target, ICommand command)
    {
        if (!engine.ShelfOf(target.Kind).Takes(command))
        {
            throw new InvalidOperationException($"{command.GetType().Name} is no command for {target}.");
        }
    }
}
