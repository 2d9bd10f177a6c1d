using System.Collections.Concurrent;

namespace Communities.Chaos;

/// <summary>What the cluster has said of a text.</summary>
internal enum Fate
{
    /// <summary>Nothing: it may have been written, once.</summary>
    Unanswered,

    /// <summary>It was written: it is there, once.</summary>
    Acknowledged,

    /// <summary>It was refused: it is not there.</summary>
    Refused,
}

/// <summary>A text that was sent: of a new post or of a revision of one. No other has the same words.</summary>
/// <param name="Thread">The key of the thread.</param>
/// <param name="By">Who sent it.</param>
/// <param name="Number">Of the post; 0 where it was not told yet.</param>
/// <param name="Fate">What became of it.</param>
internal sealed record Sent(string Thread, string By, int Number, Fate Fate);

/// <summary>A reaction that was acknowledged.</summary>
internal readonly record struct Given(string Thread, int Number, string Kind, string By);

/// <summary>
/// What those who write have sent and what they were told. All that the cluster has promised stands in it.
/// </summary>
internal sealed class Book
{
    private readonly ConcurrentDictionary<string, Sent> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Given, bool> _reactions = new();

    /// <summary>Every text, with what became of it.</summary>
    public IReadOnlyDictionary<string, Sent> Texts => _texts;

    /// <summary>The acknowledged reactions.</summary>
    public IEnumerable<Given> Reactions => _reactions.Keys;

    /// <summary>A text is about to be sent.</summary>
    public void Sends(string text, string thread, string by, int number = 0) =>
        _texts[text] = new Sent(thread, by, number, Fate.Unanswered);

    /// <summary>It was acknowledged as this post.</summary>
    public void Acknowledged(string text, int number) =>
        _texts[text] = _texts[text] with { Number = number, Fate = Fate.Acknowledged };

    /// <summary>It was refused.</summary>
    public void Refused(string text) => _texts[text] = _texts[text] with { Fate = Fate.Refused };

    /// <summary>A reaction was acknowledged.</summary>
    public void Acknowledged(Given reaction) => _reactions[reaction] = true;

    /// <summary>How many texts had this fate.</summary>
    public int Count(Fate fate) => _texts.Values.Count(sent => sent.Fate == fate);
}
