using Orleans.Serialization;

namespace Communities.Cluster;

/// <summary>
/// Asks again what was interrupted: the silo was lost or stopped, the actor was on its way to another one. Safe, since
/// each command has an id and each reaction a mark, by which the actor knows what it has done.
/// </summary>
internal sealed class Patience(AskingOptions options)
{
    /// <summary>The first wait; doubled with each, up to the longest.</summary>
    private static readonly TimeSpan _waitMin = TimeSpan.FromMilliseconds(20);

    /// <summary>Short enough that a found actor is asked soon, long enough not to be a load meanwhile.</summary>
    private static readonly TimeSpan _waitMax = TimeSpan.FromSeconds(1);

    private readonly Tickets _tickets = new();

    // The network's time, and so never that of a test: how long the loss of a silo lasts has nothing to do with it.
    private static readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>Asks until there is an answer; in the order of the calls, as far as nothing is interrupted.</summary>
    /// <exception cref="JournalUnavailableException">It stays interrupted.</exception>
    public async ValueTask<TReply> Ask<TMessage, TReply>(
        ActorId actor,
        IActorGrain grain,
        TMessage message,
        Func<IActorGrain, TMessage, Ticket, ValueTask<TReply>> send,
        Func<TReply, Ending> ending,
        CancellationToken ct)
        where TReply : class
    {
        var start = _clock.GetTimestamp();
        var (reply, cause) = await TryInLine().ConfigureAwait(false);
        for (var wait = _waitMin; reply is null; wait = wait * 2 < _waitMax ? wait * 2 : _waitMax)
        {
            if (_clock.GetElapsedTime(start) >= options.Patience)
            {
                throw new JournalUnavailableException(
                    $"{actor} cannot be reached now. What was asked may have been done; a repeat with its id is safe.",
                    cause);
            }

            await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), _clock, ct).ConfigureAwait(false);
            (reply, cause) = await Try(default).ConfigureAwait(false);
        }

        return reply;

        async ValueTask<(TReply? Reply, Exception? Cause)> TryInLine()
        {
            try
            {
                return await Try(_tickets.Take(actor)).ConfigureAwait(false);
            }
            finally
            {
                _tickets.GiveBack(actor);
            }
        }

        async ValueTask<(TReply? Reply, Exception? Cause)> Try(Ticket ticket)
        {
            try
            {
                var answer = await send(grain, message, ticket).ConfigureAwait(false);
                return (ending(answer) == Ending.Moved ? null : answer, null);
            }
            catch (Exception e) when (MayPass(e))
            {
                return (null, e);
            }
        }
    }

    // Actors throw nothing, so this is of the network. What cannot be put on the wire never can.
    private static bool MayPass(Exception e) =>
        e is not (OperationCanceledException or ObjectDisposedException or CodecNotFoundException
            or SerializerException or ArgumentException);
}
