#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Accounts, sign-in, and what belongs to a person.
public partial class Texts
{
    public virtual string AccountName => "Account name";
    public virtual string AccountNameHint =>
        "2 to 40 small letters a–z, digits, hyphens and underscores. It signs you in and never changes.";
    public virtual string DisplayName => "Display name";
    public virtual string DisplayNameHint => "What others see beside your posts. You can change it.";
    public virtual string AccountDisplayNameHint => "Used when you join a community; there, your profile has its own.";
    public virtual string Password => "Password";
    public virtual string NoAccountYet => "I have no account yet";
    public virtual string HaveAccount => "I have an account already";
    public virtual string SignUpHint => "One account for all communities here. No e-mail address is needed.";
    public virtual string SetUp => "Set up this site";
    public virtual string SetUpHint => "You open the first account. It runs the whole site.";
    public virtual string SignInToSee => "Please sign in first; you will come back to this page.";
    public virtual string MyAccount => "My account";
    public virtual string ProfileAndReading => "Name and reading";
    public virtual string ChangePassword => "Change the password";
    public virtual string ChangePasswordHint => "Every other session ends with it.";
    public virtual string PasswordChanged => "The password is changed. Other sessions have ended.";
    public virtual string PresentPassword => "Present password";
    public virtual string NewPassword => "New password";
    public virtual string Sessions => "Sessions";
    public virtual string SessionsHint => "Where you are signed in. End what you do not know.";
    public virtual string Device => "Device";
    public virtual string SignedInAt => "Since";
    public virtual string ThisDevice => "this one";
    public virtual string End => "End";
    public virtual string EndOthers => "End all others";
    public virtual string SessionEnded => "The session has ended.";
    public virtual string Tokens => "API tokens";
    public virtual string TokensHint => "A program that shows one acts for you. Give each program its own.";
    public virtual string TokenLabel => "What it is for";
    public virtual string TokenLabelExample => "Backup script";
    public virtual string IssuedAt => "Issued";
    public virtual string IssueToken => "Issue a token";
    public virtual string TokenIssued => "Here is the token. Copy it now: it is shown only this once.";
    public virtual string Revoke => "Revoke";
    public virtual string TokenRevoked => "The token no longer works.";
}
