using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to issues of newsletters.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one. Nothing here tells
/// who reads it: recipients are gone through by buckets, and what came of each letter stands with its recipient.
/// </remarks>
[JsonDerivedType(typeof(Saved), "newsletter.saved"), JsonDerivedType(typeof(Tried), "newsletter.tried")]
[JsonDerivedType(typeof(Planned), "newsletter.planned"), JsonDerivedType(typeof(Unplanned), "newsletter.unplanned")]
[JsonDerivedType(typeof(Began), "newsletter.began"), JsonDerivedType(typeof(Claimed), "newsletter.claimed")]
[JsonDerivedType(typeof(Advanced), "newsletter.advanced"), JsonDerivedType(typeof(Finished), "newsletter.finished")]
[JsonDerivedType(typeof(Discarded), "newsletter.discarded")]
public abstract record NewsletterEvent
{
    /// <summary>It says this.</summary>
    public sealed record Saved(NewsletterContent Content) : NewsletterEvent;

    /// <summary>Who writes it is sent it.</summary>
    public sealed record Tried(string Account) : NewsletterEvent;

    /// <summary>It is sent then.</summary>
    public sealed record Planned(DateTimeOffset At) : NewsletterEvent;

    /// <summary>It is not sent at its time.</summary>
    public sealed record Unplanned : NewsletterEvent;

    /// <summary>Everybody who has the newsletter is sent it from now on, and anybody can read it.</summary>
    public sealed record Began : NewsletterEvent;

    /// <summary>This node goes through the recipients.</summary>
    public sealed record Claimed(string Node) : NewsletterEvent;

    /// <summary>Recipients of buckets before this one are owed it, so many of them.</summary>
    public sealed record Advanced(int Bucket, int Total) : NewsletterEvent;

    /// <summary>All of them are owed it.</summary>
    public sealed record Finished(int Total) : NewsletterEvent;

    /// <summary>It will not be sent.</summary>
    public sealed record Discarded : NewsletterEvent;
}
