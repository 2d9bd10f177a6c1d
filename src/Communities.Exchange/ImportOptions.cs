using Communities.Files;

namespace Communities.Exchange;

/// <summary>How an import goes about a file. Nothing needs to be set for a file of our own.</summary>
public sealed record ImportOptions
{
    /// <summary>The community to import into; null for the one that the file names.</summary>
    public string? Community { get; init; }

    /// <summary>The slug to use where neither the operator nor the file says one; null to refuse such a file.</summary>
    public string? Fallback { get; init; }

    /// <summary>
    /// The longest line, in bytes. Default 4 MB: a post of the longest text, escaped, with much room.
    /// </summary>
    public int LineMax { get; init; } = 4 << 20;

    /// <summary>
    /// How often larger than the file its content may be. Default 100: text is five to twenty times, and a file made
    /// to fill a disk a thousand.
    /// </summary>
    public int RatioMax { get; init; } = 100;

    /// <summary>
    /// Records that may be under way at once. Default 2,000: enough to fill the journal's commits, and fewer than wait
    /// at one actor at most.
    /// </summary>
    public int InFlightMax { get; init; } = 2_000;

    /// <summary>Where the content of uploads goes; null: they are left out.</summary>
    public IFiles? Files { get; init; }

    /// <summary>The clock, which says what lies in the future.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Is told of each line that is no record, its number and why.</summary>
    public Action<long, string>? BadLine { get; init; }
}
