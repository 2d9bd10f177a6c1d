namespace Communities.Views;

/// <summary>The words of a text that say what it is about, as they begin: wheel stands for wheels.</summary>
internal static class TopicWords
{
    /// <summary>Shorter words are nearly all articles.</summary>
    public const int WordMin = 3;

    private const int StemMin = 5; // From here on, one letter less at the end still says what is meant.

    // What questions are made of says nothing of what they are about, in English and in French; folded.
    private static readonly HashSet<string> Empty =
    [
        "about", "after", "again", "also", "and", "any", "anybody", "anyone", "are", "because", "been", "but",
        "can", "could", "did", "does", "doing", "each", "for", "from", "get", "got", "had", "has", "have", "hello",
        "help", "here", "how", "into", "its", "just", "know", "like", "more", "need", "not", "now", "one", "only",
        "other", "our", "out", "question", "same", "should", "some", "than", "thank", "thanks", "that", "the", "their",
        "them", "then", "there", "these", "they", "this", "those", "try", "use", "using", "very", "want", "was", "were",
        "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
        "aide", "ainsi", "alors", "apres", "aussi", "autre", "aux", "avec", "avoir", "besoin", "bien", "bonjour", "car",
        "ces", "cette", "comment", "comme", "dans", "depuis", "des", "donc", "elle", "encore", "est", "est-ce", "etre",
        "fait", "faire", "faut", "ils", "les", "leur", "mais", "meme", "merci", "mes", "moi", "mon", "nos", "notre",
        "nous", "par", "pas", "peu", "peut", "plus", "pour", "pourquoi", "probleme", "quand", "que", "quel", "quelle",
        "quelqu", "qui", "quoi", "sans", "ses", "son", "sont", "sur", "tout", "tous", "tres", "une", "vos", "votre",
        "vous",
    ];

    /// <summary>These words, each once, in their order.</summary>
    public static IEnumerable<string> In(string text) => Written(text).Select(word => word.Beginning);

    /// <summary>The same, each with how it is written there first.</summary>
    public static IEnumerable<(string Beginning, string Written)> Written(string text) => SearchWords.In(text)
        .Where(word => IsTelling(word.Folded)).Select(word => (BeginningOf(word.Folded), word.Typed))
        .DistinctBy(word => word.Item1);

    /// <summary>True for a folded word that says something.</summary>
    public static bool IsTelling(string folded) => folded.Length >= WordMin && !Empty.Contains(folded);

    private static string BeginningOf(string folded) =>
        folded.Length >= StemMin && folded[^1] is 's' or 'x' ? folded[..^1] : folded;
}
