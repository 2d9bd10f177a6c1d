using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What an issue of a newsletter can be asked.</summary>
[JsonDerivedType(typeof(Save), "save"), JsonDerivedType(typeof(Try), "try")]
[JsonDerivedType(typeof(Plan), "plan"), JsonDerivedType(typeof(Unplan), "unplan")]
[JsonDerivedType(typeof(Send), "send"), JsonDerivedType(typeof(Discard), "discard")]
[JsonDerivedType(typeof(Claim), "claim"), JsonDerivedType(typeof(Advance), "advance")]
[JsonDerivedType(typeof(Finish), "finish")]
public abstract record NewsletterCommand : ICommand<Newsletter>
{
    /// <summary>Writes it, or writes it anew before it is sent.</summary>
    public sealed record Save(NewsletterContent Content) : NewsletterCommand;

    /// <summary>Sends it to who asks, and to nobody else.</summary>
    public sealed record Try : NewsletterCommand;

    /// <summary>Sends it at that time.</summary>
    public sealed record Plan(DateTimeOffset At) : NewsletterCommand;

    /// <summary>Does not send it at its time.</summary>
    public sealed record Unplan : NewsletterCommand;

    /// <summary>Sends it now.</summary>
    /// <param name="Told">
    /// The program only: it was sent elsewhere, to so many; here it is kept to be read, and sent to nobody.
    /// </param>
    public sealed record Send(int? Told = null) : NewsletterCommand;

    /// <summary>Gives it up.</summary>
    public sealed record Discard : NewsletterCommand;

    /// <summary>The program only: this node goes through the recipients.</summary>
    public sealed record Claim(string Node) : NewsletterCommand;

    /// <summary>The program only: recipients of buckets before this one are owed it, so many more.</summary>
    public sealed record Advance(int Bucket, int Count) : NewsletterCommand;

    /// <summary>The program only: all of them are.</summary>
    public sealed record Finish : NewsletterCommand;
}
