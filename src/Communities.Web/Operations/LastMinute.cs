namespace Communities.Web;

/// <summary>Counts of the last minute, in slots of a few seconds; cheap to add to, from any thread.</summary>
internal sealed class LastMinute
{
    private const int Slots = 12; // And one that is being filled.
    private static readonly TimeSpan SlotTime = TimeSpan.FromSeconds(5);

    private readonly Slot[] _slots;
    private readonly TimeProvider _time;
    private readonly long _begin;

    /// <summary>So many counts side by side.</summary>
    public LastMinute(int cells, TimeProvider time)
    {
        (_time, _begin) = (time, time.GetTimestamp());
        _slots = [.. Enumerable.Range(0, Slots + 1).Select(_ => new Slot(cells))];
    }

    /// <summary>How long the sums reach back: a minute, or less soon after the start.</summary>
    public TimeSpan Span
    {
        get
        {
            var age = _time.GetElapsedTime(_begin);
            var full = (Slots * SlotTime) + TimeSpan.FromTicks(age.Ticks % SlotTime.Ticks);
            return age < full ? age : full;
        }
    }

    public void Add(int cell, long count = 1)
    {
        var now = Now();
        var slot = _slots[now % _slots.Length];
        if (Volatile.Read(ref slot.Number) != now) slot.Begin(now);
        Interlocked.Add(ref slot.Counts[cell], count);
    }

    /// <summary>Each count of the last minute.</summary>
    public long[] Sums()
    {
        var (now, sums) = (Now(), new long[_slots[0].Counts.Length]);
        foreach (var slot in _slots)
        {
            if (Volatile.Read(ref slot.Number) < now - Slots) continue;
            for (var cell = 0; cell < sums.Length; cell++) sums[cell] += Volatile.Read(ref slot.Counts[cell]);
        }

        return sums;
    }

    private long Now() => _time.GetElapsedTime(_begin).Ticks / SlotTime.Ticks;

    private sealed class Slot(int cells)
    {
        public readonly long[] Counts = new long[cells];
        public long Number;

        // What somebody adds in this very moment may be lost: it is one of thousands.
        public void Begin(long number)
        {
            lock (Counts)
            {
                if (Number >= number) return;
                Array.Clear(Counts);
                Volatile.Write(ref Number, number);
            }
        }
    }
}

/// <summary>How long something took in the last minute: how many times of which order, and not each of them.</summary>
internal sealed class Durations(TimeProvider time)
{
    // From 20 microseconds to a minute and a half, each an eighth longer than the one before: as exact as one reads it.
    private const double First = 20e-6;
    private const double Step = 1.125;
    private const int Cells = 130;

    private readonly LastMinute _counts = new(Cells, time);

    public void Add(double seconds) => _counts.Add(
        seconds <= First ? 0 : Math.Min(Cells - 1, (int)(Math.Log(seconds / First) / Math.Log(Step))));

    /// <summary>What half, and what 99 of 100 did not exceed; null where there were none.</summary>
    public QuantilesView? Quantiles()
    {
        var counts = _counts.Sums();
        var all = counts.Sum();
        return all == 0 ? null : new QuantilesView(Of(0.5), Of(0.99));

        double Of(double part)
        {
            var (cell, rest) = (0, (long)Math.Ceiling(all * part) - counts[0]);
            while (rest > 0) rest -= counts[++cell];
            return First * Math.Pow(Step, cell + 1);
        }
    }
}
