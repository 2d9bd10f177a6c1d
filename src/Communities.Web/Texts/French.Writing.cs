namespace Communities.Web;

internal sealed partial class French
{
    public override string Drafts => "Brouillons";
    public override string DraftsHint => "Ce que vous avez commencé à écrire. Personne d’autre ne le voit.";
    public override string NoDrafts => "Vous n’avez pas de brouillon.";
    public override string SaveDraft => "Garder comme brouillon";
    public override string DraftKept => "Votre brouillon est gardé.";
    public override string DraftHere => "brouillon";
    public override string DiscardDraft => "Supprimer";
    public override string GoOnWriting => "Continuer à écrire";
    public override string Untitled => "Sans titre";
    public override string OtherDraft => "Un autre appareil avait écrit autre chose ici";
    public override string UseOther => "Reprendre plutôt ce texte";
    public override string DropOther => "Il ne sert plus";
    public override string DraftFailed => "Le site n’a pas pu garder le brouillon\u00A0; ce navigateur le garde.";
    public override string SimilarFirst => "La question a peut-être déjà été posée";
    public override string SimilarFirstHint =>
        "Un coup d’œil, s’il vous plaît. Si votre question est autre, publiez-la\u00A0: rien n’est perdu.";
    public override string SimilarThreads => "La question a-t-elle déjà été posée\u00A0?";
    public override string Spoiler => "Masquer jusqu’à ce qu’on le demande";
    public override string TaskList => "Tâches";
    public override string Emoji => "Émojis";
    public override string FindEmoji => "Trouver un émoji";
    public override string Suggestions => "Propositions";
    public override string MeanwhilePattern => "{0}\u00A0réponse est arrivée pendant que vous écriviez.";
    public override string MeanwhilesPattern => "{0}\u00A0réponses sont arrivées pendant que vous écriviez.";
    public override string ReadMeanwhile => "Lire ce qui est nouveau";
    public override string MeanwhileHint =>
        "Votre réponse n’est pas encore publiée. Publiez-la à nouveau si elle convient toujours.";
    public override string DraftOfThread => "nouvelle discussion";
    public override string DraftOfReply => "réponse";
    public override string DraftOfEdit => "modification d’un message";
    public override string DraftOfMessage => "message privé";
}
