using System.Collections.Concurrent;

namespace Communities.Web;

/// <summary>
/// Keeps what is asked for within a bound. What is found moves to the young generation; when that is half of all there
/// may be, the old one goes.
/// </summary>
internal sealed class TwoGenerations<TKey, TValue>(long weightMax)
    where TKey : notnull
    where TValue : class
{
    private Generation _young = new();
    private Generation _old = new();

    /// <summary>What is kept under this key, or null.</summary>
    public TValue? Find(TKey key)
    {
        var young = Volatile.Read(ref _young);
        if (young.Kept.TryGetValue(key, out var kept)) return kept.Value;
        if (!Volatile.Read(ref _old).Kept.TryGetValue(key, out kept)) return null;
        Put(key, kept.Value, kept.Weight);
        return kept.Value;
    }

    /// <summary>Keeps this, in place of what was kept under the key.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">What is kept.</param>
    /// <param name="weight">What it counts towards the bound; in what unit, the bound says.</param>
    public void Put(TKey key, TValue value, long weight)
    {
        var young = Volatile.Read(ref _young);
        young.Kept[key] = (value, weight);
        if (Interlocked.Add(ref young.Weight, weight) <= weightMax / 2) return;
        if (Interlocked.CompareExchange(ref _young, new Generation(), young) == young) Volatile.Write(ref _old, young);
    }

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<TKey, (TValue Value, long Weight)> Kept = new();
        public long Weight;
    }
}
