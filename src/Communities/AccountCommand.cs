using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Communities.Actors;

namespace Communities;

/// <summary>
/// What could take an account away from its owner: only asked for in a session in which the person has shown lately who
/// it is.
/// </summary>
public interface ISensitive
{
    /// <summary>The session in which it is asked; null where none is, which is the program's alone.</summary>
    string? Session { get; }
}

/// <summary>What an account can be asked.</summary>
[JsonDerivedType(typeof(Open), "open"), JsonDerivedType(typeof(MakeOperator), "make-operator")]
[JsonDerivedType(typeof(ChangePassword), "change-password"), JsonDerivedType(typeof(StartSession), "start-session")]
[JsonDerivedType(typeof(EndSession), "end-session"), JsonDerivedType(typeof(EndOtherSessions), "end-other-sessions")]
[JsonDerivedType(typeof(IssueToken), "issue-token"), JsonDerivedType(typeof(RevokeToken), "revoke-token")]
[JsonDerivedType(typeof(Prefer), "prefer"), JsonDerivedType(typeof(FailSignIn), "fail-sign-in")]
[JsonDerivedType(typeof(ConfirmSession), "confirm-session"), JsonDerivedType(typeof(UseSession), "use-session")]
[JsonDerivedType(typeof(NoteSession), "note-session"), JsonDerivedType(typeof(ProposeEmail), "propose-email")]
[JsonDerivedType(typeof(ConfirmEmail), "confirm-email"), JsonDerivedType(typeof(RemoveEmail), "remove-email")]
[JsonDerivedType(typeof(IssueReset), "issue-reset"), JsonDerivedType(typeof(ResetPassword), "reset-password")]
[JsonDerivedType(typeof(AddAuthenticator), "add-authenticator")]
[JsonDerivedType(typeof(RemoveAuthenticator), "remove-authenticator")]
[JsonDerivedType(typeof(IssueRecoveryCodes), "issue-recovery-codes")]
[JsonDerivedType(typeof(AddPasskey), "add-passkey"), JsonDerivedType(typeof(RemovePasskey), "remove-passkey")]
[JsonDerivedType(typeof(Link), "link"), JsonDerivedType(typeof(Unlink), "unlink")]
[JsonDerivedType(typeof(RenewFeeds), "renew-feeds"), JsonDerivedType(typeof(GiveConsent), "give-consent")]
public abstract record AccountCommand : ICommand<Account>
{
    /// <summary>Opens the account.</summary>
    public sealed record Open(string Name, string? PasswordHash, string Language) : AccountCommand;

    /// <summary>Lets it run the whole site.</summary>
    public sealed record MakeOperator : AccountCommand;

    /// <summary>
    /// Gives it another password, and ends every session but one; who asks has shown the present one, or has none.
    /// </summary>
    public sealed record ChangePassword(string PasswordHash, string? KeepSession) : AccountCommand;

    /// <summary>A wrong password or code was shown; the program says it.</summary>
    public sealed record FailSignIn : AccountCommand;

    /// <summary>Starts a session; the web has checked what was shown, and this decides whether it is enough.</summary>
    /// <param name="Id">What the cookie will name.</param>
    /// <param name="Device">Browser and system, in words.</param>
    /// <param name="Way">By what the person came.</param>
    /// <param name="Proof">What the second factor showed, or null.</param>
    /// <param name="Passkey">The passkey that was used, as it is by now, or null.</param>
    public sealed record StartSession(
        string Id, string Device, Way Way = Way.Password, Proof? Proof = null, Passkey? Passkey = null)
        : AccountCommand;

    /// <summary>Says that the person has shown in this session again who it is.</summary>
    public sealed record ConfirmSession(string Id) : AccountCommand;

    /// <summary>Says that a session is used.</summary>
    public sealed record UseSession(string Id) : AccountCommand;

    /// <summary>Says that the person has read in this session what happened to the account.</summary>
    public sealed record NoteSession(string Id) : AccountCommand;

    /// <summary>Ends a session.</summary>
    public sealed record EndSession(string Id) : AccountCommand;

    /// <summary>Ends every session but one.</summary>
    public sealed record EndOtherSessions(string Keep) : AccountCommand;

    /// <summary>Issues an API token.</summary>
    public sealed record IssueToken(string Id, string Hash, string Label, string? Session = null)
        : AccountCommand, ISensitive;

    /// <summary>Gives the person's own feeds other addresses.</summary>
    public sealed record RenewFeeds : AccountCommand;

    /// <summary>Agrees to this version of a policy of the site; the server has looked that there is one.</summary>
    public sealed record GiveConsent(string Policy, int Version) : AccountCommand;

    /// <summary>Revokes an API token.</summary>
    public sealed record RevokeToken(string Id) : AccountCommand;

    /// <summary>Changes the display name and how the person likes to read.</summary>
    public sealed record Prefer(string Name, Preferences Preferences) : AccountCommand;

    /// <summary>Names an e-mail address, to which a link has yet to be sent.</summary>
    public sealed record ProposeEmail(string Address, string KeyHash, string? Session = null)
        : AccountCommand, ISensitive;

    /// <summary>The link that was sent there has been opened; the program says it.</summary>
    public sealed record ConfirmEmail(string KeyHash) : AccountCommand;

    /// <summary>Takes the e-mail address away, and one that waits.</summary>
    public sealed record RemoveEmail(string? Session = null) : AccountCommand, ISensitive;

    /// <summary>Makes a link that gives the account another password; for the program and who runs the site.</summary>
    public sealed record IssueReset(string KeyHash, bool DropsSecondFactor = false) : AccountCommand;

    /// <summary>Gives it another password by such a link; the program says it.</summary>
    public sealed record ResetPassword(string KeyHash, string PasswordHash) : AccountCommand;

    /// <summary>From now on, signing in takes a code of this authenticator, too.</summary>
    /// <param name="Secret">What app and site share, under the server's encryption.</param>
    /// <param name="Step">The time step of the code that showed that the app has it.</param>
    /// <param name="CodeHashes">SHA-256 of each recovery code.</param>
    /// <param name="Session">Where it is asked.</param>
    public sealed record AddAuthenticator(
        string Secret, long Step, ImmutableArray<string> CodeHashes, string? Session = null)
        : AccountCommand, ISensitive;

    /// <summary>Signing in takes no second factor any more.</summary>
    public sealed record RemoveAuthenticator(string? Session = null) : AccountCommand, ISensitive;

    /// <summary>Puts new recovery codes in the place of the old ones.</summary>
    public sealed record IssueRecoveryCodes(ImmutableArray<string> CodeHashes, string? Session = null)
        : AccountCommand, ISensitive;

    /// <summary>Adds a passkey.</summary>
    public sealed record AddPasskey(Passkey Passkey, string? Session = null) : AccountCommand, ISensitive;

    /// <summary>Removes a passkey.</summary>
    public sealed record RemovePasskey(string Id, string? Session = null) : AccountCommand, ISensitive;

    /// <summary>Lets the person come in by another site, in place of who it was there before.</summary>
    public sealed record Link(OutsideLogin Login, string? Session = null) : AccountCommand, ISensitive;

    /// <summary>The person no longer comes in by that site.</summary>
    public sealed record Unlink(string Provider, string? Session = null) : AccountCommand, ISensitive;
}
