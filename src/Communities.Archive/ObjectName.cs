using System.Buffers;
using System.Globalization;
using System.Text;

namespace Communities.Archive;

/// <summary>The rules of names in an archive, the same for every store.</summary>
internal static class ObjectName
{
    /// <summary>
    /// The longest part, in characters: file systems take 255 bytes, and a temporary name needs some of them.
    /// </summary>
    public const int PartMax = 200;

    /// <summary>The longest name, in characters: half of what Azure Blob takes.</summary>
    public const int LengthMax = 512;

    /// <summary>The object at the root that says which archive this is.</summary>
    public const string Identity = "archive.json";

    // Lower case only, so that a file system that ignores case holds the same objects.
    private static readonly SearchValues<char> _letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.~=");

    /// <summary>The name itself, where it is one.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Check(string name) =>
        Is(name) ? name : throw new ArgumentException($"No object of an archive can be called \"{name}\".");

    /// <summary>True where this can be the name of an object.</summary>
    public static bool Is(string name)
    {
        var good = name.Length <= LengthMax;
        foreach (var range in name.AsSpan().Split('/'))
        {
            var part = name.AsSpan(range);
            good &= part.Length is > 0 and <= PartMax
                && part[0] != '.' && part[^1] != '.' // No "..", no hidden files, and no name that Windows trims.
                && !part.ContainsAnyExcept(_letters);
        }

        return good;
    }

    /// <summary>The folder itself, where it is empty or a name with a slash at its end.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string CheckFolder(string folder)
    {
        if (folder is "")
            return folder;
        if (!folder.EndsWith('/'))
            throw new ArgumentException($"A folder of an archive ends with a slash: \"{folder}\".");
        Check(folder[..^1]);
        return folder;
    }

    /// <summary>
    /// The folder of a community: its own name, with <c>=XX</c> for each byte that a name cannot hold, so that no
    /// community, whatever it is called, holds up the archive of the others.
    /// </summary>
    public static string FolderOf(string community)
    {
        if (community.Length is > 0 and <= PartMax && community[0] != '.' && community[^1] != '.'
            && !community.AsSpan().ContainsAnyExcept(_letters) && !community.Contains('=', StringComparison.Ordinal))
            return community;
        var folder = new StringBuilder("=");
        foreach (var b in Encoding.UTF8.GetBytes(community))
        {
            if (b is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' or (byte)'-')
                folder.Append((char)b);
            else
                folder.Append(CultureInfo.InvariantCulture, $"={b:x2}");
        }

        // Too long for a file system: a digest stands for it, and the name itself is in the files.
        return folder.Length <= PartMax
            ? folder.ToString()
            : "==" + SegmentWriter.Digest(Encoding.UTF8.GetBytes(community));
    }

    /// <summary>The head of the community with this folder.</summary>
    public static string HeadOf(string folder) => $"{folder}/head.json";
}
