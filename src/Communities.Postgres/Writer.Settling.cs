using Npgsql;

namespace Communities.Postgres;

/// <summary>
/// How a batch comes to be written for certain, or not for certain, and which of its appends are lost.
/// </summary>
internal sealed partial class Writer
{
    // What is known of the partition as of the last answer of the database. The versions hold as long as the count
    // does.
    private readonly Dictionary<ActorId, Known> _known = [];
    private long _events;
    private long _fence;

    // Something was sent that was not answered, and may still be on its way.
    private bool _isUnsettled;

    private async Task<Written> Settle(List<AppendRequest> batch)
    {
        Plan? sent = null;
        var sentBehind = 0L;
        var isSure = false;
        var pause = TimeSpan.Zero;
        while (true)
        {
            try
            {
                await using var lease = await _sessions.Rent(Closing).ConfigureAwait(false);
                var session = lease.Session;
                if (_isUnsettled)
                {
                    // From here on what was sent is written or never will be, and so it can be looked for.
                    var (events, fence) = await Fence(session).ConfigureAwait(false);
                    var found = sent is null ? null : await Find(session, sent, sentBehind).ConfigureAwait(false);
                    _known.Clear();
                    (_events, _fence, _isUnsettled) = (events, fence, false);
                    if (found is { } position)
                    {
                        return new Written(sent!, position);
                    }

                    _journal.WroteElsewhere(events, isSetBack: false);
                    (sent, isSure) = (null, false);
                }

                if (batch.Count == 0)
                {
                    // Only now, so that it has grown while the connection was waited for.
                    Take(batch);
                }

                var plan = new Plan(batch, _known, isSure);
                if (plan.Going.Count == 0)
                {
                    return new Written(plan, 0);
                }

                (sent, sentBehind, _isUnsettled) = (plan, _events, true);
                var told = await Append(session, plan).ConfigureAwait(false);
                sent = null;
                Learn(plan, told);
                if (told.IsWritten)
                {
                    Settled(plan, told);
                    return new Written(plan, _journal.Position(told.Before + 1));
                }

                isSure = told.Found is not null;
            }
            catch (NpgsqlException e) when (Faults.IsLoss(e))
            {
                pause = await Wait(e, pause, sent).ConfigureAwait(false);
            }
            catch (NpgsqlException e) when (!_isUnsettled)
            {
                throw Faults.Unavailable(e);
            }
            catch (Exception e) when (sent is not null && e is NpgsqlException or OperationCanceledException)
            {
                throw Unknown(e);
            }
        }
    }

    private async Task<TimeSpan> Wait(NpgsqlException loss, TimeSpan pause, Plan? sent)
    {
        try
        {
            return await _sessions.Pause(loss, pause, Closing).ConfigureAwait(false);
        }
        catch (Exception e) when (sent is not null && e is JournalUnavailableException or OperationCanceledException)
        {
            throw Unknown(e);
        }
    }

    // Nobody is told that it was not written, for it may have been. The next batch finds an unsettled partition.
    private static JournalUnavailableException Unknown(Exception e) => new(
        "PostgreSQL went away in the middle of a commit: it is not known whether this was written. A repeat with the "
        + "same id is safe.", e);

    private void Learn(Plan plan, Told told)
    {
        if (told.Before != _events)
        {
            // Another process wrote: what was known of actors may have passed.
            _known.Clear();
            _journal.WroteElsewhere(told.Before, isSetBack: told.Before < _events);
        }

        if (_known.Count > KnownMax)
        {
            _known.Clear();
        }

        (_events, _fence) = (told.Before, told.Fence);
        for (var i = 0; i < (told.Found?.Length ?? 0); i++)
        {
            _known[plan.Actors[i].Actor] = new Known(told.Ids![i], told.Found![i]);
        }
    }

    private void Settled(Plan plan, Told told)
    {
        for (var i = 0; i < plan.Actors.Count; i++)
        {
            var actor = plan.Actors[i].Actor;
            _known[actor] = new Known(told.Ids![i], plan.After(actor));
        }

        _events += plan.Events;
    }
}
