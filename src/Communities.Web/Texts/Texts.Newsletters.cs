#pragma warning disable CS1591 // A text says itself what it is.
namespace Communities.Web;

// Newsletters, and what one chooses to be sent by e-mail.
public partial class Texts
{
    public virtual string MailTitle(string community) => $"E-mails from {community}";
    public virtual string MailHint => "What you are sent, and how often. Nothing here is on that you did not ask for.";
    public virtual string MailHintTo(string address) => $"What is sent to {address}, and how often.";
    public virtual string MailOff => "This site sends no e-mail for now. What you choose here is kept.";
    public virtual string MailNoAddress => "Your account has no confirmed e-mail address, so nothing can be sent.";
    public virtual string MailAddAddress => "Add an address";
    public virtual string MailCameBack =>
        "Letters to you came back, so none is sent any more. If your mailbox works again, start them again.";
    public virtual string MailResume => "Start again";
    public virtual string MailNewsletter => "The newsletter";
    public virtual string MailNewsletterHint => "What the people who run this community put together, now and then.";
    public virtual string MailDigest => "A digest of what happened";
    public virtual string MailHour => "At";
    public virtual string MailDigestHint(string zone) =>
        $"By the clocks of {zone}. Weekly ones come on Mondays, monthly ones on the first; none comes when nothing "
        + "happened.";
    public virtual string MailNextDigest(string at) => $"The next one: {at}.";
    public virtual string MailSteps => "First steps";
    public virtual string MailStepsHint => "A few words while you are new, as long as something is still to be done.";
    public virtual string MailReminders => "Reminders";
    public virtual string MailRemindersHint => "Before something you said you would come to.";
    public virtual string MailEndAll => "End all of these";
    public virtual string MailAlways =>
        "What is decided about you and about your account is written to you in any case. What you are told of inside "
        + "the community is chosen elsewhere.";
    public virtual string MailChooseWhat => "Choose what you are sent";
    public virtual string MailOwn => "E-mails";
    public virtual string MailChosen => "Your choice is kept.";
    public virtual string HourOfDay(int hour) => $"{hour:00}:00";
    public virtual string Rhythm(DigestRhythm rhythm) => rhythm switch
    {
        DigestRhythm.Daily => "Every day",
        DigestRhythm.Weekly => "Every week",
        DigestRhythm.Monthly => "Every month",
        _ => "Never",
    };

    public virtual string SubscribeTitle(string community) => $"The newsletter of {community}";
    public virtual string SubscribeConfirmHint =>
        "One click, and it comes to this address. You can end it at any time.";
    public virtual string SubscribeHead => "By e-mail";
    public virtual string SubscribeHint =>
        "Let it come to your confirmed address. Each letter has a link that ends it.";
    public virtual string SubscribeHintVisitor =>
        "Say where it should come to. We write there once to ask; without your yes, nothing more is sent.";
    public virtual string SubscribeMembers => "The newsletter comes to members who ask for it.";
    public virtual string SubscribeDo => "Subscribe";
    public virtual string SubscribedAlready => "The newsletter comes to you by e-mail.";
    public virtual string SubscribingNow =>
        "If this address does not have the newsletter yet, a letter is on its way there. Please open the link in it.";
    public virtual string SubscribedNow => "The newsletter comes to you from now on.";
    public virtual string UnsubscribedNow => "You are sent none of these any more.";

    public virtual string Newsletters => "Newsletters";
    public virtual string NewslettersOf(string community) => $"Newsletters of {community}";
    public virtual string NewsletterOf(string community) => $"The newsletter of {community}";
    public virtual string NewslettersHint => "Every issue, to be read here.";
    public virtual string NewslettersNone =>
        "Issues stand here once the first one is out: the best conversations, results, and a few words.";
    public virtual string NewslettersSeen => "As members see them";
    public virtual string NewsletterFigures => "See its figures";

    public virtual string NewsletterStudioHint =>
        "Issues made from the best conversations and your own words; sent once to everybody who asked for them.";
    public virtual string NewsletterStudioNone =>
        "No issue yet. Pick a few conversations, write two sentences, look at it in both languages, and send it.";
    public virtual string NewsletterWrite => "Write an issue";
    public virtual string NewsletterEditHint =>
        "Threads are shown as they are when the issue is read: what is removed by then is left out.";
    public virtual string AudienceNewsletter => "have the newsletter";
    public virtual string AudienceDigest => "have a digest";
    public virtual string AudienceStopped => "whose letters came back";
    public virtual string NewsletterIssueHead => "Issue";
    public virtual string NewsletterState => "State";
    public virtual string FigureSent => "Sent";
    public virtual string FigureWaiting => "Waiting";
    public virtual string FigureClicked => "Followed a link";
    public virtual string FigureBounced => "Came back";
    public virtual string FigureSkipped => "Not sent: no address, ended, or refused";
    public virtual string FigureUnsubscribed => "Unsubscribed";
    public virtual string FigureLinks => "Links that were followed";
    public virtual string LetterFiguresHint =>
        "Nobody is watched while reading: there are no hidden pictures, so how many opened it is not known. Programs "
        + "that check links for safety count as followers.";
    public virtual string NewsletterStatusName(NewsletterStatus status) => status switch
    {
        NewsletterStatus.Draft => "Draft",
        NewsletterStatus.Scheduled => "Planned",
        NewsletterStatus.Sending => "Being sent",
        NewsletterStatus.Sent => "Sent",
        _ => "Discarded",
    };
    public virtual string NewsletterSubject(string language) => $"Subject ({language})";
    public virtual string NewsletterIntroduction => "Opening words";
    public virtual string NewsletterClosing => "Closing words";
    public virtual string NewsletterAlsoIn(string language) => $"Also in {language}";
    public virtual string NewsletterAlsoHint(string language) =>
        $"Whoever reads {language} gets these words; without them, those above.";
    public virtual string NewsletterPick => "Conversations to show";
    public virtual string NewsletterPickNone => "Nothing was followed much in the last month; name some below.";
    public virtual string NewsletterOthers => "Other conversations";
    public virtual string NewsletterOthersHint => "Their addresses, one a line.";
    public virtual string NewsletterResultsHint => "What votes came to in the month before.";
    public virtual string NewsletterGatherings => "What comes next";
    public virtual string NewsletterGatheringsHint => "The next gatherings that everybody may see.";
    public virtual string PreviewIn(string language) => $"As it is read in {language}";
    public virtual string NewsletterTry => "Send a test to me";
    public virtual string NewsletterSending => "Sending";
    public virtual string NewsletterGoesTo(int count) =>
        Plural(count, "It goes to {0} person who asked for it.", "It goes to {0} people who asked for it.");
    public virtual string NewsletterAt(string zone) => $"Send it later, by the clocks of {Place(zone)}";
    public virtual string NewsletterPlan => "Plan it";
    public virtual string NewsletterUnplan => "Make it a draft again";
    public virtual string NewsletterGoes(string at, string zone) => $"It goes out on {at} ({Place(zone)}).";
    public virtual string NewsletterSure => "It may go out now: what was sent cannot be taken back.";
    public virtual string NewsletterSend => "Send it now";
    public virtual string NewsletterDiscard => "Discard this issue";
    public virtual string NewsletterTriedNow => "It is on its way to you, and to nobody else.";
    public virtual string NewsletterPlannedNow => "It goes out by itself at that time.";
    public virtual string NewsletterUnplannedNow => "It is a draft again.";
    public virtual string NewsletterSentNow => "It is on its way, and can be read on the web.";
    public virtual string NewsletterDiscardedNow => "The issue is discarded.";
}
