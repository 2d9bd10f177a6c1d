namespace Communities.Postgres;

/// <summary>
/// The database cannot be this journal: another number of partitions, too old, made by a newer program, or the user
/// lacks a right. Nothing is guessed and nothing changed; the message is one sentence for the operator.
/// </summary>
public sealed class JournalSetupException(string message, Exception? cause = null) : Exception(message, cause);
