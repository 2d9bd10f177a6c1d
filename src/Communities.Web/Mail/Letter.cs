namespace Communities.Web;

/// <summary>An e-mail of the site to a person.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Text">The whole of it as plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
internal sealed record Letter(string To, string Subject, string Text, string Html)
{
    /// <summary>The part of its Message-ID before the @, the same however often it is sent; null: a new one.</summary>
    public string? Id { get; init; }

    /// <summary>By which it is known again when it comes back; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>The address that ends letters like it with one click (RFC 8058); null for none.</summary>
    public string? Unsubscribe { get; init; }

    /// <summary>What mail programs sort it by (RFC 2919): <c>devs</c>; null for none.</summary>
    public string? List { get; init; }

    /// <summary>Writes one of paragraphs, with at most one thing to do.</summary>
    /// <param name="to">The address.</param>
    /// <param name="language">The language's short name, as HTML says it.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="before">Paragraphs before the link.</param>
    /// <param name="action">What the link does and where it leads, or null.</param>
    /// <param name="after">Paragraphs behind it.</param>
    public static Letter Of(
        string to, string language, string subject, IReadOnlyList<string> before, (string Label, string Url)? action,
        IReadOnlyList<string> after)
    {
        var layout = new LetterLayout(language, subject, url => url);
        foreach (var paragraph in before) layout.Add(new(LetterPartKind.Paragraph, paragraph));
        if (action is var (label, url)) layout.Add(new(LetterPartKind.Action, label, url));
        foreach (var paragraph in after) layout.Add(new(LetterPartKind.Note, paragraph));
        return new Letter(to, subject, layout.Text, layout.Html);
    }
}
