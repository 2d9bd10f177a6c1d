namespace Communities.Cluster;

/// <summary>Lets messages into a mailbox in the order in which each process sent them.</summary>
internal sealed class Arrivals
{
    /// <summary>
    /// How long a message waits for the one before it. That one is here within milliseconds, or went elsewhere when a
    /// silo was lost; then there is no order to keep.
    /// </summary>
    private static readonly TimeSpan _waitMax = TimeSpan.FromMilliseconds(500);

    // Of each process the last number that was let in. There are as many as processes that ever asked: a few.
    private (long Asker, long Last)[] _lines = [];
    private Dictionary<(long Asker, long After), (long Number, Action Enter)>? _waiting;

    /// <summary>Enters now, or once the message before it has; ends behind that.</summary>
    public Task Enter(Ticket ticket, Action enter)
    {
        var place = (ticket.Asker, ticket.After);
        lock (this)
        {
            if (ticket.After <= LastOf(ticket.Asker))
            {
                Enter(ticket.Asker, ticket.Number, enter);
                return Task.CompletedTask;
            }

            var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_waiting ??= [])[place] = (ticket.Number, () =>
            {
                enter();
                entered.SetResult();
            });
            return WaitAtMost(place, entered.Task);
        }
    }

    private async Task WaitAtMost((long Asker, long After) place, Task entered)
    {
        await entered.WaitAsync(_waitMax).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (this)
        {
            if (_waiting!.ContainsKey(place))
            {
                // Those before it that wait, too, enter before it.
                var first = FirstInLineOf(place);
                _waiting.Remove(first, out var late);
                Enter(first.Asker, late.Number, late.Enter);
            }
        }
    }

    private (long Asker, long After) FirstInLineOf((long Asker, long After) place)
    {
        while (_waiting!.FirstOrDefault(w => w.Key.Asker == place.Asker && w.Value.Number == place.After)
            is { Value.Number: not 0 } before)
        {
            place = before.Key;
        }

        return place;
    }

    private void Enter(long asker, long number, Action enter)
    {
        enter();
        SetLast(asker, number);
        while (_waiting?.Remove((asker, number), out var next) == true)
        {
            number = next.Number;
            next.Enter();
            SetLast(asker, number);
        }
    }

    private long LastOf(long asker)
    {
        foreach (var line in _lines)
        {
            if (line.Asker == asker)
            {
                return line.Last;
            }
        }

        return 0;
    }

    private void SetLast(long asker, long number)
    {
        if (number == 0)
        {
            return;
        }

        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i].Asker == asker)
            {
                _lines[i].Last = Math.Max(_lines[i].Last, number);
                return;
            }
        }

        _lines = [.. _lines, (asker, number)];
    }
}
