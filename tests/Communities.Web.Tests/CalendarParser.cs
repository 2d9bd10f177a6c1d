using System.Diagnostics;
using System.Text.Json;

namespace Communities.Web.Tests;

/// <summary>A calendar program's own parser (ical.js, Mozilla's), which says what it read.</summary>
internal static class CalendarParser
{
    private const string Program = """
        const ICAL = require('ical.js').default ?? require('ical.js');
        let text = '';
        process.stdin.setEncoding('utf8');
        process.stdin.on('data', (part) => { text += part; });
        process.stdin.on('end', () => {
          const calendar = new ICAL.Component(ICAL.parse(text));
          console.log(JSON.stringify({
            name: calendar.getFirstPropertyValue('x-wr-calname'),
            events: calendar.getAllSubcomponents('vevent').map((one) => {
              const event = new ICAL.Event(one);
              return {
                uid: event.uid, title: event.summary, text: event.description, place: event.location,
                starts: event.startDate.toJSDate().toISOString(), ends: event.endDate.toJSDate().toISOString(),
                sequence: event.sequence, status: one.getFirstPropertyValue('status'),
                url: one.getFirstPropertyValue('url'),
              };
            }),
          }));
        });
        """;

    /// <summary>What the parser reads in this file; the test is skipped where it is not installed.</summary>
    public static async Task<JsonElement> Read(string file, CancellationToken ct)
    {
        var modules = Modules();
        Assert.SkipWhen(modules is null, "ical.js is not installed: npm install ical.js (tests/run does it).");
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NODE_PATH"] = modules },
        })!;
        var faults = node.StandardError.ReadToEndAsync(ct);
        await node.StandardInput.WriteAsync(file.AsMemory(), ct);
        node.StandardInput.Close();
        var read = await node.StandardOutput.ReadToEndAsync(ct);
        await node.WaitForExitAsync(ct);
        Assert.True(node.ExitCode == 0, await faults);
        return JsonDocument.Parse(read).RootElement;
    }

    // Beside the programs that tests/run puts on the path, or where npm was told.
    private static string? Modules() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.GetDirectoryName(folder.TrimEnd('/')) ?? "")
            .Append(Environment.GetEnvironmentVariable("NODE_PATH") ?? "")
            .FirstOrDefault(folder => folder.Length > 0 && Directory.Exists(Path.Combine(folder, "ical.js")));
}
