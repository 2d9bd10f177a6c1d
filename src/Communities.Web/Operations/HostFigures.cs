namespace Communities.Web;

/// <summary>What only the host knows of how it does: its archive.</summary>
/// <param name="Archived">The positions up to which every event is in the archive, by partition.</param>
/// <param name="ArchiveTrouble">Why the archive does not get on now; null while it does.</param>
public readonly record struct HostFigures(IReadOnlyList<long> Archived, string? ArchiveTrouble);
