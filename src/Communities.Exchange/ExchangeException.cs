namespace Communities.Exchange;

/// <summary>
/// A file or a community that cannot be imported or exported; the message is one sentence for the operator.
/// </summary>
public sealed class ExchangeException(string message, Exception? cause = null) : Exception(message, cause);
