namespace Communities.Views;

/// <summary>
/// How well a text goes with what a community is about: whether it has any word of the domain, and how near it is to
/// the threads that were opened before it.
/// </summary>
/// <remarks>
/// Nearness is that of the three nearest threads (cosine over words weighed by how rare they are), and it counts only
/// against the community's own: a text is far when three of four earlier threads are nearer to the others than it is.
/// A text far from them that has no word of the domain either is pointed out. Neither alone would do: on real forums
/// one thread in eight has none of the words, and nearness alone misses a third of the strays (see the tests).
/// </remarks>
internal sealed class DomainSense
{
    /// <summary>Fewer earlier threads say nothing of what is usual.</summary>
    public const int ThreadsMin = 30;

    private const int Nearest = 3; // One may be chance, ten are hard to find in a small community.
    private const int ComparedMost = 200; // Of earlier threads with one another: enough to know what is usual.
    private const double FarShare = 0.25;
    private const double CommonShare = 0.3; // A word of so many threads tells none from another.

    private readonly HashSet<string> _domain;
    private readonly Dictionary<string, List<int>> _threadsWith = [];
    private readonly List<(string? Category, HashSet<string> Words)> _threads = [];
    private double[] _lengths = [];
    private double _far = -1;

    /// <summary>Knows these words of the domain, expressions among them.</summary>
    public DomainSense(IEnumerable<string> words) => _domain = [.. words.SelectMany(TopicWords.In)];

    /// <summary>True where words of the domain are written down.</summary>
    public bool HasWords => _domain.Count > 0;

    /// <summary>True where there are enough earlier threads to compare with.</summary>
    public bool HasPast => _threads.Count >= ThreadsMin;

    /// <summary>Takes in a thread that belongs here.</summary>
    public void Learn(string? category, string text)
    {
        var words = TopicWords.In(text).ToHashSet();
        foreach (var word in words)
        {
            if (!_threadsWith.TryGetValue(word, out var with)) _threadsWith[word] = with = [];
            with.Add(_threads.Count);
        }

        _threads.Add((category, words));
        _far = -1;
    }

    /// <summary>How a text goes with all that.</summary>
    public Sensed Of(string text)
    {
        Weigh();
        var written = TopicWords.Written(text).ToDictionary(word => word.Beginning, word => word.Written);
        var words = written.Keys.ToHashSet();
        var known = words.Where(_domain.Contains).ToList();
        var (nearness, neighbours) = HasPast ? Near(words, own: -1) : (0, []);
        var isFar = HasWords && known.Count == 0 && words.Count > 0 && (!HasPast || nearness < _far);
        return new Sensed(
            isFar,
            known,
            [.. written.Where(word => !_threadsWith.ContainsKey(word.Key) && !_domain.Contains(word.Key))
                .Select(word => word.Value).Take(UnknownMost)],
            NearestCategory(neighbours));
    }

    private const int UnknownMost = 6; // Enough to see what it is about.

    private static string? NearestCategory(List<(string? Category, double Nearness)> neighbours) => neighbours
        .Where(one => one.Category is not null).GroupBy(one => one.Category)
        .OrderByDescending(group => group.Sum(one => one.Nearness)).FirstOrDefault()?.Key;

    // What is usual: how near earlier threads are to one another, and which share of them is further than the border.
    private void Weigh()
    {
        if (_far >= 0 || !HasPast) return;
        _lengths = [.. _threads.Select(thread => Length(thread.Words))];
        var step = Math.Max(1, _threads.Count / ComparedMost);
        var usual = Enumerable.Range(0, _threads.Count).Where(at => at % step == 0)
            .Select(at => Near(_threads[at].Words, at).Nearness).Order().ToList();
        _far = usual[(int)(usual.Count * FarShare)];
    }

    private (double Nearness, List<(string? Category, double Nearness)> Neighbours) Near(
        HashSet<string> words, int own)
    {
        var together = new double[_threads.Count];
        foreach (var word in words)
        {
            if (!_threadsWith.TryGetValue(word, out var with) || with.Count > CommonShare * _threads.Count) continue;
            var weight = Rarity(with.Count) * Rarity(with.Count);
            foreach (var thread in with) together[thread] += weight;
        }

        var length = Length(words);
        var nearest = Enumerable.Range(0, together.Length).Where(at => at != own && together[at] > 0)
            .Select(at => (_threads[at].Category, Nearness: together[at] / (_lengths[at] * length)))
            .OrderByDescending(one => one.Nearness).Take(Nearest).ToList();
        return (nearest.Sum(one => one.Nearness) / Nearest, nearest);
    }

    private double Length(HashSet<string> words) => Math.Max(1, Math.Sqrt(words.Sum(word =>
    {
        var rarity = Rarity(_threadsWith.TryGetValue(word, out var with) ? with.Count : 0);
        return rarity * rarity;
    })));

    private double Rarity(int threads) => Math.Log((_threads.Count + 1) / (threads + 0.5));
}

/// <summary>How a text goes with a domain.</summary>
/// <param name="IsFar">It seems not to belong there.</param>
/// <param name="Known">The words of the domain that it has.</param>
/// <param name="Unknown">Words of it that no earlier thread has, as they are written.</param>
/// <param name="Category">The category in which the threads nearest to it stand, or null.</param>
internal sealed record Sensed(
    bool IsFar, IReadOnlyList<string> Known, IReadOnlyList<string> Unknown, string? Category);
