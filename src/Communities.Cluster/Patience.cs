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

    private readonly Doors _doors = new(static grain => grain.Knock());

    // The network's time, and so never that of a test: how long the loss of a silo lasts has nothing to do with it.
    private static readonly TimeProvider _clock = TimeProvider.System;

    /// <exception cref="JournalUnavailableException">It stays interrupted.</exception>
    public async ValueTask<TReply> Ask<TMessage, TReply>(
        ActorId actor,
        IActorGrain grain,
        TMessage message,
        Func<IActorGrain, TMessage, ValueTask<TReply>> send,
        Func<TReply, Ending> ending,
        CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        var wait = _waitMin;
        Exception? cause;
        do
        {
            try
            {
                var reply = await _doors.Send(actor, grain, message, send).ConfigureAwait(false);
                if (ending(reply) != Ending.Moved)
                {
                    return reply;
                }

                cause = null;
            }
            catch (Exception e) when (MayPass(e))
            {
                cause = e;
            }

            await Task.Delay(wait * (0.5 + Random.Shared.NextDouble()), _clock, ct).ConfigureAwait(false);
            wait = wait * 2 < _waitMax ? wait * 2 : _waitMax;
        }
        while (_clock.GetElapsedTime(start) < options.Patience);
        throw new JournalUnavailableException(
            $"{actor} cannot be reached now. What was asked may have been done; with the same id it can be asked again.",
            cause);
    }

    // Actors answer with outcomes and throw nothing, so this is of the network. What cannot be put on the wire never can.
    private static bool MayPass(Exception e) =>
        e is not (OperationCanceledException or ObjectDisposedException or CodecNotFoundException
            or SerializerException or ArgumentException);
}
