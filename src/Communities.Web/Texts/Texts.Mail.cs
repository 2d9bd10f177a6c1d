#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// What the site writes to people by e-mail, and what happened to an account.
public partial class Texts
{
    public virtual string MailGreeting(string name) => $"Hello {name},";
    public virtual string MailConfirmSubject => "Please confirm your e-mail address";
    public virtual string MailConfirmText(string site) =>
        $"Somebody, most likely you, has named this address for an account at {site}. Please confirm that you read it.";
    public virtual string MailConfirmAction => "Confirm this address";
    public virtual string MailConfirmEnds => "The link works for a day.";
    public virtual string MailConfirmElse =>
        "If this was not you, there is nothing to do: without the link, the address is used for nothing.";
    public virtual string MailResetSubject => "A new password for your account";
    public virtual string MailResetText(string account) =>
        $"Somebody, most likely you, has forgotten the password of the account {account}. Here you choose another one.";
    public virtual string MailResetAction => "Choose another password";
    public virtual string MailResetEnds => "The link works for two hours, and once.";
    public virtual string MailResetElse => "If this was not you, there is nothing to do: your password stays as it is.";
    public virtual string MailAlertWhen(string account, string at) => $"It concerns the account {account}, on {at}.";
    public virtual string MailAlertAction => "Look at your account";
    public virtual string MailAlertElse =>
        "If this was you, there is nothing to do. If not, please choose another password and end the sessions that "
        + "you do not know.";
    public virtual string MailLockedElse =>
        "Whoever it was has to wait longer each time. You stay signed in where you are, and a passkey or a link for "
        + "another password lets you in at any time.";

    /// <summary>What happened to an account, in one sentence.</summary>
    public virtual string MatterOf(Matter matter) => matter switch
    {
        Matter.PasswordChanged => "The password was changed.",
        Matter.Locked => "Somebody tried several wrong passwords.",
        Matter.EmailChanged => "The e-mail address was changed.",
        Matter.EmailRemoved => "The e-mail address was removed.",
        Matter.AuthenticatorAdded => "An authenticator app was added.",
        Matter.AuthenticatorRemoved => "The authenticator app was removed.",
        Matter.RecoveryCodesIssued => "New recovery codes were made.",
        Matter.RecoveryCodeUsed => "Somebody signed in with a recovery code.",
        Matter.PasskeyAdded => "A passkey was added.",
        Matter.PasskeyRemoved => "A passkey was removed.",
        Matter.Linked => "Signing in through another site was added.",
        Matter.Unlinked => "Signing in through another site was removed.",
        _ => "An API token was issued.",
    };
}
