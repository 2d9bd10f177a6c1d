namespace Communities.Archive;

/// <summary>How an archive is written. The defaults are right for one machine and for Azure.</summary>
public sealed class ArchiveOptions
{
    /// <summary>
    /// A round is cut when this many events wait. Default 20,000 (about 10 MB, a tenth of a second of work);
    /// 1 to 100,000. It is also the largest segment.
    /// </summary>
    public int RoundEvents { get; init; } = 20_000;

    /// <summary>
    /// A round ends with the event that brings it to this many bytes. Default 32 MiB, which bounds what a round holds
    /// in memory; 1 to 64 MiB.
    /// </summary>
    public int RoundBytes { get; init; } = 32 << 20;

    /// <summary>An event waits at most this long for others to be archived with it. Default 5 s; 0 to 1 h.</summary>
    public TimeSpan RoundAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The communities of a round that are written at the same time. Default 4, for the disk or the network is what
    /// one waits for; 1 to 64.
    /// </summary>
    public int WritesAtOnce { get; init; } = 4;

    /// <summary>
    /// After a failure the writer waits this long, and twice as long each time. Default 1 s; 1 ms to 1 h.
    /// </summary>
    public TimeSpan RetryFirst { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait after a failure. Default 1 min, so that an outage ends soon after its cause; up to 1 h.
    /// </summary>
    public TimeSpan RetryMost { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Never archived. Default: <c>~</c>, the accounts of the site, whose credentials stay in the journal.
    /// </summary>
    public IReadOnlySet<string> ExcludedPrefixes { get; init; } = new HashSet<string> { "~" };

    /// <summary>These options, if they are within their ranges.</summary>
    /// <exception cref="ArgumentException">They are not; the message names each that is not.</exception>
    internal ArchiveOptions Checked()
    {
        var hour = TimeSpan.FromHours(1);
        var faults = new List<string>();
        Range(RoundEvents is >= 1 and <= 100_000, $"{nameof(RoundEvents)} is 1 to 100,000.");
        Range(RoundBytes is >= 1 and <= 64 << 20, $"{nameof(RoundBytes)} is 1 to 64 MiB.");
        Range(RoundAge >= TimeSpan.Zero && RoundAge <= hour, $"{nameof(RoundAge)} is 0 to 1 h.");
        Range(WritesAtOnce is >= 1 and <= 64, $"{nameof(WritesAtOnce)} is 1 to 64.");
        Range(RetryFirst.TotalMilliseconds >= 1 && RetryFirst <= hour, $"{nameof(RetryFirst)} is 1 ms to 1 h.");
        Range(RetryMost >= RetryFirst && RetryMost <= hour, $"{nameof(RetryMost)} is {nameof(RetryFirst)} to 1 h.");
        return faults.Count == 0 ? this : throw new ArgumentException(string.Join(' ', faults));

        void Range(bool good, string rule)
        {
            if (!good)
                faults.Add(rule);
        }
    }
}
