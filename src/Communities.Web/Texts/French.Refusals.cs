using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Communities.Actors;

namespace Communities.Web;

// Every "no" in French, by its code. Limits that stand in the English sentence take the places of {0}
// and {1}.
internal sealed partial class French
{
    private static readonly FrozenDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["account.foreign"] = "Vous ne pouvez le faire que pour votre propre compte.",
        ["account.malformed"] =
            "Un nom de compte a de 2 à 40 lettres minuscules a–z, chiffres, traits d’union et tirets bas.",
        ["account.missing"] = "Ce compte n’existe pas.",
        ["account.taken"] = "Ce nom de compte est déjà pris.",
        ["actor.busy"] = "Trop de demandes à la fois~; veuillez réessayer.",
        ["address.missing"] = "Il n’y a rien à cette adresse.",
        ["addresses.malformed"] = "Une adresse du web commence par https:// ou http://.",
        ["addresses.many"] = "Un profil contient {0} adresses au plus.",
        ["answer.foreign"] =
            "Seule la personne qui a posé la question, ou la modération, peut dire quelle réponse l’a résolue.",
        ["answer.opening"] = "Le premier message ne peut pas être sa propre réponse.",
        ["authenticator.missing"] = "Il n’y a pas encore de second facteur.",
        ["ballot.malformed"] = "Un bulletin désigne des options de ce sondage, chacune une fois.",
        ["ballot.range"] = "Ce n’est pas le nombre d’options à choisir dans ce sondage.",
        ["block.many"] = "{0} membres peuvent être bloqués au plus.",
        ["block.unknown"] = "Ce n’est personne que vous puissiez bloquer.",
        ["body.long"] = "Cet envoi est trop grand.",
        ["bookmark.many"] = "Une discussion reçoit {0} de vos signets au plus.",
        ["category.deep"] = "Les catégories ont deux niveaux~: une sous-catégorie n’en contient pas d’autre.",
        ["category.exists"] = "Cette catégorie existe déjà.",
        ["category.malformed"] =
            "Le nom court d’une catégorie a de 1 à 40 lettres minuscules, chiffres et traits d’union.",
        ["category.many"] = "Une communauté a {0} catégories au plus.",
        ["category.missing"] = "Cette catégorie n’existe pas.",
        ["category.parent"] = "Veuillez d’abord supprimer ses sous-catégories.",
        ["choices.range"] = "On peut choisir de 1 à {1} options, et une seule là où le choix est unique.",
        ["code.exists"] = "Cette demande a déjà créé ses codes de secours.",
        ["code.malformed"] = "Ce n’est pas un second facteur.",
        ["code.needed"] = "Veuillez aussi indiquer un code de votre application, ou un code de secours.",
        ["code.wrong"] = "Ce code n’est pas, ou n’est plus, valable.",
        ["community.closed"] = "On n’entre dans cette communauté que sur invitation.",
        ["community.exists"] = "Une communauté porte déjà ce nom court.",
        ["community.malformed"] = "Aucune communauté ne porte un tel nom court.",
        ["community.missing"] = "Cette communauté n’existe pas.",
        ["confirmation.needed"] =
            "Veuillez d’abord montrer que c’est bien vous~: par votre mot de passe ou une clé d’accès.",
        ["conversation.exists"] = "Cette conversation a déjà commencé.",
        ["conversation.full"] =
            "Cette conversation est aussi longue qu’elle peut l’être. Veuillez en commencer une autre.",
        ["conversation.left"] = "Tout le monde a quitté cette conversation.",
        ["conversation.malformed"] = "Cette adresse ne désigne aucune conversation.",
        ["conversation.missing"] = "Cette conversation n’existe pas.",
        ["conversations.exceeded"] =
            "On peut commencer {0} conversations par jour. Demain, il y aura de nouveau de la place.",
        ["credentials.wrong"] = "Le nom de compte ou le mot de passe ne convient pas.",
        ["cursor.malformed"] = "Cette adresse ne désigne aucune suite de la liste. Reprenez la liste du début.",
        ["device.malformed"] = "Ce n’est pas l’appareil d’un navigateur.",
        ["email.malformed"] = "Ce n’est pas une adresse e-mail.",
        ["email.needed"] = "Veuillez d’abord confirmer votre adresse e-mail.",
        ["first-replies.exceeded"] = "Le premier jour, on écrit {0} réponses au plus.",
        ["first-threads.exceeded"] = "Le premier jour, on ouvre {0} discussions au plus.",
        ["bytes.exceeded"] = "Vous pouvez envoyer {0} Mo par jour. Demain, il y aura de nouveau de la place.",
        ["face.malformed"] = "Veuillez choisir une image~: JPEG, PNG, GIF ou WebP.",
        ["faces.exceeded"] = "Vous pouvez changer de photo {0} fois par jour. Demain, ce sera de nouveau possible.",
        ["file.empty"] = "Ce fichier est vide.",
        ["file.long"] = "Un tel fichier peut avoir {0} Mo au plus.",
        ["file.malformed"] = "Ce fichier est abîmé, ou n’est pas ce que dit son nom.",
        ["file.unknown"] = "Ce genre de fichier n’est pas accepté ici. Les images, les PDF, le texte, le CSV, les ZIP, "
            + "les documents bureautiques, les sons et les films le sont.",
        ["files.exceeded"] = "Vous pouvez envoyer {0} fichiers par jour. Demain, il y aura de nouveau de la place.",
        ["files.unavailable"] = "Les fichiers sont hors d’atteinte en ce moment. Veuillez réessayer.",
        ["form.malformed"] = "Ce formulaire n’est pas arrivé entier. Veuillez réessayer.",
        ["picture.malformed"] = "Cette image est abîmée, ou n’est pas ce que dit son nom.",
        ["picture.range"] = "Une image a {0} millions de pixels au plus.",
        ["pictures.exceeded"] = "Vous pouvez envoyer {0} images par jour. Demain, il y aura de nouveau de la place.",
        ["retelling.unfit"] =
            "Cela ne s’accorde pas avec ce que le fichier disait auparavant, ou n’a pas pu se produire.",
        ["upload.exists"] = "Il y a déjà un autre fichier ici.",
        ["upload.foreign"] = "Seule la personne qui l’a envoyé, ou la modération, peut retirer un fichier.",
        ["upload.malformed"] = "Cette adresse ne désigne aucun fichier.",
        ["upload.missing"] = "Ce fichier n’existe pas.",
        ["group.closed"] = "Les responsables de ce groupe y font entrer les membres.",
        ["group.exists"] = "Un groupe porte déjà ce nom.",
        ["group.full"] = "Un groupe a {0} membres au plus.",
        ["group.missing"] = "Ce groupe n’existe pas.",
        ["group.unknown"] = "Un groupe est ouvert, sur demande ou fermé, et appelé par qui il dit.",
        ["host.foreign"] = "Ce n’est pas le site demandé.",
        ["draft.full"] = "Vous avez {0} brouillons, ce qui est le plus. Veuillez en supprimer un qui ne sert plus.",
        ["draft.missing"] = "Ce brouillon n’existe pas.",
        ["draft.malformed"] = "On ne peut rien écrire à cet endroit.",
        ["hue.range"] = "Une teinte va de 0 à 359 degrés.",
        ["identifier.taken"] = "Cela appartient déjà à un autre compte.",
        ["images.many"] = "Les messages des nouveaux membres contiennent {0} image au plus.",
        ["invitation.long"] = "Une invitation dure {0} jours au plus.",
        ["invitation.malformed"] = "Cette adresse ne désigne aucune invitation.",
        ["invitation.missing"] = "Cette invitation n’existe pas.",
        ["invitation.past"] = "Cette invitation a pris fin. La personne qui l’a envoyée peut en envoyer une autre.",
        ["invitations.exceeded"] = "Vous pouvez écrire {0} invitations par jour.",
        ["joining.unknown"] =
            "On rejoint une communauté d’emblée, sur demande ou sur invitation~; "
            + "une communauté privée, sur invitation seulement.",
        ["journal.unavailable"] =
            "Rien ne peut être écrit maintenant, et rien ne l’a été. Veuillez réessayer plus tard.",
        ["kind.unknown"] = "Cette activité n’existe pas.",
        ["key.malformed"] = "Une clé porte le nom d’un mot-clé.",
        ["language.unknown"] = "La langue est l’anglais ou le français.",
        ["level.many"] = "{0} niveaux peuvent être réglés au plus.",
        ["level.own"] = "Personne ne se surveille, ni ne se met en sourdine.",
        ["level.unknown"] = "Les niveaux sont surveiller, suivre, normal et sourdine.",
        ["link.missing"] = "Personne ne demande cette adresse.",
        ["link.taken"] = "Cette adresse est déjà en cours de lecture.",
        ["link.wrong"] = "Ce lien n’est pas, ou n’est plus, valable. Veuillez en demander un autre.",
        ["links.many"] = "Les messages des nouveaux membres contiennent {0} liens au plus.",
        ["live.exceeded"] = "Trop de pages en direct sont ouvertes~; veuillez en fermer quelques-unes.",
        ["login.malformed"] = "L’autre site n’a pas dit qui vous êtes.",
        ["mail.closed"] = "Ce site n’envoie pas d’e-mails.",
        ["manager.needed"] = "Seule l’équipe d’animation de cette communauté peut le faire.",
        ["member.missing"] = "Ce membre n’existe pas.",
        ["member.needed"] = "Veuillez d’abord rejoindre cette communauté.",
        ["mentions.many"] = "Les messages des nouveaux membres appellent {0} personnes au plus.",
        ["method.unknown"] = "Cette adresse ne comprend pas cette demande.",
        ["moderator.needed"] = "Seule la modération peut le faire.",
        ["operator.needed"] = "Seules les personnes qui administrent ce site peuvent le faire.",
        ["option.range"] = "Un sondage a de {0} à {1} options.",
        ["option.taken"] = "Chaque option d’un sondage diffère des autres.",
        ["order.unknown"] = "Cet ordre n’existe pas.",
        ["origin.foreign"] = "Cette demande vient d’un autre site, ou ne dit pas d’où elle vient. Rien n’a été fait.",
        ["owner.needed"] = "La ou le propriétaire ne peut partir qu’après avoir confié ce rôle à quelqu’un d’autre.",
        ["participants.many"] = "Une conversation a {0} participants au plus.",
        ["passkey.malformed"] = "Ce n’est pas une clé d’accès.",
        ["passkey.many"] = "Un compte a {0} clés d’accès au plus~; veuillez en retirer une qui ne sert plus.",
        ["passkey.wrong"] = "Cette clé d’accès n’ouvre aucun compte ici.",
        ["password.common"] = "Trop de gens essaieraient d’abord ce mot de passe. Veuillez en choisir un autre.",
        ["password.locked"] = "Il y a eu trop d’erreurs. Veuillez patienter {0} minutes.",
        ["password.long"] = "Un mot de passe a {0} caractères au plus.",
        ["password.short"] = "Un mot de passe a {0} caractères au moins~; une phrase convient bien.",
        ["password.wrong"] = "Le mot de passe actuel ne convient pas.",
        ["place.unknown"] =
            "Un niveau se règle pour la communauté, une catégorie, un mot-clé, une discussion ou un membre.",
        ["policy.missing"] = "Il n’y a pas de tel texte de référence ici.",
        ["version.missing"] = "Ce texte de référence n’a pas cette version.",
        ["version.exists"] = "Une version attend déjà d’entrer en vigueur~; veuillez d’abord la retirer.",
        ["version.many"] = "Un texte de référence a {0} versions au plus.",
        ["poll.closed"] = "Ce sondage est terminé.",
        ["poll.counted"] = "Tout le monde connaît déjà le résultat~; veuillez ouvrir un nouveau sondage.",
        ["poll.exists"] = "Ce sondage est déjà ouvert.",
        ["poll.foreign"] = "Seule la personne qui a posé la question, ou la modération, peut le faire.",
        ["poll.full"] = "Un sondage reçoit {0} bulletins au plus.",
        ["poll.malformed"] = "Cette adresse ne désigne aucun sondage.",
        ["poll.missing"] = "Ce sondage n’existe pas.",
        ["post.foreign"] = "Seule la personne qui l’a écrit, ou la modération, peut le faire.",
        ["post.malformed"] = "Les messages sont numérotés 1, 2, 3…",
        ["post.missing"] = "Ce message n’existe pas.",
        ["post.moved"] = "Ce message a été déplacé vers une autre discussion.",
        ["posts.empty"] = "Veuillez dire quels messages.",
        ["posts.here"] = "Ces messages sont déjà dans cette discussion~; veuillez en désigner une autre.",
        ["posts.hidden"] =
            "Un message retiré ne peut pas ouvrir une discussion~; veuillez d’abord le rétablir.",
        ["posts.malformed"] = "Veuillez écrire des numéros tels que 3, 5-9.",
        ["posts.many"] = "On déplace {0} messages à la fois au plus.",
        ["posts.opening"] =
            "Le premier message reste. Pour tout déplacer, fusionnez la discussion entière.",
        ["program.needed"] = "Seul le programme lui-même le fait.",
        ["push.unknown"] = "On envoie aux appareils tout, ce qui vous est destiné, ou rien.",
        ["rank.taken"] = "Deux options ne peuvent pas avoir le même rang.",
        ["rate.exceeded"] = "C’était trop en peu de temps. Veuillez patienter un peu.",
        ["reaction.own"] = "On ne réagit pas à ses propres messages.",
        ["reaction.unknown"] = "Cette réaction n’existe pas.",
        ["reason.unknown"] = "Ce motif n’existe pas.",
        ["recipient.blocked"] = "Vous avez bloqué l’un de ces membres.",
        ["recipient.closed"] = "L’un de ces membres ne reçoit pas de messages de votre part.",
        ["recipient.missing"] = "Il n’y a pas de tel membre à qui écrire.",
        ["recipients.many"] = "Les nouveaux membres écrivent à une seule personne à la fois.",
        ["reminder.far"] = "C’est dans plus de cinq ans.",
        ["replies.many"] = "Les nouveaux membres répondent {0} fois au plus dans la discussion de quelqu’un d’autre.",
        ["request.malformed"] = "La demande n’a pas pu être comprise.",
        ["request.missing"] = "Aucune demande de ce compte n’attend ici.",
        ["request.slow"] = "Vous pourrez demander à nouveau {0} jours après la dernière réponse.",
        ["reset.slow"] = "Un lien vient d’être envoyé~; il peut mettre une minute à arriver.",
        ["results.unknown"] = "Les résultats se voient toujours, après le vote ou à la fin.",
        ["role.higher"] = "Seule la ou le propriétaire peut nommer ou démettre à ce niveau.",
        ["role.own"] = "Personne ne change son propre rôle~; veuillez le demander à quelqu’un d’autre.",
        ["role.unknown"] = "Ce rôle n’existe pas.",
        ["server.broken"] = "Quelque chose s’est mal passé ici. C’est noté.",
        ["session.missing"] = "Cette session n’existe plus.",
        ["session.needed"] = "Veuillez d’abord vous connecter.",
        ["setup.wrong"] = "Ce lien de mise en service n’est pas, ou n’est plus, valable.",
        ["sign-up.closed"] = "Ici, on ne crée un compte que sur invitation.",
        ["slow.range"] = "L’attente va de 0 à {0} secondes.",
        ["slug.malformed"] =
            "Le nom court d’une communauté a de 2 à 40 lettres minuscules a–z, chiffres et traits d’union.",
        ["group.malformed"] =
            "Le nom court d’un groupe a de 1 à 40 lettres minuscules, chiffres et traits d’union.",
        ["group.many"] = "Un groupe a {0} mots-clés au plus.",
        ["groups.many"] = "Une communauté a {0} groupes de mots-clés au plus.",
        ["order.malformed"] = "L’ordre nomme chaque catégorie une fois.",
        ["synonym.deep"] = "Un mot-clé ne peut renvoyer ni à lui-même ni à un mot-clé qui renvoie à un autre.",
        ["synonym.many"] = "Une communauté a {0} synonymes au plus.",
        ["tag.reserved"] = "Seule la modération donne l’un de ces mots-clés.",
        ["tag.single"] = "Une discussion n’a qu’un mot-clé de ce groupe.",
        ["tag.malformed"] = "Un mot-clé a de 1 à 40 lettres minuscules, chiffres et traits d’union.",
        ["tag.many"] = "Une discussion a {0} mots-clés au plus.",
        ["theme.unknown"] = "Les couleurs sont claires, sombres ou selon l’appareil.",
        ["thread.archived"] = "Cette discussion est archivée~: elle reste telle quelle.",
        ["thread.answered"] = "D’autres ont répondu ici~; veuillez demander à la modération de la retirer.",
        ["thread.closed"] = "Cette discussion est fermée~: on peut la lire, mais pas la continuer.",
        ["thread.exists"] = "Cette discussion est déjà ouverte.",
        ["thread.foreign"] = "Seule la personne qui l’a ouverte, ou la modération, peut le faire.",
        ["thread.full"] =
            "Cette discussion est aussi longue qu’elle peut l’être. Veuillez continuer dans une nouvelle.",
        ["thread.malformed"] = "Cette adresse ne désigne aucune discussion.",
        ["thread.merged"] = "Cette discussion fait maintenant partie d’une autre~; veuillez y continuer.",
        ["thread.missing"] = "Cette discussion n’existe pas.",
        ["thread.removed"] = "Cette discussion a été retirée.",
        ["thread.slow"] = "Cette discussion est en mode lent. Vous pourrez écrire à nouveau dans {0} secondes.",
        ["time.far"] = "C’est dans plus de vingt ans.",
        ["field.unknown"] = "Le journal ne connaît pas ce sujet.",
        ["newcomers.exceeded"] = "De très nombreux nouveaux membres écrivent ici en ce moment. Gardez votre texte, et "
            + "essayez de nouveau dans quelques minutes.",
        ["period.malformed"] = "Une période commence avant de finir, et compte 3\u00A0660\u00A0jours au plus.",
        ["time.malformed"] = "Cette date n’a pas pu être comprise.",
        ["time.past"] = "Ce moment est déjà passé.",
        ["token.many"] = "Un compte a {0} jetons au plus~; veuillez en révoquer un qui ne sert plus.",
        ["token.wrong"] = "Ce jeton ne convient pas.",
        ["trust.needed"] = "Cela vient avec un niveau de confiance plus élevé dans cette communauté.",
        ["trust.own"] = "Personne ne change son propre niveau de confiance~; veuillez le demander à quelqu’un d’autre.",
        ["trust.range"] = "Un niveau de confiance va de 0 à {1}.",
        ["unanswered.exceeded"] = "Les nouveaux membres écrivent {0} messages avant qu’on leur réponde.",
        ["uses.range"] = "Une invitation de votre part fait entrer de 1 à {1} personnes.",
        ["views.behind"] = "Ce qui peut être lu n’en est pas encore là. Veuillez réessayer dans un instant.",
        ["views.unavailable"] = "Rien ne peut être lu en ce moment. Veuillez réessayer.",
        ["crawlers.unknown"] =
            "Les moteurs de recherche lisent une communauté, ou tous les programmes, ou aucun.",
        ["crawler.unwanted"] = "Ceci n’est pas à collecter. Merci de respecter robots.txt.",
        ["visibility.unknown"] = "Une communauté est publique, non répertoriée ou privée.",
        ["watchers.many"] = "Un lieu est surveillé par {0} membres au plus.",
        ["way.last"] =
            "Vous ne pourriez plus vous connecter. Veuillez d’abord ajouter un mot de passe ou un autre moyen.",
        ["way.unknown"] = "On choisit une option, plusieurs, ou on les classe.",
        ["zone.unknown"] = "Aucun fuseau horaire ne porte ce nom\u00A0; il s’appelle par exemple Europe/Paris.",
    }.Concat(RefusalsOfModeration).Concat(RefusalsOfCases).Concat(RefusalsOfAutomod).Concat(RefusalsOfRecognition)
        .Concat(RefusalsOfGatherings).Concat(RefusalsOfWelcome).Concat(RefusalsOfQuestions).Concat(RefusalsOfPurpose)
        .Concat(RefusalsOfCalendar)
        .Concat(RefusalsOfLetters)
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Replace('~', '\u00A0'));

    public override string Refused(Refusal refusal)
    {
        var numbers = Digits().Matches(refusal.Reason);
        var number = numbers.Count > 0 ? numbers[0].Value : "";
        if (Refusals.TryGetValue(refusal.Code, out var known))
            return string.Format(Culture, known, number, numbers.Count > 1 ? numbers[1].Value : "");
        var dot = refusal.Code.LastIndexOf('.');
        if (!Fields.TryGetValue(refusal.Code[..dot], out var field)) return refusal.Reason;
        return refusal.Code[(dot + 1)..] switch
        {
            "empty" => $"{field} manque encore.",
            "long" => $"{field} dépasse la limite de {number}\u00A0caractères.",
            _ => $"{field} contient des caractères invisibles ou qui ne sont pas du texte.",
        };
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
