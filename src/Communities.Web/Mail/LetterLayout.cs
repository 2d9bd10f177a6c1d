using System.Text;

namespace Communities.Web;

/// <summary>Lays a letter out twice: as plain text, and as simple HTML that every mail program shows.</summary>
internal sealed class LetterLayout
{
    private const string Soft = " style=\"color:#615951\"";

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();
    private readonly Func<string, string> _address;
    private readonly string? _community;

    /// <summary>Begins one.</summary>
    /// <param name="language">The language's short name, as HTML says it.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="address">From a path of this site to the address that a link has.</param>
    /// <param name="community">Where the names live that Markdown calls; null for nowhere.</param>
    public LetterLayout(string language, string subject, Func<string, string> address, string? community = null)
    {
        (_address, _community) = (address, community);
        _html.Append($"<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Signs.Encode(subject)).Append("</title></head>")
            .Append("<body style=\"margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;color:#26201b\">")
            .Append("<div style=\"max-width:560px;margin:auto\">");
    }

    /// <summary>The plain text so far.</summary>
    public string Text => _text.ToString().TrimEnd() + "\n";

    /// <summary>The whole HTML.</summary>
    public string Html => _html + "</div></body></html>";

    /// <summary>Adds a part.</summary>
    public void Add(LetterPart part)
    {
        var encoded = Signs.Encode(part.Text);
        var to = part.Path is { } path ? _address(path) : "";
        switch (part.Kind)
        {
            case LetterPartKind.Heading:
                _text.Append(part.Text).Append('\n').Append('-', Math.Min(part.Text.Length, 60)).Append("\n\n");
                _html.Append("<h2 style=\"font-size:19px;margin:32px 0 8px\">").Append(encoded).Append("</h2>");
                break;
            case LetterPartKind.Item:
                _text.Append("* ").Append(part.Text).Append('\n');
                if (part.About is { Length: > 0 } about) _text.Append("  ").Append(about).Append('\n');
                _text.Append("  ").Append(to).Append("\n\n");
                _html.Append("<p style=\"margin:0 0 16px\"><a href=\"").Append(Signs.Encode(to))
                    .Append("\" style=\"color:#006266;font-weight:600\">").Append(encoded).Append("</a>");
                if (part.About is { Length: > 0 } said)
                    _html.Append("<br><span").Append(Soft).Append('>').Append(Signs.Encode(said)).Append("</span>");
                _html.Append("</p>");
                break;
            case LetterPartKind.Action:
                _text.Append(part.Text).Append(":\n").Append(to).Append("\n\n");
                _html.Append("<p style=\"margin:28px 0\"><a href=\"").Append(Signs.Encode(to))
                    .Append("\" style=\"background:#006266;color:#fff;padding:12px 20px;border-radius:8px;")
                    .Append("text-decoration:none\">").Append(encoded).Append("</a></p>");
                break;
            case LetterPartKind.Markdown:
                _text.Append(part.Text.Trim()).Append("\n\n");
                _html.Append(LetterMarkup.Html(part.Text, _community, _address));
                break;
            default:
                _text.Append(part.Text).Append("\n\n");
                _html.Append("<p").Append(part.Kind == LetterPartKind.Note ? Soft : "").Append('>').Append(encoded)
                    .Append("</p>");
                break;
        }
    }

    /// <summary>Adds, below a line, why it was sent and what can be done about it.</summary>
    public void Foot(string why, IReadOnlyList<(string Label, string Address)> links)
    {
        _text.Append("-- \n").Append(why).Append('\n');
        _html.Append("<hr style=\"border:0;border-top:1px solid #ddd5cc;margin:32px 0 16px\"><p style=\"")
            .Append("color:#615951;font-size:14px\">").Append(Signs.Encode(why));
        foreach (var (label, address) in links)
        {
            _text.Append(label).Append(": ").Append(address).Append('\n');
            _html.Append("<br><a href=\"").Append(Signs.Encode(address)).Append("\" style=\"color:#615951\">")
                .Append(Signs.Encode(label)).Append("</a>");
        }

        _html.Append("</p>");
    }
}
