using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>What a recipient of e-mails can be asked.</summary>
[JsonDerivedType(typeof(Choose), "choose"), JsonDerivedType(typeof(Subscribe), "subscribe")]
[JsonDerivedType(typeof(Confirm), "confirm"), JsonDerivedType(typeof(Unsubscribe), "unsubscribe")]
[JsonDerivedType(typeof(Resume), "resume"), JsonDerivedType(typeof(Leave), "leave")]
[JsonDerivedType(typeof(Owe), "owe"), JsonDerivedType(typeof(Digest), "digest")]
[JsonDerivedType(typeof(Claim), "claim"), JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Bounce), "bounce"), JsonDerivedType(typeof(Click), "click")]
[JsonDerivedType(typeof(Rest), "rest")]
public abstract record RecipientCommand : ICommand<Recipient>
{
    /// <summary>Wants just these.</summary>
    public sealed record Choose(MailChoices Choices) : RecipientCommand;

    /// <summary>
    /// The program only, for an address without an account: somebody named it for the newsletter, and whoever reads
    /// it is asked.
    /// </summary>
    public sealed record Subscribe(string Address, string Language) : RecipientCommand;

    /// <summary>The program only: whoever reads the address said yes.</summary>
    public sealed record Confirm : RecipientCommand;

    /// <summary>Wants no letters of this kind any more (null: none of those one can do without).</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Delivery">By which letter, or null.</param>
    public sealed record Unsubscribe(LetterKind? Kind, string? Delivery = null) : RecipientCommand;

    /// <summary>Letters may come again after they came back.</summary>
    public sealed record Resume : RecipientCommand;

    /// <summary>The program only: the member left the community.</summary>
    public sealed record Leave : RecipientCommand;

    /// <summary>The program only: this letter is to be sent, once whoever asks how often, if it is wanted.</summary>
    /// <param name="Delivery">What tells it from any other of this recipient: <c>gathering-01k…-day</c>.</param>
    /// <param name="Kind">Who writes it.</param>
    /// <param name="Of">What it is about, for who writes it.</param>
    /// <param name="NotAfter">When it is no news any more; null for never.</param>
    public sealed record Owe(string Delivery, LetterKind Kind, string Of, DateTimeOffset? NotAfter = null)
        : RecipientCommand, INews;

    /// <summary>The program only, by alarm: the time for a digest has come.</summary>
    public sealed record Digest : RecipientCommand;

    /// <summary>The program only: this node sends this letter.</summary>
    /// <param name="Delivery">Which.</param>
    /// <param name="Node">The process's lasting name; the same one may claim again at once.</param>
    /// <param name="Token">By which a letter that comes back is known again; letters and digits.</param>
    public sealed record Claim(string Delivery, string Node, string Token) : RecipientCommand;

    /// <summary>The program only: what came of sending.</summary>
    /// <param name="Delivery">Which.</param>
    /// <param name="Outcome">What came of it.</param>
    /// <param name="Why">What the mail server said, a line; or why there was nothing to say.</param>
    public sealed record Settle(string Delivery, LetterOutcome Outcome, string? Why = null) : RecipientCommand;

    /// <summary>The program only: a letter that was sent came back.</summary>
    /// <param name="Delivery">Which.</param>
    /// <param name="Status">As RFC 3463 has it: <c>5.1.1</c>.</param>
    public sealed record Bounce(string Delivery, string Status) : RecipientCommand;

    /// <summary>The program only: the person followed a link of this letter.</summary>
    public sealed record Click(string Delivery, string Link) : RecipientCommand;

    /// <summary>The program only: digests end, since nobody has read them for long.</summary>
    public sealed record Rest : RecipientCommand;
}

/// <summary>What came of sending a letter.</summary>
public enum LetterOutcome
{
    /// <summary>The mail server took it.</summary>
    Delivered = 0,

    /// <summary>There was nothing to say, or nobody to say it to.</summary>
    Skipped = 1,

    /// <summary>The mail server would not have it now.</summary>
    Failed = 2,

    /// <summary>The mail server will never have it.</summary>
    Rejected = 3,
}
