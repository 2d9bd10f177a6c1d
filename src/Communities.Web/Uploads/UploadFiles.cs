using System.Globalization;
using System.Text;
using Communities.Files;
using Communities.Views;

namespace Communities.Web;

/// <summary>What uploads are called: in the store, in addresses, and in Markdown.</summary>
internal static class UploadFiles
{
    /// <summary>How the address of the content begins.</summary>
    public const string Root = "/files/";

    /// <summary>Of which upload this is the content, and the beginning of its digest; null for no such name.</summary>
    public static (string Community, string Upload, string Digest)? Parse(string name)
    {
        var parts = name.Split('/', '-');
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || parts.Length < 3) return null;
        var rest = name[(slash + 1)..].Split('-');
        return rest.Length is 2 or 3 && Keys.IsCommunity(name[..slash]) && Keys.IsThread(rest[0])
            ? (name[..slash], rest[0], rest[1])
            : null;
    }

    /// <summary>Where browsers find it; the name at the end is for people.</summary>
    public static string AddressOf(string community, string upload, string name) =>
        $"{Root}{community}/{upload}/{Plain(name)}";

    /// <inheritdoc cref="AddressOf(string, string, string)"/>
    public static string Address(this UploadView upload) => AddressOf(upload.Community, upload.Id, upload.Name);

    /// <summary>Markdown that shows it: a picture, a film or a sound as such, and another file as a link.</summary>
    public static string Markdown(string address, string name, string type, int width, int height)
    {
        var said = name.Replace('[', '(').Replace(']', ')').Replace('\\', '-');
        return IsShown(type)
            ? $"![{Path.GetFileNameWithoutExtension(said)}]({address}{(width > 0 ? $"#{width}x{height}" : "")})"
            : $"[{said}]({address})";
    }

    /// <inheritdoc cref="Markdown(string, string, string, int, int)"/>
    public static string Markdown(this UploadView upload) =>
        Markdown(upload.Address(), upload.Name, upload.Type, upload.Width, upload.Height);

    /// <summary>True for what a text shows and does not only link.</summary>
    public static bool IsShown(string type) =>
        IsPicture(type) || type.StartsWith("video/", StringComparison.Ordinal)
        || type.StartsWith("audio/", StringComparison.Ordinal);

    /// <summary>True for pictures, which were made anew here.</summary>
    public static bool IsPicture(string type) => type.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>A name that people gave a file, made harmless and short; its ending stays.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var ending = Text.CleanLine(Path.GetExtension(last), 10);
        var clean = Text.CleanLine(Path.GetFileNameWithoutExtension(last), Upload.NameMax - ending.Length);
        return (clean.Length == 0 ? "file" : clean) + ending;
    }

    /// <summary>The name of a file of another kind: its ending is the kind's.</summary>
    public static string As(string name, FileKind kind) =>
        FileKind.Named(name) == kind ? name : Path.ChangeExtension(name, kind.Extension);

    // Letters without their accents, digits and hyphens: an address that can be read out.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c) || c == '.') plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        var made = plain.ToString().Trim('-', '.').Replace("-.", ".", StringComparison.Ordinal);
        return made.Length == 0 ? "file" : made.Contains("..", StringComparison.Ordinal)
            ? made.Replace("..", ".", StringComparison.Ordinal) : made;
    }
}
