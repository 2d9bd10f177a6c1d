using Communities.Views;

namespace Communities.Web;

// Netiquette and terms of service: read, compared, agreed to, written.
internal sealed partial class French
{
    public override string Policies => "Textes de référence";
    public override string RulesInFull => "Versions et différences";
    public override string WritePolicy => "Rédiger la version suivante";
    public override string ReadPolicy => "Lire le texte comme tout le monde";
    public override string Versions => "Toutes les versions";
    public override string WhatChanges => "Ce qui change";
    public override string FormerVersion => "Cette version n’est plus en vigueur.";
    public override string AsksConsent => "demande votre accord";
    public override string PolicyEnded => "retirée";
    public override string ConsentTitle => "À lire et à accepter";
    public override string ConsentHint =>
        "Tant que vous n’avez pas donné votre accord, vous pouvez tout lire, mais rien écrire. "
        + "Votre accord est conservé avec sa date.";
    public override string ConsentMissing =>
        "Tant que vous n’avez pas donné votre accord, vous lisez sans écrire ici.";
    public override string ReadAndAgree => "Lire et accepter";
    public override string Agree => "J’ai lu ce texte et je l’accepte";
    public override string AgreedNow => "Merci. Votre accord est enregistré.";
    public override string NotNow => "Pas maintenant";
    public override string NewInIt => "Ce qui est nouveau\u00A0:";
    public override string NothingOwed => "Rien ne vous est demandé";
    public override string NothingOwedHint => "Vous avez accepté tout ce qui est en vigueur ici.";
    public override string GoOn => "Continuer";
    public override string NextVersion => "La version suivante";
    public override string PolicyText => "Texte";
    public override string WhatIsNew => "Ce qui est nouveau, en quelques phrases";
    public override string WhatIsNewHint => "Les membres lisent ceci d’abord, puis le texte.";
    public override string InForce => "Entrée en vigueur";
    public override string AtOnce => "tout de suite";
    public override string FromATime => "à une date\u00A0; d’ici là, les membres en sont avertis";
    public override string EffectiveAt => "À partir du (UTC)";
    public override string AskConsent => "Demander l’accord des membres";
    public override string AskConsentSiteHint =>
        "Toute personne qui participe ici lit alors sans écrire, jusqu’à ce qu’elle ait donné son accord.";
    public override string PublishVersion => "Publier";
    public override string PublishedNow => "La version est publiée.";
    public override string WithdrawVersion => "La retirer";
    public override string VersionWithdrawn => "La version est retirée et n’entrera pas en vigueur.";
    public override string OneAtATime =>
        "Une autre version pourra être publiée quand celle-ci sera en vigueur, ou retirée.";
    public override string DropDraft => "Jeter le brouillon";
    public override string DraftOf => "Brouillon, enregistré en dernier par";
    public override string SitePolicies => "Textes de référence du site";

    public override string PolicyName(string policy) => policy switch
    {
        Policy.Terms => "Conditions d’utilisation",
        Policy.Netiquette => "Nétiquette",
        _ => policy,
    };

    public override string PolicyOf(string policy, string place) => $"{PolicyName(policy)} – {place}";

    public override string PolicyHint(string policy) => policy switch
    {
        Policy.Terms => "Ce que l’on accepte en participant\u00A0: qui répond de quoi, et quel droit s’applique.",
        Policy.Netiquette => "Comment on se comporte ici. Des règles peu nombreuses et courtes sont lues\u00A0; "
            + "elles figurent à côté de chaque liste.",
        _ => policy,
    };

    public override string NoPolicy(string policy) => policy switch
    {
        Policy.Terms => "Pas encore de conditions d’utilisation",
        Policy.Netiquette => "Pas d’autre règle que la courtoisie",
        _ => policy,
    };

    public override string NoPolicyHint(string policy) => policy switch
    {
        Policy.Terms => "Ce que l’on accepte en participant figurera ici, version par version.",
        Policy.Netiquette => "La manière de se comporter ici y figurera, version par version.",
        _ => policy,
    };

    public override string VersionNumber(int number) => number == 0 ? "Première version" : $"Version\u00A0{number}";

    public override string StateOf(VersionState state) => state switch
    {
        VersionState.Coming => "à venir",
        VersionState.Current => "en vigueur",
        _ => "ancienne",
    };

    public override string InForceFrom(DateTimeOffset at) => $"à partir du {Exact(at)}";

    public override string VersionIs(int number, VersionState state, DateTimeOffset at) => state switch
    {
        VersionState.Coming => $"{VersionNumber(number)}, en vigueur à partir du {Exact(at)}",
        VersionState.Current => $"{VersionNumber(number)}, en vigueur depuis le {Exact(at)}",
        _ => $"{VersionNumber(number)}, en vigueur à partir du {Exact(at)}, remplacée depuis",
    };

    public override string PolicyComes(int number, bool isEnd, DateTimeOffset at) => isEnd
        ? $"À partir du {Exact(at)}, ce texte ne sera plus en vigueur."
        : $"La version\u00A0{number} entre en vigueur le {Exact(at)}.";

    public override string ReadVersion(int number) =>
        number == 0 ? "Lire la première version" : $"Lire la version\u00A0{number}";

    public override string ReadCurrent(int number) => $"Lire celle qui est en vigueur ({number})";

    public override string ChangedBetween(int before, int after) => before == 0
        ? $"Ce qui change de la première version à la version\u00A0{after}"
        : $"Ce qui change de la version\u00A0{before} à la version\u00A0{after}";

    public override string ChangedSince(int version) =>
        version == 0 ? "Ce qui change depuis la première version" : $"Ce qui change depuis la version\u00A0{version}";

    public override string AgreedAt(int version, DateTimeOffset at) =>
        $"Vous avez accepté la version\u00A0{version} le {Exact(at)}.";

    public override string ConsentSoon(DateTimeOffset at) =>
        $"En vigueur à partir du {Exact(at)}\u00A0; il faudra alors l’avoir accepté pour écrire.";

    public override string ConsentOwed(string policy, int agreed) => agreed > 0
        ? $"{TextOf(policy)} a changé. Vous pouvez lire, et écrire de nouveau après votre accord."
        : $"Avant d’écrire, merci d’accepter le texte «\u00A0{PolicyName(policy)}\u00A0».";

    public override string ConsentComing(string policy, DateTimeOffset at) =>
        $"{TextOf(policy)} change ici le {Exact(at)}.";

    public override string AskConsentHint(int members) => Plural(
        members, "{0}\u00A0membre lit alors sans écrire, jusqu’à ce que son accord soit donné.",
        "{0}\u00A0membres lisent alors sans écrire, jusqu’à ce que leur accord soit donné.");

    public override string Consents(int count) =>
        Plural(count, "{0}\u00A0membre a donné son accord", "{0}\u00A0membres ont donné leur accord");

    public override string PolicyNotice(string subject, string community) =>
        $"{PolicyName(subject.Split('/')[0])} de {community}\u00A0: une nouvelle version arrive";

    private string TextOf(string policy) => $"Le texte «\u00A0{PolicyName(policy)}\u00A0»";
}
