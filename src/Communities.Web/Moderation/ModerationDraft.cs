using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>How a community moderates, as a form holds it.</summary>
internal static class ModerationDraft
{
    // What is no number is refused as one that is out of range.
    private const int NoNumber = -1;

    /// <summary>The settings that were filled in; rows without a name were taken away.</summary>
    public static ModerationSettings Of(IFormCollection form)
    {
        var rows = form["reason-name"].Count;
        var reasons = new List<ReportReason>();
        for (var i = 0; i < rows; i++)
        {
            var name = At(form, "reason-name", i);
            if (name.Length == 0) continue;
            var slug = At(form, "reason-slug", i) is { Length: > 0 } known ? known
                : SlugOf(name, reasons.Select(reason => reason.Slug).Concat(form["reason-slug"]));
            var isIllegal = form["illegal"].Contains(i.ToString(CultureInfo.InvariantCulture));
            reasons.Add(new ReportReason(slug, name, At(form, "reason-rule", i), isIllegal));
        }

        return new ModerationSettings(
            [.. reasons],
            new Thresholds(Number(form["hide"]), Number(form["silence"]), Number(form["slow"])),
            [.. form["ladder"].ToString().Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(step => Number(step))],
            Number(form["strike-days"]),
            [.. Enumerable.Range(0, form["template-name"].Count)
                .Select(i => new ReasonTemplate(At(form, "template-name", i), At(form, "template-text", i)))
                .Where(template => template.Name.Length > 0)],
            form["named"] == "on");
    }

    /// <summary>A short name like this name, and unlike all those.</summary>
    internal static string SlugOf(string name, IEnumerable<string?> taken)
    {
        var slug = string.Concat(name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        slug = string.Join('-', slug.Split('-', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length == 0 ? "reason" : slug[..Math.Min(slug.Length, 30)].TrimEnd('-');
        var all = taken.ToHashSet();
        if (!all.Contains(slug)) return slug;
        for (var i = 2; ; i++)
            if ($"{slug}-{i}" is var numbered && !all.Contains(numbered)) return numbered;
    }

    private static string At(IFormCollection form, string field, int row) =>
        form[field] is var values && row < values.Count ? values[row]!.Trim() : "";

    private static int Number(string? typed) => Typed.Number(typed) ?? NoNumber;
}
