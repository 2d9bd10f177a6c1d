namespace Communities;

/// <summary>Which programs that read the whole web may read a public community.</summary>
public enum Crawlers
{
    /// <summary>Search engines, and not those that collect texts to train models.</summary>
    SearchEngines = 0,

    /// <summary>All that keep to a reasonable pace.</summary>
    Everybody = 1,

    /// <summary>None.</summary>
    Nobody = 2,
}
