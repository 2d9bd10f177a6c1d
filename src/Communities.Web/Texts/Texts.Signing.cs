#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Signing in, and what keeps an account safe.
public partial class Texts
{
    public virtual string Security => "Signing in and safety";
    public virtual string SecurityHint => "Password, e-mail address, second factor, passkeys, sessions and tokens.";
    public virtual string BackToAccount => "Back to my account";
    public virtual string NameOrEmail => "Account name or e-mail address";
    public virtual string Forgotten => "I have forgotten my password";
    public virtual string SetPassword => "Set a password";
    public virtual string SetPasswordHint => "You sign in without one so far. With one, you can do both.";
    public virtual string ConfirmTitle => "Is it you?";
    public virtual string ConfirmHint =>
        "What could take your account away is only changed by who has shown lately to be you. It counts for a quarter "
        + "of an hour.";
    public virtual string ConfirmDo => "Continue";
    public virtual string ConfirmedNow => "Thank you. You can change everything here for a quarter of an hour.";
    public virtual string ConfirmToChange => "To change something here, show first that it is you.";
    public virtual string TokenChangesNothing => "Whoever shows a token can look here, but change nothing.";

    public virtual string Email => "E-mail address";
    public virtual string EmailHint =>
        "By it you get another password when you have forgotten yours, and hear when something happens to your "
        + "account. Nobody else sees it.";
    public virtual string EmailOptional => "Optional. By it you get another password when you have forgotten yours.";
    public virtual string EmailRequired => "We send a link there. Once you have opened it, you can write here.";
    public virtual string EmailNone => "No address yet.";
    public virtual string EmailWaits(string address) =>
        $"{address} waits to be confirmed: please open the link that was sent there.";
    public virtual string EmailSave => "Send a confirmation";
    public virtual string EmailRemove => "Remove the address";
    public virtual string EmailSent => "An e-mail is on its way. The address counts once you have opened its link.";
    public virtual string EmailRemoved => "The address is removed.";
    public virtual string EmailConfirmTitle => "Confirm an e-mail address";
    public virtual string EmailConfirmHint => "One more click, so that no program does it for you.";
    public virtual string EmailConfirmed => "Your e-mail address is confirmed.";
    public virtual string NoMail => "This site sends no e-mail.";

    public virtual string ResetTitle => "Another password";
    public virtual string ResetAskHint =>
        "We send a link to the confirmed address of the account. Signing in by a passkey works without it.";
    public virtual string ResetAsk => "Send a link";
    public virtual string ResetSent =>
        "If there is such an account with a confirmed address, an e-mail is on its way. Please also look among the "
        + "unwanted ones.";
    public virtual string ResetNoMail =>
        "This site sends no e-mail. Whoever runs it can give you a link by which you choose another password.";
    public virtual string ResetChooseHint => "You sign in with it from now on. Every session ends.";
    public virtual string ResetDone => "The password is changed. Please sign in with it.";
    public virtual string SignedOutByPassword =>
        "You were signed out here, because the password of your account was changed.";

    public virtual string ResetForOthers => "A password for somebody else";
    public virtual string ResetForOthersHint =>
        "The link lets whoever has it choose another password for the account. Give it to its owner alone, once you "
        + "know who that is.";
    public virtual string ResetDropsFactor => "Also turn off the second factor, which is lost";
    public virtual string ResetMake => "Make a link";
    public virtual string ResetMade => "Here is the link. It works for two hours, and once.";

    public virtual string AlertTitle => "Something happened to your account";
    public virtual string AlertMine => "That was me";
    public virtual string AlertLook => "Look at it";
    public virtual string Happened => "What happened to the account";
    public virtual string HappenedNothing => "Nothing out of the ordinary.";
    public virtual string LastUsed => "Last used";

    public virtual string SignUpHintEmail => "One account for all communities here.";
    public virtual string CodeTitle => "One more step";
    public virtual string CodeHint => "Your account asks for a second factor.";
    public virtual string FactorCode => "Code of your app";
    public virtual string CodeFieldHint => "Six digits. Without the app, one of your recovery codes will do.";
    public virtual string StartAgain => "Start again";
    public virtual string Factor => "Second factor";
    public virtual string FactorHint =>
        "With an authenticator app on your phone, a password that somebody else knows is not enough to sign in.";
    public virtual string FactorOn => "Signing in takes a code of your app.";
    public virtual string FactorOff => "Signing in takes no second factor any more.";
    public virtual string FactorAdd => "Set up an app";
    public virtual string FactorRemove => "Turn it off";
    public virtual string FactorScan => "Let the app read this picture, or type the key in.";
    public virtual string FactorPicture => "A QR code that the app reads";
    public virtual string FactorKey => "Key";
    public virtual string FactorType => "Then type the code that it shows.";
    public virtual string FactorTurnOn => "Turn it on";
    public virtual string Codes => "Recovery codes";
    public virtual string CodesHint =>
        "Each lets you in once when the app is lost. Keep them where you keep other important papers: they are shown "
        + "only this once.";
    public virtual string CodesLeft(int count) => Plural(count, CodeLeftPattern, CodesLeftPattern);
    public virtual string CodesNew => "Make new recovery codes";
    public virtual string CodesKept => "I have kept them";
    public virtual string Passkeys => "Passkeys";
    public virtual string PasskeysHint =>
        "Sign in with your fingerprint, your face or the PIN of your device. Nobody can guess or steal it from here.";
    public virtual string PasskeysNone => "No passkey yet.";
    public virtual string PasskeyAdd => "Add a passkey";
    public virtual string PasskeyAdded => "The passkey is added. From now on it signs you in.";
    public virtual string PasskeyRemoved => "The passkey is removed.";
    public virtual string PasskeyRemove => "Remove";
    public virtual string PasskeyLabel => "What you call it";
    public virtual string PasskeyLabelExample => "My phone";
    public virtual string PasskeySynced => "on several devices";
    public virtual string PasskeyUse => "Use a passkey";
    public virtual string PasskeyFailed => "That did not work. Nothing was changed; please try again.";
    public virtual string PasskeyScript => "Passkeys need JavaScript in this browser.";
    public virtual string Outside => "Other sites";
    public virtual string OutsideHint => "Sign in here by being signed in there.";
    public virtual string OutsideWith(string site) => $"Continue with {site}";
    public virtual string OutsideLink(string site) => $"Link {site}";
    public virtual string OutsideUnlink => "Unlink";
    public virtual string OutsideLinked => "The other site now signs you in here.";
    public virtual string OutsideUnlinked => "The other site no longer signs you in here.";
    public virtual string OutsideFailed => "The other site did not let you in. Nothing was changed.";
    public virtual string OutsideOnward(string site) => $"On to {site}";
    public virtual string OutsideOnwardHint => "You will come back here at once.";
    public virtual string OutsideNew(string site) => $"First time here, with {site}";
    public virtual string OutsideNewHint =>
        "Choose a name for your account here. If you have one already, sign in to it first and link it there.";
    public virtual string Or => "or";

    protected virtual string CodeLeftPattern => "{0} recovery code is left.";
    protected virtual string CodesLeftPattern => "{0} recovery codes are left.";
}
