using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Communities;

/// <summary>What happens to accounts.</summary>
/// <remarks>
/// Facts on disk: add a field with a default, or a new event; never rename, retype or reuse one.
/// </remarks>
[JsonDerivedType(typeof(Opened), "account.opened"), JsonDerivedType(typeof(OperatorMade), "account.operator-made")]
[JsonDerivedType(typeof(PasswordChanged), "account.password-changed")]
[JsonDerivedType(typeof(SignInFailed), "account.sign-in-failed")]
[JsonDerivedType(typeof(SessionStarted), "account.session-started")]
[JsonDerivedType(typeof(SessionConfirmed), "account.session-confirmed")]
[JsonDerivedType(typeof(SessionUsed), "account.session-used")]
[JsonDerivedType(typeof(SessionNoted), "account.session-noted")]
[JsonDerivedType(typeof(SessionEnded), "account.session-ended")]
[JsonDerivedType(typeof(TokenIssued), "account.token-issued")]
[JsonDerivedType(typeof(TokenRevoked), "account.token-revoked")]
[JsonDerivedType(typeof(Preferred), "account.preferred")]
[JsonDerivedType(typeof(EmailProposed), "account.email-proposed")]
[JsonDerivedType(typeof(EmailConfirmed), "account.email-confirmed")]
[JsonDerivedType(typeof(EmailRemoved), "account.email-removed")]
[JsonDerivedType(typeof(ResetIssued), "account.reset-issued")]
[JsonDerivedType(typeof(AuthenticatorAdded), "account.authenticator-added")]
[JsonDerivedType(typeof(AuthenticatorUsed), "account.authenticator-used")]
[JsonDerivedType(typeof(AuthenticatorRemoved), "account.authenticator-removed")]
[JsonDerivedType(typeof(RecoveryCodesIssued), "account.recovery-codes-issued")]
[JsonDerivedType(typeof(RecoveryCodeUsed), "account.recovery-code-used")]
[JsonDerivedType(typeof(PasskeyAdded), "account.passkey-added")]
[JsonDerivedType(typeof(PasskeyUsed), "account.passkey-used")]
[JsonDerivedType(typeof(PasskeyRemoved), "account.passkey-removed")]
[JsonDerivedType(typeof(Linked), "account.linked"), JsonDerivedType(typeof(Unlinked), "account.unlinked")]
[JsonDerivedType(typeof(FeedsRenewed), "account.feeds-renewed")]
[JsonDerivedType(typeof(ConsentGiven), "account.consent-given")]
public abstract record AccountEvent
{
    /// <summary>The account was opened.</summary>
    public sealed record Opened(string Name, string? PasswordHash, string Language) : AccountEvent;

    /// <summary>It runs the whole site.</summary>
    public sealed record OperatorMade : AccountEvent;

    /// <summary>It has another password.</summary>
    public sealed record PasswordChanged(string PasswordHash, string? Session = null) : AccountEvent;

    /// <summary>A wrong password or code was shown; until that time no more of them are looked at.</summary>
    public sealed record SignInFailed(DateTimeOffset? LockedUntil = null) : AccountEvent;

    /// <summary>The person signed in there.</summary>
    public sealed record SessionStarted(string Id, string Device) : AccountEvent;

    /// <summary>The person showed there again who it is.</summary>
    public sealed record SessionConfirmed(string Id) : AccountEvent;

    /// <summary>The session was used.</summary>
    public sealed record SessionUsed(string Id) : AccountEvent;

    /// <summary>The person has read there what happened to the account.</summary>
    public sealed record SessionNoted(string Id) : AccountEvent;

    /// <summary>The person is no longer signed in there.</summary>
    public sealed record SessionEnded(string Id) : AccountEvent;

    /// <summary>A program may act for the person.</summary>
    public sealed record TokenIssued(string Id, string Hash, string Label, string? Session = null) : AccountEvent;

    /// <summary>The person's own feeds have other addresses.</summary>
    public sealed record FeedsRenewed : AccountEvent;

    /// <summary>The person agreed to this version of a policy of the site.</summary>
    public sealed record ConsentGiven(string Policy, int Version) : AccountEvent;

    /// <summary>That program may no longer act for the person.</summary>
    public sealed record TokenRevoked(string Id) : AccountEvent;

    /// <summary>The person is called this, and likes to read so.</summary>
    public sealed record Preferred(string Name, Preferences Preferences) : AccountEvent;

    /// <summary>An address was named, and waits for its link to be opened.</summary>
    public sealed record EmailProposed(string Address, string KeyHash) : AccountEvent;

    /// <summary>The person reads what is sent to this address.</summary>
    public sealed record EmailConfirmed(string Address, string? Former = null) : AccountEvent;

    /// <summary>The account has no address any more.</summary>
    public sealed record EmailRemoved(string? Former, string? Session = null) : AccountEvent;

    /// <summary>A link was made that gives it another password.</summary>
    public sealed record ResetIssued(string KeyHash, bool DropsSecondFactor = false) : AccountEvent;

    /// <summary>Signing in takes a code of this authenticator, too.</summary>
    public sealed record AuthenticatorAdded(string Secret, long Step, string? Session = null) : AccountEvent;

    /// <summary>A code of the authenticator was taken.</summary>
    public sealed record AuthenticatorUsed(long Step) : AccountEvent;

    /// <summary>Signing in takes no second factor any more, and recovery codes are of no use.</summary>
    public sealed record AuthenticatorRemoved(string? Session = null) : AccountEvent;

    /// <summary>These recovery codes are good for one sign-in each, and no others.</summary>
    public sealed record RecoveryCodesIssued(ImmutableArray<string> Hashes, string? Session = null) : AccountEvent;

    /// <summary>A recovery code was taken.</summary>
    public sealed record RecoveryCodeUsed(string Hash) : AccountEvent;

    /// <summary>The person may come in by this passkey.</summary>
    public sealed record PasskeyAdded(Passkey Passkey, string? Session = null) : AccountEvent;

    /// <summary>The person came in by a passkey, which counts or is copied.</summary>
    public sealed record PasskeyUsed(string Id, long SignCount, bool IsBackedUp) : AccountEvent;

    /// <summary>That passkey lets nobody in any more.</summary>
    public sealed record PasskeyRemoved(string Id, string? Session = null) : AccountEvent;

    /// <summary>The person may come in by another site.</summary>
    public sealed record Linked(OutsideLogin Login, string? Session = null) : AccountEvent;

    /// <summary>The person no longer comes in by that site.</summary>
    public sealed record Unlinked(string Provider, string Subject, string? Session = null) : AccountEvent;
}
