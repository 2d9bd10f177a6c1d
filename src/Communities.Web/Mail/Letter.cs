using System.Text;

namespace Communities.Web;

/// <summary>An e-mail of the site to a person.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Text">The whole of it as plain text.</param>
/// <param name="Html">The same as simple HTML.</param>
internal sealed record Letter(string To, string Subject, string Text, string Html)
{
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
        var (text, html) = (new StringBuilder(), new StringBuilder());
        html.Append($"<!DOCTYPE html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>")
            .Append(Signs.Encode(subject)).Append("</title></head>")
            .Append("<body style=\"margin:0;padding:24px;font:16px/1.6 system-ui,sans-serif;color:#26201b\">")
            .Append("<div style=\"max-width:560px;margin:auto\">");
        foreach (var paragraph in before) Add(paragraph, "");
        if (action is var (label, url))
        {
            text.Append(label).Append(":\n").Append(url).Append("\n\n");
            html.Append("<p style=\"margin:28px 0\"><a href=\"").Append(Signs.Encode(url))
                .Append("\" style=\"background:#006266;color:#fff;padding:12px 20px;border-radius:8px;")
                .Append("text-decoration:none\">").Append(Signs.Encode(label)).Append("</a></p>")
                .Append("<p style=\"color:#615951;font-size:14px;word-break:break-all\">").Append(Signs.Encode(url))
                .Append("</p>");
        }

        foreach (var paragraph in after) Add(paragraph, " style=\"color:#615951\"");
        html.Append("</div></body></html>");
        return new Letter(to, subject, text.ToString().TrimEnd() + "\n", html.ToString());

        void Add(string paragraph, string style)
        {
            text.Append(paragraph).Append("\n\n");
            html.Append("<p").Append(style).Append('>').Append(Signs.Encode(paragraph)).Append("</p>");
        }
    }
}
