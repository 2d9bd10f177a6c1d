using System.Text.Json;

namespace Communities.Cluster;

/// <summary>An actor in the memory of a node, and how messages reach it and are answered.</summary>
internal sealed class Resident : IRepost
{
    private readonly Node _node;
    private readonly WireKind _kind;
    private readonly IGrainBase _grain;
    private readonly Arrivals _arrivals = new();

    public Resident(Node node, WireKind kind, string key, IGrainBase grain)
    {
        (_node, _kind, _grain) = (node, kind, grain);
        Activation = node.KindOf(kind.Name).Activate(key, this);
    }

    public Activation Activation { get; }

    /// <summary>Completed when Orleans has let it go.</summary>
    public Task Gone => _grain.GrainContext.Deactivated;

    public async ValueTask<AskReply> Ask(AskMessage message, Ticket ticket)
    {
        try
        {
            var posted = Posted.Gone;
            var command = _kind.Commands.Decode(message.Command, message.Json);
            var letter = new AskLetter(command, message.Call, CancellationToken.None);
            await _arrivals.Enter(ticket, () => posted = Activation.Post(letter, message.IsOwn)).ConfigureAwait(false);
            switch (posted)
            {
                case Posted.Gone:
                    return new AskReply { Ending = Ending.Moved };
                case Posted.Full:
                    return new AskReply { Refusal = EngineRefusals.Busy.Code, Reason = EngineRefusals.Busy.Reason };
            }

            var answer = await letter.Result.ConfigureAwait(false);
            return new AskReply
            {
                Version = answer.Version,
                Position = answer.Position,
                Events = [.. answer.Events.Select(e => NamedJson.Of(_kind.Events, e))],
                Refusal = answer.Refusal?.Code,
                Reason = answer.Refusal?.Reason,
                IsRepeat = answer.IsRepeat,
            };
        }
        catch (Exception e)
        {
            return new AskReply { Ending = EndingOf(e), Reason = ReasonOf(e) };
        }
    }

    public async ValueTask<SeeReply> See(SeeMessage message, Ticket ticket)
    {
        try
        {
            (object State, long Version)? seen = null;
            var letter = new SeeLetter();
            var posted = Posted.Taken;
            await _arrivals.Enter(ticket, () =>
            {
                // A look waits for its turn like the rest, but is never refused: it adds nothing to the journal.
                seen = Activation.AtRest();
                posted = seen is null ? Activation.Post(letter, isOwn: true) : Posted.Taken;
            }).ConfigureAwait(false);
            if (posted != Posted.Taken)
            {
                return new SeeReply { Ending = Ending.Moved };
            }

            var (state, version) = seen ?? (await letter.Result.ConfigureAwait(false), letter.Version);
            return new SeeReply
            {
                Version = version, State = version == message.Known ? null : _kind.WriteState(state),
            };
        }
        catch (Exception e)
        {
            return new SeeReply { Ending = EndingOf(e), Reason = ReasonOf(e) };
        }
    }

    public async ValueTask<ReactReply> React(ReactMessage message)
    {
        try
        {
            var letter = new ReactionLetter(message.Reactor, message.Read(_kind.Commands));
            return Activation.Post(letter, isOwn: true) == Posted.Taken
                ? new ReactReply { Refused = await letter.Result.ConfigureAwait(false) }
                : new ReactReply { Ending = Ending.Moved };
        }
        catch (Exception e)
        {
            return new ReactReply { Ending = EndingOf(e), Reason = ReasonOf(e) };
        }
    }

    /// <summary>Asks Orleans to let it go when it has nothing to do.</summary>
    public void LetGo() => _grain.DeactivateOnIdle();

    /// <summary>Asks Orleans to bring it where it belongs, when it has nothing to do.</summary>
    public void SendHome() => _grain.MigrateOnIdle();

    /// <summary>Finishes what it has begun, keeps what is worth keeping, and leaves memory.</summary>
    public async Task Leave(CancellationToken ct)
    {
        if (Activation.AtRest() is null && !_node.IsAbandoned)
        {
            await Finish().WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (Activation.TryLeave(long.MaxValue, out var snapshot) && snapshot is not null)
        {
            Activation.Keep(snapshot);
        }

        _node.Left(this);
    }

    // The call that waits for this letter keeps the grain here, unless that takes too long.
    void IRepost.Repost(string key, Letter letter)
    {
        if (Activation.Post(letter, isOwn: true) != Posted.Taken)
        {
            letter.Fail(new JournalUnavailableException($"{Activation.Id} is leaving this silo."));
        }
    }

    // Whatever waits there is told of its failure itself.
    private async Task Finish()
    {
        var see = new SeeLetter();
        if (Activation.Post(see, isOwn: true) == Posted.Taken)
        {
            await see.Result.ConfigureAwait(false);
        }
    }

    private Ending EndingOf(Exception e)
    {
        switch (e)
        {
            case JournalUnavailableException:
                return Ending.Unavailable;
            case JsonException:
                return Ending.Bad;
            default:
                // The caller learns its message only: what it takes to find the mistake is here.
                _node.Trouble($"{Activation.Id} failed on what it was asked.", e);
                return Ending.Fault;
        }
    }

    private static string ReasonOf(Exception e) =>
        e is ActorFaultException { InnerException: { } cause } ? cause.Message : e.Message;
}
