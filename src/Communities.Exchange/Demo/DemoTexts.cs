using System.Text;

namespace Communities.Exchange.Demo;

/// <summary>The texts of a sample community, written for it: sections of lines, fields and alternatives.</summary>
internal sealed class DemoTexts
{
    private readonly Dictionary<string, List<string>> _sections = [];

    private DemoTexts(TextReader text)
    {
        var section = new List<string>();
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) _sections[line.Trim('[', ']')] = section = [];
            else if (line.Length > 0) section.Add(line.Replace("\\n", "\n", StringComparison.Ordinal));
        }
    }

    /// <summary>The texts of this name, which the program carries.</summary>
    public static DemoTexts Load(string name)
    {
        var path = $"{typeof(DemoTexts).Namespace}.{name}.txt";
        using var stream = typeof(DemoTexts).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException("The program lacks its sample texts.", path);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new DemoTexts(reader);
    }

    /// <summary>The lines of a section.</summary>
    public IReadOnlyList<string> Lines(string section) => _sections[section];

    /// <summary>The whole of a section.</summary>
    public string Whole(string section) => string.Join('\n', _sections[section]);

    /// <summary>The words of a section.</summary>
    public string[] Words(string section) => Whole(section).Split(' ', '\n');

    /// <summary>The alternatives of a section, between double bars.</summary>
    public string[] Alternatives(string section) => Whole(section).Split(" || ");

    /// <summary>The fields of each line of a section, between single bars.</summary>
    public IEnumerable<string[]> Rows(string section) =>
        Lines(section).Select(line => line.Split('|').Select(field => field.Trim()).ToArray());

    /// <summary>The entries of a section, between single bars.</summary>
    public string[] Entries(string section) => Whole(section).Split(" | ");
}
