namespace Communities.Archive;

/// <summary>
/// Where an archive lies: named objects, of which most never change, and one small head per community that does.
/// A store is what passes the archive store suite.
/// </summary>
/// <remarks>
/// Names are parts of lower-case letters, digits and <c>- _ . ~ =</c>, joined by slashes; another name is a mistake of
/// the programmer (<see cref="ArgumentException"/>). What a method has returned from survives a loss of power.
/// </remarks>
public interface IArchiveStore
{
    /// <summary>
    /// Writes an object that never changes again. The same name with the same bytes may be written again.
    /// </summary>
    /// <exception cref="ArchiveConflictException">There is such an object, with other bytes.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot take it now.</exception>
    ValueTask Put(string name, ReadOnlyMemory<byte> content, CancellationToken ct = default);

    /// <summary>Writes an object in place of the one that was read with this tag, all of it or nothing.</summary>
    /// <param name="name">Which object.</param>
    /// <param name="content">All of its new bytes.</param>
    /// <param name="tag">The tag it was read or replaced with; null where there was none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its new tag.</returns>
    /// <exception cref="ArchiveConflictException">Somebody else has written it since.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot take it now.</exception>
    ValueTask<string> Replace(
        string name, ReadOnlyMemory<byte> content, string? tag, CancellationToken ct = default);

    /// <summary>The bytes of an object with their tag, or null where there is none.</summary>
    /// <exception cref="ArchiveDamagedException">It is larger than any object of an archive may be.</exception>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    ValueTask<ArchiveObject?> Read(string name, CancellationToken ct = default);

    /// <summary>
    /// What lies in a folder, in no particular order: all objects in and below it, or only what is directly in it.
    /// </summary>
    /// <param name="folder">Empty for the whole archive, else a name that ends with a slash.</param>
    /// <param name="deep">
    /// True: the full names of all objects. False: those directly in it, and its folders with a slash at their end.
    /// </param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ArchiveUnavailableException">The store cannot be read now.</exception>
    IAsyncEnumerable<string> List(string folder, bool deep, CancellationToken ct = default);
}

/// <summary>An object of an archive as it was read.</summary>
/// <param name="Content">All of its bytes.</param>
/// <param name="Tag">Changes whenever the bytes do; opaque.</param>
public sealed record ArchiveObject(ReadOnlyMemory<byte> Content, string Tag);
