namespace Communities.Actors.Hosting;

/// <summary>One actor in memory, with its types: its state, its turns, and how it comes from the journal.</summary>
internal sealed class Activation<TActor, TCommand, TEvent>(
    HostedKind<TActor, TCommand, TEvent> kind, string key, IRepost repost)
    : Activation(kind, key)
    where TActor : class, IActor<TActor, TCommand, TEvent>
    where TCommand : class, ICommand<TActor>
    where TEvent : class
{
    /// <summary>Events read at once when an actor is loaded: some megabytes of long posts.</summary>
    private const int HistoryPage = 4_096;

    private TActor? _state;
    private long _version;
    private long _snapshotVersion;
    private CommandIds? _ids;
    private ReactorMarks? _marks;

    protected override object? State => _state;

    protected override long Version => _version;

    public override void AnswerAgain(AskLetter ask, CommandMark mark) => _ = TryAnswerAgain(ask, mark);

    protected override async ValueTask Load()
    {
        Unload();
        var state = TActor.Initial;
        if (await kind.LoadSnapshot(Id).ConfigureAwait(false) is { } kept)
        {
            (state, _version, _ids, _marks) = (kept.State, kept.Version, kept.Ids, kept.Marks);
            _snapshotVersion = _version;
        }

        IReadOnlyList<Envelope> page;
        do
        {
            page = await kind.Host.JournalOf(Key).History(Id, _version, HistoryPage).ConfigureAwait(false);
            foreach (var envelope in page)
            {
                state = Fold(state, envelope);
            }
        }
        while (page.Count == HistoryPage);
        _state = state;
    }

    protected override void Unload() =>
        (_state, _version, _snapshotVersion, _ids, _marks) = (null, 0, 0, null, null);

    protected override void Turn(Letter letter, Flight flight)
    {
        try
        {
            switch (letter)
            {
                case AskLetter ask:
                    Turn(ask, flight);
                    break;
                case ReactionLetter reaction:
                    Turn(reaction, flight);
                    break;
                case SeeLetter see:
                    (see.State, see.Version) = (_state, _version);
                    break;
            }
        }
        catch (OperationCanceledException e)
        {
            Refuse(letter, e);
            return;
        }
        catch (Exception e)
        {
            // The state is a value, and what failed has not replaced it: the actor itself can go on.
            Refuse(letter, new ActorFaultException(Id, e));
            return;
        }

        flight.Add(letter);
    }

    protected override IPendingSnapshot? SnapshotIfDue() =>
        _version - _snapshotVersion >= Math.Max(kind.Host.Options.SnapshotEvery, _version / 2) ? TakeSnapshot() : null;

    protected override IPendingSnapshot? SnapshotOnLeave() =>
        _version - _snapshotVersion >= kind.Host.Options.SnapshotOnLeave ? TakeSnapshot() : null;

    private PendingSnapshot<TActor, TCommand, TEvent> TakeSnapshot()
    {
        _snapshotVersion = _version;
        return new(kind, Id, new(_state!, _version, _ids, _marks), _ids?.ToArray() ?? [], _marks?.All ?? []);
    }

    private TActor Fold(TActor state, Envelope envelope)
    {
        if (envelope.Version != _version + 1)
        {
            throw new InvalidOperationException($"The journal gives version {envelope.Version} after {_version}.");
        }

        state = state.Apply((TEvent)kind.Events.Decode(envelope.Name, envelope.Json.Span), envelope.Moment);
        _version = envelope.Version;
        if (envelope.CommandId is { Length: > 0 } id)
        {
            if (EngineIds.IsReaction(id, out var reactor, out var mark))
            {
                (_marks ??= new()).Take(reactor.ToString(), mark);
            }
            else
            {
                (_ids ??= new()).Follow(id, _version);
            }
        }

        return state;
    }

    private void Turn(AskLetter ask, Flight flight)
    {
        ask.Ct.ThrowIfCancellationRequested();
        ask.Forget();
        var (call, id) = (ask.Call, ask.Call.Id);
        if (id is not null && !ask.IsNoRepeat && _ids?.TryFind(id, out var mark) == true)
        {
            ask.Repeats = mark;
            return;
        }

        var at = WholeMilliseconds(call.At ?? kind.Host.Now);
        var turn = new Turn(kind.Host.Names.Share(call.By), call.Standing, at, Key);
        var decision = Decide((TCommand)ask.Command, turn, id, flight);
        ask.Version = _version;
        ask.Refusal = decision.Refusal;
        if (decision.Count > 0)
        {
            ask.Events = (IReadOnlyList<object>)(object)decision;
            ask.EndsAt = flight.Events.Count;
            if (id is not null)
            {
                (_ids ??= new()).Add(id, _version, decision.Count);
            }
        }
    }

    private void Turn(ReactionLetter reaction, Flight flight)
    {
        reaction.Refused = 0;
        var commands = reaction.Commands;
        for (var i = 0; i < commands.Count; i++)
        {
            var (mark, command, moment, isRetold) = commands[i];
            if (_marks?.Has(reaction.Reactor, mark) == true)
            {
                continue;
            }

            while (i + 1 < commands.Count && commands[i + 1].IsRetold == isRetold
                && command is IMergeable first && commands[i + 1].Command is IMergeable next
                && first.Merge(next) is { } both)
            {
                i++;
                (command, mark, moment) = (both, commands[i].Mark, commands[i].Moment);
            }

            var turn = new Turn(kind.Host.Names.Share(moment.By), Standing.System, WholeMilliseconds(moment.At), Key);
            var id = EngineIds.OfReaction(reaction.Reactor, mark, isRetold);
            var decision = Decide((TCommand)command, turn, id, flight);
            if (decision.Refusal is not null)
            {
                reaction.Refused++;
            }
            else if (decision.Count > 0)
            {
                (_marks ??= new()).Take(reaction.Reactor, mark);
            }
        }
    }

    /// <summary>Decides and applies; or throws, and then nothing has changed.</summary>
    private Decision<TEvent> Decide(TCommand command, Turn turn, string? id, Flight flight)
    {
        var state = _state!;
        var decision = state.Decide(command, turn);
        if (decision.Count == 0)
        {
            return decision;
        }

        var before = flight.Events.Count;
        var (moment, actor) = (new Moment(turn.By, turn.At), Id);
        try
        {
            for (var i = 0; i < decision.Count; i++)
            {
                var happened = decision[i];
                state = state.Apply(happened, moment);
                flight.Events.Add(new Envelope(
                    0, actor, _version + 1 + i, kind.Events.NameOf(happened), turn.At, turn.By, id,
                    kind.Events.Encode(happened)));
            }
        }
        catch
        {
            flight.Events.RemoveRange(before, flight.Events.Count - before);
            throw;
        }

        _state = state;
        _version += decision.Count;
        return decision;
    }

    private async Task TryAnswerAgain(AskLetter ask, CommandMark mark)
    {
        try
        {
            var found = await kind.Host.JournalOf(Key).History(Id, mark.Last - mark.Count, mark.Count)
                .ConfigureAwait(false);
            if (found.Count == mark.Count && found.All(e => e.CommandId == ask.Call.Id))
            {
                var events = found.Select(e => kind.Events.Decode(e.Name, e.Json.Span)).ToArray();
                ask.Count(this, Outcome.Repeated);
                ask.Tell(mark.Last, found[^1].Position, events);
                return;
            }

            (ask.Repeats, ask.IsNoRepeat) = (null, true);
            repost.Repost(Key, ask);
        }
        catch (Exception e)
        {
            ask.Count(this, Outcome.Of(e));
            ask.Fail(e is JournalUnavailableException ? e : new ActorFaultException(Id, e));
        }
    }

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
