using System.Globalization;

namespace Communities.Web;

/// <summary>
/// Every word of every page in French: vous, its own typography, and no gendered forms where it can be.
/// </summary>
internal sealed partial class French : Texts
{
    protected override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    public override string Code => "fr";

    public override string OwnName => "Français";

    public override string OtherCode => "en";

    public override string OtherLanguage => "English";

    public override string LanguageName(string language) => language == "fr" ? "Français" : "Anglais";

    public override string LanguageWithin(string language) => language == "fr" ? "français" : "anglais";

    public override string Exact(DateTimeOffset at) =>
        $"{at.ToString("d MMMM yyyy 'à' HH:mm", Culture)} {Zones.Offset(at.Offset)}";

    public override string JustNow => "à l’instant";

    protected override string Minutes(int count, bool isPast) =>
        When(Plural(count, "{0}\u00A0minute", "{0}\u00A0minutes"), isPast);

    protected override string Hours(int count, bool isPast) =>
        When(Plural(count, "{0}\u00A0heure", "{0}\u00A0heures"), isPast);

    protected override string Days(int count, bool isPast) =>
        When(Plural(count, "{0}\u00A0jour", "{0}\u00A0jours"), isPast);

    public override string NoReplies => "pas encore de réponse";

    protected override string ReplyPattern => "{0}\u00A0réponse";

    protected override string RepliesPattern => "{0}\u00A0réponses";

    protected override string PostPattern => "{0}\u00A0message";

    protected override string PostsPattern => "{0}\u00A0messages";

    protected override string ThreadPattern => "{0}\u00A0discussion";

    protected override string ThreadsPattern => "{0}\u00A0discussions";

    protected override string ViewPattern => "{0}\u00A0lecture";

    protected override string ViewsPattern => "{0}\u00A0lectures";

    protected override string MemberPattern => "{0}\u00A0membre";

    protected override string MembersPattern => "{0}\u00A0membres";

    protected override bool IsSingular(long count) => count is 0 or 1;

    private static string When(string distance, bool isPast) => isPast ? $"il y a {distance}" : $"dans {distance}";
}
