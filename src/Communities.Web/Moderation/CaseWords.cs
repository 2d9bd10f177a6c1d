namespace Communities.Web;

/// <summary>Words about cases that need more than a language.</summary>
internal static class CaseWords
{
    /// <summary>What people call the reason of this short name; the name itself where it is none any more.</summary>
    public static string Reason(Texts texts, ModerationSettings settings, string slug) =>
        slug == Case.Automod ? texts.CaseAutomatic
        : settings.ReasonOf(slug) is { } reason ? texts.ReasonNameOf(reason)
        : slug;

    /// <summary>How the post stands there at present.</summary>
    public static string Standing(Texts texts, Removal removal) => removal switch
    {
        Removal.None => texts.CaseIsVisible,
        Removal.Hidden => texts.CaseIsHidden,
        Removal.Pending => texts.CaseIsPending,
        Removal.Erased => texts.CaseIsErased,
        _ => texts.CaseIsRemoved,
    };
}
