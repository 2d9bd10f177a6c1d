using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Communities.Views;
using Microsoft.AspNetCore.Components;

namespace Communities.Web;

/// <summary>Small pieces of markup that pages hold by the hundred: times, faces, dots, icons.</summary>
internal static class Signs
{
    /// <summary>How many hues the style sheet has.</summary>
    public const int Hues = 24;

    // Every script as it is: escaping each accent would make French pages a tenth heavier.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text with what HTML gives a meaning taken away.</summary>
    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The text as markup, without escaping letters that need none.</summary>
    public static MarkupString Plain(string text) => new(Encoder.Encode(text));

    /// <summary>A time in words, with the exact one behind it.</summary>
    public static MarkupString Time(Reader reader, DateTimeOffset at) => new(
        $"<time datetime=\"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}\" title=\"{reader.Texts.Exact(reader.Local(at))}\">"
        + $"{reader.Texts.Ago(reader.Local(at), reader.Now)}</time>");

    /// <summary>An icon of ours; it says nothing to who cannot see it.</summary>
    public static MarkupString Icon(string name) =>
        new($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"{Assets.Url("icons.svg")}#{name}\"/></svg>");

    /// <summary>The icon of a reaction, from the page's own <see cref="ReactionIcons"/>: pages hold hundreds.</summary>
    public static MarkupString ReactionIcon(string kind) => new($"<svg class=i><use href=#{kind} /></svg>");

    /// <summary>The icons of all reactions, once for a page that shows many.</summary>
    public static MarkupString ReactionIcons { get; } =
        new($"<svg hidden>{string.Concat(Reactions.Kinds.Select(Symbol))}</svg>");

    /// <summary>The mark: community, member and thread.</summary>
    public static MarkupString Mark { get; } = new(
        "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><circle cx=\"12\" cy=\"12\" r=\"9\"/>"
        + "<circle cx=\"20\" cy=\"12\" r=\"9\"/><circle cx=\"16\" cy=\"20\" r=\"9\"/></svg>");

    /// <summary>A generated face, for decoration beside a name.</summary>
    public static MarkupString Face(AuthorView author, string size = "") =>
        Face(author.Account, author.Name, size, author.Face);

    /// <inheritdoc cref="Face(AuthorView, string)"/>
    public static MarkupString Face(MemberView member, string size = "") =>
        Face(member.Account, member.Name, size, member.Face);

    /// <inheritdoc cref="Face(AuthorView, string)"/>
    public static MarkupString Face(string account, string name, string size = "", string? picture = null) =>
        picture is not null
        ? new($"<img class=\"av{(size.Length > 0 ? " " + size : "")}\" src=\"{picture}\" alt=\"\" width=40 height=40 "
            + "loading=lazy>")
        : account.Length == 0
        ? new($"<span class=\"av gone {size}\" aria-hidden=\"true\">–</span>")
        : new($"<span class=\"av h{HueOf(account)}{(size.Length > 0 ? " " + size : "")}\" aria-hidden=true>"
            + $"{Encode(Initials(name))}</span>");

    /// <summary>A dot in the nearest of our hues.</summary>
    public static MarkupString Dot(int hue) =>
        new($"<span class=\"dot h{NearestHue(hue)}\" aria-hidden=\"true\"></span>");

    /// <summary>The number of the hue of the style sheet that is nearest to these degrees.</summary>
    public static int NearestHue(int degrees) => (int)Math.Round(degrees / (360.0 / Hues)) % Hues;

    /// <summary>
    /// A hue for an account, always the same (FNV-1a: string.GetHashCode differs from start to start).
    /// </summary>
    public static int HueOf(string account)
    {
        var hash = 2166136261u;
        foreach (var c in account) hash = (hash ^ c) * 16777619u;
        return (int)(hash % Hues);
    }

    /// <summary>At most two letters for a name: of its first and its last word.</summary>
    public static string Initials(string name)
    {
        var initials = new StringBuilder(4);
        var words = name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return "?";
        Add(words[0]);
        if (words.Length > 1) Add(words[^1]);
        return initials.ToString();

        void Add(string word)
        {
            // A whole grapheme: half an emoji is no initial.
            var first = StringInfo.GetNextTextElement(word);
            initials.Append(first.ToUpperInvariant());
        }
    }

    /// <summary>Where a script keeps what is written at a place.</summary>
    public static string DraftAddress(string community, string place) =>
        $"{Api.Root}/communities/{community}/drafts/{place}";

    private static string Symbol(string name)
    {
        using var stream = typeof(Signs).Assembly.GetManifestResourceStream("wwwroot/icons.svg")!;
        var sprite = new StreamReader(stream, Encoding.UTF8).ReadToEnd();
        var start = sprite.IndexOf($"<symbol id=\"{name}\"", StringComparison.Ordinal);
        return sprite[start..(sprite.IndexOf("</symbol>", start, StringComparison.Ordinal) + "</symbol>".Length)];
    }
}
