using System.Collections.Frozen;
using System.Text;

namespace Communities.Web;

/// <summary>
/// What whoever guesses passwords tries first: one word with digits around it, rows of keys, repetitions, and what can
/// be known of the person.
/// </summary>
internal static class CommonPasswords
{
    // Fewer different characters than this are a pattern and not a password.
    private const int DifferentMin = 5;

    // What is left beside rows of keys must be a password of its own.
    private const int BesideRowsMin = 6;

    // A run shorter than this comes up by chance.
    private const int RunMin = 3;

    // Only digits are a date or a telephone number, up to this length.
    private const int DigitsMax = 15;

    // Shorter parts of a name or an address stand in many words.
    private const int PersonalMin = 4;

    // Forward and, where people type them so, backward.
    private static readonly string[] Rows =
    [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm",
        "wxcvbn", "qwertzuiop", "yxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm",
        "1q2w3e4r5t6y7u8i9o0p", "1a2z3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "aqwzsxedcrfvtgbyhn",
        "09876543210", "zyxwvutsrqponmlkjihgfedcba", "poiuytrewq", "lkjhgfdsa", "mnbvcxz", "poiuytreza",
    ];

    // Words of which one alone, with some digits, is no password: what people like, believe in, and type at once.
    private static readonly FrozenSet<string> Words = (
        "password passwort passphrase passcode motdepasse mdp secret topsecret letmein openup opensesame sesame "
        + "welcome bienvenue bonjour hello salut coucou hallo goodbye aurevoir changeme changemoi default temporary "
        + "provisoire temp test testing tester essai demo sample exemple example guest invite visitor user username "
        + "utilisateur admin administrator administrateur root system systeme server serveur support office bureau "
        + "login signin connexion access acces enter private prive public security securite account compte member "
        + "membre forum community communities communaute communautes discussion website internet network wifi "
        + "computer ordinateur laptop portable windows linux ubuntu android apple google facebook twitter instagram "
        + "youtube microsoft amazon netflix samsung nokia iphone playstation nintendo pokemon minecraft fortnite "
        + "qwerty azerty qwertz keyboard clavier nothing rien whatever something anything unknown inconnu forever "
        + "toujours jamais never always iloveyou ilovegod loveyou loveme iloveme jetaime jetaimemoncoeur moncoeur "
        + "monamour moncheri macherie amour love lover lovers liebe heart coeur baby bebe babygirl babyboy darling "
        + "honey sweetheart sweetie doudou loulou chouchou poupette pupuce princess princesse prince queen reine king "
        + "angel ange angels devil diable heaven paradis jesus jesuschrist christ church god allah buddha trustno one "
        + "trustnoone master maitre boss chef hunter ranger soldier killer warrior guerrier ninja pirate samurai "
        + "dragon phoenix unicorn licorne wizard magic magique shadow ghost fantome vampire zombie monster monstre "
        + "sunshine soleil moonlight lune star stars etoile etoiles galaxy galaxie universe rainbow thunder tonnerre "
        + "lightning storm orage winter hiver summer ete spring printemps autumn automne monday lundi tuesday mardi "
        + "wednesday mercredi thursday jeudi friday vendredi saturday samedi sunday dimanche january janvier february "
        + "fevrier march mars april avril june juin july juillet august aout september septembre october octobre "
        + "november novembre december decembre birthday anniversaire christmas noel holiday vacances "
        + "football soccer basketball baseball hockey tennis rugby cricket golf swimming running cycling velo "
        + "bicycle bicyclette marathon champion victory victoire winner gagnant liverpool arsenal chelsea manchester "
        + "united barcelona realmadrid juventus bayern marseille olympique psg parisstgermain lyon bordeaux toulouse "
        + "nantes lille rennes strasbourg monaco paris parisparis france francais london londres england newyork "
        + "california texas canada quebec montreal brussels bruxelles belgique suisse geneve america europe africa "
        + "tiger tigre lion lionne panther panthere bear ours wolf loup eagle aigle falcon monkey singe elephant "
        + "dolphin dauphin shark requin horse cheval chien chat dog cat kitten chaton puppy chiot rabbit lapin mouse "
        + "souris butterfly papillon bird oiseau banana banane orange cherry cerise strawberry fraise chocolate "
        + "chocolat cookie cookies cheese fromage coffee cafe pizza pepper poivre ginger vanilla vanille caramel "
        + "flower fleur flowers fleurs rose roses jasmine jasmin lavender lavande green vert blue bleu purple violet "
        + "yellow jaune black noir white blanc silver argent golden gold diamond diamant crystal cristal ferrari "
        + "porsche mercedes bmw audi renault peugeot citroen toyota honda yamaha kawasaki ducati harley mustang "
        + "corvette superman batman spiderman starwars skywalker startrek matrix harrypotter hogwarts gandalf hobbit "
        + "michael michelle jennifer jessica ashley amanda andrew anthony charlie charlotte daniel david elizabeth "
        + "george hannah jackson james jasper jordan joseph joshua justin matthew nicholas nicole patrick robert "
        + "samantha thomas william alexander alexandre antoine aurelie benjamin camille caroline catherine celine "
        + "christophe clement emilie florian francois guillaume isabelle jerome julien laurent maxime melanie mathieu "
        + "nathalie nicolas olivier pauline philippe pierre quentin romain sebastien sophie stephanie sylvie thierry "
        + "valentin valerie vincent virginie family famille mother father maman papa sister brother soeur frere "
        + "friend friends amis ami freedom liberte egalite fraternite peace paix hope espoir happy heureux lucky "
        + "chance money argent dollar million casino poker player joueur gamer gaming music musique guitar guitare "
        + "piano metallica nirvana beatles queenbee hiphop rocknroll cowboy country pussycat fuckyou fuckoff merde "
        + "putain connard salope asshole bullshit sexy biteme").Split(' ').Where(word => word.Length > 2)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where it is among the first that anybody would try for this person.</summary>
    /// <param name="password">The password.</param>
    /// <param name="personal">What can be known of the person: account, name, address.</param>
    public static bool Has(string password, params ReadOnlySpan<string?> personal)
    {
        var small = password.ToLowerInvariant();
        if (small.Distinct().Count() < DifferentMin) return true;
        if (small.Length <= DigitsMax && small.All(c => char.IsAsciiDigit(c) || char.IsPunctuation(c))) return true;
        if (IsRepeated(small) || BesideRows(small) < BesideRowsMin) return true;
        if (IsWord(Core(small)) || IsWord(Core(new string([.. small.Reverse()])))) return true;
        foreach (var known in personal)
            if (Knows(small, known)) return true;
        return false;
    }

    private static bool IsWord(string core) =>
        Words.Contains(core) || (core.EndsWith('s') && Words.Contains(core[..^1])) || IsTwice(core);

    private static bool IsTwice(string core) =>
        core.Length % 2 == 0 && core[..(core.Length / 2)] == core[(core.Length / 2)..]
            && Words.Contains(core[(core.Length / 2)..]);

    // abcabcabcabc is abc, however often.
    private static bool IsRepeated(string text)
    {
        var unit = (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return unit < text.Length && unit < Passwords.Min;
    }

    // The characters that stand in no run along a row of keys.
    private static int BesideRows(string text)
    {
        var beside = 0;
        for (var i = 0; i < text.Length;)
        {
            var run = Longest(text.AsSpan(i));
            if (run < RunMin) beside++;
            i += Math.Max(1, run < RunMin ? 1 : run);
        }

        return beside;
    }

    private static int Longest(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var row in Rows) longest = Math.Max(longest, RunIn(row, text));
        return longest;
    }

    private static int RunIn(string row, ReadOnlySpan<char> text)
    {
        var at = row.IndexOf(text[0]);
        var run = 0;
        while (at >= 0 && run < text.Length && at + run < row.Length && row[at + run] == text[run]) run++;
        return run;
    }

    // P4ssw0rd!2024 is password: digits and signs around a word, and those that stand for its letters.
    private static string Core(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Trimmed(text).Normalize(NormalizationForm.FormD))
            plain.Append(c switch
            {
                '0' => 'o', '1' or '!' or '|' => 'i', '3' or '€' => 'e', '4' or '@' => 'a', '5' or '$' => 's',
                '7' or '+' => 't', '8' => 'b', _ => c,
            });
        return new string([.. plain.ToString().Where(char.IsAsciiLetterLower)]);
    }

    private static string Trimmed(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && !char.IsLetter(text[from]) && text[from] is not ('@' or '$')) from++;
        while (to > from && !char.IsLetter(text[to - 1]) && text[to - 1] is not ('@' or '$' or '0')) to--;
        while (to > from && !char.IsLetter(text[to - 1])) to--;
        return text[from..to];
    }

    private static bool Knows(string password, string? known)
    {
        if (known is null) return false;
        known = known.ToLowerInvariant();
        if (known.Length >= PersonalMin && password.Contains(known, StringComparison.Ordinal)) return true;
        foreach (var part in known.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
            if (part.Length >= PersonalMin && password.Length < part.Length + BesideRowsMin
                && password.Contains(part, StringComparison.Ordinal))
                return true;
        return false;
    }
}
