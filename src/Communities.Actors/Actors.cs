namespace Communities.Actors;

/// <summary>The actors of an engine, as front ends, reactors and tests ask them.</summary>
public interface IActors
{
    /// <summary>Asks an actor to do something, and answers when what it decided is durable.</summary>
    /// <returns>What happened, or a refusal. The same command id twice is done once and answered twice.</returns>
    /// <exception cref="ArgumentException">
    /// The key or the id is empty, too long or not well-formed Unicode, or the id begins with <c>~</c>, which is the
    /// engine's own; or no engine here hosts this kind.
    /// </exception>
    /// <exception cref="ActorFaultException">The actor's code failed on it; nothing was done.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before its turn; nothing was done.</exception>
    /// <exception cref="JournalUnavailableException">Nothing was done: the journal cannot take it now.</exception>
    ValueTask<Answer> Ask<TActor>(string key, ICommand<TActor> command, Call call, CancellationToken ct = default)
        where TActor : class, IActor;

    /// <summary>The state of an actor after every change answered so far; its initial state if there is none.</summary>
    /// <exception cref="JournalUnavailableException">The journal cannot be read now.</exception>
    ValueTask<TActor> See<TActor>(string key, CancellationToken ct = default)
        where TActor : class, IActor;
}

/// <summary>Who asks, as the server resolved it.</summary>
/// <param name="By">The account that asks; empty when nobody in particular does.</param>
/// <param name="Standing">What that account may do there.</param>
/// <param name="Id">
/// The command's identity, at most <see cref="IdMax"/> characters, not beginning with <c>~</c>: a repeat with the same
/// id to the same actor is not done again, whoever asks; so what a browser names goes behind its account. Null where a
/// repeat cannot happen or does no harm.
/// </param>
/// <param name="At">Only for import: the original time. Null means now, by the engine's clock.</param>
public sealed record Call(string By, Standing Standing, string? Id = null, DateTimeOffset? At = null)
{
    /// <summary>The longest command id, in characters: room for a UUID behind a prefix.</summary>
    public const int IdMax = 100;

    /// <summary>What the ids of commands begin with that tell what happened elsewhere: those of imports.</summary>
    public const string RetellingPrefix = "import/";

    internal const string RetoldMark = "+"; // Behind the ids of reactions that follow from them.

    /// <summary>The program itself asks.</summary>
    public static Call System(string? id = null, DateTimeOffset? at = null) => new("", Standing.System, id, at);
}

/// <summary>What came of a command.</summary>
/// <param name="Version">The actor's version after it (with a refusal: the version it was refused at).</param>
/// <param name="Position">The feed position of its last event; 0 where nothing happened.</param>
/// <param name="Events">What happened, in order; empty where nothing did.</param>
/// <param name="Refusal">Why nothing happened, or null.</param>
/// <param name="IsRepeat">True where the same command id was done before, and this tells what came of it then.</param>
public sealed record Answer(
    long Version, long Position, IReadOnlyList<object> Events, Refusal? Refusal = null, bool IsRepeat = false)
{
    /// <summary>The first event of this type, or null.</summary>
    public TEvent? First<TEvent>() where TEvent : class => Events.OfType<TEvent>().FirstOrDefault();
}

/// <summary>
/// An actor could not decide, apply or be read back: a mistake in its code, or a history it does not understand.
/// Nothing of the command was done; other actors go on.
/// </summary>
public sealed class ActorFaultException(ActorId actor, Exception cause)
    : Exception($"{actor} cannot do this: {cause.Message}", cause);

/// <summary>Refusals that any engine may give.</summary>
public static class EngineRefusals
{
    /// <summary>The actor's mailbox is full; asking later is safe.</summary>
    public static Refusal Busy { get; } = new("actor.busy", "Too much is asked of this at once; please try again.");
}
