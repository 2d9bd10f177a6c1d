using Communities.Files;

namespace Communities.Exchange;

/// <summary>The content of uploads as lines of a file: parts in Base64, each no longer than a long post.</summary>
internal static class ContentParts
{
    // What makes a line of two megabytes, half of what a line may have.
    private const int PartBytes = 1_500_000;

    private const string Small = "small";

    /// <summary>The content of this upload, and of its smaller picture; null where it is not there.</summary>
    public static async Task<List<Record>?> Of(
        IFiles files, string community, Record upload, UploadEvent.Stored stored, CancellationToken ct)
    {
        var parts = new List<Record>();
        var name = StoredNames.Of(community, upload.Id, stored.Digest);
        if (!await Add(parts, files, name, upload, [], ct).ConfigureAwait(false)) return null;
        return !stored.HasSmall
            || await Add(parts, files, StoredNames.SmallOf(name), upload, [Small], ct).ConfigureAwait(false)
            ? parts : null;
    }

    /// <summary>True for a part of the smaller picture.</summary>
    public static bool IsSmall(Record part) => part.Tags.Contains(Small);

    private static async Task<bool> Add(
        List<Record> parts, IFiles files, string name, Record upload, string[] tags, CancellationToken ct)
    {
        var content = await files.Open(name, ct).ConfigureAwait(false);
        if (content is null) return false;
        await using (content.ConfigureAwait(false))
        {
            var bytes = new byte[PartBytes];
            while (await content.ReadAtLeastAsync(bytes, PartBytes, throwOnEndOfStream: false, ct)
                .ConfigureAwait(false) is > 0 and var length)
                parts.Add(upload with
                {
                    Kind = Record.Content,
                    Id = $"{upload.Id}/c{parts.Count + 1}",
                    Parent = upload.Id,
                    Title = null,
                    Text = Convert.ToBase64String(bytes, 0, length),
                    Format = "base64",
                    Tags = tags,
                    Fact = null,
                });
        }

        return true;
    }
}
