using System.Globalization;

namespace Communities.Web;

/// <summary>Measures as the API names them: <c>hide</c>, <c>suspend:72</c>.</summary>
internal static class Measures
{
    /// <summary>The name of a kind.</summary>
    public static string Slug(MeasureKind kind) =>
        kind == MeasureKind.RequestEdit ? "request-edit" : kind.ToString().ToLowerInvariant();

    /// <summary>The measures that the moderation log names, with their hours.</summary>
    public static IEnumerable<Measure> Read(string? slugs)
    {
        foreach (var slug in (slugs ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = slug.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? slug : slug[..colon];
            int? hours = colon < 0 ? null : int.Parse(slug.AsSpan(colon + 1), CultureInfo.InvariantCulture);
            foreach (var kind in Enum.GetValues<MeasureKind>())
                if (Slug(kind) == name) yield return new Measure(kind, hours);
        }
    }
}
