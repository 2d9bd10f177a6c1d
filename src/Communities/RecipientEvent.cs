using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to recipients of e-mails.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Chose), "recipient.chose"), JsonDerivedType(typeof(Subscribed), "recipient.subscribed")]
[JsonDerivedType(typeof(Confirmed), "recipient.confirmed")]
[JsonDerivedType(typeof(Unsubscribed), "recipient.unsubscribed")]
[JsonDerivedType(typeof(Resumed), "recipient.resumed"), JsonDerivedType(typeof(DigestSet), "recipient.digest-set")]
[JsonDerivedType(typeof(Owed), "recipient.owed"), JsonDerivedType(typeof(Claimed), "recipient.claimed")]
[JsonDerivedType(typeof(Delivered), "recipient.delivered"), JsonDerivedType(typeof(Skipped), "recipient.skipped")]
[JsonDerivedType(typeof(Failed), "recipient.failed"), JsonDerivedType(typeof(Bounced), "recipient.bounced")]
[JsonDerivedType(typeof(Stopped), "recipient.stopped"), JsonDerivedType(typeof(Clicked), "recipient.clicked")]
[JsonDerivedType(typeof(Rested), "recipient.rested")]
public abstract record RecipientEvent
{
    /// <summary>The person wants just these.</summary>
    public sealed record Chose(MailChoices Choices) : RecipientEvent;

    /// <summary>Somebody named this address for the newsletter; whoever reads it has yet to say yes.</summary>
    public sealed record Subscribed(string Address, string Language) : RecipientEvent;

    /// <summary>Whoever reads the address wants the newsletter.</summary>
    public sealed record Confirmed : RecipientEvent;

    /// <summary>No letters of this kind any more (null: none), by a link in this letter.</summary>
    public sealed record Unsubscribed(LetterKind? Kind, string? Delivery = null) : RecipientEvent;

    /// <summary>Letters may come again after they came back.</summary>
    public sealed record Resumed : RecipientEvent;

    /// <summary>The next digest is due then; null: none is.</summary>
    public sealed record DigestSet(DateTimeOffset? At) : RecipientEvent;

    /// <summary>This letter is to be sent.</summary>
    public sealed record Owed(string Delivery, LetterKind Kind, string Of, DateTimeOffset? NotAfter = null)
        : RecipientEvent;

    /// <summary>This node sends it.</summary>
    public sealed record Claimed(string Delivery, string Node, string Token) : RecipientEvent;

    /// <summary>The mail server took it.</summary>
    public sealed record Delivered(string Delivery) : RecipientEvent;

    /// <summary>There was nothing to say.</summary>
    public sealed record Skipped(string Delivery, string? Why = null) : RecipientEvent;

    /// <summary>The mail server would not have it; it is tried again then (null: no more).</summary>
    public sealed record Failed(string Delivery, string? Why, DateTimeOffset? Again) : RecipientEvent;

    /// <summary>It came back, at once or later.</summary>
    public sealed record Bounced(string Delivery, string? Why) : RecipientEvent;

    /// <summary>Letters have come back so that none is sent any more.</summary>
    public sealed record Stopped : RecipientEvent;

    /// <summary>The person followed this link of the letter for the first time.</summary>
    public sealed record Clicked(string Delivery, string Link) : RecipientEvent;

    /// <summary>Digests end, since nobody has read them for long.</summary>
    public sealed record Rested : RecipientEvent;
}
