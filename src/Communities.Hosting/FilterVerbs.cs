using System.CommandLine;
using Communities.Exchange;
using Communities.Web;
using Spectre.Console;

namespace Communities.Hosting;

/// <summary>Makes a filter for abuse and spam from labelled texts, and measures one.</summary>
internal static class FilterVerbs
{
    private static readonly Argument<FileInfo[]> _data = new("DATA")
    {
        Description = "Labelled texts: NDJSON, plain or gzip, with id, set, lang, text, task (toxicity or spam) and "
            + "harmful (0 or 1). A fifth of them, by id, is kept for measuring.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command All() => new("filter", "Makes and measures the filter for abuse and spam.")
    {
        Train(), Measure(),
    };

    private static Command Train()
    {
        var output = new Option<FileInfo>("--out")
        {
            Description = "The file to write; the setting Communities:Filter names it.",
            Required = true,
            HelpName = "FILE",
        };
        var verb = new Command("train", "Makes a filter.") { _data, output };
        verb.SetAction(asked => Verbs.WithSignals(async ct =>
        {
            var (training, heldOut) = (new FilterTraining(), new List<LabelledText>());
            foreach (var text in Texts(asked, ct))
                if (text.IsHeldOut) heldOut.Add(text);
                else training.Add(text);
            if (training.Count == 0) throw new ExchangeException("There is nothing to learn from.");
            Console.WriteLine($"Learning from {Verbs.Number(training.Count)} texts.");
            var filter = training.Train(ct);
            await File.WriteAllBytesAsync(asked.GetValue(output)!.FullName, filter.Write(), ct);
            Tell(filter, heldOut);
            return 0;
        }));
        return verb;
    }

    private static Command Measure()
    {
        var file = new Option<FileInfo?>("--filter")
        {
            Description = "The filter to measure. Default: the one that the program comes with.",
            HelpName = "FILE",
        };
        var verb = new Command("measure", "Tells how well a filter finds what does harm.") { _data, file };
        verb.SetAction(asked => Verbs.WithSignals(ct =>
        {
            var filter = asked.GetValue(file) is { } path ? Read(path) : ShippedFilter.Filter;
            Tell(filter, [.. Texts(asked, ct).Where(text => text.IsHeldOut)]);
            return Task.FromResult(0);
        }));
        return verb;
    }

    /// <summary>The filter of this file.</summary>
    /// <exception cref="ExchangeException">It is none.</exception>
    public static TextFilter Read(FileInfo file) => TextFilter.Read(File.ReadAllBytes(file.FullName))
        ?? throw new ExchangeException($"{file.Name} is no filter.");

    private static IEnumerable<LabelledText> Texts(ParseResult asked, CancellationToken ct)
    {
        foreach (var file in asked.GetValue(_data)!)
            foreach (var text in LabelledTexts.Read(file.FullName))
            {
                ct.ThrowIfCancellationRequested();
                yield return text;
            }
    }

    private static void Tell(TextFilter filter, IReadOnlyList<LabelledText> texts)
    {
        Console.WriteLine(
            $"On the {Verbs.Number(texts.Count)} texts kept for measuring, at a score of {FilterMeasure.Bound}:");
        var table = Verbs.Table("task", "set", "language", "texts", "harmful", "precision", "recall", "area");
        foreach (var one in FilterMeasure.Of(filter, texts))
            table.AddRow(
                one.Task, one.Set, one.Lang, Verbs.Number(one.Texts), Percent(one.Share), Percent(one.Precision),
                Percent(one.Recall), one.Area.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture));
        Verbs.Write(table);
    }

    private static string Percent(double share) =>
        (share * 100).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
