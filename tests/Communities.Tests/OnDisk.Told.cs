namespace Communities.Tests;

/// <summary>What people are told, and by which way.</summary>
internal static partial class OnDisk
{
    private static object[] Told =>
    [
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
    ];
}
