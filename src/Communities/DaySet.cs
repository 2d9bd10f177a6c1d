using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>
/// A set of days, one bit each, so that a member's years of activity take bytes and days may come in any order.
/// Days are numbered from 1970-01-01 (UTC).
/// </summary>
/// <param name="FirstWord">The number of the first word: its first day divided by 64.</param>
/// <param name="Words">64 days a word.</param>
public sealed record DaySet(int FirstWord, ImmutableArray<ulong> Words)
{
    /// <summary>No days.</summary>
    public static DaySet Empty { get; } = new(0, []);

    /// <summary>How many days.</summary>
    [JsonIgnore]
    public int Count => Words.Sum(BitOperations.PopCount);

    /// <summary>The number of the day of this time, in UTC.</summary>
    public static int DayOf(DateTimeOffset at) => (int)Math.Floor((at.UtcDateTime - DateTime.UnixEpoch).TotalDays);

    /// <summary>True where the day is among them.</summary>
    public bool Contains(int day)
    {
        var word = (day >> 6) - FirstWord;
        return word >= 0 && word < Words.Length && (Words[word] & Bit(day)) != 0;
    }

    /// <summary>How many of them are this day or later.</summary>
    public int CountFrom(int day)
    {
        var count = 0;
        for (var i = Math.Max(0, (day >> 6) - FirstWord); i < Words.Length; i++)
        {
            var word = i == (day >> 6) - FirstWord ? Words[i] & (ulong.MaxValue << (day & 63)) : Words[i];
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>These days and this one.</summary>
    public DaySet Add(int day)
    {
        if (Contains(day)) return this;
        var word = day >> 6;
        var first = Words.IsEmpty ? word : Math.Min(FirstWord, word);
        var last = Words.IsEmpty ? word : Math.Max(FirstWord + Words.Length - 1, word);
        var words = new ulong[last - first + 1];
        Words.CopyTo(words, Words.IsEmpty ? 0 : FirstWord - first);
        words[word - first] |= Bit(day);
        return new DaySet(first, [.. words]);
    }

    /// <summary>These days and those.</summary>
    public DaySet Add(ImmutableArray<int> days) => days.Aggregate(this, (set, day) => set.Add(day));

    private static ulong Bit(int day) => 1UL << (day & 63);
}

/// <summary>So many on this day; on another one it begins anew.</summary>
/// <param name="Day">The day, as <see cref="DaySet"/> numbers it.</param>
/// <param name="Count">How many.</param>
public readonly record struct DayCount(int Day, int Count)
{
    internal int At(int day) => day == Day ? Count : 0;

    internal DayCount On(int day) => new(day, At(day) + 1);
}
