namespace Communities.Web;

internal sealed partial class French
{
    public override string LetterChoices => "Choisir ce que vous recevez, ou tout arrêter";

    public override string LetterWhy(LetterKind kind, string community) => kind switch
    {
        LetterKind.Newsletter => $"Vous recevez la lettre de {community} parce que vous l’avez demandée.",
        LetterKind.Digest => $"Vous recevez ce résumé de {community} parce que vous l’avez demandé.",
        LetterKind.Step => $"Vous recevez ce message parce que vous avez rejoint {community}.",
        LetterKind.Reminder => $"Vous recevez ce rappel parce que vous avez annoncé votre venue dans {community}.",
        LetterKind.Confirmation =>
            $"Quelqu’un a indiqué cette adresse pour la lettre de {community}. Si ce n’était pas vous, il n’y a rien à "
            + "faire.",
        LetterKind.Trial => $"Ceci est un essai : vous seul·e le recevez, car vous préparez la lettre de {community}.",
        _ => $"Vous recevez ce message parce qu’il concerne votre compte dans {community}.",
    };
}
