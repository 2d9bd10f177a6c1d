using System.CommandLine;
using Communities.Actors;
using Communities.Archive;
using Communities.Exchange;
using Communities.Local;
using Communities.Server;

// Whatever goes wrong is told in one sentence. 0: done; 1: it could not be done; 2: it was not understood.
var asked = Verbs.Root().Parse(args);
if (asked.Errors.Count > 0)
{
    await Console.Error.WriteLineAsync(asked.Errors[0].Message + " See --help.");
    return 2;
}

try
{
    return await asked.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null, // Each verb ends on Ctrl-C in its own way.
    });
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 1;
}
catch (Exception e)
{
    await Console.Error.WriteLineAsync(Sentence(e));
    return 1;
}

static string Sentence(Exception e) => e switch
{
    DataDirectoryInUseException => e.Message + " Stop the server that runs on it, or name another one with --data.",
    JournalDamagedException or JournalUnavailableException or ExchangeException or ArchiveDamagedException
        or ArchiveUnavailableException or ArchiveConflictException => e.Message,
    AggregateException { InnerException: { } inner } => Sentence(inner),
    FileNotFoundException { FileName: { } name } => $"There is no file {name}.",
    DirectoryNotFoundException or UnauthorizedAccessException or IOException or ArgumentException or FormatException =>
        FirstLine(e.Message),
    _ => $"Something went wrong that should not: {e.GetType().Name}: {FirstLine(e.Message)}",
};

static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
