using System.Collections.Immutable;

namespace Communities;

/// <summary>By what a person came in.</summary>
public enum Way
{
    /// <summary>By the password.</summary>
    Password = 0,

    /// <summary>By a passkey, which is two factors in itself: a thing that one has, unlocked by its owner.</summary>
    Passkey = 1,

    /// <summary>Another site said who it is.</summary>
    Provider = 2,
}

/// <summary>What a second factor showed, as the web has checked it against the clock.</summary>
/// <param name="Step">The time step of a right code of the authenticator; each counts once.</param>
/// <param name="CodeHash">SHA-256 of a recovery code, in hexadecimal digits; each counts once.</param>
public sealed record Proof(long? Step = null, string? CodeHash = null);

/// <summary>An app that shows six digits that change twice a minute (TOTP, RFC 6238).</summary>
/// <param name="Secret">What app and site share, under the server's encryption.</param>
/// <param name="LastStep">The time step of the last code that was taken: none counts twice.</param>
public sealed record Authenticator(string Secret, long LastStep);

/// <summary>A passkey (WebAuthn): the public half of a pair of keys, of which a device keeps the other.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="PublicKey">As COSE writes it, in base64.</param>
/// <param name="Label">What the person calls it.</param>
/// <param name="Transports">How browsers reach it: <c>internal</c>, <c>usb</c>, <c>hybrid</c> …</param>
/// <param name="SignCount">How often it was used, as it says itself; 0 where it does not count.</param>
/// <param name="IsBackupEligible">Its maker may copy it to the person's other devices.</param>
/// <param name="IsBackedUp">It has been.</param>
public sealed record Passkey(
    string Id,
    string PublicKey,
    string Label,
    ImmutableArray<string> Transports,
    long SignCount = 0,
    bool IsBackupEligible = false,
    bool IsBackedUp = false)
{
    /// <summary>When it was added; null before it is.</summary>
    public DateTimeOffset? AddedAt { get; init; }
}

/// <summary>The person at another site, who may come in by it.</summary>
/// <param name="Provider">The other site's name in this site's settings.</param>
/// <param name="Subject">What the other site calls the person, for ever.</param>
/// <param name="Label">What the person is called there, for the person to read.</param>
public sealed record OutsideLogin(string Provider, string Subject, string Label);

/// <summary>An e-mail address that waits for its owner to open the link that was sent there.</summary>
/// <param name="Address">The address.</param>
/// <param name="KeyHash">SHA-256 of what the link holds.</param>
/// <param name="Until">When the link is of no use any more.</param>
public sealed record PendingEmail(string Address, string KeyHash, DateTimeOffset Until);

/// <summary>A link by which the person may choose another password.</summary>
/// <param name="KeyHash">SHA-256 of what the link holds.</param>
/// <param name="Until">When the link is of no use any more.</param>
/// <param name="DropsSecondFactor">It also turns the second factor off, for who has lost it.</param>
public sealed record PendingReset(string KeyHash, DateTimeOffset Until, bool DropsSecondFactor);

/// <summary>Something that the person should know of, since somebody else might have done it.</summary>
/// <param name="What">What.</param>
/// <param name="At">When.</param>
/// <param name="Session">The session in which it was done, or null.</param>
public sealed record SecurityNote(Matter What, DateTimeOffset At, string? Session);

/// <summary>What can happen to an account that its owner should know of.</summary>
public enum Matter
{
    /// <summary>It has another password.</summary>
    PasswordChanged = 0,

    /// <summary>Too many wrong passwords were shown.</summary>
    Locked = 1,

    /// <summary>It has another e-mail address.</summary>
    EmailChanged = 2,

    /// <summary>It has no e-mail address any more.</summary>
    EmailRemoved = 3,

    /// <summary>It has a second factor.</summary>
    AuthenticatorAdded = 4,

    /// <summary>It has none any more.</summary>
    AuthenticatorRemoved = 5,

    /// <summary>It has new recovery codes.</summary>
    RecoveryCodesIssued = 6,

    /// <summary>Somebody came in by a recovery code.</summary>
    RecoveryCodeUsed = 7,

    /// <summary>It has one more passkey.</summary>
    PasskeyAdded = 8,

    /// <summary>It has one passkey less.</summary>
    PasskeyRemoved = 9,

    /// <summary>Another site opens it.</summary>
    Linked = 10,

    /// <summary>Another site no longer opens it.</summary>
    Unlinked = 11,

    /// <summary>A program may act for its owner.</summary>
    TokenIssued = 12,
}
