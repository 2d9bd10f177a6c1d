using System.Collections.Frozen;

namespace Communities.Web;

// What a text can be wrong in, in French.
internal sealed partial class French
{
    // The fields that a text can be wrong in: "title.long" speaks of "le titre".
    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["answer"] = "La réponse",
        ["expectation"] = "Le texte de ce qui est attendu",
        ["words"] = "Le texte des résultats",
        ["audience"] = "La rubrique «\u00A0pour qui\u00A0»",
        ["introduction"] = "L’introduction",
        ["closing"] = "La conclusion",
        ["biography"] = "Votre présentation",
        ["description"] = "La description",
        ["email"] = "L’adresse e-mail",
        ["label"] = "Le nom",
        ["link"] = "Le lien",
        ["limits"] = "La rubrique sur ce qui n’a pas sa place",
        ["location"] = "Le lieu",
        ["name"] = "Le nom",
        ["note"] = "La note",
        ["pattern"] = "L’expression",
        ["place"] = "Le lieu",
        ["pronouns"] = "Ce champ",
        ["option"] = "Une option",
        ["prompt"] = "Le mot d’accueil",
        ["purpose"] = "La raison d’être",
        ["question"] = "La question",
        ["reason"] = "Le motif",
        ["room"] = "Le nom d’une salle",
        ["rule"] = "La règle",
        ["replacement"] = "Le remplacement",
        ["rules"] = "Le texte des règles",
        ["scope"] = "La rubrique sur ce qui a sa place",
        ["sentence"] = "La phrase",
        ["subject"] = "L’objet",
        ["summary"] = "Le résumé",
        ["tags"] = "La liste des mots-clés",
        ["text"] = "Le texte",
        ["title"] = "Le titre",
        ["thanks"] = "Un remerciement",
        ["word"] = "Un mot",
    }.ToFrozenDictionary();
}
