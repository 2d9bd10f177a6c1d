using System.Globalization;
using System.Text.RegularExpressions;

namespace Communities.Archive;

/// <summary>
/// The name of a segment: <c>{community}/{yyyy}/{MM}/{dd}/{first}-{last}.ndjson.gz</c>. It follows from what is in it.
/// </summary>
/// <param name="Folder">The community's folder: its name, escaped where need be.</param>
/// <param name="Day">The UTC day of its first event.</param>
/// <param name="First">The feed position of its first event.</param>
/// <param name="Last">The feed position of its last event.</param>
public readonly partial record struct SegmentName(string Folder, DateOnly Day, long First, long Last)
{
    /// <summary>The segment with this name, or null where it is not the name of one.</summary>
    public static SegmentName? Parse(string name)
    {
        var match = Pattern.Match(name);
        if (!match.Success
            || !DateOnly.TryParseExact(match.Groups[2].ValueSpan, "yyyy/MM/dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var day)
            || !long.TryParse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(match.Groups[4].ValueSpan, CultureInfo.InvariantCulture, out var last))
            return null;
        var segment = new SegmentName(match.Groups[1].Value, day, first, last);
        return first > 0 && last >= first && segment.ToString() == name ? segment : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}/{Day:yyyy/MM/dd}/{First:D12}-{Last:D12}.ndjson.gz");

    [GeneratedRegex(@"^([^/]+)/([0-9]{4}/[0-9]{2}/[0-9]{2})/([0-9]{12,18})-([0-9]{12,18})\.ndjson\.gz$")]
    private static partial Regex Pattern { get; }
}
