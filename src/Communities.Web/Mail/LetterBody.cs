namespace Communities.Web;

/// <summary>What a letter says, part by part, before it is laid out. Links are paths of this site.</summary>
/// <param name="subject">What it is about, in one line.</param>
public sealed class LetterBody(string subject)
{
    private readonly List<LetterPart> _parts = [];

    /// <summary>What it is about, in one line.</summary>
    public string Subject => subject;

    /// <summary>Its parts, in order.</summary>
    public IReadOnlyList<LetterPart> Parts => _parts;

    /// <summary>Begins with words to whom it is for, where they have a name.</summary>
    public bool IsGreeting { get; init; } = true;

    /// <summary>A paragraph of plain text.</summary>
    public LetterBody Paragraph(string text) => Add(new(LetterPartKind.Paragraph, text));

    /// <summary>A heading.</summary>
    public LetterBody Heading(string text) => Add(new(LetterPartKind.Heading, text));

    /// <summary>Something to go to: its title leads there.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="path">Where it is on this site.</param>
    /// <param name="about">A line or two about it, or null.</param>
    public LetterBody Item(string title, string path, string? about = null) =>
        Add(new(LetterPartKind.Item, title, path, about));

    /// <summary>The one thing to do.</summary>
    public LetterBody Action(string label, string path) => Add(new(LetterPartKind.Action, label, path));

    /// <summary>A paragraph that matters less.</summary>
    public LetterBody Note(string text) => Add(new(LetterPartKind.Note, text));

    /// <summary>Words in Markdown, as posts have it.</summary>
    public LetterBody Markdown(string text) => Add(new(LetterPartKind.Markdown, text));

    private LetterBody Add(LetterPart part)
    {
        _parts.Add(part);
        return this;
    }
}

/// <summary>A part of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Path">Where it leads on this site; null for nowhere.</param>
/// <param name="About">A line or two about it, or null.</param>
public sealed record LetterPart(LetterPartKind Kind, string Text, string? Path = null, string? About = null);

/// <summary>What parts a letter can have.</summary>
public enum LetterPartKind
{
    /// <summary>A paragraph of plain text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Something to go to.</summary>
    Item,

    /// <summary>The one thing to do.</summary>
    Action,

    /// <summary>A paragraph that matters less.</summary>
    Note,

    /// <summary>Words in Markdown.</summary>
    Markdown,
}
