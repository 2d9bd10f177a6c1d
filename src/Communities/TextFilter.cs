using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Communities;

/// <summary>
/// Says how much a text looks like abuse and like spam: two logistic regressions over the hashed runs of two to five
/// characters of its words. What it says orders a queue; people decide.
/// </summary>
/// <remarks>
/// A linear model over such runs is simple, fast, and reads words that are written as no dictionary has them. Its
/// weights are bytes, and its file is as long as they are many. Immutable.
/// </remarks>
public sealed class TextFilter
{
    /// <summary>The highest score.</summary>
    public const int ScoreMax = 100;

    /// <summary>The longest run of characters that counts.</summary>
    public const int GramMax = 5;

    /// <summary>The shortest run.</summary>
    public const int GramMin = 2;

    /// <summary>The part of a text that is looked at, in characters: the first pages.</summary>
    public const int LookedAtMax = 20_000;

    /// <summary>The most weights of a head, as a power of two: a file of a megabyte.</summary>
    public const int BitsMax = 19;

    private const int BitsMin = 8;
    private const uint Magic = 0x31465443; // CTF1
    private const int HeaderLength = 8;
    private const int HeadLength = 8;

    private readonly int _bits;
    private readonly FilterHead[] _heads;

    /// <summary>A filter of these weights.</summary>
    /// <exception cref="ArgumentException">They are too many, too few, or not as many in both heads.</exception>
    public TextFilter(FilterHead abuse, FilterHead spam)
    {
        if (!BitOperations.IsPow2(abuse.Weights.Length) || abuse.Weights.Length != spam.Weights.Length)
            throw new ArgumentException("Both heads have as many weights, a power of two.", nameof(spam));
        _bits = BitOperations.Log2((uint)abuse.Weights.Length);
        if (_bits is < BitsMin or > BitsMax)
            throw new ArgumentException($"A head has 2^{BitsMin} to 2^{BitsMax} weights.", nameof(abuse));
        _heads = [abuse, spam];
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is no filter.</summary>
    public static TextFilter? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic) return null;
        var bits = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        if (bits is < BitsMin or > BitsMax || file.Length != HeaderLength + 2 * (HeadLength + (1 << bits))) return null;
        var heads = new FilterHead[2];
        var rest = file[HeaderLength..];
        foreach (ref var head in heads.AsSpan())
        {
            head = new FilterHead(
                BinaryPrimitives.ReadSingleLittleEndian(rest),
                BinaryPrimitives.ReadSingleLittleEndian(rest[4..]),
                MemoryMarshal.Cast<byte, sbyte>(rest.Slice(HeadLength, 1 << bits)).ToArray());
            rest = rest[(HeadLength + (1 << bits))..];
        }

        return heads.All(head => float.IsFinite(head.Bias) && float.IsFinite(head.Scale))
            ? new TextFilter(heads[0], heads[1])
            : null;
    }

    /// <summary>The filter as a file.</summary>
    public byte[] Write()
    {
        var file = new byte[HeaderLength + 2 * (HeadLength + (1 << _bits))];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), _bits);
        var rest = file.AsSpan(HeaderLength);
        foreach (var head in _heads)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, head.Bias);
            BinaryPrimitives.WriteSingleLittleEndian(rest[4..], head.Scale);
            MemoryMarshal.Cast<sbyte, byte>(head.Weights).CopyTo(rest[HeadLength..]);
            rest = rest[(HeadLength + head.Weights.Length)..];
        }

        return file;
    }

    /// <summary>How much this looks like abuse and like spam, each 0 to <see cref="ScoreMax"/>.</summary>
    public FilterScore Score(string text)
    {
        var grams = Grams(text, _bits);
        return new FilterScore(ScoreOf(_heads[0], grams), ScoreOf(_heads[1], grams));
    }

    /// <summary>
    /// The runs of a text, each once, as the numbers of their weights: two to five characters of a word with the spaces
    /// around it.
    /// </summary>
    public static List<int> Grams(string text, int bits)
    {
        var reduced = Reduced(text);
        var grams = new List<int>(reduced.Length * (GramMax - GramMin + 1));
        var seen = new ulong[Math.Max(1, (1 << bits) / 64)];
        for (var start = 0; start < reduced.Length; start++)
        {
            var hash = 2166136261u; // FNV-1a: short, and the same everywhere and for ever.
            for (var n = 0; n < GramMax && start + n < reduced.Length; n++)
            {
                hash = (hash ^ reduced[start + n]) * 16777619u;
                if (n + 1 < GramMin) continue;
                var gram = (int)(Mixed(hash + (uint)n) >> (32 - bits));
                ref var word = ref seen[gram >> 6];
                var bit = 1ul << (gram & 63);
                if ((word & bit) == 0)
                {
                    word |= bit;
                    grams.Add(gram);
                }

                if (reduced[start + n] == ' ' && n > 0) break; // A run ends with its word.
            }
        }

        return grams;
    }

    private static int ScoreOf(FilterHead head, List<int> grams)
    {
        if (grams.Count == 0) return 0;
        var sum = 0L;
        foreach (var gram in grams) sum += head.Weights[gram];
        var log = head.Bias + head.Scale * sum / Math.Sqrt(grams.Count);
        return (int)Math.Round(ScoreMax / (1 + Math.Exp(-log)));
    }

    // Folded; digits are alike, names and addresses too, and what is drawn out is shortened.
    private static ReadOnlySpan<char> Reduced(string text)
    {
        var folded = FoldedText.Of(text.Length > LookedAtMax ? text[..LookedAtMax] : text).Text;
        var reduced = new char[folded.Length + 2];
        var length = 0;
        reduced[length++] = ' ';
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            c = char.IsWhiteSpace(c) ? ' ' : char.IsDigit(c) ? '0' : c;
            if (c == ' ' && reduced[length - 1] == ' ') continue;
            if (length > 1 && c == reduced[length - 1] && c == reduced[length - 2] && c != '0') continue;
            reduced[length++] = c;
        }

        if (reduced[length - 1] != ' ') reduced[length++] = ' ';
        return reduced.AsSpan(0, length);
    }

    private static uint Mixed(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}

/// <summary>One of the two regressions of a filter.</summary>
/// <param name="Bias">What it says of a text of which it knows nothing, in log-odds.</param>
/// <param name="Scale">What one step of a weight is worth.</param>
/// <param name="Weights">The weight of each run; a power of two of them.</param>
public sealed record FilterHead(float Bias, float Scale, sbyte[] Weights);

/// <summary>What a filter says of a text, each 0 to 100.</summary>
/// <param name="Abuse">How much it looks like abuse.</param>
/// <param name="Spam">How much it looks like spam.</param>
public readonly record struct FilterScore(int Abuse, int Spam)
{
    /// <summary>The higher of the two.</summary>
    public int Highest => Math.Max(Abuse, Spam);
}
