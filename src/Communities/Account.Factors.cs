using System.Collections.Immutable;
using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;

namespace Communities;

// What a person has besides the password: an authenticator, recovery codes, passkeys, other sites.
public sealed partial record Account
{
    /// <summary>Recovery codes at a time: enough for years of lost phones.</summary>
    public const int RecoveryCodesMax = 10;

    /// <summary>Passkeys at a time: every device that one person has, with room.</summary>
    public const int PasskeysMax = 20;

    // WebAuthn allows credential ids of 1,023 bytes; keys of any algorithm are far smaller than this.
    private const int PasskeyTextMax = 4_000;

    private const int TransportsMax = 8;
    private const int SecretMax = 1_000;

    private static readonly Refusal FactorMalformed = new("code.malformed", "That is no second factor.");

    private Decision<AccountEvent> Adding(AddAuthenticator c) =>
        c.Secret is not { Length: > 0 and <= SecretMax } || !AreDigests(c.CodeHashes) ? FactorMalformed
        : Authenticator?.Secret == c.Secret ? [] // Asked twice, done once.
        : [new AuthenticatorAdded(c.Secret, c.Step, c.Session), new RecoveryCodesIssued(c.CodeHashes, c.Session)];

    private Decision<AccountEvent> IssuingCodes(IssueRecoveryCodes c) =>
        Authenticator is null ? new Refusal("authenticator.missing", "There is no second factor yet.")
        : !AreDigests(c.CodeHashes) ? FactorMalformed
        : [new RecoveryCodesIssued(c.CodeHashes, c.Session)];

    private Decision<AccountEvent> Adding(AddPasskey c) =>
        c.Passkey is not { } key || key.Id is not { Length: > 0 and <= PasskeyTextMax }
            || key.PublicKey is not { Length: > 0 and <= PasskeyTextMax } || key.Transports.IsDefault
            || key.Transports.Length > TransportsMax || key.Transports.Any(t => t is not { Length: > 0 and <= 20 })
            ? new Refusal("passkey.malformed", "That is no passkey.")
        : Text.LineFault("label", key.Label, Text.NameMax) is { } fault ? fault
        : Passkeys.Exists(known => known.Id == key.Id) ? []
        : Passkeys.Count >= PasskeysMax ? new Refusal(
            "passkey.many", $"An account has {PasskeysMax} passkeys at most; please remove an unused one.")
        : [new PasskeyAdded(key, c.Session)];

    private Decision<AccountEvent> Removing(RemovePasskey c) =>
        !Passkeys.Exists(key => key.Id == c.Id) ? []
        : HasWay(Email, passkeysLess: 1) ? [new PasskeyRemoved(c.Id, c.Session)]
        : LastWay;

    private Decision<AccountEvent> Linking(Link c) =>
        c.Login is not { } login || login.Subject is not { Length: > 0 and <= Text.TitleMax }
            || Text.LineFault("label", login.Provider, Text.NameMax) is not null
            ? new Refusal("login.malformed", "The other site did not say who you are.")
        : OutsideLogins.Find(known => known.Provider == login.Provider) switch
        {
            { } known when known.Subject == login.Subject => [],
            { } known => [new Unlinked(known.Provider, known.Subject, c.Session), Linking(login, c.Session)],
            null => [Linking(login, c.Session)],
        };

    private Decision<AccountEvent> Unlinking(Unlink c) =>
        OutsideLogins.Find(login => login.Provider == c.Provider) is not { } known ? []
        : HasWay(Email, loginsLess: 1) ? [new Unlinked(known.Provider, known.Subject, c.Session)]
        : LastWay;

    private static Linked Linking(OutsideLogin login, string? session) =>
        new(login with { Label = Text.CleanLine(login.Label, Text.NameMax) }, session);

    private static bool AreDigests(ImmutableArray<string> hashes) =>
        !hashes.IsDefaultOrEmpty && hashes.Length <= RecoveryCodesMax && hashes.All(IsDigest);
}
