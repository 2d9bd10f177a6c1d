using Communities.Actors;
using static Communities.AccountCommand;
using static Communities.AccountEvent;

namespace Communities;

// How somebody comes in: what is enough, and what counts once.
public sealed partial record Account
{
    private static readonly Refusal CodeNeeded = new(
        "code.needed", "Please also show a code of your authenticator, or a recovery code.");

    private static readonly Refusal CodeWrong = new("code.wrong", "This code is not, or no longer, valid.");

    /// <summary>Why no password is looked at now, or null.</summary>
    public Refusal? LockedAt(DateTimeOffset at) => !Lockout.IsOnAt(at) ? null : new(
        "password.locked",
        $"Too many wrong ones. Please wait {Math.Ceiling((Lockout.Until!.Value - at).TotalMinutes):0} minutes.");

    private Decision<AccountEvent> Starting(StartSession c, Turn turn)
    {
        if (Sessions.Exists(session => session.Id == c.Id)) return [];
        if (c.Way != Way.Passkey && LockedAt(turn.At) is { } locked) return locked;
        var shown = Showing(c);
        if (shown.Refusal is { } no) return no;
        var ended = Sessions.FindAll(session => session.StartedAt + SessionLife <= turn.At);
        var left = Sessions.Count - ended.Count;
        if (left >= SessionsMax) ended = ended.Add(Sessions.Find(session => !ended.Contains(session))!);
        return [.. shown, .. ended.Select(session => new SessionEnded(session.Id)),
            new SessionStarted(c.Id, Text.CleanLine(c.Device, Text.NameMax))];
    }

    // What the second factor showed is used up with the session that it starts, in one decision.
    private Decision<AccountEvent> Showing(StartSession c) => c switch
    {
        { Way: Way.Passkey, Passkey: { } used } => Passkeys.Find(key => key.Id == used.Id) switch
        {
            null => new Refusal("passkey.wrong", "This passkey opens no account here."),
            { } known when known.SignCount == used.SignCount && known.IsBackedUp == used.IsBackedUp => [],
            _ => [new PasskeyUsed(used.Id, used.SignCount, used.IsBackedUp)],
        },
        { Way: Way.Passkey } => new Refusal("passkey.wrong", "This passkey opens no account here."),
        _ when Authenticator is null => [],
        { Proof.Step: { } step } => step > Authenticator.LastStep ? [new AuthenticatorUsed(step)] : CodeWrong,
        { Proof.CodeHash: { } hash } => RecoveryCodes.Contains(hash) ? [new RecoveryCodeUsed(hash)] : CodeWrong,
        _ => CodeNeeded,
    };

    private Decision<AccountEvent> Changing(ChangePassword c, Turn turn) =>
        PasswordHash is null && turn.Standing.Role != Role.System && !IsConfirmedAt(c.KeepSession, turn.At)
            ? Refusals.ConfirmFirst
            : [new PasswordChanged(c.PasswordHash, c.KeepSession),
                .. Ending(session => session.Id != c.KeepSession)];

    private Account Failed(SignInFailed e, Moment moment)
    {
        var after = Lockout.After(moment.At) with { Until = e.LockedUntil };
        var noted = after.HasJustBegun ? Noted(Matter.Locked, moment) : this;
        return noted with { Lockout = after };
    }
}
