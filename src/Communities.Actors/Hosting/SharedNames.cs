namespace Communities.Actors.Hosting;

/// <summary>
/// Names that come again and again (accounts, events), as one string each: a hundred posts of ten people hold ten
/// names and not a hundred. It forgets what it must, and then a name is simply a string of its own.
/// </summary>
internal sealed class SharedNames
{
    /// <summary>A power of two: the people of a busy hour.</summary>
    private const int SlotCount = 8_192;

    private readonly string?[] _slots = new string?[SlotCount];

    /// <summary>The same text, as the string that others have too where there is one. For any thread.</summary>
    public string Share(string name)
    {
        ref var slot = ref _slots[name.GetHashCode(StringComparison.Ordinal) & (SlotCount - 1)];
        return slot is { } known && known == name ? known : slot = name;
    }
}
