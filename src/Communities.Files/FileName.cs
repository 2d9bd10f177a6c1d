using System.Buffers;

namespace Communities.Files;

/// <summary>The rules of the names of files, the same for every store.</summary>
internal static class FileName
{
    // A community, an id and a digest have a hundred.
    private const int LengthMax = 200;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The name itself, where it is one.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Check(string name)
    {
        var good = name.Length <= LengthMax;
        foreach (var range in name.AsSpan().Split('/'))
        {
            var part = name.AsSpan(range);
            good &= part.Length > 0 && part[0] != '-' && !part.ContainsAnyExcept(Letters);
        }

        return good ? name : throw new ArgumentException($"No file can be called \"{name}\".");
    }
}
