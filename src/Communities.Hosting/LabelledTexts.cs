using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Communities.Exchange;

namespace Communities.Hosting;

/// <summary>A text of which people have said whether it does harm.</summary>
/// <param name="Id">What names it in its set.</param>
/// <param name="Set">Where it comes from.</param>
/// <param name="Lang">Its language.</param>
/// <param name="Text">What it says.</param>
/// <param name="Task">What was asked of the people: <c>toxicity</c> or <c>spam</c>.</param>
/// <param name="Harmful">1 where it does harm, 0 where not.</param>
public sealed record LabelledText(string Id, string Set, string Lang, string Text, string Task, int Harmful)
{
    private const int HeldOutIn = 5; // A fifth: enough to measure by, and the rest to learn from.

    /// <summary>What is asked of a text that may be abuse.</summary>
    public const string Toxicity = "toxicity";

    /// <summary>What is asked of a text that may be an advertisement.</summary>
    public const string Spam = "spam";

    /// <summary>True where it is kept from training, for measuring: by its id, so for ever.</summary>
    /// <remarks>
    /// The language in an id does not count: a text and its translations are on the same side, or one would be learned
    /// from the other.
    /// </remarks>
    public bool IsHeldOut => SHA256.HashData(Encoding.UTF8.GetBytes(Bare))[0] % HeldOutIn == 0;

    private string Bare => Id.Replace($"-{Lang}-", "-", StringComparison.Ordinal);
}

/// <summary>Files of labelled texts: NDJSON, plain or gzip, with the keys of <see cref="LabelledText"/>.</summary>
public static class LabelledTexts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads them one after the other.</summary>
    /// <exception cref="ExchangeException">A line is none; the message says which.</exception>
    public static IEnumerable<LabelledText> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(
            path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0) yield return Parse(line, number, path);
    }

    private static LabelledText Parse(string line, int number, string path)
    {
        LabelledText? text;
        try
        {
            text = JsonSerializer.Deserialize<LabelledText>(line, Json);
        }
        catch (JsonException)
        {
            text = null;
        }

        return text is { Task: LabelledText.Toxicity or LabelledText.Spam, Harmful: 0 or 1 } ? text
            : throw new ExchangeException($"Line {number} of {Path.GetFileName(path)} is no labelled text.");
    }
}
