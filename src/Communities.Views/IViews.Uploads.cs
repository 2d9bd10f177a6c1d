namespace Communities.Views;

public partial interface IViews
{
    /// <summary>
    /// An upload that this viewer may see: one's own; one that a text shows which the viewer may read; for moderators
    /// any. Null otherwise, and where it was taken away.
    /// </summary>
    ValueTask<UploadView?> Upload(string community, string upload, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// A page of what an account has sent and not taken away, latest first; empty for a viewer who is neither that
    /// account nor a moderator.
    /// </summary>
    /// <exception cref="MalformedCursorException">The cursor is none of ours.</exception>
    ValueTask<Page<UploadView>> Uploads(
        string community, string account, string? cursor, Viewer viewer, CancellationToken ct = default);

    /// <summary>
    /// For the program: of these uploads of a community, those that are there, with the digests of their content.
    /// </summary>
    ValueTask<IReadOnlyDictionary<string, string>> UploadsThere(
        string community, IReadOnlyCollection<string> uploads, CancellationToken ct = default);
}

/// <summary>A file that a member sent.</summary>
/// <param name="Community">Where.</param>
/// <param name="Id">Its id.</param>
/// <param name="Account">Who sent it; empty where the account is gone.</param>
/// <param name="At">When.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its media type, by its content.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Digest">SHA-256 of its content, in hexadecimal digits.</param>
/// <param name="Width">Of a picture, in pixels; otherwise 0.</param>
/// <param name="Height">Of a picture, in pixels; otherwise 0.</param>
/// <param name="HasSmall">A smaller picture of it is there, too.</param>
/// <param name="IsShown">A text that others may read shows it.</param>
public sealed record UploadView(
    string Community,
    string Id,
    string Account,
    DateTimeOffset At,
    string Name,
    string Type,
    long Bytes,
    string Digest,
    int Width,
    int Height,
    bool HasSmall,
    bool IsShown);
