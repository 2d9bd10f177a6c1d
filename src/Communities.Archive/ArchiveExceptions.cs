namespace Communities.Archive;

/// <summary>The store cannot take or give anything now: no answer, no space, no right. Trying later is safe.</summary>
public sealed class ArchiveUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>What is to be written stands against what the archive already holds. Nothing was changed.</summary>
public sealed class ArchiveConflictException(string message) : Exception(message);

/// <summary>An object of the archive is not what was written there, or is missing.</summary>
public sealed class ArchiveDamagedException(string name, string sentence) : Exception($"{name}: {sentence}")
{
    /// <summary>The name of the object.</summary>
    public string Name { get; } = name;

    /// <summary>What is wrong with it, a plain sentence.</summary>
    public string Sentence { get; } = sentence;
}
