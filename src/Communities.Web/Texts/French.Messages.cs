namespace Communities.Web;

// Private messages.
internal sealed partial class French
{
    public override string MessagesTitle => "Messages privés";
    public override string NewMessage => "Nouveau message";
    public override string NoMessages =>
        "Personne ne vous a encore écrit. Un message part du profil de quelqu’un.";
    public override string MessagesForMembers =>
        "Les membres d’une communauté s’écrivent entre eux. Veuillez d’abord en rejoindre une.";
    public override string MessageCommunity => "Dans la communauté";
    public override string MessageTo => "À";
    public override string MessageToHint => "Noms de compte, séparés par des espaces.";
    public override string Subject => "Objet";
    public override string MessageText => "Texte du message";
    public override string YourMessage => "Votre message";
    public override string SendMessage => "Envoyer";
    public override string WriteMessage => "Écrire un message";
    public override string MessagePrivacy => "Seules les personnes qui y participent lisent ceci.";
    public override string YouSaid => "Vous\u00A0:";
    public override string MutedShort => "en sourdine";
    public override string EarlierMessages => "Messages précédents";
    public override string LatestMessages => "Vers les derniers messages";
    public override string NewFromHere => "Nouveau";
    public override string MuteConversation => "Mettre en sourdine";
    public override string Unmute => "Ne plus mettre en sourdine";
    public override string AddParticipant => "Faire venir quelqu’un";
    public override string AddHint => "Cette personne lira tout depuis le début.";
    public override string RenameConversation => "Changer l’objet";
    public override string LeaveConversation => "Quitter";
    public override string LeaveConversationHint => "Vous ne la lirez plus, à moins qu’on vous y fasse revenir.";
    public override string AloneHere => "Tout le monde est parti.";

    public override string WithPeople(IReadOnlyList<string> names) =>
        names.Count == 0 ? "avec plus personne"
        : names.Count <= 3 ? $"avec {string.Join(", ", names)}"
        : $"avec {string.Join(", ", names.Take(2))} et {Number(names.Count - 2)} autres";

    protected override string NewMessagePattern => "{0}\u00A0message non lu";

    protected override string NewMessagesPattern => "{0}\u00A0messages non lus";
}
