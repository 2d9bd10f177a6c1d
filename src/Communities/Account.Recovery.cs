using System.Text.RegularExpressions;
using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;

namespace Communities;

// The e-mail address, and links that give another password.
public sealed partial record Account
{
    /// <summary>The longest e-mail address, as RFC 5321 has it.</summary>
    public const int EmailMax = 254;

    /// <summary>
    /// How long the link lasts that confirms an address: who signs up at night reads mail the next day.
    /// </summary>
    public static readonly TimeSpan EmailLinkLife = TimeSpan.FromDays(1);

    // The form that opens an account names an address right behind that; a thief would have to come as soon.
    private static readonly TimeSpan _openingTime = TimeSpan.FromMinutes(1);

    /// <summary>How long a link lasts that gives another password: who asks for it waits for it.</summary>
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);

    /// <summary>A further link is made no sooner, so that nobody fills somebody else's mailbox.</summary>
    public static readonly TimeSpan ResetPause = TimeSpan.FromMinutes(2);

    private static readonly Refusal LinkWrong = new(
        "link.wrong", "This link is not, or no longer, valid. Please ask for another one.");

    private static readonly Refusal LastWay = new(
        "way.last", "You could not sign in any more without it. Please add a password or another way first.");

    /// <summary>True for what can be an e-mail address.</summary>
    public static bool IsEmail(string? address) =>
        address is { Length: <= EmailMax } && EmailAddress().IsMatch(address)
            && Text.LineFault("email", address, EmailMax) is null;

    private Decision<AccountEvent> Proposing(ProposeEmail c) =>
        !IsEmail(c.Address) ? new Refusal("email.malformed", "That is no e-mail address.")
        : !IsDigest(c.KeyHash) ? LinkWrong
        : c.Address == Email ? []
        : [new EmailProposed(c.Address, c.KeyHash)];

    private Decision<AccountEvent> ConfirmingEmail(ConfirmEmail c, Turn turn) =>
        PendingEmail is { } waits && waits.KeyHash == c.KeyHash && waits.Until > turn.At
            ? [new EmailConfirmed(waits.Address, Email)]
            : LinkWrong;

    // The address that was named on opening the account is no news to who opened it; any other is.
    private Account Confirmed(EmailConfirmed e, Moment moment)
    {
        var isFirst = e.Former is null && PendingEmail?.Until <= OpenedAt + _openingTime + EmailLinkLife;
        return (isFirst ? this : Noted(Matter.EmailChanged, moment)) with { Email = e.Address, PendingEmail = null };
    }

    private Decision<AccountEvent> RemovingEmail(RemoveEmail c) =>
        Email is null && PendingEmail is null ? []
        : HasWay(email: null) ? [new EmailRemoved(Email, c.Session)]
        : LastWay;

    private Decision<AccountEvent> IssuingReset(IssueReset c, Turn turn) =>
        !IsDigest(c.KeyHash) ? LinkWrong
        : PendingReset?.KeyHash == c.KeyHash ? []
        : turn.Standing.Role == Role.System && PendingReset?.Until > turn.At + ResetLife - ResetPause
            ? new Refusal("reset.slow", "A link was made just now; it may take a minute to come.")
        : [new ResetIssued(c.KeyHash, c.DropsSecondFactor)];

    private Decision<AccountEvent> Resetting(ResetPassword c, Turn turn) =>
        PendingReset is not { } pending || pending.KeyHash != c.KeyHash || pending.Until <= turn.At ? LinkWrong
        : pending.DropsSecondFactor && Authenticator is not null
            ? [new PasswordChanged(c.PasswordHash), new AuthenticatorRemoved(), .. Ending(_ => true)]
        : [new PasswordChanged(c.PasswordHash), .. Ending(_ => true)];

    // Whoever has no password any more comes in by a link to the address, by a passkey, or by another site.
    private bool HasWay(string? email, int passkeysLess = 0, int loginsLess = 0) =>
        PasswordHash is not null || email is not null || Passkeys.Count > passkeysLess
        || OutsideLogins.Count > loginsLess;

    private static bool IsDigest(string? hash) => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower);

    // Neither quoted local parts nor addresses in brackets: nobody has one, and each is a way to smuggle something.
    [GeneratedRegex(
        @"^[^\s@<>()\[\]\\,;:""]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddress();
}
