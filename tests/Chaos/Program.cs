using System.Text.Encodings.Web;
using System.Text.Json;
using Communities.Chaos;
using Communities.Suites;

Asked asked;
try
{
    asked = Asked.Of(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n{Asked.Usage}");
    return 2;
}

var json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
{
    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
};
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    if (!asked.IsLocal && (PostgresServer.Missing ?? BlobServer.Missing) is { } missing)
    {
        await Console.Error.WriteLineAsync(missing);
        return 1;
    }

    if (asked.IsCalm)
    {
        await foreach (var measured in Calm.Run(asked, Tell, stop.Token))
            Console.WriteLine(JsonSerializer.Serialize(measured, json));
        return 0;
    }

    var (figures, problems) = await ChaosRun.Run(asked, Tell, stop.Token);
    foreach (var line in problems.Lines) Console.WriteLine(line);
    Console.WriteLine(JsonSerializer.Serialize(figures, json));
    return problems.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 1;
}

static void Tell(string line) => Console.Error.WriteLine(line);
