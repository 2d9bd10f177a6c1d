namespace Communities.Web;

/// <summary>Where knowledge pages are.</summary>
internal static class KnowledgePaths
{
    /// <summary>A category's page; its name may have letters of any script.</summary>
    public static string Of(string community, string category) =>
        $"/c/{community}/knowledge/{Uri.EscapeDataString(category)}";
}
