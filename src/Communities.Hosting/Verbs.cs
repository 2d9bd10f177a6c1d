using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Communities.Actors;
using Communities.Archive;
using Communities.Exchange;
using Communities.Web;
using Spectre.Console;

namespace Communities.Hosting;

/// <summary>What the program can be asked on the command line.</summary>
internal sealed class Verbs(IComposition composition)
{
    /// <summary>Bad lines told one by one; the rest is counted.</summary>
    private const int BadLinesTold = 20;

    /// <summary>The whole command line.</summary>
    public RootCommand Root()
    {
        var root = new RootCommand(composition.Description);
        foreach (var option in composition.Options) root.Add(option);
        ServeOptions.AddTo(root);
        root.SetAction(asked => Serve(asked));
        var serve = new Command("serve", "Serves the site (what happens without a verb, too).");
        ServeOptions.AddTo(serve);
        serve.SetAction(asked => Serve(asked));
        root.Add(serve);
        root.Add(Demonstration.Verb(composition));
        root.Add(ImportVerb());
        root.Add(ExportVerb());
        root.Add(ArchiveVerbs());
        root.Add(TokenVerb());
        root.Add(new ResetVerb(composition).Verb());
        root.Add(FilterVerbs.All());
        return root;
    }

    private async Task<int> Serve(ParseResult asked)
    {
        await using var site = await composition.Open(asked);
        var at = "";
        await Serving.Run(
            site,
            ServeOptions.Of(asked),
            (addresses, _) =>
            {
                at = addresses[0];
                foreach (var address in addresses) Console.WriteLine($"Communities is at {address}");
            },
            key => Console.WriteLine($"Nobody runs it yet. Set it up, once, at {at}/set-up?key={key}"));
        return 0;
    }

    private Command ImportVerb()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "NDJSON, plain or gzip." };
        var community = new Option<string?>("--community")
        {
            Description = "The community to import into. Default: the one that the file names, or the file's own name.",
            HelpName = "SLUG",
        };
        var ratio = new Option<int>("--max-ratio")
        {
            Description = "How many times its own size a gzip file may unpack to.",
            DefaultValueFactory = _ => new ImportOptions().RatioMax,
            HelpName = "N",
        };
        var verb = new Command(
            "import", "Brings a community in. Safe to repeat, and to resume.") { file, community, ratio };
        verb.SetAction(asked => WithSignals(async ct =>
        {
            var path = asked.GetValue(file)!;
            await using var stream = path.OpenRead();
            await using var site = await composition.Open(asked, ct);
            var told = 0;
            var import = new Import(site.Actors, site.Journals.Feeds, new ImportOptions
            {
                Community = asked.GetValue(community),
                Fallback = SlugOf(path),
                RatioMax = asked.GetValue(ratio),
                Files = site.Files,
                BadLine = (number, reason) =>
                {
                    if (++told <= BadLinesTold) Console.Error.WriteLine($"Line {number} is skipped: {reason}");
                },
            });
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var tally = await WithProgress(import, stream, ct);
            if (told > BadLinesTold) Console.Error.WriteLine($"… and {told - BadLinesTold} more lines.");
            Report(tally, watch.Elapsed);
            await site.WhenCaughtUp(ct);
            Console.WriteLine($"Views and archive have all of it, up to event {EventsOf(site)}.");
            if (tally.Fault is { } fault) await Console.Error.WriteLineAsync(fault);
            return tally.Fault is null ? 0 : 1;
        }));
        return verb;
    }

    // For nobody's eyes but those of who took it out.
    private static FileStream CreateConfidential(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private Command ExportVerb()
    {
        var community = new Argument<string>("SLUG") { Description = "The community." };
        var file = new Argument<FileInfo>(
            "FILE") { Description = "The file to write; gzip where its name ends in .gz." };
        var verb = new Command(
            "export", "Takes a community out, whole, in the format that import reads.") { community, file };
        verb.SetAction(asked => WithSignals(async ct =>
        {
            var path = asked.GetValue(file)!.FullName;
            await using var site = await composition.Open(asked, ct);
            await site.WhenQuiet(ct);
            var export = new Export(site.Journals.Feeds, site.Files);
            var unfinished = path + ".unfinished"; // So that a file of that name is always a whole one.
            try
            {
                await using (var stream = CreateConfidential(unfinished))
                await using (Stream output = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                    ? new GZipStream(stream, CompressionLevel.Optimal)
                    : new BufferedStream(stream, 1 << 16))
                    await export.Run(asked.GetValue(community)!, output, ct);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }

            foreach (var (kind, count) in export.Written) Console.WriteLine($"{count,10:N0} {kind}");
            Console.WriteLine("Private conversations and moderators' notes are among it: the file is confidential.");
            return 0;
        }));
        return verb;
    }

    private Command ArchiveVerbs()
    {
        var verify = new Command(
            "verify", "Proves that nothing is missing, repeated or altered, and that counters are right.");
        verify.SetAction(asked => WithSignals(async ct =>
        {
            await using var site = await composition.Open(asked, ct);
            return await Verification.Run(site, ct) ? 0 : 1;
        }));
        var list = new Command("list", "Lists what is archived.");
        list.SetAction(asked => WithSignals(async ct =>
        {
            var table = Table("community", "segments", "events", "last event");
            var reader = new ArchiveReader(composition.OpenArchive(asked));
            await foreach (var head in reader.Heads(ct))
                table.AddRow(head.Community, Number(head.Segments), Number(head.Events), Number(head.Last));
            Write(table);
            return 0;
        }));
        return new Command("archive", "Looks at the archive.") { verify, list };
    }

    private Command TokenVerb()
    {
        var account = new Argument<string>(
            "ACCOUNT") { Description = "Whose; small letters, digits, hyphens, underscores." };
        var create = new Option<bool>(
            "--create") { Description = "Opens the account, without a password, if there is none." };
        var verb = new Command("token", "Prints a new API token of an account.") { account, create };
        verb.SetAction(asked => WithSignals(async ct =>
        {
            var name = asked.GetValue(account)!;
            if (!Keys.IsAccount(name))
                throw new ExchangeException("An account name is 2 to 40 small letters, digits, - and _.");
            await using var site = await composition.Open(asked, ct);
            var key = Keys.OfAccount(name);
            if (asked.GetValue(create) && (await site.Actors.See<Account>(key, ct)).IsMissing)
                Check((await site.Actors.Ask(
                    key, new AccountCommand.Open(name, null, Languages.Known[0]), Call.System(), ct)).Refusal);
            var (text, issue) = ApiTokens.New(name, "command line");
            Check((await site.Actors.Ask(key, issue, Call.System(), ct)).Refusal);
            Console.WriteLine(text);
            return 0;
        }));
        return verb;
    }

    // Ctrl-C and a polite kill end the verb where it can be taken up again.
    internal static async Task<int> WithSignals(Func<CancellationToken, Task<int>> verb)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await verb(stop.Token);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<ImportTally> WithProgress(Import import, FileStream file, CancellationToken ct)
    {
        var run = import.Run(file, ct);
        if (!AnsiConsole.Profile.Capabilities.Interactive) return await run;
        await AnsiConsole.Progress().Columns(
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("importing", maxValue: Math.Max(1, file.Length));
                while (await Task.WhenAny(run, Task.Delay(200, CancellationToken.None)) != run)
                {
                    bar.Value = file.Position;
                    bar.Description = $"{import.Tally.Read:N0} records";
                }

                bar.Value = bar.MaxValue;
            });
        return await run;
    }

    private static void Report(ImportTally tally, TimeSpan took)
    {
        var table = Table("kind", "read", "imported", "repeated", "skipped");
        foreach (var row in tally.Rows)
            table.AddRow(row.Kind.EscapeMarkup(), Number(row.Read), Number(row.Imported), Number(row.Repeated),
                Number(row.Skipped));
        Write(table);
        foreach (var (kind, reason, count, line) in tally.Reasons)
            if (kind != ImportTally.BadLines)
                Console.WriteLine($"{count,10:N0} {kind} skipped, the first in line {line}: {reason}");
        foreach (var (key, count) in tally.UnknownKeys)
            Console.WriteLine($"{count,10:N0} times the key {key}, which means nothing here");
        if (tally.UnknownAuthors > 0)
            Console.WriteLine($"{tally.UnknownAuthors,10:N0} records of authors that the file does not name");
        if (tally.SharedAccounts > 0)
            Console.WriteLine($"{tally.SharedAccounts,10:N0} members have accounts that were here before");
        var posts = tally.Of("post").Imported / Math.Max(took.TotalSeconds, 0.001);
        Console.WriteLine($"Imported into {tally.Community} in {took.TotalSeconds:N1} s ({posts:N0} posts/s).");
    }

    internal static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(
                column) { Alignment = column == columns[0] ? Justify.Left : Justify.Right });
        return table;
    }

    internal static void Write(Table table)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
    }

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static void Check(Refusal? refusal)
    {
        if (refusal is { } no) throw new ExchangeException(no.Reason);
    }

    private static long EventsOf(ISite site) =>
        site.Journals.Feeds.All.Sum(feed => site.Journals.Partitions.NumberOf(feed.Head));

    private static string? SlugOf(FileInfo file)
    {
        var name = file.Name.Split('.')[0];
        return Exchange.Import.SlugFrom(name == "community" ? file.Directory?.Name ?? name : name);
    }
}
