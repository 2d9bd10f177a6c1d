using System.Collections.Immutable;
using Communities.Actors;

namespace Communities;

/// <summary>What an issue of a newsletter is made of.</summary>
/// <param name="Words">In the community's language, and perhaps in others: whoever reads another gets those.</param>
/// <param name="Threads">The ids of threads that are shown, in order; each as it is when the issue is read.</param>
/// <param name="Gatherings">What the community comes together for next is shown.</param>
/// <param name="Results">What votes and contests came to lately is shown.</param>
public sealed record NewsletterContent(
    ImmutableArray<NewsletterWords> Words, ImmutableArray<string> Threads, bool Gatherings = false,
    bool Results = false)
{
    /// <summary>The most threads in an issue: more, and nobody reads to the end.</summary>
    public const int ThreadsMax = 20;

    /// <summary>The words in this language, or else the first.</summary>
    public NewsletterWords In(string language) =>
        Words.FirstOrDefault(words => words.Language == language) ?? Words[0];

    internal Refusal? Fault() =>
        Words.IsDefaultOrEmpty || Words.Length > Languages.Known.Length || Words.Any(words => words is null)
            || Words.Select(words => words.Language).Distinct().Count() < Words.Length
            ? new("words.range", "A newsletter is written in one language or in each of the site's.")
        : Words.Select(FaultOf).FirstOrDefault(fault => fault is not null) is { } wrong ? wrong
        : Threads.IsDefault || Threads.Length > ThreadsMax
            ? new("newsletter.long", $"An issue shows {ThreadsMax} threads at most.")
        : !Threads.All(Keys.IsThread) || Threads.Distinct().Count() < Threads.Length
            ? new("thread.missing", "There is no such thread.")
        : null;

    private static Refusal? FaultOf(NewsletterWords words) =>
        !Languages.Known.Contains(words.Language) ? Languages.Unknown
        : Text.LineFault("subject", words.Subject, Text.TitleMax)
            ?? Text.Fault("introduction", words.Introduction, Text.AboutMax, mayBeEmpty: true)
            ?? Text.Fault("closing", words.Closing, Text.AboutMax, mayBeEmpty: true);
}

/// <summary>What managers write themselves in an issue, in one language.</summary>
/// <param name="Language">Which.</param>
/// <param name="Subject">What it is about, in one line.</param>
/// <param name="Introduction">What stands first, in Markdown.</param>
/// <param name="Closing">What stands last, in Markdown.</param>
public sealed record NewsletterWords(string Language, string Subject, string Introduction = "", string Closing = "");

/// <summary>How far an issue is.</summary>
public enum NewsletterStatus
{
    /// <summary>There is none.</summary>
    Missing = 0,

    /// <summary>It is being written.</summary>
    Draft = 1,

    /// <summary>It is sent at a time.</summary>
    Scheduled = 2,

    /// <summary>Its recipients are gone through; readers find it on the web.</summary>
    Sending = 3,

    /// <summary>Everybody is owed it.</summary>
    Sent = 4,

    /// <summary>It will not be sent.</summary>
    Discarded = 5,
}
