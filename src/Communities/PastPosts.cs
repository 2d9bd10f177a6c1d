namespace Communities;

/// <summary>
/// What was written lately in a community, as far as rules look back: one process keeps it in memory, up to a bound.
/// </summary>
/// <remarks>
/// Attempts count whether or not something came of them. What names a request keeps a repeat of it from counting
/// twice. Safe for many threads.
/// </remarks>
public sealed class PastPosts
{
    /// <summary>The most posts that are remembered for what they say; a flood is alike within far fewer.</summary>
    public const int TextsMax = 1_000;

    /// <summary>The most authors whose times are remembered.</summary>
    public const int AuthorsMax = 5_000;

    private readonly System.Threading.Lock _lock = new();
    private readonly Queue<Entry> _texts = [];
    private Dictionary<string, Queue<(DateTimeOffset At, string? Request)>> _times = [];
    private Dictionary<string, Queue<(DateTimeOffset At, string? Request)>> _olderTimes = [];

    /// <summary>Takes in a post, and says how often its author wrote, and the same was written, lately.</summary>
    internal Recent Take(
        string author, TextSketch? sketch, string? request, DateTimeOffset at, int minutesForRate, int minutesForSame)
    {
        lock (_lock)
        {
            var times = TimesOf(author);
            if (request is null || !times.Any(time => time.Request == request))
            {
                if (times.Count == AutomodRules.NumberMax) times.Dequeue();
                times.Enqueue((at, request));
                if (sketch is not null)
                {
                    if (_texts.Count == TextsMax) _texts.Dequeue();
                    _texts.Enqueue(new Entry(sketch, at));
                }
            }

            return new Recent(
                minutesForRate == 0 ? [] : [.. Within(times.Select(time => time.At), at, minutesForRate)],
                minutesForSame == 0 || sketch is null ? []
                    : [.. Within(_texts.Where(text => text.Sketch.IsLike(sketch)).Select(text => text.At), at,
                        minutesForSame)]);
        }
    }

    // Two generations: who writes comes into the young one, and who has not written while it filled is forgotten.
    private Queue<(DateTimeOffset At, string? Request)> TimesOf(string author)
    {
        if (_times.TryGetValue(author, out var times)) return times;
        if (!_olderTimes.Remove(author, out times)) times = new();
        if (_times.Count >= AuthorsMax / 2) (_times, _olderTimes) = ([], _times);
        return _times[author] = times;
    }

    private static IEnumerable<DateTimeOffset> Within(
        IEnumerable<DateTimeOffset> times, DateTimeOffset at, int minutes) =>
        times.Where(time => time <= at && time > at.AddMinutes(-minutes));

    /// <summary>When the author wrote, and when the same was written, this time among them.</summary>
    internal readonly record struct Recent(DateTimeOffset[] Own, DateTimeOffset[] Same)
    {
        public static Recent None { get; } = new([], []);

        public static int Since(DateTimeOffset[] times, DateTimeOffset at, int minutes) =>
            times.Count(time => time > at.AddMinutes(-minutes));
    }

    private readonly record struct Entry(TextSketch Sketch, DateTimeOffset At);
}
