namespace Communities.Web;

// Threads and posts.
internal sealed partial class French
{
    public override string NewThread => "Nouvelle discussion";
    public override string EditThread => "Modifier titre et mots-clés";
    public override string Title => "Titre";
    public override string TitleHint => "Dites de quoi il s’agit, pour que d’autres la retrouvent.";
    public override string PostText => "Texte";
    public override string PostThread => "Ouvrir la discussion";
    public override string Pinned => "Épinglée";
    public override string Solved => "Résolue";
    public override string Closed => "Fermée";
    public override string Reply => "Répondre";
    public override string Quote => "Citer";
    public override string More => "Plus";
    public override string React => "Réagir";
    public override string Edited => "modifié";
    public override string AcceptedAnswer => "Réponse acceptée";
    public override string ToAnswer => "Aller à la réponse acceptée";
    public override string Accept => "Accepter comme réponse";
    public override string Unaccept => "Finalement, pas la réponse";
    public override string Restore => "Rétablir";
    public override string ShowRemoved => "Voir le texte retiré";
    public override string RemovePost => "Retirer ce message";
    public override string RemoveThread => "Retirer cette discussion";
    public override string RemoveReason => "Motif";
    public override string RemoveReasonHint => "Tout le monde le lira à la place du message.";
    public override string ThreadClosed => "Cette discussion est fermée\u00A0: on peut la lire, mais pas la continuer.";
    public override string Reopens => "Elle rouvrira";
    public override string Closes => "Cette discussion fermera";
    public override string WriteReply => "Écrire une réponse";
    public override string YourReply => "Votre réponse";
    public override string PostReply => "Envoyer la réponse";
    public override string EditHint =>
        "Pendant cinq minutes, une modification remplace le texte\u00A0; ensuite, les versions "
        + "précédentes restent lisibles.";
    public override string Revisions => "Versions";
    public override string RevisionsHint => "Ce qui a changé, du plus récent au plus ancien.";
    public override string FirstRevision => "Tel qu’écrit d’abord";
    public override string PagesOfThread => "Pages de cette discussion";
    public override string Earlier => "Avant";
    public override string Later => "Après";
    public override string PositionInThread => "Position dans la discussion";
    public override string JumpToPost => "Aller au message";
    public override string JumpToDate => "Aller à la date";
    public override string Opened => "Ouverte";
    public override string LastPost => "Dernier message";
    public override string Participants => "Participants";
    public override string Moderate => "Modérer";
    public override string Pin => "Épingler en tête";
    public override string Unpin => "Ne plus épingler";
    public override string Reopen => "Rouvrir";
    public override string CloseNow => "Fermer";
    public override string CloseReason => "Motif, s’il y en a un";
    public override string CloseUntil => "Jusqu’au, si c’est provisoire (UTC)";
    public override string CloseAt => "Fermer le (UTC)";
    public override string ScheduleClose => "Fermer plus tard";
    public override string SlowLabel => "Attente entre deux messages";
    public override string OpeningPost => "Premier message";
    public override string WherePattern => "Message {0} sur {1}";
    public override string NewPostPattern => "{0} nouveau message";
    public override string NewPostsPattern => "{0} nouveaux messages";
    public override string NewPattern => "{0} de plus";
    public override string ReactionFailed => "Cela n’a pas abouti. Veuillez réessayer.";
}
