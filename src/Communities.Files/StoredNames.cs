namespace Communities.Files;

/// <summary>What the content of an upload is called where files lie.</summary>
public static class StoredNames
{
    // Enough of a digest to tell apart what one upload could ever hold.
    private const int DigestLength = 16;

    private const string SmallMark = "-small";

    /// <summary>The name of its content; it says of what it is, so that strays can be told.</summary>
    public static string Of(string community, string upload, string digest) =>
        $"{community}/{upload}-{digest[..DigestLength]}";

    /// <summary>The name of the smaller picture.</summary>
    public static string SmallOf(string name) => name + SmallMark;
}
