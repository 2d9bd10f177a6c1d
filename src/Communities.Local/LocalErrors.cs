namespace Communities.Local;

/// <summary>Another process (or another engine of this one) has this data directory open.</summary>
public sealed class DataDirectoryInUseException(string directory, Exception? cause = null)
    : Exception($"The data directory {directory} is in use by another process.", cause);

/// <summary>
/// The journal file is not what was written: cut short, altered, not a journal at all, or of a newer version of the
/// program. Nothing is guessed and nothing is repaired; the message is for the operator.
/// </summary>
public sealed class JournalDamagedException(string message, Exception? cause = null) : Exception(message, cause);
