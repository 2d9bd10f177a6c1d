namespace Communities.Actors.Hosting;

// The turns on their way to the disk: sent without waiting, landed in order, run again where another was faster.
internal abstract partial class Activation
{
    private Flight? _firstFlight;
    private Flight? _lastFlight;
    private AppendChain? _chain;
    private Exception? _failure;

    /// <summary>A flight has landed: well, or with a failure.</summary>
    public void Land(Flight flight, long position, Exception? failure)
    {
        Flight? landed;
        bool starts;
        lock (Gate)
        {
            if (failure is null)
            {
                flight.Settle(position);
            }
            else
            {
                flight.Settle(failure);
                _failure ??= failure;
                _chain?.Break();
            }

            landed = TakeLanded();
            starts = _failure is not null && AllSettled() && !_isRunning;
            _isRunning |= starts;
        }

        Answer(landed);
        if (starts)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void Send(Flight flight)
    {
        if (flight.Letters == 0 && flight.Events.Count == 0)
        {
            return;
        }

        var hasEvents = flight.Events.Count > 0;
        flight.Snapshot = hasEvents ? SnapshotIfDue() : null;
        Flight? landed = null;
        lock (Gate)
        {
            if (_lastFlight is null)
            {
                _firstFlight = flight;
            }
            else
            {
                _lastFlight.Next = flight;
            }

            _lastFlight = flight;
            if (_failure is not null)
            {
                hasEvents = false;
                flight.Settle(_failure);
            }
            else if (!hasEvents)
            {
                flight.Settle(0);
                landed = TakeLanded();
            }
        }

        if (hasEvents)
        {
            flight.Start(kind.Host.JournalOf(key), _chain ??= new AppendChain());
        }

        Answer(landed);
    }

    /// <summary>Begins again after a failure, once nothing is under way.</summary>
    /// <returns>False while something is.</returns>
    private bool StartAnew()
    {
        Flight? failed;
        Exception failure;
        lock (Gate)
        {
            if (_failure is null)
            {
                return true;
            }

            if (!AllSettled())
            {
                return false;
            }

            (failed, _firstFlight, _lastFlight) = (_firstFlight, null, null);
            (failure, _failure, _chain) = (_failure, null, null);
        }

        Unload();
        SendBack(failed, failure);
        return true;
    }

    /// <summary>A lost race is run again once, from the journal, in the order it came; anything else is told.</summary>
    private void SendBack(Flight? failed, Exception failure)
    {
        List<Letter> again = [];
        for (; failed is not null; failed = failed.Next)
        {
            for (var letter = failed.First; letter is not null;)
            {
                var next = letter.Next;
                if (failure is LostRaceException && !letter.IsRetried)
                {
                    letter.IsRetried = true;
                    again.Add(letter);
                }
                else
                {
                    Refuse(letter, failure is LostRaceException
                        ? new JournalUnavailableException($"{Id} is being written by somebody else.", failure)
                        : failure);
                }

                letter = next;
            }
        }

        lock (Gate)
        {
            for (var i = again.Count - 1; i >= 0; i--)
            {
                again[i].Next = _firstLetter;
                _firstLetter = again[i];
                _lastLetter ??= again[i];
            }
        }
    }

    /// <summary>Takes the flights that are durable, and all before them, as a chain.</summary>
    private Flight? TakeLanded()
    {
        Flight? first = null;
        Flight? last = null;
        while (_firstFlight is { IsSettled: true, Failure: null } flight)
        {
            first ??= flight;
            last = flight;
            _unanswered -= flight.Letters;
            _firstFlight = flight.Next;
        }

        if (last is not null)
        {
            last.Next = null;
            _lastFlight = _firstFlight is null ? null : _lastFlight;
        }

        return first;
    }

    private bool AllSettled()
    {
        for (var flight = _firstFlight; flight is not null; flight = flight.Next)
        {
            if (!flight.IsSettled)
            {
                return false;
            }
        }

        return true;
    }

    private static void Answer(Flight? landed)
    {
        for (; landed is not null; landed = landed.Next)
        {
            landed.Answer();
        }
    }
}
