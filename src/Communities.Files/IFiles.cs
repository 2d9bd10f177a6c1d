namespace Communities.Files;

/// <summary>
/// Where the content of what members send lies: named, never changed once it is there, gone when it is deleted. Files
/// is what passes the files suite.
/// </summary>
/// <remarks>
/// Names are parts of small letters, digits and inner hyphens, joined by slashes; another name is a mistake of the
/// programmer (<see cref="ArgumentException"/>). Whether a file means anything stands in the journal and not here: one
/// without its event is nothing, and is swept away.
/// </remarks>
public interface IFiles
{
    /// <summary>
    /// True where other processes may be writing here, so that what nobody knows yet may be on its way.
    /// </summary>
    bool IsShared { get; }

    /// <summary>
    /// Writes a file, all of it or nothing: when this has returned, it survives a loss of power. The same name again
    /// replaces it.
    /// </summary>
    /// <exception cref="FilesUnavailableException">The store cannot take it now.</exception>
    ValueTask Put(string name, Stream content, CancellationToken ct = default);

    /// <summary>The content of a file, to be read from anywhere in it; null where there is none.</summary>
    /// <exception cref="FilesUnavailableException">The store cannot be read now.</exception>
    ValueTask<Stream?> Open(string name, CancellationToken ct = default);

    /// <summary>Deletes a file; one that is not there is gone already.</summary>
    /// <exception cref="FilesUnavailableException">The store cannot be reached now.</exception>
    ValueTask Delete(string name, CancellationToken ct = default);

    /// <summary>All files, in no particular order.</summary>
    /// <exception cref="FilesUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<FileEntry> List(CancellationToken ct = default);

    /// <summary>
    /// Clears away what writes that were cut off have left; to be asked at the start, and where the store is shared
    /// only of what is older than this.
    /// </summary>
    /// <exception cref="FilesUnavailableException">The store cannot be reached now.</exception>
    ValueTask ClearUnfinished(DateTimeOffset before, CancellationToken ct = default);
}

/// <summary>A file that is there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">When it was written.</param>
public sealed record FileEntry(string Name, DateTimeOffset At);

/// <summary>The place where files lie cannot be reached now. Asking again later helps.</summary>
public sealed class FilesUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
