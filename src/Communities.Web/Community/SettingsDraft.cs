using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A community's settings as a form brings them.</summary>
public sealed record SettingsDraft(string Slug, string Name, string? Summary, string Language, Visibility Visibility)
{
    /// <summary>Before anything is filled in.</summary>
    public static SettingsDraft Empty(string language) => new("", "", null, language, Visibility.Public);

    internal static SettingsDraft Of(CommunityView community) => new(
        community.Slug, community.Name, community.Summary, community.Language, community.Visibility);

    internal static SettingsDraft Of(IFormCollection form, string slug) => new(
        slug,
        form["name"].ToString().Trim(),
        form["summary"].ToString().Trim() is { Length: > 0 } summary ? summary : null,
        form["language"].ToString(),
        Enum.TryParse<Visibility>(form["visibility"], out var visibility) ? visibility : (Visibility)(-1));
}

/// <summary>A category as a form brings it.</summary>
internal static class CategoryDraft
{
    public static Category Of(IFormCollection form) => new(
        form["slug"].ToString().Trim().ToLowerInvariant(),
        form["name"].ToString().Trim(),
        form["description"].ToString().Trim() is { Length: > 0 } description ? description : null,
        form["parent"].ToString() is { Length: > 0 } parent ? parent : null,
        int.TryParse(form["hue"], out var hue) ? hue : 0);
}
