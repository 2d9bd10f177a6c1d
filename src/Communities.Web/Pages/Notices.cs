namespace Communities.Web;

/// <summary>What just happened, as the page behind a form says it; its address holds the code.</summary>
internal static class Notices
{
    public const string Parameter = "done";

    public const string AnswerRequested = "answer-requested";
    public const string AnswerPassedOn = "answer-passed-on";
    public const string ThreadRested = "thread-rested";
    public const string Saved = "saved";
    public const string Draft = "draft";
    public const string Joined = "joined";
    public const string Left = "left";
    public const string Founded = "founded";
    public const string Appointed = "appointed";
    public const string BroughtIn = "brought-in";
    public const string Asked = "asked";
    public const string Withdrawn = "withdrawn";
    public const string Admitted = "admitted";
    public const string Declined = "declined";
    public const string Invited = "invited";
    public const string Revoked = "revoked";
    public const string Moved = "moved";
    public const string Reported = "reported";
    public const string Appealed = "appealed";
    public const string GroupFounded = "group-founded";
    public const string GroupDissolved = "group-dissolved";
    public const string Password = "password";
    public const string Session = "session";
    public const string Token = "token";
    public const string FaceSet = "face-set";
    public const string FaceRemoved = "face-removed";
    public const string FilesSent = "files-sent";
    public const string FileRemoved = "file-removed";
    public const string Agreed = "agreed";
    public const string Published = "published";
    public const string Thanked = "thanked";
    public const string SlotSubmitted = "slot-submitted";
    public const string SlotScheduled = "slot-scheduled";
    public const string SlotPublished = "slot-published";
    public const string SlotCancelled = "slot-cancelled";
    public const string SlotMoved = "slot-moved";
    public const string InterviewClosed = "interview-closed";
    public const string ContestOpened = "contest-opened";
    public const string Entered = "entered";
    public const string EntryHeld = "entry-held";
    public const string Voted = "voted";
    public const string VersionWithdrawn = "version-withdrawn";

    public const string Fitting = "fitting";
    public const string FittingOpen = "fitting-open";
    public const string AnswerHolds = "answer-holds";
    public const string AnswerDoubted = "answer-doubted";
    public const string Going = "going";
    public const string Waits = "waits";
    public const string Interested = "interested";
    public const string NotGoing = "not-going";
    public const string CheckedIn = "checked-in";
    public const string GatheringCancelled = "gathering-cancelled";
    public const string Planned = "planned";
    public const string Recapped = "recapped";
    public const string TimeSkipped = "time-skipped";
    public const string TimeTwice = "time-twice";

    public const string ResetSent = "reset-sent";
    public const string ResetDone = "reset-done";
    public const string EmailSent = "email-sent";
    public const string EmailRemoved = "email-removed";
    public const string EmailConfirmed = "email-confirmed";
    public const string Confirmed = "confirmed";
    public const string FactorOff = "factor-off";
    public const string Passkey = "passkey";
    public const string PasskeyRemoved = "passkey-removed";
    public const string Linked = "linked";
    public const string Unlinked = "unlinked";
    public const string OutsideFailed = "outside-failed";

    public const string CaseClaimed = "case-claimed";
    public const string CaseReleased = "case-released";
    public const string CaseEscalated = "case-escalated";
    public const string CaseReopened = "case-reopened";
    public const string CaseNoted = "case-noted";
    public const string CaseDecided = "case-decided";
    public const string CaseUndone = "case-undone";
    public const string CaseAnswered = "case-answered";
    public const string CasesDecided = "cases-decided";

    public const string Subscribing = "subscribing";
    public const string Subscribed = "subscribed";
    public const string Unsubscribed = "unsubscribed";
    public const string MailChosen = "mail-chosen";
    public const string NewsletterTried = "newsletter-tried";
    public const string NewsletterPlanned = "newsletter-planned";
    public const string NewsletterUnplanned = "newsletter-unplanned";
    public const string NewsletterSent = "newsletter-sent";
    public const string NewsletterDiscarded = "newsletter-discarded";

    /// <summary>The code of what is odd about a time that was written; this one where nothing is.</summary>
    public static string Of(Wrinkle wrinkle, string otherwise) => wrinkle switch
    {
        Wrinkle.Skipped => TimeSkipped,
        Wrinkle.Twice => TimeTwice,
        _ => otherwise,
    };

    /// <summary>The sentence of a code; null for none, and for what is no code of ours.</summary>
    public static string? Of(string? code, Texts texts) => code switch
    {
        AnswerRequested => texts.AnswerRequestedNow,
        AnswerPassedOn => texts.AnswerPassedOnNow,
        ThreadRested => texts.ThreadRestedNow,
        Saved => texts.Saved,
        Draft => texts.DraftKept,
        Joined => texts.JoinedNow,
        Left => texts.LeftNow,
        Founded => texts.FoundedNow,
        Appointed => texts.Appointed,
        BroughtIn => texts.BroughtIn,
        Asked => texts.AskedNow,
        Withdrawn => texts.WithdrawnNow,
        Admitted => texts.AdmittedNow,
        Declined => texts.DeclinedNow,
        Invited => texts.InvitedNow,
        Revoked => texts.RevokedNow,
        Moved => texts.MovedNow,
        Reported => texts.ReportedNow,
        Appealed => texts.AppealedNow,
        GroupFounded => texts.GroupFoundedNow,
        GroupDissolved => texts.GroupDissolvedNow,
        Password => texts.PasswordChanged,
        Session => texts.SessionEnded,
        Token => texts.TokenRevoked,
        ResetSent => texts.ResetSent,
        ResetDone => texts.ResetDone,
        EmailSent => texts.EmailSent,
        EmailRemoved => texts.EmailRemoved,
        EmailConfirmed => texts.EmailConfirmed,
        Confirmed => texts.ConfirmedNow,
        FactorOff => texts.FactorOff,
        Passkey => texts.PasskeyAdded,
        PasskeyRemoved => texts.PasskeyRemoved,
        Linked => texts.OutsideLinked,
        Unlinked => texts.OutsideUnlinked,
        OutsideFailed => texts.OutsideFailed,
        FaceSet => texts.FaceSet,
        FaceRemoved => texts.FaceRemoved,
        FilesSent => texts.FilesSent,
        FileRemoved => texts.FileRemoved,
        Agreed => texts.AgreedNow,
        Fitting => texts.FittingNow,
        FittingOpen => texts.FittingOpenNow,
        AnswerHolds => texts.AnswerHoldsNow,
        AnswerDoubted => texts.AnswerDoubtedNow,
        Published => texts.PublishedNow,
        Thanked => texts.ThankedNow,
        SlotSubmitted => texts.SlotSubmittedNow,
        SlotScheduled => texts.SlotScheduledNow,
        SlotPublished => texts.SlotPublishedNow,
        SlotCancelled => texts.SlotCancelledNow,
        SlotMoved => texts.SlotMovedNow,
        InterviewClosed => texts.InterviewClosedNow,
        ContestOpened => texts.ContestOpenedNow,
        Entered => texts.EnteredNow,
        EntryHeld => texts.EntryHeldNow,
        Voted => texts.VotedNow,
        VersionWithdrawn => texts.VersionWithdrawn,
        CaseClaimed => texts.CaseClaimedNow,
        CaseReleased => texts.CaseReleasedNow,
        CaseEscalated => texts.CaseEscalatedNow,
        CaseReopened => texts.CaseReopenedNow,
        CaseNoted => texts.CaseNotedNow,
        CaseDecided => texts.CaseDecidedNow,
        CaseUndone => texts.CaseUndoneNow,
        CaseAnswered => texts.CaseAnsweredNow,
        CasesDecided => texts.CasesDecidedNow,
        Subscribing => texts.SubscribingNow,
        Subscribed => texts.SubscribedNow,
        Unsubscribed => texts.UnsubscribedNow,
        MailChosen => texts.MailChosen,
        NewsletterTried => texts.NewsletterTriedNow,
        NewsletterPlanned => texts.NewsletterPlannedNow,
        NewsletterUnplanned => texts.NewsletterUnplannedNow,
        NewsletterSent => texts.NewsletterSentNow,
        NewsletterDiscarded => texts.NewsletterDiscardedNow,
        Going => texts.GoingNow,
        Waits => texts.WaitsNow,
        Interested => texts.InterestedNow,
        NotGoing => texts.NotGoingNow,
        CheckedIn => texts.CheckedInNow,
        GatheringCancelled => texts.GatheringCancelledNow,
        Planned => texts.PlannedNow,
        Recapped => texts.RecappedNow,
        TimeSkipped => texts.TimeSkippedNow,
        TimeTwice => texts.TimeTwiceNow,
        _ => null,
    };
}
