using Microsoft.Extensions.Logging;

namespace Communities.Cluster;

/// <summary>What a node writes into the log of its host.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "{Follower} was not woken for partition {Partition}; its reminder will do it.")]
    public static partial void NotWoken(ILogger log, string follower, int partition, Exception e);

    [LoggerMessage(LogLevel.Warning, "{Told}")]
    public static partial void Trouble(ILogger log, string told, Exception? e);
}
