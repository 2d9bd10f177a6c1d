using Communities.Views;
using Microsoft.AspNetCore.Http;

namespace Communities.Web;

/// <summary>A knowledge page as a form brings it.</summary>
/// <param name="On">The revision gone on from.</param>
/// <param name="Text">The whole page, in Markdown.</param>
/// <param name="Summary">What was changed.</param>
/// <param name="IsPreview">It is to be shown as it will look.</param>
/// <param name="HasTaken">An answer was taken up just now.</param>
public sealed record KnowledgeDraft(
    int On, string Text, string Summary, bool IsPreview = false, bool HasTaken = false)
{
    internal static KnowledgeDraft Of(KnowledgeView page) => new(page.Revision, page.Text, "");

    internal static KnowledgeDraft Of(IFormCollection form) => new(
        Typed.Number(form["on"]) ?? 0,
        form["text"].ToString().ReplaceLineEndings("\n"), form["summary"].ToString().Trim());
}
