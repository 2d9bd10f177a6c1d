namespace Communities.Web;

/// <summary>
/// The filter that the program comes with; <c>Automod/NOTICE.md</c> says from which texts it was made, and that it
/// holds none of them.
/// </summary>
public static class ShippedFilter
{
    private const string Name = "automod/filter.bin";

    private static readonly Lazy<TextFilter> Read = new(() =>
    {
        using var stream = typeof(ShippedFilter).Assembly.GetManifestResourceStream(Name)!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return TextFilter.Read(file) ?? throw new InvalidDataException($"{Name} is no filter.");
    });

    /// <summary>The filter.</summary>
    public static TextFilter Filter => Read.Value;
}
