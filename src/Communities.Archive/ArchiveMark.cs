using System.Globalization;
using Communities.Actors;

namespace Communities.Archive;

/// <summary>
/// How far a journal has been archived: done through a position, and the round that is being written, if one is.
/// </summary>
/// <param name="Done">Every event up to here is in the archive.</param>
/// <param name="Through">The end of the round being written; equal to <paramref name="Done"/> when none is.</param>
internal readonly record struct ArchiveMark(long Done, long Through)
{
    /// <summary>True while a round is being written.</summary>
    public bool IsWriting => Through > Done;

    /// <summary>The name of the mark among the journal's checkpoints: each archive of a journal has its own.</summary>
    public static string NameFor(ArchiveIdentity archive) => $"archive:{archive.Id}";

    /// <summary>The mark of this journal for this archive, or null where it has never written to it.</summary>
    /// <exception cref="InvalidDataException">The journal holds something else under that name.</exception>
    public static async ValueTask<ArchiveMark?> Load(
        ICheckpoints checkpoints, ArchiveIdentity archive, CancellationToken ct)
    {
        var text = await checkpoints.Load(NameFor(archive), ct).ConfigureAwait(false);
        if (text is null)
            return null;
        var parts = text.Split("..");
        if (parts.Length is 1 or 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var done)
            && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var through)
            && through >= done)
            return new ArchiveMark(done, through);
        throw new InvalidDataException($"The archive's checkpoint in the journal reads \"{text}\", which is none.");
    }

    /// <summary>Saves the mark, durable when it returns.</summary>
    public ValueTask Save(ICheckpoints checkpoints, ArchiveIdentity archive, CancellationToken ct) =>
        checkpoints.Save(NameFor(archive), ToString(), ct);

    /// <inheritdoc/>
    public override string ToString()
    {
        var done = Done.ToString(CultureInfo.InvariantCulture);
        return IsWriting ? done + ".." + Through.ToString(CultureInfo.InvariantCulture) : done;
    }
}
