using Communities.Actors;

namespace Communities.Tests;

/// <summary>One of each event, with every field filled: what the journal and the archive hold.</summary>
internal static class OnDisk
{
    private static readonly DateTimeOffset At = Spec.Start.AddMilliseconds(7);

    private static readonly MovedPost Moved = new(
        2, "bob", At, At.AddMinutes(1), 2, Removal.ByAuthor, ["carol:like", "dave:funny"], 7, "01k0000000000009");

    private static readonly Subject Post = Subject.OfPost("01k0000000000000", 3);

    private static readonly ReportedContent Content =
        new("bob", "brakes", "Buy *this*", 2, "Which brakes?", 87, IsStaff: true);

    private static readonly WaitingReport Waiting = new("zoe", 3, IsIllegal: true);

    private static readonly ReplacedDecision Replaced =
        new(1, DecisionOrigin.Automatic, [new(MeasureKind.Hide)]);

    /// <summary>What later events of a case speak of.</summary>
    public static CaseEvent FirstDecision { get; } =
        new CaseEvent.Decided(1, "", DecisionOrigin.Automatic, [new(MeasureKind.Hide)], "bob", Post);

    private static readonly Screening Screening = new(
        IsHeld: true, IsFlagged: true, SilenceHours: 24, Rules: ["links"], Score: 87);

    private static readonly GatheringPlan Plan = new(
        GatheringForm.Barcamp, "Ride *out*", "Along the river", At.AddDays(2), At.AddDays(2).AddHours(3),
        "Europe/Paris", "Rue du Port 4", "https://example.org/ride", 20, ["mo"], [1440, 60], "rides");
    private static readonly SlotTime When = new(new DateTime(2026, 3, 31, 9, 30, 0), "Europe/Paris");

    private static readonly Recurrence Rule = new(
        Rhythm.MonthlyOnDay, new DateOnly(2026, 1, 31), new TimeOnly(9, 30), 2, 31, new DateOnly(2027, 1, 31), 12)
    {
        Days = [DayOfWeek.Tuesday, DayOfWeek.Friday],
        Skipped = [new DateOnly(2026, 5, 31)],
    };

    private static readonly SlotContent Words = new(
        SlotKind.Interview, "Question {n}", "What of *{date}*?", "bob", "brakes",
        new(["This", "That"], PollTerms.Default, 7), new(["carol"], 3, new TimeOnly(18, 0), 90), "fr")
    {
        Tags = ["disc"],
    };

    public static IReadOnlyList<object> Events { get; } =
    [
        new AccountEvent.Opened("Zoë", "digest", "fr"),
        new AccountEvent.OperatorMade(),
        new AccountEvent.PasswordChanged("digest"),
        new AccountEvent.SessionStarted("s1", "Firefox on Linux"),
        new AccountEvent.SessionEnded("s1"),
        new AccountEvent.TokenIssued("t1", "digest", "My script"),
        new AccountEvent.TokenRevoked("t1"),
        new AccountEvent.FeedsRenewed(),
        new AccountEvent.ConsentGiven("terms", 3),
        new AccountEvent.SignInFailed(At),
        new AccountEvent.SessionConfirmed("s1"),
        new AccountEvent.SessionUsed("s1"),
        new AccountEvent.SessionNoted("s1"),
        new AccountEvent.EmailProposed("zoë@example.org", "digest"),
        new AccountEvent.EmailConfirmed("zoë@example.org", "zoe@example.com"),
        new AccountEvent.EmailRemoved("zoë@example.org", "s1"),
        new AccountEvent.ResetIssued("digest", DropsSecondFactor: true),
        new AccountEvent.AuthenticatorAdded("protected", 59_000_000, "s1"),
        new AccountEvent.AuthenticatorUsed(59_000_001),
        new AccountEvent.AuthenticatorRemoved("s1"),
        new AccountEvent.RecoveryCodesIssued(["digest"], "s1"),
        new AccountEvent.RecoveryCodeUsed("digest"),
        new AccountEvent.PasskeyAdded(
            new("id", "key", "Zoë's phone", ["internal", "hybrid"], 3, IsBackupEligible: true, IsBackedUp: true), "s1"),
        new AccountEvent.PasskeyUsed("id", 4, IsBackedUp: true),
        new AccountEvent.PasskeyRemoved("id", "s1"),
        new AccountEvent.Linked(new("elsewhere", "4711", "Zoë there"), "s1"),
        new AccountEvent.Unlinked("elsewhere", "4711", "s1"),
        new AccountEvent.Preferred("Zoë", new Preferences("fr", Theme.Dark, SansPosts: true)),

        new IdentifierEvent.Claimed("zoe"),
        new IdentifierEvent.Released("zoe"),

        new CommunityEvent.Founded("Vélo", "Rouler ensemble", "fr", Visibility.Unlisted, "Zoë"),
        new CommunityEvent.SettingsChanged("Vélo", "Rouler ensemble", "fr", Visibility.Private),
        new CommunityEvent.PurposeStated("To *ride* together"),
        new CommunityEvent.PurposeSet(new("To *ride*", "Riders", "Rides", "Sales", ["brakes"])),
        new CommunityEvent.RulesSet("Be kind"),
        new CommunityEvent.CategoryAdded(new("brakes", "Brakes", "What stops", "parts", 12)),
        new CommunityEvent.CategoryChanged(new("brakes", "Brakes", "What stops", "parts", 12)),
        new CommunityEvent.CategoryRemoved("brakes"),
        new CommunityEvent.CategoriesOrdered(["brakes"]),
        new CommunityEvent.TagGroupSet(new("parts", "Parts", ["disc", "rim"], IsSingle: true, IsReserved: true)),
        new CommunityEvent.TagGroupRemoved("parts"),
        new CommunityEvent.SynonymAdded("discs", "disc"),
        new CommunityEvent.SynonymRemoved("discs"),
        new CommunityEvent.AutomodRuleSet(new(
            "shops", "Shops", AutomodTest.Links, ["example.org"], 2, 0, new(1, 3, 72, 24),
            new(AutomodActionKind.Silence, "No shops here", 24), IsOn: true)),
        new CommunityEvent.AutomodRuleRemoved("shops"),
        new CommunityEvent.Guarded(At),
        new CommunityEvent.Tallied(new(1, 2, 3, 4, 5)),
        new CommunityEvent.CrawlersSet(Crawlers.Nobody),
        new CommunityEvent.JoiningSet(Joining.Request, "Why do you ride?"),
        new CommunityEvent.ModerationSet(
            new(
                [new("spam", "Spam", "No advertising.", IsIllegal: true)], new(8, 9, 30), [24, 72], 180,
                [new("Once more", "Please do not.")], IsNamed: true),
            ModerationSettings.Default),
        new CommunityEvent.StaffSet("zoe", IsStaff: true),
        new CommunityEvent.AmbassadorSet("zoe", IsAmbassador: true),
        new CommunityEvent.RecognitionSet(IsUnranked: true, "Greet *everybody*"),
        new CommunityEvent.BadgeSet(
            new("helper", "Helper", "star", "Helped us all", new(BadgeMeasure.Accepted, 3))),
        new CommunityEvent.BadgeRemoved("helper"),
        new CommunityEvent.StaffTold("bob", ["max", "zoe"]),
        new CommunityEvent.PolicyAnnounced("terms", new(3, At, AsksConsent: true, IsEnd: true)),
        new CommunityEvent.PolicyEnforced("terms", 3, 2),
        new CommunityEvent.ZoneSet("Europe/Paris"),
        new CommunityEvent.NudgesSet(["reviving", "shouting"]),
        new CommunityEvent.JourneySet(new(true,
        [
            new("welcome", StepKind.Welcome, 3),
            new("rides", StepKind.Custom, 48, IsByMail: true, [new("fr", "Sorties", "Bonjour {name}, **venez** !")]),
        ])),
        new CommunityEvent.IntroductionsSet(new("brakes", "Who *are* you?", ["Which bike?"], 12)),
        new CommunityEvent.JourneyOffered("zoe", [new("welcome", StepKind.Welcome, 3, IsByMail: true)]),
        new CommunityEvent.QuestionsSet(new(48, false, [new("help", 4, IsSolved: true)], 365), new(24, false, [], 365)),

        new GatheringEvent.Planned(Plan),
        new GatheringEvent.Changed(Plan, 2, ["bob"]),
        new GatheringEvent.Cancelled("Rain", ["bob"], 3),
        new GatheringEvent.Answered("bob", Rsvp.Waiting),
        new GatheringEvent.MovedUp("bob"),
        new GatheringEvent.Reminded(60, At, ["bob"]),
        new GatheringEvent.Began("Ride *out*", "zoe", "rides", HasRoom: true),
        new GatheringEvent.Ended(),
        new GatheringEvent.Attended(["bob"]),
        new GatheringEvent.Missed(["bob"]),
        new GatheringEvent.CodeSet("VELO42"),
        new GatheringEvent.Recapped("What a ride", "We *rode*", "rides", ["bob"]),
        new GatheringEvent.SessionProposed(1, "Tubes", "How to *mend* them"),
        new GatheringEvent.SessionRetracted(1),
        new GatheringEvent.SessionVoted(1),
        new GatheringEvent.SessionUnvoted(1),
        new GatheringEvent.BoardSet(["Hall", "Garden"], [At]),
        new GatheringEvent.SessionPlaced(1, 2, 1),

        new ContestEvent.Opened(
            "The finest bell", "Show *yours*", "parts", new(At, At.AddDays(7), 2, 3, "helper"), ["zoe"],
            "They won: {results}"),
        new ContestEvent.Entered(3),
        new ContestEvent.Withdrawn(3, "zoe"),
        new ContestEvent.Vanished(3),
        new ContestEvent.Reappeared(3),
        new ContestEvent.Postponed(At, At.AddDays(7), IsVoting: true),
        new ContestEvent.VotingBegan(At, ["zoe"]),
        new ContestEvent.Voted([3, 4]),
        new ContestEvent.Closed(
            [new(3, "zoe", 5, 1), new(4, "", 2, 2)], ["zoe"], "max", "They won: {results}", "helper"),
        new ContestEvent.Cancelled("Too few", ["zoe"]),

        new KnowledgeEvent.Revised(
            2, "# Brakes", "More", [new("01k0000000000000", 3)], [new("01k0000000000000", 3)]),
        new KnowledgeEvent.Locked(),
        new KnowledgeEvent.Unlocked(),
        new KnowledgeEvent.Hidden(1),
        new KnowledgeEvent.Shown(1),

        new PolicyEvent.Drafted("Be *kind*", "Kinder"),
        new PolicyEvent.DraftDropped(),
        new PolicyEvent.Published(3, "Be *kind*", "Kinder", At, AsksConsent: true),
        new PolicyEvent.TookEffect(3, 2),
        new PolicyEvent.Withdrawn(3),

        new MemberEvent.Joined("Zoë", Role.Owner),
        new MemberEvent.Left(),
        new MemberEvent.Described("Zoë", "I *ride*"),
        new MemberEvent.Appointed(Role.Moderator),
        new MemberEvent.Visited(),
        new MemberEvent.ConsentGiven("terms", 3),
        new MemberEvent.PolicyTold("terms", 3),
        new MemberEvent.WasNudged("reviving", "01k0000000000000", "01k0000000000000"),
        new MemberEvent.NudgeFollowed("reviving", "01k0000000000000", IsChanged: true),
        new MemberEvent.JourneyBegun([new("welcome", StepKind.Welcome, 3, IsByMail: true)], At),
        new MemberEvent.StepSent("welcome", StepKind.Welcome, IsByMail: true, At),
        new MemberEvent.StepDone("react", StepKind.React, At),
        new MemberEvent.JourneyEnded(),
        new MemberEvent.WelcomeDismissed(),
        new MemberEvent.AnswerRequested("01k0000000000000"),
        new MemberEvent.AnswerDeclined("01k0000000000000"),
        new MemberEvent.AskedSet(false),
        new MemberEvent.Tallied(new(1, 2, 3, 4, 5), [20_000, 20_001]),
        new MemberEvent.Portrayed("01k0000000000001", "01k0000000000000"),
        new MemberEvent.Applied("Zoë", "I *ride* daily"),
        new MemberEvent.Withdrawn(),
        new MemberEvent.Declined("We are full"),
        new MemberEvent.Trusted(3, 2, IsLocked: true),
        new MemberEvent.Reviewed(At),
        new MemberEvent.Entrusted(IsAmbassador: true, "You greet everybody"),
        new MemberEvent.Thanked("You answered my first post"),
        new MemberEvent.Badged("first-post"),
        new MemberEvent.Awarded("helper", "You helped us all"),
        new MemberEvent.Revoked("helper"),
        new MemberEvent.Displayed(IsUnranked: true, "helper"),
        new MemberEvent.Credited(Deed.Greeted, "01k0000000000000"),
        new MemberEvent.Celebrated(3, At, At.AddYears(1)),
        new MemberEvent.Kept(["brakes", "gears"], ["brakes"]),
        new MemberEvent.Sanctioned("post-01k0000000000000-3.2", MeasureKind.Suspend, At, "Threats"),
        new MemberEvent.SanctionEnded("post-01k0000000000000-3.2", MeasureKind.Suspend),
        new MemberEvent.Struck("post-01k0000000000000-3.2", At),
        new MemberEvent.WrittenOf("post-01k0000000000000-3.2"),
        new MemberEvent.Promised("01k0000000000000", IsOff: true),
        new MemberEvent.Excused(["01k0000000000000"], At),
        new MemberEvent.Lifted("post-01k0000000000000-3.2"),
        new MemberEvent.Invited("01k0000000000000", 5, At, "For my friends", "sealed"),

        new MemberEvent.Reported(
            Post, "spam", "No advertising.", 3, Content, new(8, 9, 30), "Buys likes", IsIllegal: true),
        new MemberEvent.Judged(Post, IsAgreed: true, Before: false),
        new MemberEvent.Suspected("post-01k0000000000000-3", Waiting, IsPassed: true, "spam", "No advertising."),
        new MemberEvent.Cleared("post-01k0000000000000-3", IsCalm: true),

        new CaseEvent.Reported(
            "zoe", "spam", "No advertising.", 3, "bob", Post, 2, new(8, 9, 30), "Buys likes", Content, Screening,
            IsIllegal: true, IsSettled: true),
        new CaseEvent.Opened(Content, "Seen by chance"),
        new CaseEvent.Claimed("max"),
        new CaseEvent.Released(),
        new CaseEvent.Escalated("Threatens"),
        new CaseEvent.Noted("Knows *him*"),
        new CaseEvent.Decided(
            2, "max", DecisionOrigin.Case, [new(MeasureKind.Remove), new(MeasureKind.Suspend, 24)], "bob", Post,
            "spam", "No advertising.", "Please do not.", "Third time", [Waiting], [Replaced], At, IsPublished: true,
            "brakes"),
        new CaseEvent.Undone(
            2, "zoe", DecisionOrigin.Direct, [new(MeasureKind.Slow, null, 300)], "bob", Post, "A mistake", [Waiting],
            [Replaced], IsAppeal: true, IsPublished: true),
        new CaseEvent.Reopened("It goes on"),
        new CaseEvent.Appealed(2, "It was a joke"),
        new CaseEvent.Answered(2, IsOverturned: true, "It was", "bob"),
        new CaseEvent.Relocated(Subject.OfPost("01k0000000000001", 7), Post),
        new CaseEvent.Followed(Post),
        new CaseEvent.Changed(2, 3),

        new InvitationEvent.Issued("bob", 5, At, "For my friends", "sealed"),
        new InvitationEvent.Redeemed("Zoë", "bob"),
        new InvitationEvent.Revoked(),

        new GroupEvent.Founded("Helpers", "Who *help*", GroupAccess.Request, GroupCallers.Members),
        new GroupEvent.Changed("Helpers", "Who *help*", GroupAccess.Closed, GroupCallers.Owners),
        new GroupEvent.Dissolved(),
        new GroupEvent.Joined("zoe"),
        new GroupEvent.Left("zoe"),
        new GroupEvent.Asked("zoe", ["bob"]),
        new GroupEvent.OwnerSet("zoe", IsOwner: true),
        new GroupEvent.Called("01k0000000000000", 2, "bob", ["zoe"], At),

        new ThreadEvent.Opened("Which brakes?", "Lequel ? <b> & \"quotes\" 🚲", "brakes", ["disc", "été"]),
        new ThreadEvent.Replied(2, "Disc.", 1),
        new ThreadEvent.Ungreeted("bob", At),
        new ThreadEvent.Edited(2, "Rim.", 2),
        new ThreadEvent.Organised("Which brakes?", "brakes", ["rim"]),
        new ThreadEvent.Removed(2, Removal.ByModerator, "bob", 1, "Off topic"),
        new ThreadEvent.Restored(2, "bob", 1),
        new ThreadEvent.Published(
            2, "bob", 1, "brakes", new(1, ["zoe"], ["devs/zoe"], ["https://example.org/"], ["rim"]), "alice", ["dave"],
            "post-01k0000000000000-2.1"),
        new ThreadEvent.Withheld(
            2, Removal.ByModerator, Removal.Hidden, "Off topic", "post-01k0000000000000-2.1"),
        new ThreadEvent.Reacted(2, "like", "bob"),
        new ThreadEvent.Unreacted(2, "like", "bob"),
        new ThreadEvent.ReactionsCounted(2, "like", 7, "bob"),
        new ThreadEvent.Accepted(2, "bob"),
        new ThreadEvent.Unaccepted(2, "bob"),
        new ThreadEvent.Pinned(),
        new ThreadEvent.Unpinned(),
        new ThreadEvent.Closed(At, "Sleep over it"),
        new ThreadEvent.CloseScheduled(At),
        new ThreadEvent.Reopened(),
        new ThreadEvent.Slowed(60),
        new ThreadEvent.Viewed(40),
        new ThreadEvent.Unlisted("A test"),
        new ThreadEvent.Listed(),
        new ThreadEvent.Archived("It is over"),
        new ThreadEvent.Unarchived(),
        new ThreadEvent.DeemedFitting(IsFitting: true),
        new ThreadEvent.TakenUp(3, "bob", "brakes", "zoe"),
        new ThreadEvent.PostsMoved(
            "01k0000000000001", [Moved], new("Rims", "brakes", ["rim"]), 2, 1, "Off topic", IsTold: true),
        new ThreadEvent.Merged("01k0000000000001", "bob", "The same question"),
        new ThreadEvent.Received("01k0000000000001", 3, [Moved], 1, new("Rims", "brakes", ["rim"]), 1, "mo", "Here"),
        new ThreadEvent.Revived("bob"),
        new ThreadEvent.Overflowed("01k0000000000001", [Moved], "01k0000000000002", "mo", "Full"),
        new ThreadEvent.Followed("01k0000000000001"),
        new ThreadEvent.Heated(
            "post-01k0000000000000-3", Waiting, IsPassed: true, "bob", "brakes", "spam", "No advertising."),
        new ThreadEvent.Cooled("post-01k0000000000000-3", IsCalm: true),
        new ThreadEvent.AnswerConfirmed(2, IsSettled: true),
        new ThreadEvent.AnswerDoubted(2, "bob", "Not since version 3"),
        new ThreadEvent.Summarised(7, IsUndone: true),
        new ThreadEvent.Rested(),
        new ThreadEvent.Renewed("01k0000000000001"),
        new ThreadEvent.Watched(["bob", "zoe"]),
        new ThreadEvent.Unwatched("bob"),

        new PollEvent.Opened(
            "Disc or rim?", ["Disc", "Rim"], new(VotingWay.Ranked, 1, 2, IsSecret: true, ResultsShown.AtEnd), At),
        new PollEvent.Attached("01k0000000000000", 2),
        new PollEvent.Voted([2, 1], [1], "01k0000000000000"),
        new PollEvent.Withdrawn([2, 1], "01k0000000000000"),
        new PollEvent.Closed("01k0000000000000", 2, ["bob", "zoe"]),
        new PollEvent.Reopened("01k0000000000000"),

        new ConversationEvent.Started("Lunch", ["bob", "zoe"]),
        new ConversationEvent.Messaged(2, "À *midi* ?", ["bob"]),
        new ConversationEvent.Read(2),
        new ConversationEvent.Added("bob"),
        new ConversationEvent.Renamed("Dinner"),
        new ConversationEvent.Muted(),
        new ConversationEvent.Unmuted(),
        new ConversationEvent.Left(),

        new InboxEvent.Opened(),
        new InboxEvent.Closed(),
        new InboxEvent.Notified(9, new("reply", "01k0000000000000", 7, "bob", "Brakes"), 3, 4, 8),
        new InboxEvent.Seen([8, 9]),
        new InboxEvent.AllRead(),
        new InboxEvent.LevelSet("category:brakes", Level.Watching),
        new InboxEvent.Blocked("bob"),
        new InboxEvent.Unblocked("bob"),
        new InboxEvent.Preferred(new(Level.Watching, Level.Tracking, ["reaction"], Pushing.All)),

        new ReadingEvent.Read(3, 7),
        new ReadingEvent.LevelSet(Level.Muted),
        new ReadingEvent.Bookmarked(2, "Try it", At),
        new ReadingEvent.Unbookmarked(2),
        new ReadingEvent.Reminded(2),

        new SiteEvent.KeyKept("push", "locked"),
        new SiteEvent.PolicyAnnounced("terms", new(3, At, AsksConsent: true, IsEnd: true)),
        new SiteEvent.PolicyEnforced("terms", 3, 2),
        new PushesEvent.Subscribed(new("https://push.example.org/a", "key", "secret")),
        new PushesEvent.Unsubscribed("https://push.example.org/a"),
        new PushesEvent.Claimed("devs/9"),

        new NewsletterEvent.Saved(new(
            [new("en", "In May", "Hello", "Bye"), new("fr", "En mai", "Bonjour")], ["01k0000000000000"], true)),
        new NewsletterEvent.Tried("zoe"),
        new NewsletterEvent.Planned(At),
        new NewsletterEvent.Unplanned(),
        new NewsletterEvent.Began(),
        new NewsletterEvent.Claimed("here"),
        new NewsletterEvent.Advanced(512, 1_000),
        new NewsletterEvent.Finished(1_000),
        new NewsletterEvent.Discarded(),

        new RecipientEvent.Chose(new(true, DigestRhythm.Weekly, 7, "Europe/Paris", Steps: false)),
        new RecipientEvent.Subscribed("zoé@example.org", "fr"),
        new RecipientEvent.Confirmed(),
        new RecipientEvent.Unsubscribed(LetterKind.Newsletter, "newsletter-01k0000000000000"),
        new RecipientEvent.Resumed(),
        new RecipientEvent.DigestSet(At),
        new RecipientEvent.Owed("step-2", LetterKind.Step, "introduce", At),
        new RecipientEvent.Claimed("step-2", "here", "0123456789"),
        new RecipientEvent.Delivered("step-2"),
        new RecipientEvent.Skipped("step-2", "late"),
        new RecipientEvent.Failed("step-2", "451 later", At),
        new RecipientEvent.Bounced("step-2", "5.1.1"),
        new RecipientEvent.Stopped(),
        new RecipientEvent.Clicked("step-2", "/c/devs"),
        new RecipientEvent.Rested(),

        new WatchersEvent.LevelSet("bob", "tag:disc", Level.Watching),
        new WatchersEvent.Announced("01k0000000000000", "zoe", ["bob"]),

        new UploadEvent.Stored("Vélo.jpg", "image/jpeg", 12_345, "digest", 1_600, 900, true),
        new UploadEvent.Removed("Somebody else's"),
        new AllowanceEvent.Taken(new(1, 2, 12_345, 3)),
        new AllowanceEvent.Begun(),

        new DraftsEvent.Saved(
            "thread:01k0000000000000", 7, "So far", "A title", "brakes", "disc été", 3, Besides: true),
        new DraftsEvent.Settled("thread:01k0000000000000"),
        new DraftsEvent.Discarded("thread:01k0000000000000"),

        new LinkEvent.Wanted("https://example.org/a?b=c"),
        new LinkEvent.Claimed(),
        new LinkEvent.Told("A title", "What it says", "Example"),
        new LinkEvent.Failed(),

        new SlotEvent.Opened(Words, When, At, Rule, new DateOnly(2026, 3, 31), 3, IsScheduled: true),
        new SlotEvent.Edited(Words, Words, "bob", IsKept: true),
        new SlotEvent.Planned(When, At),
        new SlotEvent.Repeated(Rule),
        new SlotEvent.Submitted("Question {n}"),
        new SlotEvent.Reviewed(),
        new SlotEvent.Returned("bob", "Question {n}", "Shorter"),
        new SlotEvent.Scheduled(),
        new SlotEvent.PollAsked(
            "01k0000000000001", "bob", "Which?", new(["This", "That"], new PollTerms(VotingWay.Several, 1, 2), 7), At),
        new SlotEvent.Published(
            "01k0000000000000", Words, "01k0000000000001", At,
            new("01k0000000000002", Words, When, Rule, new DateOnly(2026, 4, 30), 4, IsScheduled: true)),
        new SlotEvent.Missed("bob", "Question {n}"),
        new SlotEvent.Cancelled("bob", "Question {n}"),

        new InterviewEvent.Announced("bob", ["carol"], At, At.AddHours(1)),
        new InterviewEvent.Changed(["carol", "dave"], At, At.AddHours(2), ["dave"]),
        new InterviewEvent.Reminded(["carol", "bob"]),
        new InterviewEvent.Begun(At),
        new InterviewEvent.Ended("bob"),
        new InterviewEvent.Closed(12),
        new InterviewEvent.Cancelled(["carol"]),
    ];
}
