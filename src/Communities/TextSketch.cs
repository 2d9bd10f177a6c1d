using System.Numerics;
using System.Runtime.InteropServices;

namespace Communities;

/// <summary>
/// What is kept of a text to find nearly the same one again: the least of sixteen hashes over its runs of letters. Two
/// texts agree in as many of them as their runs are alike.
/// </summary>
internal sealed class TextSketch
{
    /// <summary>How many of the sixteen must agree: four of five runs, and chance hardly ever.</summary>
    private const int AlikeMin = 12;

    private const int Hashes = 16;
    private const int Run = 5;
    private const int LettersMin = 12; // "Thank you!" is said again and again by the best of people.
    private const int LettersMax = 4_000; // The same advertisement is the same in its first pages.

    private readonly uint[] _least;

    private TextSketch(uint[] least) => _least = least;

    /// <summary>The sketch of a text; null where it is too short to say the same thing again by it.</summary>
    public static TextSketch? Of(FoldedText folded)
    {
        // Signs, spaces and numbers are what senders change from one copy to the next.
        var letters = new char[Math.Min(folded.Text.Length, LettersMax)];
        var count = 0;
        foreach (var c in folded.Text)
        {
            if (count == letters.Length) break;
            if (char.IsLetter(c)) letters[count++] = c;
        }

        if (count < LettersMin) return null;
        var least = new uint[Hashes];
        least.AsSpan().Fill(uint.MaxValue);
        var seeds = MemoryMarshal.Cast<uint, Vector<uint>>(Seeds.AsSpan());
        var leasts = MemoryMarshal.Cast<uint, Vector<uint>>(least.AsSpan());
        for (var start = 0; start + Run <= count; start++)
        {
            var hash = 2166136261u;
            for (var n = 0; n < Run; n++) hash = (hash ^ letters[start + n]) * 16777619u;
            var spread = new Vector<uint>(hash);
            for (var at = 0; at < leasts.Length; at++)
            {
                var mixed = (spread ^ seeds[at]) * new Vector<uint>(0x85ebca6b);
                leasts[at] = Vector.Min(leasts[at], mixed ^ Vector.ShiftRightLogical(mixed, 15));
            }
        }

        return new TextSketch(least);
    }

    /// <summary>True where the two texts are the same, or nearly.</summary>
    public bool IsLike(TextSketch other)
    {
        var agreeing = 0;
        for (var at = 0; at < Hashes; at++) if (_least[at] == other._least[at]) agreeing++;
        return agreeing >= AlikeMin;
    }

    private static readonly uint[] Seeds = [.. Enumerable.Range(1, Hashes).Select(n => (uint)n * 0x9e3779b9u)];
}
