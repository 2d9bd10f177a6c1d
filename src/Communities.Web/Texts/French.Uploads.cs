namespace Communities.Web;

// Files that members send.
internal sealed partial class French
{
    public override string MyFiles => "Mes fichiers";
    public override string FilesHint =>
        "Ce que vous avez envoyé ici. Un fichier est visible par les autres là où un texte le montre.";
    public override string ChooseFiles => "Choisir des fichiers";
    public override string SendFiles => "Envoyer";
    public override string FilesSent =>
        "Vos fichiers sont là. Copiez dans votre texte la ligne écrite sous l’un d’eux pour le montrer.";
    public override string FileRemoved => "Le fichier a disparu.";
    public override string NoFiles => "Pas encore de fichier";
    public override string NoFilesHint => "Les images et les fichiers que vous envoyez seront ici.";
    public override string FileNotShown => "montré nulle part";
    public override string FileMarkdown => "À copier dans votre texte";
    public override string RemoveFile => "Retirer";
    public override string MoreFiles => "Plus de fichiers";
    public override string PicturesAndFiles => "Images et fichiers";
    public override string DropHint => "Vous pouvez aussi déposer ou coller des images et des fichiers dans le texte.";
    public override string FileNotSent =>
        "L’envoi n’a pas abouti. Rien d’autre n’est perdu\u00A0; veuillez réessayer.";
    public override string Face => "Photo";
    public override string FaceHint =>
        "Seul un carré du milieu est gardé, et rien d’autre de ce que contient le fichier. Sans photo, vous avez vos "
        + "initiales.";
    public override string ChooseFace => "Choisir une photo";
    public override string SetFace => "Utiliser cette photo";
    public override string RemoveFace => "Retirer la photo";
    public override string FaceSet => "Votre photo est changée.";
    public override string FaceRemoved => "La photo a disparu.";

    public override string FilesKinds =>
        "Images, PDF, texte, CSV, ZIP, documents bureautiques, sons et films. Les images perdent ce qu’elles disent "
        + "du lieu et de l’appareil\u00A0; les documents gardent ce que leur logiciel y a écrit.";

    public override string FilesOf(string account) => $"Fichiers de {account}";

    public override string RemoveFileNamed(string name) => $"Retirer {name}";

    public override string SendingFile(string name) => $"Envoi de {name}…";

    protected override string FilesLeftPattern =>
        "Aujourd’hui, vous pouvez encore envoyer {0} images et {1} autres fichiers, {2} en tout.";
}
