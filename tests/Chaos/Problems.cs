namespace Communities.Chaos;

/// <summary>What does not hold.</summary>
internal sealed class Problems
{
    /// <summary>Of each kind so many are told; most follow from the first.</summary>
    private const int ToldOfEach = 10;

    private readonly SortedDictionary<string, (long Count, List<string> Told)> _byKind = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public long Count => _byKind.Values.Sum(kind => kind.Count);

    /// <summary>How many of each kind.</summary>
    public IReadOnlyDictionary<string, long> Counts => _byKind.ToDictionary(kind => kind.Key, kind => kind.Value.Count);

    /// <summary>They, in plain words.</summary>
    public IEnumerable<string> Lines => _byKind.SelectMany(kind => kind.Value.Count > kind.Value.Told.Count
        ? kind.Value.Told.Append($"… and {kind.Value.Count - kind.Value.Told.Count} more of this kind ({kind.Key}).")
        : kind.Value.Told);

    /// <summary>One more, of this kind.</summary>
    public void Add(string kind, string sentence)
    {
        var (count, told) = _byKind.TryGetValue(kind, out var known) ? known : (0, []);
        if (told.Count < ToldOfEach) told.Add(sentence);
        _byKind[kind] = (count + 1, told);
    }
}
