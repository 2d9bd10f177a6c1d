using System.CommandLine;
using Communities.Actors;
using Communities.Archive;
using Communities.Exchange;

namespace Communities.Hosting;

/// <summary>A host's whole program: its command line, told of every failure in one sentence.</summary>
public static class CommandLine
{
    /// <summary>Runs what is asked.</summary>
    /// <returns>The exit code. 0: done; 1: it could not be done; 2: it was not understood.</returns>
    public static async Task<int> Run(IComposition composition, string[] args)
    {
        var asked = new Verbs(composition).Root().Parse(args);
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
            await Console.Error.WriteLineAsync(Sentence(composition, e));
            return 1;
        }
    }

    private static string Sentence(IComposition composition, Exception e) => composition.Explain(e) ?? e switch
    {
        JournalUnavailableException or ExchangeException or ArchiveDamagedException or ArchiveUnavailableException
            or ArchiveConflictException => e.Message,
        AggregateException { InnerException: { } inner } => Sentence(composition, inner),
        FileNotFoundException { FileName: { } name } => $"There is no file {name}.",
        DirectoryNotFoundException or UnauthorizedAccessException or IOException or ArgumentException
            or FormatException => FirstLine(e.Message),
        _ => $"Something went wrong that should not: {e.GetType().Name}: {FirstLine(e.Message)}",
    };

    private static string FirstLine(string message) => message.ReplaceLineEndings("\n").Split('\n')[0];
}
