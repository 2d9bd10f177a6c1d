using Communities.Views;

namespace Communities.Web;

internal sealed partial class French
{
    public override string WhyAndAppeal => "Pourquoi, et comment contester";

    public override string ToCase => "Ouvrir le dossier";

    public override string EditAndSend => "Le modifier";

    public override string KeptCategories => "Modère";

    public override string KeepCategories => "Confier à ce membre la modération de catégories";

    public override string KeepCategoriesHint =>
        "Dans ces catégories et leurs sous-catégories, ce membre fait avec les messages et les discussions ce que"
        + " fait la modération\u00A0; nulle part ailleurs.";

    public override string RemovedPost(PostView post) =>
        post.Removal switch
        {
            Removal.ByAuthor => $"Le message {Number(post.Number)} a été retiré par la personne qui l’a écrit.",
            Removal.Pending => $"Le message {Number(post.Number)} attend la modération. Personne d’autre ne le voit.",
            Removal.Hidden => $"Le message {Number(post.Number)} est masqué par la modération.",
            Removal.Erased => $"Le message {Number(post.Number)} a été effacé.",
            _ => $"Le message {Number(post.Number)} a été retiré par la modération.",
        }
        + (post.RemovedReason is { Length: > 0 } reason ? $" «\u00A0{RuleSaid(reason)}\u00A0»" : "");

    public override string ThreadAway(Removal removal) => removal switch
    {
        Removal.Pending =>
            "Cette discussion attend la modération. D’ici là, seules la modération et la personne qui l’a ouverte la"
            + " voient\u00A0; celle-ci peut encore la modifier.",
        Removal.Hidden =>
            "Cette discussion est masquée pour l’instant. Seules la modération et la personne qui l’a ouverte la"
            + " voient.",
        _ => "Cette discussion a été retirée. Seules la modération et la personne qui l’a ouverte la voient.",
    };
}
