using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Communities.Actors;

namespace Communities.Exchange;

/// <summary>What people, threads and tags of other forums are called here.</summary>
internal static class Names
{
    /// <summary>The longest id of a record: a command id has to hold it behind <c>import/</c> and its kind.</summary>
    public const int IdMax = 60;

    private const string AccountTag = "account:";
    private const int AccountMax = 40;
    private const int TagMax = 40;

    /// <summary>What a command is called that this record becomes; the same at each import.</summary>
    public static string CommandId(string kind, string id) => $"{CommandPrefix}{kind}/{id}";

    /// <summary>What the ids of all commands begin with that an import gives.</summary>
    public const string CommandPrefix = Call.RetellingPrefix;

    /// <summary>
    /// The account of a member: <c>u17</c> where the file names the person (<c>account:17</c>), who is then the same in
    /// every community; else the display name and the member's id.
    /// </summary>
    public static string Account(Record member)
    {
        foreach (var tag in member.Tags)
            if (tag.StartsWith(AccountTag, StringComparison.Ordinal)
                && long.TryParse(tag.AsSpan(AccountTag.Length), NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture, out var number))
                return $"u{number.ToString(CultureInfo.InvariantCulture)}";
        var id = Slug(member.Id, AccountMax / 2);
        if (id != member.Id) id = $"{Hash(member.Id):x8}"; // Two ids must not become one name.
        var name = Slug(member.Title ?? "", AccountMax - 1 - id.Length);
        return name.Length == 0 ? $"m-{id}" : $"{name}-{id}";
    }

    /// <summary>A thread's id here, in the order of time.</summary>
    public static string Thread(Record thread) =>
        Keys.IsThread(thread.Id) ? thread.Id : Keys.NewThread(thread.Time, Hash(thread.Id));

    /// <summary>A community's slug made from a file's name, or null where nothing of it can be one.</summary>
    public static string? Community(string name)
    {
        var slug = Slug(name.Replace('_', '-'), 40);
        return Keys.IsCommunity(slug) ? slug : null;
    }

    /// <summary>The tags that can be tags here, as far as a thread may have them.</summary>
    public static ImmutableArray<string> Tags(IReadOnlyList<string> tags)
    {
        if (tags.Count == 0) return [];
        var clean = new List<string>(tags.Count);
        foreach (var tag in tags)
        {
            if (clean.Count == Communities.Thread.TagsMax) break;
            var known = Keys.IsTag(tag) ? tag : Tag(tag);
            if (known is not null && !clean.Contains(known)) clean.Add(known);
        }

        return [.. clean];
    }

    /// <summary>32 bits that follow from the text and nothing else, on every machine and in every version.</summary>
    public static uint Hash(string text) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Tag(string tag)
    {
        if (tag.Contains(':', StringComparison.Ordinal)) return null; // A state of the other forum, not a subject.
        var clean = new StringBuilder(tag.Length);
        foreach (var c in tag.Trim().ToLowerInvariant())
            clean.Append(char.IsLetterOrDigit(c) || c is '+' or '.' or '#' ? c : '-');
        var text = clean.ToString().Trim('-', '.');
        if (text.Length > TagMax) text = text[..TagMax].TrimEnd('-', '.');
        return Keys.IsTag(text) ? text : null;
    }

    // Small letters a–z and digits, accents folded, all else as single hyphens.
    public static string Slug(string text, int max)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in Text.CleanLine(text, 200).Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == max) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }
}
