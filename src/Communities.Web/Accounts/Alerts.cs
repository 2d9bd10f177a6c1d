using Communities.Actors;

namespace Communities.Web;

/// <summary>Tells the owner of an account by e-mail what happened to it, whoever did it.</summary>
internal sealed class Alerts(IActors actors, Letters letters, Postbox postbox, TimeProvider time)
{
    /// <summary>Tells of what this answer holds that the owner should know of.</summary>
    public async ValueTask Tell(string account, Answer answer, CancellationToken ct)
    {
        if (!postbox.IsOpen || answer.IsRepeat) return;
        Account? state = null;
        foreach (var happened in answer.Events)
        {
            if (MatterOf(happened) is not var (matter, former)) continue;
            state ??= await actors.See<Account>(Keys.OfAccount(account), ct);
            if (matter == Matter.Locked && !state.Lockout.HasJustBegun) continue;

            // Whose address is taken away learns it there, where whoever took it does not read.
            if ((former ?? state.Email) is { } address)
                postbox.Post(letters.Alert(address, account, state, matter, time.GetUtcNow()));
        }
    }

    private static (Matter Matter, string? Former)? MatterOf(object happened) => happened switch
    {
        AccountEvent.PasswordChanged => (Matter.PasswordChanged, null),
        AccountEvent.SignInFailed { LockedUntil: not null } => (Matter.Locked, null),
        AccountEvent.EmailConfirmed { Former: { } former } => (Matter.EmailChanged, former),
        AccountEvent.EmailRemoved { Former: { } former } => (Matter.EmailRemoved, former),
        AccountEvent.AuthenticatorAdded => (Matter.AuthenticatorAdded, null),
        AccountEvent.AuthenticatorRemoved => (Matter.AuthenticatorRemoved, null),
        AccountEvent.RecoveryCodeUsed => (Matter.RecoveryCodeUsed, null),
        AccountEvent.PasskeyAdded => (Matter.PasskeyAdded, null),
        AccountEvent.PasskeyRemoved => (Matter.PasskeyRemoved, null),
        AccountEvent.Linked => (Matter.Linked, null),
        AccountEvent.Unlinked => (Matter.Unlinked, null),
        AccountEvent.TokenIssued => (Matter.TokenIssued, null),
        _ => null,
    };
}
