using Communities.Tests;

namespace Communities.Deploy.Tests.Bicep;

/// <summary>A file of Bicep: what it declares, and what of it is used.</summary>
internal sealed class BicepFile
{
    private static readonly Dictionary<string, BicepFile> _files = Repository.Files("deploy", ".bicep")
        .ToDictionary(path => path, path => new BicepFile(path, Repository.Read(path)));

    public BicepFile(string path, string text)
    {
        Path = path;
        Declarations = new Parser(new Lexer(text, path).Read(), path).Read();
    }

    /// <summary>Every file of deploy/.</summary>
    public static IReadOnlyCollection<BicepFile> All => _files.Values;

    /// <summary>The one that azd provisions.</summary>
    public static BicepFile Main => _files["deploy/main.bicep"];

    /// <summary>One by its path.</summary>
    public static BicepFile At(string path) => _files[path];

    public string Path { get; }

    public IReadOnlyList<Declaration> Declarations { get; }

    public IEnumerable<Declaration> Of(string kind) => Declarations.Where(d => d.Kind == kind);

    /// <summary>Every resource, also those in others, with its whole type: <c>Microsoft.X/y/z@version</c>.</summary>
    public IEnumerable<(Declaration Resource, string Type)> Resources => Of("resource").SelectMany(r => Whole(r, null));

    /// <summary>Every expression in the file.</summary>
    public IEnumerable<Expression> Expressions =>
        Declarations.Where(d => d.Value is not null).SelectMany(d => d.Value!.All);

    /// <summary>The file that a module of this one is in, or null where there is none.</summary>
    public BicepFile? FileOf(Declaration module)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, module.Type);
        return _files.GetValueOrDefault(path.Replace('\\', '/'));
    }

    /// <summary>Every name that is used and means nothing here, as <c>path:line name</c>.</summary>
    public IEnumerable<string> Unknown()
    {
        var known = Declarations.Select(d => d.Name).ToHashSet();
        return Declarations.Where(d => d.Value is not null).SelectMany(d => Unknown(d.Value!, known));
    }

    /// <summary>Where a name of this file is used.</summary>
    public bool Uses(string name) => Expressions.OfType<Name>().Any(use => use.Value == name);

    private IEnumerable<string> Unknown(Expression expression, HashSet<string> known)
    {
        if (expression is Name name)
            return known.Contains(name.Value) ? [] : [$"{Path}:{name.Line} {name.Value}"];
        if (expression is not Each each) return expression.Parts.SelectMany(part => Unknown(part, known));
        var source = each.Source is null ? [] : Unknown(each.Source, known);
        return source.Concat(Unknown(each.Body, [.. known, .. each.Own]));
    }

    private static IEnumerable<(Declaration, string)> Whole(Declaration resource, string? above)
    {
        var type = resource.Type;
        if (above is not null && !type.Contains('@'))
            type = above.Insert(above.IndexOf('@', StringComparison.Ordinal), "/" + type);
        return resource.Nested.SelectMany(nested => Whole(nested, type)).Prepend((resource, type));
    }
}
